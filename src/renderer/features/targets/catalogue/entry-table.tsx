import { memo, useMemo } from 'react';
import type { CatalogueRow } from '#core/targets/catalogue-rows.ts';
import type { ProfileEntry, ProfileList } from '#core/targets/own-changes.ts';
import { CATALOGUE_TEXTS, changeReasonText } from '#texts/catalogue.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { CellFrame } from './cell-frame.tsx';
import styles from './catalogue.module.css';
import { EditCell } from './edit-cell.tsx';
import type { EntryField } from './entry-field.ts';
import { ActionCell, OriginCell } from './row-marks.tsx';
import { useCatalogueActions, type CatalogueActions } from './use-catalogue.ts';

/** A column that is only looked at; it stands before the column with the given id, else before the marks. */
export type FactColumn<List extends ProfileList> = DataColumn<CatalogueRow<List>> & {
  readonly before?: string;
};

type EntryTableProps<List extends ProfileList> = {
  readonly list: List;
  readonly caption: string;
  readonly rows: readonly CatalogueRow<List>[];
  /** The same array as long as nothing of it changes: the cells are drawn anew with it. */
  readonly fields: readonly EntryField<ProfileEntry<List>>[];
  readonly facts?: readonly FactColumn<List>[];
};

/** A list of the profile as a table that is edited in its cells: one tab stop, arrows between the cells. */
export const EntryTable = <List extends ProfileList>({
  list,
  caption,
  rows,
  fields,
  facts = NO_FACTS,
}: EntryTableProps<List>) => {
  const actions = useCatalogueActions(list);
  const columns = useMemo(() => {
    const made = fields.flatMap((field): readonly DataColumn<CatalogueRow<List>>[] => [
      ...facts.filter(({ before }) => before === field.id),
      {
        id: field.id,
        label: field.label,
        ...(field.align !== undefined && { align: field.align }),
        ...(field.isRowHead === true && { isRowHead: true }),
        cell: ({ entry, issued, change, state }) => (
          <EntryCell {...{ entry, issued, change, state, field }} onSave={actions.save} />
        ),
      },
    ]);
    const marks: readonly DataColumn<CatalogueRow<List>>[] = [
      {
        id: 'origin',
        label: CATALOGUE_TEXTS.origin,
        cell: (row) => <OriginCell row={row} onReset={actions.reset} />,
      },
      {
        id: 'actions',
        label: CATALOGUE_TEXTS.actions,
        cell: (row) => <ActionCell row={row} onSuspend={actions.suspend} onReset={actions.reset} />,
      },
    ];
    return [...made, ...facts.filter(({ before }) => before === undefined), ...marks];
  }, [fields, facts, actions]);
  return (
    <CellFrame>
      <DataTable caption={caption} rows={rows} keyOf={({ id }) => id} columns={columns} />
    </CellFrame>
  );
};
const NO_FACTS: readonly [] = [];

const orEmpty = (text: string): string => (text === '' ? CATALOGUE_TEXTS.empty : text);

type EntryCellProps<List extends ProfileList> = Pick<
  CatalogueRow<List>,
  'entry' | 'issued' | 'change' | 'state'
> & {
  readonly field: EntryField<ProfileEntry<List>>;
  readonly onSave: CatalogueActions<List>['save'];
};

const EntryCellInner = <List extends ProfileList>({
  entry,
  issued,
  change,
  state,
  field,
  onSave,
}: EntryCellProps<List>) => {
  const isThere = field.has?.(entry) ?? true;
  const shown = isThere ? field.show(entry) : '';
  // What does not hold is not edited: it is taken up again first.
  if (!isThere || state === 'suspended' || state === 'left-out')
    return (
      <span className={styles.fixed} data-width={field.width} data-gone={state === 'suspended' || undefined}>
        {orEmpty(shown)}
      </span>
    );
  const before = issued === null ? shown : field.show(issued);
  return (
    <EditCell
      field={field}
      entry={entry}
      rowName={entry.name}
      note={
        before === shown || change === null
          ? null
          : `${CATALOGUE_TEXTS.issued(orEmpty(before))}. ${changeReasonText(state, change)}`
      }
      onSave={(next) =>
        onSave(next, CATALOGUE_TEXTS.changed(field.label, orEmpty(shown), orEmpty(field.show(next))))
      }
    />
  );
};

/**
 * Drawn anew only when its own entry changes: a saved cell must not cost a list of a thousand cells. The cast, because
 * `memo` loses the type parameter.
 */
const EntryCell = memo(EntryCellInner) as typeof EntryCellInner;
