import { useState } from 'react';
import { profileKey } from '#core/history/change-set.ts';
import { readCount, readPartialDate } from '#core/inventory/cell-input.ts';
import { gradesOf, sumOfGrades, withGrade } from '#core/inventory/school.ts';
import type { SchoolNumbers } from '#core/plan/scenario.ts';
import { useAppState } from '#state/use-app-state.ts';
import { SCHOOL_FIELD_LABELS } from '#texts/fields.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { GAPS_TEXTS } from '#texts/gaps.ts';
import { SCENARIO_TEXTS } from '#texts/scenarios.ts';
import { ParsedField, SelectField, type Parsed } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { StepFormFrame, type StepFormProps } from './step-form-frame.tsx';
import styles from './scenarios.module.css';

const COUNTS = ['pupils', 'classes', 'teachers', 'bandwidthMbit'] as const;

const parseCount = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const count = readCount(text);
  return count === null ? { ok: false, message: SCENARIO_TEXTS.numberError } : { ok: true, value: count };
};

const parseDay = (text: string): Parsed<string> => {
  if (text === '') return { ok: true, value: null };
  const date = readPartialDate(text);
  return date?.length === 10 ? { ok: true, value: date } : { ok: false, message: SCENARIO_TEXTS.dateError };
};

/** Other numbers of the school. What was not touched is not part of the step and stays as it is today. */
export const NumbersForm = (props: StepFormProps) => {
  const school = useAppState((state) => state.inventory.school);
  const [numbers, setNumbers] = useState<Partial<SchoolNumbers>>({});
  const grades = gradesOf(school.schoolType);
  const shown = { ...school, ...numbers };
  const setGrade = (grade: string, count: number | null): void => {
    const pupilsByGrade = withGrade(shown.pupilsByGrade, grade, count);
    const sum = sumOfGrades(pupilsByGrade, grades);
    setNumbers({ ...numbers, pupilsByGrade, ...(sum !== null && { pupils: sum }) });
  };
  return (
    <StepFormFrame
      {...props}
      kind="school"
      step={Object.keys(numbers).length === 0 ? null : { kind: 'school', numbers }}
    >
      <p className={styles.quiet}>{SCENARIO_TEXTS.numbersHint}</p>
      <div className={styles.pair}>
        {COUNTS.map((field) => (
          <ParsedField
            key={field}
            label={field === 'pupils' ? SCENARIO_TEXTS.pupilsTotal : SCHOOL_FIELD_LABELS[field]}
            value={shown[field]}
            format={formatNumber}
            parse={parseCount}
            inputMode="numeric"
            onCommit={(value) => setNumbers({ ...numbers, [field]: value })}
          />
        ))}
      </div>
      <fieldset>
        <legend>{SCENARIO_TEXTS.pupilsByGrade}</legend>
        <div className={styles.grades}>
          {grades.map((grade) => (
            <ParsedField
              key={grade}
              label={SCENARIO_TEXTS.grade(grade)}
              value={shown.pupilsByGrade?.[grade] ?? null}
              format={formatNumber}
              parse={parseCount}
              inputMode="numeric"
              onCommit={(count) => setGrade(grade, count)}
            />
          ))}
        </div>
      </fieldset>
    </StepFormFrame>
  );
};

export const EditionForm = (props: StepFormProps) => {
  const profiles = useAppState((state) => state.profiles);
  const current = useAppState((state) => state.profile);
  const others = profiles.filter((profile) => profileKey(profile) !== profileKey(current));
  const [key, setKey] = useState(others[0] === undefined ? null : profileKey(others[0]));
  return (
    <StepFormFrame
      {...props}
      kind="edition"
      step={key === null ? null : { kind: 'edition', profileKey: key }}
    >
      {key === null ? (
        <Notice>{SCENARIO_TEXTS.oneEdition}</Notice>
      ) : (
        <SelectField
          label={SCENARIO_TEXTS.edition}
          value={key}
          options={others.map((profile) => ({
            value: profileKey(profile),
            label: SCENARIO_TEXTS.editionOption(profile.title, profile.edition),
          }))}
          onChange={setKey}
        />
      )}
    </StepFormFrame>
  );
};

export const ViewForm = (props: StepFormProps) => {
  const stages = useAppState((state) => state.profile.stages);
  const [asOf, setAsOf] = useState<string | null>(null);
  const [stage, setStage] = useState<number | null>(null);
  return (
    <StepFormFrame
      {...props}
      kind="view"
      step={asOf === null && stage === null ? null : { kind: 'view', asOf, stage }}
    >
      <div className={styles.pair}>
        <ParsedField
          label={SCENARIO_TEXTS.asOf}
          hint={SCENARIO_TEXTS.likeScreen}
          value={asOf}
          format={formatDate}
          parse={parseDay}
          onCommit={setAsOf}
        />
        <SelectField
          label={SCENARIO_TEXTS.stage}
          value={stage === null ? '' : String(stage)}
          options={[
            { value: '', label: SCENARIO_TEXTS.likeScreen },
            ...stages.map((entry) => ({
              value: String(entry.stage),
              label: GAPS_TEXTS.stageOption(entry.stage, entry.dueYear),
            })),
          ]}
          onChange={(value) => setStage(value === '' ? null : Number(value))}
        />
      </div>
    </StepFormFrame>
  );
};
