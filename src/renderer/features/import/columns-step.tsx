import { SEPARATORS, TEXT_ENCODINGS, type ImportField, type TableMapping } from '#core/import/types.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import { formatNumber } from '#texts/format.ts';
import {
  confidenceWord,
  countChoice,
  DEVICE_FIELD_CHOICES,
  IMPORT_TEXTS,
  mappingReasonText,
  ROOM_FIELD_CHOICES,
} from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox, SelectField } from '#ui/field.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import styles from './import-page.module.css';
import type { ImportModel } from './use-import.ts';

const choicesOf = ({ kind }: TableMapping) => (kind === 'rooms' ? ROOM_FIELD_CHOICES : DEVICE_FIELD_CHOICES);

const isField = (table: TableMapping, text: string): text is ImportField =>
  choicesOf(table).some(([field]) => field === text);

/** Blocks with a room line above their devices, and sheets whose title names a room, need no column for it. */
const namesRoom = ({ layout, columns }: TableMapping): boolean =>
  layout === 'blocks' || layout === 'sheet-per-room' || columns.some(({ field }) => field === 'roomNumber');

/** Which sheets are read and what each column is; every guess can be changed. */
export const ColumnsStep = ({ model }: { readonly model: ImportModel }) => {
  const { mapping, textFormat, options, source } = model;
  const roomTypes = useAppState((state) => state.profile.roomTypes);
  const categories = useCategoriesById();
  if (mapping === null) return null;
  const isNothing = !mapping.tables.some(({ included }) => included);
  return (
    <div className={styles.step}>
      <div className={styles.guesses}>
        {textFormat !== null && source !== null && (
          <>
            <SelectField
              label={IMPORT_TEXTS.encoding}
              value={textFormat.encoding}
              options={TEXT_ENCODINGS.map((value) => ({ value, label: IMPORT_TEXTS.encodings[value] }))}
              onChange={(value) => {
                const encoding = TEXT_ENCODINGS.find((entry) => entry === value) ?? null;
                void model.open(source, { ...options, encoding });
              }}
            />
            <SelectField
              label={IMPORT_TEXTS.separator}
              value={textFormat.separator}
              options={SEPARATORS.map((value) => ({ value, label: IMPORT_TEXTS.separators[value] }))}
              onChange={(value) => {
                const separator = SEPARATORS.find((entry) => entry === value) ?? null;
                void model.open(source, { ...options, separator });
              }}
            />
          </>
        )}
        <SelectField
          label={IMPORT_TEXTS.defaultRoomType}
          value={model.defaultRoomType ?? ''}
          options={[
            { value: '', label: IMPORT_TEXTS.noRoomType },
            ...roomTypes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => model.setDefaultRoomType(value === '' ? null : value)}
        />
      </div>
      {mapping.tables.map((table) => (
        <Section
          key={table.table.sheet}
          title={IMPORT_TEXTS.sheetRows(table.table.sheet, formatNumber(table.table.rowCount))}
          fact={IMPORT_TEXTS.columns.recognised(
            formatNumber(table.columns.filter(({ field }) => field !== null).length),
            formatNumber(table.columns.length),
          )}
          actions={
            <Checkbox
              label={`${IMPORT_TEXTS.kinds[table.kind]} ${IMPORT_TEXTS.take}`}
              isChecked={table.included}
              onChange={(isIncluded) => model.include(table.table.sheet, isIncluded)}
            />
          }
        >
          {table.included && !namesRoom(table) && <Notice kind="part">{IMPORT_TEXTS.noRoomColumn}</Notice>}
          {table.included && (
            <DataTable
              caption={`${IMPORT_TEXTS.columns.caption}: ${table.table.sheet}`}
              rows={table.columns}
              keyOf={({ column }) => String(column)}
              columns={[
                {
                  id: 'header',
                  label: IMPORT_TEXTS.columns.header,
                  isRowHead: true,
                  cell: ({ header }) => <b>{header}</b>,
                },
                {
                  id: 'examples',
                  label: IMPORT_TEXTS.columns.examples,
                  cell: ({ column }) => (
                    <span className={styles.examples}>
                      {table.table.columns.find(({ index }) => index === column)?.examples.join(' · ') ?? ''}
                    </span>
                  ),
                },
                {
                  id: 'field',
                  label: IMPORT_TEXTS.columns.field,
                  cell: ({ column, header, field, categoryId }) => (
                    <SelectField
                      label={IMPORT_TEXTS.columns.fieldOf(header)}
                      isLabelHidden
                      value={field ?? ''}
                      options={[
                        { value: '', label: IMPORT_TEXTS.columns.extra },
                        ...(field === 'count'
                          ? [
                              {
                                value: field,
                                label: countChoice(categories.get(categoryId ?? '')?.name ?? header),
                              },
                            ]
                          : []),
                        ...choicesOf(table).map(([value, label]) => ({ value, label })),
                      ]}
                      onChange={(value) =>
                        model.chooseField(table.table.sheet, column, isField(table, value) ? value : null)
                      }
                    />
                  ),
                },
                {
                  id: 'how',
                  label: IMPORT_TEXTS.columns.how,
                  cell: ({ field, confidence, reason }) => (
                    <span className={styles.how}>
                      {field !== null && (
                        <StatusMark tone={confidence >= 0.85 ? 'met' : 'part'}>
                          {confidenceWord(confidence)}
                        </StatusMark>
                      )}
                      <span className={styles.note}>{mappingReasonText(reason)}</span>
                    </span>
                  ),
                },
              ]}
            />
          )}
        </Section>
      ))}
      <div className={styles.actions}>
        <Button onClick={model.restart}>{IMPORT_TEXTS.again}</Button>
        <Button variant="primary" disabled={isNothing} onClick={() => void model.preview()}>
          {IMPORT_TEXTS.toPreview}
        </Button>
      </div>
    </div>
  );
};
