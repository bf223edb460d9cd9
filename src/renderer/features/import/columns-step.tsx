import { useState } from 'react';
import type { TableMapping } from '#core/import/types.ts';
import { formatNumber } from '#texts/format.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/field.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { ColumnsTable } from './columns-table.tsx';
import styles from './columns-step.module.css';
import { isToCheck } from './mapping-actions.ts';
import { MappingMenu } from './mapping-menu.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { SheetNotes } from './sheet-notes.tsx';
import { StepFrame } from './step-frame.tsx';
import type { ImportModel } from './use-import.ts';
import type { OpenList } from './use-list.ts';

const TEXTS = IMPORT_TEXTS.columns;
const PANEL = 'import-sheet';

/** „9 von 12 Spalten sind erkannt. Bitte prüfen Sie 2 Spalten, 1 bleibt als Zusatzfeld.“ */
const factOf = ({ columns }: TableMapping): string => {
  const toCheck = columns.filter((column) => column.field !== null && isToCheck(column)).length;
  const extra = columns.filter((column) => column.field === null && isToCheck(column)).length;
  const parts = [toCheck === 0 ? '' : TEXTS.toCheck(toCheck), extra === 0 ? '' : TEXTS.asExtra(extra)];
  const text = parts.filter(Boolean).join(', ');
  return text === '' ? '' : `${text}.`;
};

/** Which sheets are read and what each column is; every guess is shown and can be changed. */
export const ColumnsStep = ({ model, list }: { readonly model: ImportModel; readonly list: OpenList }) => {
  const { tables } = list.mapping;
  const [chosen, setChosen] = useState(() => tables.find(({ included }) => included)?.table.sheet ?? null);
  const [isOnlyToCheck, setOnlyToCheck] = useState(false);
  const table = tables.find(({ table: { sheet } }) => sheet === chosen) ?? tables[0];
  if (table === undefined) return null;
  const isNothing = !tables.some(({ included }) => included);
  return (
    <StepFrame
      heading={
        table.included
          ? TEXTS.heading(table.columns.filter(({ field }) => field !== null).length, table.columns.length)
          : TEXTS.leftOut
      }
      {...(table.included && { fact: factOf(table) })}
      aside={
        table.included && (
          <Checkbox label={TEXTS.onlyToCheck} isChecked={isOnlyToCheck} onChange={setOnlyToCheck} />
        )
      }
      message={isNothing ? { kind: 'part', text: TEXTS.noSheet } : model.message}
      foot={
        <>
          <Button onClick={() => void model.goTo('file')}>{IMPORT_TEXTS.back}</Button>
          <Checkbox
            label={TEXTS.remember}
            isChecked={model.isMappingRemembered}
            onChange={model.setMappingRemembered}
          />
          <MappingMenu model={model} />
          <span className={styles.grow} />
          <span className={styles.quiet}>{IMPORT_TEXTS.nothingChanged}</span>
          <Button variant="primary" disabled={isNothing} onClick={() => void model.goTo('next')}>
            {IMPORT_TEXTS.next}
          </Button>
        </>
      }
    >
      {tables.length > 1 && (
        <Tabs
          label={TEXTS.sheets}
          panelId={PANEL}
          current={table.table.sheet}
          onChange={setChosen}
          tabs={tables.map(({ table: { sheet, rowCount }, included }) => ({
            id: sheet,
            label: sheet,
            count: included ? formatNumber(rowCount) : TEXTS.sheetOut,
          }))}
        />
      )}
      <div
        className={styles.panel}
        {...(tables.length > 1 && {
          id: PANEL,
          role: 'tabpanel',
          'aria-labelledby': `${PANEL}-${table.table.sheet}`,
        })}
      >
        <SheetBar key={table.table.sheet} model={model} list={list} table={table} />
        {table.included && (
          <>
            <SheetNotes model={model} table={table} facts={list.sheets[table.table.sheet]} />
            <ColumnsTable
              table={table}
              isOnlyToCheck={isOnlyToCheck}
              onChange={(change) => model.listModel.change(table.table.sheet, change)}
            />
          </>
        )}
      </div>
    </StepFrame>
  );
};
