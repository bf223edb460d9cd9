import { profileKey } from '#core/history/change-set.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatDate } from '#texts/format.ts';
import { SETTINGS_TEXTS } from '#texts/settings.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './settings-page.module.css';

/** Which profile is compared with. Choosing and taking in one is work of the screen „Ziele“. */
export const ProfileSection = () => {
  const profiles = useAppState((state) => state.profiles);
  const active = useAppState((state) => state.profile);
  // As it was issued: without the school's own categories.
  const profile = profiles.find((entry) => profileKey(entry) === profileKey(active)) ?? active;
  return (
    <Section title={SETTINGS_TEXTS.profile}>
      <div className={styles.fields}>
        <p>
          {SETTINGS_TEXTS.profileLabel} <b>{SETTINGS_TEXTS.profileOption(profile.title, profile.edition)}</b>
        </p>
        <p>{profile.note}</p>
        <p className={styles.quiet}>
          {SETTINGS_TEXTS.issuedOn(formatDate(profile.issuedOn), SETTINGS_TEXTS.origin[profile.origin])} ·{' '}
          {SETTINGS_TEXTS.contents(
            profile.categories.length,
            profile.requirements.length,
            profile.checks.length,
          )}
        </p>
        <div className={styles.buttons}>
          <ButtonLink href="#/ziele/editionen">{SETTINGS_TEXTS.openProfile}</ButtonLink>
          <ButtonLink href="#/ziele">{SETTINGS_TEXTS.openTargets}</ButtonLink>
        </div>
      </div>
    </Section>
  );
};
