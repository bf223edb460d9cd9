import { SCHOOL_ID } from '#core/history/change-set.ts';
import { readCount, readPartialDate } from '#core/inventory/cell-input.ts';
import { gradesOf, SCHOOL_TYPES, sumToOffer, withGrade, type School } from '#core/inventory/school.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { SCHOOL_FIELD_LABELS, SCHOOL_TYPE_LABELS } from '#texts/fields.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { SCHOOL_NUMBER_TEXTS } from '#texts/school-numbers.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { SETTINGS_TEXTS } from '#texts/settings.ts';
import { Button } from '#ui/button.tsx';
import { ParsedField, SelectField, type Parsed } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './settings-page.module.css';

const TEXT_FIELDS = [
  'schoolNumber',
  'schoolAuthority',
  'schoolYear',
] as const satisfies readonly (keyof School)[];
const COUNT_FIELDS = [
  'pupils',
  'classes',
  'teachers',
  'bandwidthMbit',
] as const satisfies readonly (keyof School)[];

const BY_GRADE = { pupils: 'pupilsByGrade', classes: 'classesByGrade' } as const;

const parseCount = (text: string): Parsed<number> => {
  if (text === '') return { ok: true, value: null };
  const count = readCount(text);
  return count === null ? { ok: false, message: SETTINGS_TEXTS.wholeNumber } : { ok: true, value: count };
};

const parseDay = (text: string): Parsed<string> => {
  if (text === '') return { ok: true, value: null };
  const date = readPartialDate(text);
  return date?.length === 10 ? { ok: true, value: date } : { ok: false, message: SETTINGS_TEXTS.date };
};

const parseText = (text: string): Parsed<string> => ({ ok: true, value: text === '' ? null : text });
const asText = (value: string): string => value;
const asNumber = (value: number): string => formatNumber(value);

/** What the comparison needs to know of the school; each field is one undoable change. */
export const SchoolSection = () => {
  const store = useAppStore();
  const school = useAppState((state) => state.inventory.school);
  const change = (fields: Partial<School>): void => {
    const before = store.getState().inventory.school;
    void store.commit({ code: 'school-changed', params: {} }, [
      { entity: 'school', id: SCHOOL_ID, before, after: { ...before, ...fields } },
    ]);
  };
  const grades = gradesOf(school.schoolType);
  /** Where the grades say another total, it is offered beside the field of the total. */
  const gradeSumHint = (field: (typeof COUNT_FIELDS)[number]) => {
    if (field !== 'pupils' && field !== 'classes') return {};
    const sum = sumToOffer(
      school[field],
      school[BY_GRADE[field]],
      school.schoolType === null ? null : grades,
    );
    if (sum === null) return {};
    return {
      hint: (
        <>
          {SCHOOL_NUMBER_TEXTS.gradeSum(sum, school[field])}{' '}
          <Button
            isSmall
            variant="quiet"
            onClick={(event) => {
              // The button goes with the contradiction.
              event.currentTarget.closest('div')?.querySelector('input')?.focus();
              change({ [field]: sum });
            }}
          >
            {SCHOOL_NUMBER_TEXTS.takeSum(sum)}
          </Button>
        </>
      ),
    };
  };
  return (
    <Section
      title={SETTINGS_TEXTS.school}
      actions={<a href="#/raeume/schuljahr">{SCHOOL_YEAR_TEXTS.settingsLink}</a>}
    >
      <p className={styles.quiet}>{SETTINGS_TEXTS.schoolHint}</p>
      <div className={styles.fields}>
        <ParsedField
          label={SCHOOL_FIELD_LABELS.name}
          value={school.name === '' ? null : school.name}
          format={asText}
          parse={parseText}
          onCommit={(name) => change({ name: name ?? '' })}
        />
        <div className={styles.pair}>
          <SelectField
            label={SCHOOL_FIELD_LABELS.schoolType}
            value={school.schoolType ?? ''}
            options={[
              { value: '', label: SETTINGS_TEXTS.unknown },
              ...SCHOOL_TYPES.map((type) => ({ value: type, label: SCHOOL_TYPE_LABELS[type] })),
            ]}
            onChange={(value) => change({ schoolType: SCHOOL_TYPES.find((type) => type === value) ?? null })}
          />
          {TEXT_FIELDS.map((field) => (
            <ParsedField
              key={field}
              label={SCHOOL_FIELD_LABELS[field]}
              value={school[field]}
              format={asText}
              parse={parseText}
              onCommit={(value) => change({ [field]: value })}
            />
          ))}
          {COUNT_FIELDS.map((field) => (
            <ParsedField
              key={field}
              label={SCHOOL_FIELD_LABELS[field]}
              value={school[field]}
              inputMode="numeric"
              format={asNumber}
              parse={parseCount}
              onCommit={(value) => change({ [field]: value })}
              {...gradeSumHint(field)}
            />
          ))}
          <ParsedField
            label={SCHOOL_FIELD_LABELS.countedOn}
            value={school.countedOn}
            format={formatDate}
            parse={parseDay}
            onCommit={(countedOn) => change({ countedOn })}
          />
        </div>
        {(['pupils', 'classes'] as const).map((field) => (
          <fieldset key={field}>
            <legend className={styles.legend}>{SCHOOL_FIELD_LABELS[BY_GRADE[field]]}</legend>
            <p className={styles.quiet}>{SETTINGS_TEXTS.gradesHint[field](school.schoolYear)}</p>
            <div className={styles.grades}>
              {grades.map((grade) => (
                <ParsedField
                  key={grade}
                  label={SETTINGS_TEXTS.grade(grade)}
                  value={school[BY_GRADE[field]]?.[grade] ?? null}
                  inputMode="numeric"
                  format={asNumber}
                  parse={parseCount}
                  onCommit={(count) =>
                    change({ [BY_GRADE[field]]: withGrade(school[BY_GRADE[field]], grade, count) })
                  }
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Section>
  );
};
