import { readCount } from '#core/inventory/cell-input.ts';
import { PRIORITIES, type Requirement } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { SelectField, TextField, type Parsed } from '#ui/field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LiveField } from './live-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { withScope } from './quantity.ts';
import { QuantityFields } from './quantity-fields.tsx';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.fields;

const parseYear = (text: string): Parsed<number | null> => {
  if (text === '') return { ok: true, value: null };
  const year = readCount(text);
  return year === null || text.length !== 4 ? { ok: false, message: texts.year } : { ok: true, value: year };
};
const yearText = (year: number | null): string => (year === null ? '' : String(year));

/** The same as the sentence, as fields. */
export const TargetForm = ({
  requirement,
  nameError,
  isDisabled,
  onChange,
}: {
  readonly requirement: Requirement;
  readonly nameError: string | null;
  readonly isDisabled: boolean;
  readonly onChange: (fields: Partial<Requirement>) => void;
}) => {
  const profile = useAppState((state) => state.profile);
  const { appliesTo, categories, priority, stage, dueYear } = requirement;
  return (
    <section className={styles.part} aria-label={texts.title}>
      <div className={styles.partHead}>
        <h3>{texts.title}</h3>
      </div>
      <div className={styles.fields}>
        <div className={styles.line}>
          <TextField
            label={texts.name}
            value={requirement.name}
            error={nameError}
            disabled={isDisabled}
            onChange={(name) => onChange({ name })}
          />
          <SelectField
            label={texts.appliesTo}
            value={appliesTo.kind}
            isDisabled={isDisabled}
            options={(['rooms', 'school'] as const).map((kind) => ({
              value: kind,
              label: texts.scopes[kind],
            }))}
            onChange={(kind) => onChange(withScope(requirement, kind === 'school' ? kind : 'rooms', profile))}
          />
        </div>
        <QuantityFields
          requirement={requirement}
          isDisabled={isDisabled}
          onChange={(quantity) => onChange({ quantity })}
        />
        <div className={styles.pair}>
          <ChoiceList
            label={texts.categories}
            hint={texts.categoriesHint}
            chosen={categories}
            options={profile.categories}
            isOrdered
            isDisabled={isDisabled}
            onChange={(next) => onChange({ categories: next })}
          />
          {appliesTo.kind === 'rooms' && (
            <ChoiceList
              label={texts.roomTypes}
              chosen={appliesTo.roomTypes}
              options={profile.roomTypes}
              isDisabled={isDisabled}
              onChange={(roomTypes) => onChange({ appliesTo: { kind: 'rooms', roomTypes } })}
            />
          )}
        </div>
        <div className={styles.line}>
          <SelectField
            label={texts.priority}
            value={priority}
            isDisabled={isDisabled}
            options={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABELS[value] }))}
            onChange={(value) =>
              onChange({ priority: PRIORITIES.find((known) => known === value) ?? priority })
            }
          />
          <SelectField
            label={texts.stage}
            value={String(stage)}
            isDisabled={isDisabled}
            options={profile.stages.map((entry) => ({
              value: String(entry.stage),
              label: texts.stageOption(entry.stage, entry.name, entry.dueYear),
            }))}
            onChange={(value) => onChange({ stage: Number(value) })}
          />
          <LiveField
            label={texts.dueYear}
            hint={texts.dueYearHint}
            isNumber
            value={dueYear}
            isDisabled={isDisabled}
            parse={parseYear}
            format={yearText}
            onChange={(year) => onChange({ dueYear: year })}
          />
        </div>
        <MoreFields requirement={requirement} isDisabled={isDisabled} onChange={onChange} />
      </div>
    </section>
  );
};
