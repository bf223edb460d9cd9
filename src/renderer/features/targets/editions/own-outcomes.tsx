import type { OwnChange } from '#core/targets/own-changes.ts';
import type { Rebased, RebaseConflict } from '#core/targets/rebase-own-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { EDITIONS_TEXTS, entryNameText, profileFieldText, profileValueText } from '#texts/editions.ts';
import { profileIssueReason } from '#texts/profile.ts';
import { Segments } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './editions.module.css';

const texts = EDITIONS_TEXTS;
const nameOf = ({ list, id, own, issued }: OwnChange): string => entryNameText(list, id, own ?? issued);

/** What becomes of the school's changes: kept, said by the edition itself, or to be decided. */
export const OwnOutcomes = ({
  rebased,
  profile,
  isOtherProfile,
  choiceOf,
  onChoose,
}: {
  readonly rebased: Rebased;
  readonly profile: TargetProfile;
  readonly isOtherProfile: boolean;
  readonly choiceOf: (conflict: RebaseConflict) => 'own' | 'new';
  readonly onChoose: (conflict: RebaseConflict, choice: 'own' | 'new') => void;
}) => {
  const kept = rebased.filter(({ kind }) => kind === 'kept');
  const adopted = rebased.filter(({ kind }) => kind === 'adopted');
  const conflicts = rebased.filter((outcome): outcome is RebaseConflict => outcome.kind === 'conflict');
  const names = (outcomes: Rebased): string => outcomes.map(({ change }) => nameOf(change)).join(', ');
  return (
    <Section title={texts.own}>
      {rebased.length === 0 && (
        <p className={styles.text}>{isOtherProfile ? texts.ownElsewhere : texts.ownNone}</p>
      )}
      {kept.length > 0 && (
        <p className={styles.text}>
          {texts.ownKept(kept.length)} {names(kept)}
        </p>
      )}
      {adopted.length > 0 && (
        <p className={styles.text}>
          {texts.ownAdopted(adopted.length)} {names(adopted)}
        </p>
      )}
      {conflicts.length > 0 && <p className={styles.text}>{texts.ownConflicts(conflicts.length)}</p>}
      {conflicts.map((conflict) => (
        <div key={`${conflict.change.list} ${conflict.change.id}`} className={styles.conflict}>
          <div>
            <b>{nameOf(conflict.change)}</b>: {texts.conflictText(conflict)}
            {conflict.issue !== null && <> {profileIssueReason(conflict.issue)}</>}
            <ul className={styles.list}>
              {conflict.fields.map(({ field, issued, next, own }) => (
                <li key={field}>
                  {texts.fieldConflict(
                    profileFieldText(field),
                    profileValueText(field, issued, profile),
                    profileValueText(field, next, profile),
                    profileValueText(field, own, profile),
                  )}
                </li>
              ))}
            </ul>
          </div>
          <Segments
            label={nameOf(conflict.change)}
            value={choiceOf(conflict)}
            options={[
              { value: 'own', label: texts.keepOwn },
              { value: 'new', label: texts.takeNew },
            ]}
            onChange={(value) => onChoose(conflict, value === 'own' ? 'own' : 'new')}
          />
        </div>
      ))}
    </Section>
  );
};
