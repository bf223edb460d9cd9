import { useEffect, useMemo, useRef, useState } from 'react';
import { profileKey } from '#core/history/change-set.ts';
import { withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import { withOwnChanges, type OwnChange } from '#core/targets/own-changes.ts';
import { rebaseOwnChanges, resolveRebase, type RebaseConflict } from '#core/targets/rebase-own-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { ownChangesOf, readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { EDITIONS_TEXTS } from '#texts/editions.ts';
import { formatDate } from '#texts/format.ts';
import { PROFILE_FILE_TEXTS } from '#texts/profile-file.ts';
import { ORIGIN_LABELS } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { EffectTable } from './effect-table.tsx';
import styles from './editions.module.css';
import { OwnOutcomes } from './own-outcomes.tsx';

const texts = EDITIONS_TEXTS;
export type Candidate = {
  readonly profile: TargetProfile;
  /** What was mended in its file. */
  readonly adapted: readonly string[];
};

/** What adopting an edition would do, with a choice for each conflict; then it is one undoable step. */
export const AdoptPreview = ({
  candidate: { profile: next, adapted },
  onDone,
}: {
  readonly candidate: Candidate;
  readonly onDone: () => void;
}) => {
  const store = useAppStore();
  const commit = useCommitWithToast();
  const title = useRef<HTMLHeadingElement>(null);
  const active = useAppState((state) => state.profile);
  const profiles = useAppState((state) => state.profiles);
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const categories = useAppState((state) => readSetting(state.settings, SETTINGS.ownCategories));
  const own = useAppState((state) => ownChangesOf(state.settings, next.id));
  const [choices, setChoices] = useState<ReadonlyMap<OwnChange, 'own' | 'new'>>(new Map());
  useEffect(() => title.current?.focus(), []);

  const issued = useMemo(() => withOwnCategories(next, categories), [next, categories]);
  const rebased = useMemo(() => rebaseOwnChanges(issued, own), [issued, own]);
  const choiceOf = ({ change }: RebaseConflict): 'own' | 'new' => choices.get(change) ?? 'own';
  const changes = useMemo(
    () => resolveRebase(rebased, ({ change }) => choices.get(change) ?? 'own'),
    [rebased, choices],
  );
  const result = useMemo(() => withOwnChanges(issued, changes).profile, [issued, changes]);
  const key = profileKey(next);
  const known = profiles.find((entry) => profileKey(entry) === key);

  const adopt = (): void => {
    const { settings } = store.getState();
    const all = readSetting(settings, SETTINGS.ownChanges);
    onDone();
    commit({ code: 'edition-adopted', params: { profile: next.title, edition: next.edition } }, [
      ...(known === next
        ? []
        : [{ entity: 'profile' as const, id: key, before: known ?? null, after: next }]),
      settingChange(settings, SETTINGS.activeProfile, key),
      ...(own.length === 0
        ? []
        : [settingChange(settings, SETTINGS.ownChanges, { ...all, [next.id]: changes })]),
    ]);
  };

  return (
    <div className={styles.plane} role="region" aria-labelledby="edition-preview" tabIndex={0}>
      <div className={styles.previewHead}>
        <h2 id="edition-preview" ref={title} tabIndex={-1}>
          {texts.previewTitle(next.title, next.edition)}
        </h2>
        <p>
          {texts.previewFact(formatDate(next.issuedOn), ORIGIN_LABELS[next.origin], next.requirements.length)}
        </p>
        {next.note !== '' && <p>{next.note}</p>}
        <p className={styles.quiet}>{texts.compared(active.title, active.edition)}</p>
        <div className={styles.buttons}>
          <Button onClick={onDone}>{texts.cancel}</Button>
          <Button variant="primary" disabled={isReadOnly} onClick={adopt}>
            {texts.adopt}
          </Button>
        </div>
      </div>
      {known !== undefined && known !== next && <Notice kind="part">{texts.replaces}</Notice>}
      {adapted.length > 0 && (
        <Notice>
          <p>{PROFILE_FILE_TEXTS.adapted(adapted.length)}</p>
          <ul className={styles.list}>
            {adapted.map((sentence, index) => (
              <li key={`${String(index)} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <OwnOutcomes
        rebased={rebased}
        profile={issued}
        isOtherProfile={active.id !== next.id}
        choiceOf={choiceOf}
        onChoose={({ change }, choice) => setChoices((before) => new Map(before).set(change, choice))}
      />
      <EffectTable left={active} right={result} />
      <DifferenceTable left={active} right={result} />
    </div>
  );
};
