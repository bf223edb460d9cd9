import { useState } from 'react';
import { LAYOUTS, SEPARATORS, TEXT_ENCODINGS, type TableMapping } from '#core/import/types.ts';
import { IMPORT_TEXTS, LAYOUT_LABELS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, SelectField, TextField } from '#ui/field.tsx';
import styles from './columns-step.module.css';
import { HeadDialog } from './head-dialog.tsx';
import type { ImportModel } from './use-import.ts';
import type { OpenList } from './use-list.ts';

const TEXTS = IMPORT_TEXTS.columns;

/** How one sheet is read: whether at all, its layout, its head, and the characters of a text file. */
export const SheetBar = ({
  model,
  list,
  table,
}: {
  readonly model: ImportModel;
  readonly list: OpenList;
  readonly table: TableMapping;
}) => {
  const { sheet, headRows } = table.table;
  const { listModel } = model;
  const remap = (change: Parameters<typeof listModel.remap>[1]): void => {
    void listModel.remap(table, change, listModel.rememberedTables());
  };
  return (
    <div className={styles.bar}>
      <Checkbox
        label={TEXTS.take}
        isChecked={table.included}
        onChange={(included) => listModel.change(sheet, (before) => ({ ...before, included }))}
      />
      {table.included && (
        <>
          <SelectField
            label={TEXTS.layout}
            value={table.layout}
            options={LAYOUTS.map((value) => ({ value, label: LAYOUT_LABELS[value] }))}
            onChange={(value) => {
              const layout = LAYOUTS.find((entry) => entry === value);
              if (layout !== undefined) remap({ layout });
            }}
          />
          {(table.layout === 'sheet-per-room' || table.layout === 'blocks') && (
            <TextField
              label={table.layout === 'blocks' ? TEXTS.firstRoomText : TEXTS.roomText}
              value={table.roomText ?? ''}
              onChange={(text) =>
                listModel.change(sheet, (before) => ({
                  ...before,
                  roomText: text.trim() === '' ? null : text,
                }))
              }
            />
          )}
          <HeadField
            sheet={sheet}
            headRows={headRows}
            rows={list.sheets[sheet]?.firstRows ?? []}
            onChange={(chosen) => remap({ headRows: chosen })}
          />
          <TextFormatFields model={model} list={list} />
        </>
      )}
    </div>
  );
};

const HeadField = ({
  sheet,
  headRows,
  rows,
  onChange,
}: {
  readonly sheet: string;
  readonly headRows: TableMapping['table']['headRows'];
  readonly rows: OpenList['sheets'][string]['firstRows'];
  readonly onChange: (headRows: TableMapping['table']['headRows']) => void;
}) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.head}>
      <span className={styles.headLabel}>{TEXTS.head}</span>
      <span className={styles.headValue}>
        {TEXTS.headRows(headRows.first, headRows.last)}
        <Button
          variant="quiet"
          isSmall
          aria-label={TEXTS.changeHeadOf(sheet)}
          onClick={() => setIsOpen(true)}
        >
          {TEXTS.changeHead}
        </Button>
      </span>
      {isOpen && (
        <HeadDialog
          sheet={sheet}
          headRows={headRows}
          rows={rows}
          onClose={() => setIsOpen(false)}
          onChoose={(chosen) => {
            setIsOpen(false);
            onChange(chosen);
          }}
        />
      )}
    </div>
  );
};

/** Only of text files: what was guessed about their characters. Another choice reads the file again. */
const TextFormatFields = ({ model, list }: { readonly model: ImportModel; readonly list: OpenList }) => {
  const { textFormat, source, options } = list;
  if (textFormat === null || source.kind === 'text') return null;
  return (
    <>
      <SelectField
        label={TEXTS.encoding}
        value={textFormat.encoding}
        options={TEXT_ENCODINGS.map((value) => ({ value, label: IMPORT_TEXTS.encodings[value] }))}
        onChange={(value) => {
          const encoding = TEXT_ENCODINGS.find((entry) => entry === value) ?? null;
          void model.open(source, { ...options, encoding });
        }}
      />
      <SelectField
        label={TEXTS.separator}
        value={textFormat.separator}
        options={SEPARATORS.map((value) => ({ value, label: IMPORT_TEXTS.separators[value] }))}
        onChange={(value) => {
          const separator = SEPARATORS.find((entry) => entry === value) ?? null;
          void model.open(source, { ...options, separator });
        }}
      />
    </>
  );
};
