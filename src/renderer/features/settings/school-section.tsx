import { SCHOOL_ID } from '#core/history/change-set.ts';
import { readCount, readPartialDate } from '#core/inventory/cell-input.ts';
import { gradesOf, SCHOOL_TYPES, withGrade, type School } from '#core/inventory/school.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { SCHOOL_FIELD_LABELS, SCHOOL_TYPE_LABELS } from '#texts/fields.ts';
import { formatDate, formatNumber } from '#texts/format.ts';
import { SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { SETTINGS_TEXTS } from '#texts/settings.ts';
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
        <fieldset>
          <legend className={styles.legend}>{SETTINGS_TEXTS.grades}</legend>
          <p className={styles.quiet}>{SETTINGS_TEXTS.gradesHint}</p>
          <div className={styles.grades}>
            {grades.map((grade) => (
              <ParsedField
                key={grade}
                label={SETTINGS_TEXTS.grade(grade)}
                value={school.pupilsByGrade?.[grade] ?? null}
                inputMode="numeric"
                format={asNumber}
                parse={parseCount}
                onCommit={(count) => change({ pupilsByGrade: withGrade(school.pupilsByGrade, grade, count) })}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Section>
  );
};
