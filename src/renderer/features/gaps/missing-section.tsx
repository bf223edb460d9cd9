import { useRef } from 'react';
import { SCHOOL_ID } from '#core/history/change-set.ts';
import type { MissingNumbers, SchoolNumber } from '#core/gaps/missing-numbers.ts';
import { withGrade, type School } from '#core/inventory/school.ts';
import { ownValue } from '#core/shared/own-value.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { missingNumbersText, SCHOOL_NUMBER_TEXTS as TEXTS, schoolNumberName } from '#texts/school-numbers.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { ParsedField } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { countParser } from './parse-count.ts';
import styles from './missing-section.module.css';

const keyOf = ({ field, grade }: SchoolNumber): string => `${field}-${grade ?? ''}`;
const FIELD = 'data-school-number';

const parseCount = countParser(TEXTS.countError, 1);
// A grade may be empty in a year; that is known.
const parseGrade = countParser(TEXTS.gradeError);

const valueOf = (school: School, { field, grade }: SchoolNumber): number | null =>
  field === 'pupilsByGrade' ? (ownValue(school.pupilsByGrade, grade ?? '') ?? null) : school[field];

const withNumber = (school: School, { field, grade }: SchoolNumber, value: number | null): School =>
  field === 'pupilsByGrade'
    ? { ...school, pupilsByGrade: withGrade(school.pupilsByGrade, grade ?? '', value) }
    : { ...school, [field]: value };

/** The numbers of the school without which targets are not computable, to be entered here; each is one undoable change. */
export const MissingSection = ({ missing }: { readonly missing: MissingNumbers }) => {
  const store = useAppStore();
  const school = useAppState((state) => state.inventory.school);
  const commit = useCommitWithToast();
  const fields = useRef<HTMLDivElement>(null);
  if (missing.all.length === 0) return null;
  const enter = (number: SchoolNumber, value: number | null): void => {
    const region = fields.current?.closest<HTMLElement>('[role=region]');
    const before = store.getState().inventory.school;
    commit({ code: 'school-changed', params: {} }, [
      { entity: 'school', id: SCHOOL_ID, before, after: withNumber(before, number, value) },
    ]);
    // The field goes with its number missing; who was in it goes on with the next one.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      (fields.current?.querySelector('input') ?? region)?.focus();
    });
  };
  const targets = [...missing.byRequirement.values()].filter((numbers) => numbers.length > 0).length;
  const checks = [...missing.byCheck.values()].filter((numbers) => numbers.length > 0).length;
  return (
    <Section title={TEXTS.title} fact={TEXTS.fact(targets, checks)}>
      <div ref={fields} className={styles.fields}>
        {missing.all.map((number) => (
          <div key={keyOf(number)} {...{ [FIELD]: keyOf(number) }}>
            <ParsedField
              label={schoolNumberName(number)}
              value={valueOf(school, number)}
              inputMode="numeric"
              parse={number.grade === null ? parseCount : parseGrade}
              format={formatNumber}
              onCommit={(value) => enter(number, value)}
            />
          </div>
        ))}
      </div>
    </Section>
  );
};

/** „nicht berechenbar“ with the reason, and the way to the field above. */
export const NotComputable = ({
  name,
  numbers = [],
}: {
  /** What is not computable. */
  readonly name: string;
  readonly numbers?: readonly SchoolNumber[] | undefined;
}) => {
  const [first] = numbers;
  return (
    <span className={styles.unknown}>
      <StatusMark tone="unknown">{GAPS_TEXTS.school.notComputable}</StatusMark>
      {first !== undefined && (
        <span className={styles.reason}>
          {missingNumbersText(numbers)}{' '}
          <button
            type="button"
            aria-label={TEXTS.enterFor(name)}
            onClick={() =>
              document.querySelector<HTMLElement>(`[${FIELD}="${CSS.escape(keyOf(first))}"] input`)?.focus()
            }
          >
            {TEXTS.enter}
          </button>
        </span>
      )}
    </span>
  );
};
