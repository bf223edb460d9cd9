import { useId } from 'react';
import { sentenceIssueText, type SentenceIssue } from '#texts/sentence-issues.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Icon } from '#ui/icons.tsx';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.sentence;
/** What replaces the words that were not understood; elsewhere a proposal only says what is possible. */
const REPLACEABLE: ReadonlySet<SentenceIssue['code']> = new Set([
  'UNKNOWN_CATEGORY',
  'UNKNOWN_ROOM_TYPE',
  'UNKNOWN_REQUIREMENT',
  'UNKNOWN_STAGE',
  'UNKNOWN_SCHOOL_TYPE',
  'UNKNOWN_COVER',
  'AMBIGUOUS_NAME',
]);
const SHOWN_PROPOSALS = 3;

/** So many letters stand in a line of the usual window. */
const LINE = 85;
const rowsFor = (text: string): number => Math.min(8, Math.max(2, Math.ceil(text.length / LINE)));

/** The target as a text, with what cannot be understood below, and proposals that can be put in by a click. */
export const SentenceField = ({
  text,
  issues,
  isDisabled,
  onChange,
  onLeave,
}: {
  readonly text: string;
  readonly issues: readonly SentenceIssue[];
  readonly isDisabled: boolean;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
}) => {
  const listId = useId();
  return (
    <div className={styles.sentence}>
      <TextArea
        label={texts.label}
        hint={texts.hint}
        rows={rowsFor(text)}
        spellCheck={false}
        readOnly={isDisabled}
        value={text}
        error={issues.length === 0 ? null : texts.unread}
        onChange={onChange}
        onBlur={onLeave}
      />
      {issues.length > 0 && (
        <ul id={listId} className={styles.issues} aria-label={texts.issues} aria-live="polite">
          {issues.map((issue) => (
            <li key={`${issue.code} ${issue.start}`} data-severity="error">
              <Icon name="warning" />
              <div>
                {sentenceIssueText(issue)}
                {REPLACEABLE.has(issue.code) && issue.proposals.length > 0 && (
                  <span className={styles.proposals}>
                    {issue.proposals.slice(0, SHOWN_PROPOSALS).map((proposal) => (
                      <Button
                        key={proposal}
                        isSmall
                        onClick={() =>
                          onChange(`${text.slice(0, issue.start)}${proposal}${text.slice(issue.end)}`)
                        }
                      >
                        {texts.use(proposal)}
                      </Button>
                    ))}
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
