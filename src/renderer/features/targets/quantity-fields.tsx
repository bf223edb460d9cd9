import type { PupilTerm, Quantity, Requirement } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LiveField, NumberField } from './live-field.tsx';
import { gradesText, QUANTITY_KINDS, quantityOfKind, readGrades } from './quantity.ts';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.fields;

type QuantityFieldsProps = {
  readonly requirement: Requirement;
  readonly isDisabled: boolean;
  readonly onChange: (quantity: Quantity) => void;
};

/** How many: the kind of quantity, and the numbers that it needs. */
export const QuantityFields = ({ requirement, isDisabled, onChange }: QuantityFieldsProps) => {
  const profile = useAppState((state) => state.profile);
  const { quantity, appliesTo } = requirement;
  return (
    <>
      <div className={styles.line}>
        <SelectField
          label={texts.quantity}
          value={quantity.kind}
          isDisabled={isDisabled}
          options={QUANTITY_KINDS[appliesTo.kind].map((kind) => ({
            value: kind,
            label: texts.quantities[kind],
          }))}
          onChange={(value) => {
            const kind = QUANTITY_KINDS[appliesTo.kind].find((known) => known === value);
            if (kind !== undefined) onChange(quantityOfKind(kind, quantity, profile, requirement.id));
          }}
        />
        <Numbers quantity={quantity} isDisabled={isDisabled} onChange={onChange} />
      </div>
      {quantity.kind === 'per-pupils' && (
        <PupilTerms
          terms={quantity.terms}
          isDisabled={isDisabled}
          onChange={(terms) => onChange({ ...quantity, terms })}
        />
      )}
      {quantity.kind === 'dependent' && (
        <ChoiceList
          label={texts.of}
          chosen={quantity.of}
          options={profile.requirements.filter(({ id }) => id !== requirement.id)}
          isDisabled={isDisabled}
          onChange={(of) => onChange({ ...quantity, of })}
        />
      )}
    </>
  );
};

const Numbers = ({
  quantity,
  isDisabled,
  onChange,
}: Omit<QuantityFieldsProps, 'requirement'> & { readonly quantity: Quantity }) => {
  const number = (label: string, value: number, withValue: (value: number) => Quantity, least: 0 | 1 = 1) => (
    <NumberField
      key={label}
      label={label}
      value={value}
      least={least}
      isDisabled={isDisabled}
      onChange={(next) => onChange(withValue(next))}
    />
  );
  switch (quantity.kind) {
    case 'fixed':
      return number(texts.units, quantity.units, (units) => ({ ...quantity, units }));
    case 'per-seats':
      return [
        number(texts.units, quantity.multiply, (multiply) => ({ ...quantity, multiply })),
        number(texts.perSeats, quantity.divide, (divide) => ({ ...quantity, divide })),
        number(
          texts.fallback,
          quantity.fallbackUnits,
          (fallbackUnits) => ({ ...quantity, fallbackUnits }),
          0,
        ),
      ];
    case 'per-teachers':
      return number(texts.perTeachers, quantity.teachersPerUnit, (teachersPerUnit) => ({
        ...quantity,
        teachersPerUnit,
      }));
    case 'per-classes':
      return number(texts.perClasses, quantity.classesPerUnit, (classesPerUnit) => ({
        ...quantity,
        classesPerUnit,
      }));
    case 'dependent':
      return [
        number(texts.units, quantity.multiply, (multiply) => ({ ...quantity, multiply })),
        number(texts.perUnits, quantity.divide, (divide) => ({ ...quantity, divide })),
      ];
    case 'conditional':
      return [
        number(texts.units, quantity.units, (units) => ({ ...quantity, units })),
        number(texts.below, quantity.below, (below) => ({ ...quantity, below })),
      ];
    case 'per-pupils':
      return null;
  }
};

/** One line for each part of the pupils; the parts are added and rounded up once. */
const PupilTerms = ({
  terms,
  isDisabled,
  onChange,
}: {
  readonly terms: readonly PupilTerm[];
  readonly isDisabled: boolean;
  readonly onChange: (terms: readonly PupilTerm[]) => void;
}) => {
  const label = (index: number, text: string): string =>
    terms.length === 1 ? text : texts.term(index + 1, text);
  const change = (index: number, part: Partial<PupilTerm>): void =>
    onChange(terms.map((term, other) => (other === index ? { ...term, ...part } : term)));
  return (
    <div className={styles.terms}>
      {terms.map((term, index) => (
        // Lines have no name of their own: their place is what they are.
        <div key={index} className={styles.line}>
          <NumberField
            label={label(index, texts.perPupils)}
            value={term.pupilsPerUnit}
            isDisabled={isDisabled}
            onChange={(pupilsPerUnit) => change(index, { pupilsPerUnit })}
          />
          <LiveField
            label={label(index, texts.grades)}
            {...(index === terms.length - 1 && { hint: texts.gradesHint })}
            value={gradesText(term)}
            isDisabled={isDisabled}
            parse={(text) => ({ ok: true, value: text })}
            format={(text) => text}
            onChange={(text) => change(index, { grades: readGrades(text ?? '') })}
          />
          {terms.length > 1 && !isDisabled && (
            <IconButton
              icon="close"
              label={texts.removeTerm(index + 1)}
              onClick={() => onChange(terms.filter((_, other) => other !== index))}
            />
          )}
        </div>
      ))}
      <Button
        isSmall
        disabled={isDisabled}
        onClick={() => onChange([...terms, { pupilsPerUnit: 1, grades: null }])}
      >
        {texts.addTerm}
      </Button>
    </div>
  );
};
