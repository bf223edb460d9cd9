import { readCount, readPartialDate } from '#core/inventory/cell-input.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { gradesOf, sumOfGrades, withGrade } from '#core/inventory/school.ts';
import { classesOfUses, moveUpNumbers, withClasses, withPupils } from '#core/plan/move-up.ts';
import type { SchoolYearPlan } from '#core/plan/school-year.ts';
import { useAppState } from '#state/use-app-state.ts';
import { SCHOOL_FIELD_LABELS } from '#texts/fields.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ParsedField, type Parsed } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { numbersOf, planNumbers, roomPlanOf, useDraft } from './draft.ts';
import styles from './school-year.module.css';

const parseCount = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const count = readCount(text);
  return count === null ? { ok: false, message: SCHOOL_YEAR_TEXTS.numberError } : { ok: true, value: count };
};
const parseDay = (text: string): Parsed<string> => {
  if (text === '') return { ok: true, value: null };
  const date = readPartialDate(text);
  return date?.length === 10
    ? { ok: true, value: date }
    : { ok: false, message: SCHOOL_YEAR_TEXTS.dateError };
};

/** Step 2: pupils and classes per grade, teachers, and which school year it is. */
export const NumbersStep = () => {
  const draft = useDraft();
  const school = useAppState((state) => state.inventory.school);
  const rooms = useAppState((state) => state.inventory.rooms);
  const grades = gradesOf(school.schoolType);
  const shown = numbersOf(draft, school);
  const change = (part: SchoolYearPlan['school']): void => planNumbers(part, school);
  const setPupils = (grade: string, count: number | null): void =>
    change(withPupils(withGrade(shown.pupilsByGrade, grade, count), grades));
  const setClasses = (grade: string, count: number | null): void =>
    change(withClasses(withGrade(shown.classesByGrade, grade, count), grades));
  return (
    <div className={styles.plane} tabIndex={0}>
      <Section
        title={SCHOOL_YEAR_TEXTS.steps.numbers}
        actions={
          <span className={styles.buttons}>
            <Button isSmall onClick={() => change(moveUpNumbers(school))}>
              {SCHOOL_YEAR_TEXTS.numbersMoveUp}
            </Button>
            <Button
              isSmall
              onClick={() =>
                change(
                  withClasses(
                    classesOfUses(
                      roomsInOrder(rooms).map((room) => roomPlanOf(draft, room).use),
                      grades,
                    ),
                    grades,
                  ),
                )
              }
            >
              {SCHOOL_YEAR_TEXTS.countClasses}
            </Button>
          </span>
        }
      >
        <p className={styles.quiet}>{SCHOOL_YEAR_TEXTS.numbersHint}</p>
        <div className={styles.fields}>
          <ParsedField
            label={SCHOOL_FIELD_LABELS.schoolYear}
            value={shown.schoolYear}
            format={(text) => text}
            parse={(text) => ({ ok: true, value: text === '' ? null : text })}
            onCommit={(schoolYear) => change({ schoolYear })}
          />
          <ParsedField
            label={SCHOOL_FIELD_LABELS.countedOn}
            value={shown.countedOn}
            format={formatDate}
            parse={parseDay}
            onCommit={(countedOn) => change({ countedOn })}
          />
          {(['teachers', 'pupils', 'classes'] as const).map((field) => (
            <ParsedField
              key={field}
              label={
                field === 'teachers'
                  ? SCHOOL_FIELD_LABELS.teachers
                  : `${SCHOOL_FIELD_LABELS[field]} ${SCHOOL_YEAR_TEXTS.total}`
              }
              value={shown[field]}
              format={formatNumber}
              parse={parseCount}
              inputMode="numeric"
              onCommit={(value) => change({ [field]: value })}
            />
          ))}
        </div>
      </Section>
      <Section title={SCHOOL_YEAR_TEXTS.byGrade}>
        <DataTable
          caption={SCHOOL_YEAR_TEXTS.byGrade}
          rows={grades}
          keyOf={(grade) => grade}
          columns={[
            { id: 'grade', label: SCHOOL_YEAR_TEXTS.grade, isRowHead: true, cell: (grade) => grade },
            {
              id: 'pupilsBefore',
              label: SCHOOL_YEAR_TEXTS.pupilsBefore,
              align: 'right',
              cell: (grade) => formatNumber(school.pupilsByGrade?.[grade] ?? null),
            },
            {
              id: 'pupilsAfter',
              label: SCHOOL_YEAR_TEXTS.pupilsAfter,
              align: 'right',
              cell: (grade) => (
                <GradeField
                  label={`${SCHOOL_YEAR_TEXTS.pupilsAfter}, ${SCHOOL_YEAR_TEXTS.gradeValue(grade)}`}
                  value={shown.pupilsByGrade?.[grade] ?? null}
                  onCommit={(count) => setPupils(grade, count)}
                />
              ),
            },
            {
              id: 'classesBefore',
              label: SCHOOL_YEAR_TEXTS.classesBefore,
              align: 'right',
              cell: (grade) => formatNumber(school.classesByGrade?.[grade] ?? null),
            },
            {
              id: 'classesAfter',
              label: SCHOOL_YEAR_TEXTS.classesAfter,
              align: 'right',
              cell: (grade) => (
                <GradeField
                  label={`${SCHOOL_YEAR_TEXTS.classesAfter}, ${SCHOOL_YEAR_TEXTS.gradeValue(grade)}`}
                  value={shown.classesByGrade?.[grade] ?? null}
                  onCommit={(count) => setClasses(grade, count)}
                />
              ),
            },
          ]}
          foot={[
            SCHOOL_YEAR_TEXTS.sum,
            formatNumber(sumOfGrades(school.pupilsByGrade, grades)),
            formatNumber(sumOfGrades(shown.pupilsByGrade, grades)),
            formatNumber(sumOfGrades(school.classesByGrade, grades)),
            formatNumber(sumOfGrades(shown.classesByGrade, grades)),
          ]}
        />
      </Section>
    </div>
  );
};

const GradeField = ({
  label,
  value,
  onCommit,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onCommit: (value: number | null) => void;
}) => (
  <div className={styles.gradeField}>
    <ParsedField
      label={label}
      isLabelHidden
      value={value}
      format={formatNumber}
      parse={parseCount}
      inputMode="numeric"
      onCommit={onCommit}
    />
  </div>
);
