import { useMemo } from 'react';
import type { ColumnMapping, ImportField, TableMapping } from '#core/import/types.ts';
import {
  confidenceWord,
  DEVICE_FIELD_CHOICES,
  IMPORT_TEXTS,
  mappingReasonText,
  OTHER_FIELD_CHOICES,
  ROOM_FIELD_CHOICES,
} from '#texts/import.ts';
import { SelectField, type Option } from '#ui/field.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useCategoryOptions } from './category-options.ts';
import styles from './columns-step.module.css';
import { chooseField, columnLetter, isToCheck, SURE } from './mapping-actions.ts';

const TEXTS = IMPORT_TEXTS.columns;
/** Stands for the extra field among the choices. */
const EXTRA = '';

const choicesOf = ({ kind, layout }: TableMapping): readonly (readonly [ImportField, string])[] => [
  ...(kind === 'rooms' ? ROOM_FIELD_CHOICES : DEVICE_FIELD_CHOICES),
  // Only such a table has cells that count.
  ...(layout === 'count-columns' ? [['count', OTHER_FIELD_CHOICES.count] as const] : []),
  ['ignore', OTHER_FIELD_CHOICES.ignore],
];

const fieldOptions = (table: TableMapping): readonly Option[] => {
  const choices = choicesOf(table).map(([value, label]) => ({ value, label }));
  const isOther = ({ value }: Option): boolean => value === 'count' || value === 'ignore';
  return [
    { value: EXTRA, label: TEXTS.extra },
    ...choices.filter(isOther),
    ...choices
      .filter((choice) => !isOther(choice))
      .map((choice) => ({ ...choice, group: TEXTS.groups[table.kind === 'rooms' ? 'room' : 'device'] })),
  ];
};

/** Every column of the list: heading, examples, what it is taken for and why. */
export const ColumnsTable = ({
  table,
  isOnlyToCheck,
  onChange,
}: {
  readonly table: TableMapping;
  readonly isOnlyToCheck: boolean;
  readonly onChange: (change: (table: TableMapping) => TableMapping) => void;
}) => {
  const { kind, layout } = table;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the choices hang on these two alone
  const options = useMemo(() => fieldOptions(table), [kind, layout]);
  const columns = isOnlyToCheck ? table.columns.filter(isToCheck) : table.columns;
  if (columns.length === 0) return <EmptyState text={TEXTS.noneToCheck} />;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={TEXTS.caption(table.table.sheet)}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{TEXTS.caption(table.table.sheet)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.hidden}>{TEXTS.letter}</span>
            </th>
            <th scope="col">{TEXTS.header}</th>
            <th scope="col">{TEXTS.examples}</th>
            <th scope="col">{TEXTS.field}</th>
            <th scope="col">{TEXTS.how}</th>
            <th scope="col">{TEXTS.reason}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              examples={table.table.columns.find(({ index }) => index === column.column)?.examples ?? []}
              options={options}
              onChoose={(field, categoryId) =>
                onChange((before) => chooseField(before, column.column, field, categoryId))
              }
            />
          ))}
        </tbody>
      </table>
      <p className={styles.noLoss}>{TEXTS.noLoss}</p>
    </div>
  );
};

const ColumnRow = ({
  column: { column, header, field, confidence, reason, categoryId },
  examples,
  options,
  onChoose,
}: {
  readonly column: ColumnMapping;
  readonly examples: readonly string[];
  readonly options: readonly Option[];
  readonly onChoose: (field: ImportField | null, categoryId: string | null) => void;
}) => {
  const categories = useCategoryOptions();
  return (
    <tr>
      <td className={styles.letter}>{columnLetter(column)}</td>
      <th scope="row" title={header}>
        {header}
      </th>
      <td className={styles.examples} title={examples.join(' · ')}>
        {examples.join(' · ')}
      </td>
      <td className={styles.field}>
        <SelectField
          label={TEXTS.fieldOf(header)}
          isLabelHidden
          value={field ?? EXTRA}
          options={options}
          onChange={(value) =>
            onChoose(value === EXTRA ? null : (value as ImportField), value === 'count' ? categoryId : null)
          }
        />
        {field === 'count' && (
          <SelectField
            label={TEXTS.countOf(header)}
            isLabelHidden
            value={categoryId ?? ''}
            options={
              categoryId === null
                ? [{ value: '', label: IMPORT_TEXTS.values.noCategory }, ...categories]
                : categories
            }
            onChange={(value) => onChoose('count', value === '' ? null : value)}
          />
        )}
      </td>
      <td>
        <Confidence field={field} confidence={confidence} />
      </td>
      <td className={styles.reason}>{mappingReasonText(reason)}</td>
    </tr>
  );
};

const Confidence = ({ field, confidence }: Pick<ColumnMapping, 'field' | 'confidence'>) => {
  if (field === null) return <StatusMark tone="unknown">{TEXTS.unassigned}</StatusMark>;
  if (field === 'ignore') return <StatusMark tone="none">{TEXTS.ignored}</StatusMark>;
  return <StatusMark tone={confidence >= SURE ? 'met' : 'part'}>{confidenceWord(confidence)}</StatusMark>;
};
