import type { OwnChange } from '#core/targets/own-changes.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatDate } from '#texts/format.ts';
import { profileIssueReason } from '#texts/profile.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './targets.module.css';
import { useTargetActions } from './use-target-actions.ts';

const texts = TARGETS_TEXTS.leftOut;

/** `Ziel „Präsentationsgerät“`: the entry that a change is about. */
const entryText = ({ list, id, own, issued }: OwnChange): string => {
  const entry = own ?? issued;
  const name = entry !== null && 'name' in entry ? entry.name : id;
  return `${TARGETS_TEXTS.lists[list]} „${name}“`;
};

/** Own changes that the chosen edition does not take, why, and the way out. */
export const LeftOutNotice = () => {
  const leftOut = useAppState((state) => state.leftOutChanges);
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const { resetChange } = useTargetActions();
  if (leftOut.length === 0) return null;
  return (
    <div className={styles.leftOut}>
      <Notice kind="part" role="status">
        <p>{texts.title(leftOut.length)}</p>
        <ul>
          {leftOut.map(({ change, issue }) => (
            <li key={`${change.list} ${change.id}`}>
              <b>{entryText(change)}</b> ({formatDate(change.changedOn)}): {profileIssueReason(issue)}{' '}
              <Button
                isSmall
                disabled={isReadOnly}
                aria-label={texts.resetOf(entryText(change))}
                onClick={() => resetChange(change, entryText(change))}
              >
                {texts.reset}
              </Button>
            </li>
          ))}
        </ul>
        <p>{texts.remedy}</p>
      </Notice>
    </div>
  );
};
