import type { RequirementIssue } from '#core/targets/check-requirement.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Icon } from '#ui/icons.tsx';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.checks;

/** What is wrong or doubtful about the target, as sentences; nothing where there is nothing to say. */
export const IssueList = ({
  issues,
}: {
  readonly issues: readonly (RequirementIssue & { readonly text: string })[];
}) => {
  const lists = (['error', 'hint'] as const)
    .map((severity) => ({ severity, found: issues.filter((issue) => issue.severity === severity) }))
    .filter(({ found }) => found.length > 0);
  return (
    // Always there, so that what comes in is read out.
    <div className={styles.checks} aria-live="polite">
      {lists.map(({ severity, found }) => (
        <ul
          key={severity}
          className={styles.issues}
          aria-label={severity === 'error' ? texts.errors : texts.hints}
        >
          {found.map((issue) => (
            <li key={`${issue.code} ${issue.field}`} data-severity={severity}>
              <Icon name={severity === 'error' ? 'warning' : 'info'} />
              <div>{issue.text}</div>
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
};
