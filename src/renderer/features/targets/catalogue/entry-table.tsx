import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { CatalogueRow } from '#core/targets/catalogue-rows.ts';
import type { ProfileEntry, ProfileList } from '#core/targets/own-changes.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { focusCell, keepTabStop, type Step } from './cell-focus.ts';
import styles from './catalogue.module.css';
import { EditCell } from './edit-cell.tsx';
import type { EntryField } from './entry-field.ts';
import { ActionCell, OriginCell } from './row-marks.tsx';
import { useCatalogueActions } from './use-catalogue.ts';

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
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => keepTabStop(frame.current, null));
  const columns = useMemo(() => {
    const made = fields.flatMap((field): readonly DataColumn<CatalogueRow<List>>[] => [
      ...facts.filter(({ before }) => before === field.id),
      {
        id: field.id,
        label: field.label,
        ...(field.align !== undefined && { align: field.align }),
        ...(field.isRowHead === true && { isRowHead: true }),
        cell: (row) => <EntryCell row={row} field={field} onSave={actions.save} />,
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
    <div
      ref={frame}
      className={styles.table}
      onFocus={(event) => keepTabStop(frame.current, event.target)}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('td, th') : null;
        if (step === undefined || cell === null || hasModifier(event)) return;
        event.preventDefault();
        focusCell(cell, step);
      }}
    >
      <DataTable caption={caption} rows={rows} keyOf={({ id }) => id} columns={columns} />
    </div>
  );
};
const NO_FACTS: readonly [] = [];

const STEPS: Readonly<Record<string, Step | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};
const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

const EntryCell = <List extends ProfileList>({
  row,
  field,
  onSave,
}: {
  readonly row: CatalogueRow<List>;
  readonly field: EntryField<ProfileEntry<List>>;
  readonly onSave: (entry: ProfileEntry<List>) => string | null;
}) => {
  const { entry, issued, state } = row;
  const isThere = field.has?.(entry) ?? true;
  const shown = isThere ? field.show(entry) : '';
  // What does not hold is not edited: it is taken up again first.
  if (!isThere || state === 'suspended' || state === 'left-out')
    return (
      <span className={styles.fixed} data-width={field.width} data-gone={state === 'suspended' || undefined}>
        {shown === '' ? CATALOGUE_TEXTS.empty : shown}
      </span>
    );
  const before = issued === null ? shown : field.show(issued);
  return (
    <EditCell
      field={field}
      entry={entry}
      rowName={entry.name}
      issuedText={before === shown ? null : before === '' ? CATALOGUE_TEXTS.empty : before}
      onSave={onSave}
    />
  );
};
