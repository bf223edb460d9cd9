import { useMemo } from 'react';
import type { Figure } from '#core/targets/target-profile.ts';
import { useCategoriesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CATALOGUE_TEXTS, figureRuleText } from '#texts/catalogue.ts';
import { formatEuros, formatNumber, UNKNOWN } from '#texts/format.ts';
import { Section } from '#ui/layout.tsx';
import styles from './catalogue.module.css';
import {
  countField,
  decimalField,
  eitherField,
  moneyField,
  textField,
  type EntryField,
} from './entry-field.ts';
import { EntryTable, type FactColumn } from './entry-table.tsx';
import { useCatalogueRows } from './use-catalogue.ts';

const TEXTS = CATALOGUE_TEXTS.figures;
const { columns } = TEXTS;

const FIELDS: readonly EntryField<Figure>[] = [
  textField<Figure>('name', { label: columns.name, width: 'name', isRowHead: true }),
  eitherField<Figure>('value', [
    decimalField('value', { label: columns.value }),
    countField('divide', { label: columns.value }),
    moneyField('cents', { label: columns.value }),
  ]),
  textField<Figure>('unit', { label: columns.unit, width: 'word' }),
  textField<Figure>('basis', { label: columns.basis }),
];

/** What the profile tells for information, how it is computed, and what it comes to here. */
export const FiguresSection = () => {
  const rows = useCatalogueRows('figures');
  const categories = useCategoriesById();
  const { figures } = useGapAnalysis();
  const facts = useMemo((): readonly FactColumn<'figures'>[] => {
    const values = new Map(figures.map(({ figureId, value }) => [figureId, value]));
    return [
      {
        id: 'rule',
        label: columns.rule,
        before: 'value',
        cell: ({ entry }) => (
          <span className={styles.rule}>{figureRuleText(entry, (id) => categories.get(id)?.name ?? id)}</span>
        ),
      },
      {
        id: 'here',
        label: columns.here,
        align: 'right',
        before: 'basis',
        cell: ({ id, entry }) => valueText(entry, values.get(id) ?? null),
      },
    ];
  }, [figures, categories]);
  return (
    <Section title={TEXTS.caption}>
      <EntryTable list="figures" caption={TEXTS.caption} rows={rows} fields={FIELDS} facts={facts} />
    </Section>
  );
};

const valueText = (figure: Figure, value: number | null): string => {
  if (value === null) return UNKNOWN;
  if (figure.kind === 'per-pupil-cents') return formatEuros(value);
  return formatNumber(value, figure.kind === 'units-per' ? 2 : 0);
};
