import { useState } from 'react';
import { hostBridge } from '#bridge/host-bridge.ts';
import { profileKey } from '#core/history/change-set.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { formatDate } from '#texts/format.ts';
import { profileIssueText } from '#texts/profile.ts';
import { SETTINGS_TEXTS } from '#texts/settings.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import { useToast } from '#ui/toast.tsx';
import styles from './settings-page.module.css';

type Refusal = { readonly title: string; readonly reasons: readonly string[] };
const SHOWN_REASONS = 8;

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // undefined is no JSON value, so that it can stand for "none".
    return undefined;
  }
};

/** Which profile is compared with; taking one in from a file. What it says and on what basis, the screen „Ziele“ shows. */
export const ProfileSection = () => {
  const store = useAppStore();
  const profiles = useAppState((state) => state.profiles);
  const active = useAppState((state) => state.profile);
  // As it was issued: without the school's own categories.
  const profile = profiles.find((entry) => profileKey(entry) === profileKey(active)) ?? active;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { show } = useToast();

  const choose = (key: string): void => {
    const chosen = profiles.find((entry) => profileKey(entry) === key);
    if (chosen === undefined) return;
    void store.commit({ code: 'profile-chosen', params: { profile: chosen.title } }, [
      settingChange(store.getState().settings, SETTINGS.activeProfile, key),
    ]);
  };

  const takeIn = async (): Promise<void> => {
    setRefusal(null);
    const opened = await hostBridge().openFile({ kinds: ['profile'] });
    if (opened.kind === 'cancelled') return;
    if (opened.kind === 'failed') {
      setRefusal({ title: SETTINGS_TEXTS.openFailures[opened.failure], reasons: [] });
      return;
    }
    const value = parseJson(opened.bytes);
    if (value === undefined) {
      setRefusal({ title: SETTINGS_TEXTS.noJson, reasons: [] });
      return;
    }
    const parsed = parseProfile(value);
    if (!parsed.ok) {
      setRefusal({
        title: SETTINGS_TEXTS.profileRefused(opened.name),
        reasons: parsed.error.map(profileIssueText),
      });
      return;
    }
    const key = profileKey(parsed.value);
    await store.commit({ code: 'profile-chosen', params: { profile: parsed.value.title } }, [
      { entity: 'profile', id: key, before: null, after: parsed.value },
      settingChange(store.getState().settings, SETTINGS.activeProfile, key),
    ]);
    show({ text: SETTINGS_TEXTS.profileTaken(parsed.value.title) });
  };

  return (
    <Section title={SETTINGS_TEXTS.profile}>
      <div className={styles.fields}>
        <SelectField
          label={SETTINGS_TEXTS.profileLabel}
          value={profileKey(profile)}
          options={profiles.map((entry) => ({
            value: profileKey(entry),
            label: SETTINGS_TEXTS.profileOption(entry.title, entry.edition),
          }))}
          onChange={choose}
        />
        <p>{profile.note}</p>
        <p className={styles.quiet}>
          {SETTINGS_TEXTS.issuedOn(formatDate(profile.issuedOn), SETTINGS_TEXTS.origin[profile.origin])} ·{' '}
          {SETTINGS_TEXTS.contents(
            profile.categories.length,
            profile.requirements.length,
            profile.checks.length,
          )}
        </p>
        {refusal !== null && (
          <Notice kind="gap" role="alert">
            <p>{refusal.title}</p>
            <ul className={styles.reasons}>
              {refusal.reasons.slice(0, SHOWN_REASONS).map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
            {refusal.reasons.length > SHOWN_REASONS && (
              <p>{SETTINGS_TEXTS.moreIssues(refusal.reasons.length - SHOWN_REASONS)}</p>
            )}
          </Notice>
        )}
        <div className={styles.buttons}>
          <Button onClick={() => void takeIn()}>{SETTINGS_TEXTS.openProfile}</Button>
          <ButtonLink href="#/ziele">{SETTINGS_TEXTS.openTargets}</ButtonLink>
        </div>
      </div>
    </Section>
  );
};
