import { useState } from 'react';
import { CODE_KINDS, LABEL_FIELDS, type LabelField } from '#core/labels/label-content.ts';
import { KNOWN_SHEETS } from '#core/labels/known-sheets.ts';
import {
  labelsPerSheet,
  LARGEST_OFFSET,
  type LabelSheet,
  type PrintOffset,
} from '#core/labels/label-sheet.ts';
import { readCount } from '#core/inventory/cell-input.ts';
import { roomsInOrder } from '#device-editor/room-options.ts';
import { labelSelection } from '#state/label-selection.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatNumber } from '#texts/format.ts';
import { LABEL_TEXTS as TEXTS } from '#texts/labels.ts';
import { Button } from '#ui/button.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Checkbox, ParsedField, Segments, SelectField, type Option, type Parsed } from '#ui/field.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import type { LabelChoice } from './label-settings.ts';
import styles from './labels.module.css';
import { readMillimetres, writeMillimetres } from './millimetres.ts';
import { SheetDialog } from './sheet-dialog.tsx';
import { LABEL_SOURCES, type LabelSource } from './use-labels.ts';

export const SourceSection = ({
  source,
  roomId,
  untagged,
  onSource,
  onRoom,
}: {
  readonly source: LabelSource;
  readonly roomId: string;
  readonly untagged: number;
  readonly onSource: (source: LabelSource) => void;
  readonly onRoom: (id: string) => void;
}) => {
  const rooms = useAppState((state) => state.inventory.rooms);
  const selection = labelSelection();
  const options = LABEL_SOURCES.flatMap((value): readonly Option[] => {
    if (value === 'selected-devices' || value === 'selected-rooms')
      return selection !== null && value === `selected-${selection.kind}`
        ? [{ value, label: TEXTS.sources[value](selection.ids.length) }]
        : [];
    return [{ value, label: TEXTS.sources[value] }];
  });
  return (
    <Section title={TEXTS.what}>
      <div className={styles.fields}>
        <SelectField
          label={TEXTS.source}
          value={source}
          options={options}
          onChange={(value) => onSource(LABEL_SOURCES.find((known) => known === value) ?? 'devices')}
        />
        {source === 'room-devices' && (
          <Combobox
            label={TEXTS.room}
            value={roomId}
            options={roomsInOrder(rooms).map(({ id, roomNumber, name, building }) => ({
              value: id,
              label: [roomNumber, name].filter(Boolean).join(' '),
              detail: building ?? '',
            }))}
            emptyText={TEXTS.noRoom}
            onChange={onRoom}
          />
        )}
        {untagged > 0 && (
          <Notice kind="part" role="status">
            {TEXTS.untagged(untagged)}
          </Notice>
        )}
      </div>
    </Section>
  );
};

export const SheetSection = ({
  sheet,
  ownSheets,
  startAt,
  onSheet,
  onOwnSheets,
  onStartAt,
}: {
  readonly sheet: LabelSheet;
  readonly ownSheets: readonly LabelSheet[];
  readonly startAt: number;
  readonly onSheet: (id: string) => void;
  readonly onOwnSheets: (sheets: readonly LabelSheet[]) => void;
  readonly onStartAt: (startAt: number) => void;
}) => {
  const [dialog, setDialog] = useState<'add' | 'edit' | null>(null);
  const isOwn = ownSheets.some(({ id }) => id === sheet.id);
  const perSheet = labelsPerSheet(sheet);
  const parseStart = (text: string): Parsed<number> => {
    const value = text === '' ? 1 : readCount(text);
    return value === null || value < 1 || value > perSheet
      ? { ok: false, message: TEXTS.startError(perSheet) }
      : { ok: true, value };
  };
  return (
    <Section title={TEXTS.sheetSection}>
      <div className={styles.fields}>
        <SelectField
          label={TEXTS.sheet}
          value={sheet.id}
          options={[...KNOWN_SHEETS, ...ownSheets].map((known) => ({
            value: known.id,
            label: TEXTS.sheetOption(known),
            group: known.maker === '' ? TEXTS.ownSheets : known.maker,
          }))}
          onChange={onSheet}
        />
        <div className={styles.buttons}>
          <Button isSmall onClick={() => setDialog('add')}>
            {TEXTS.newSheet}
          </Button>
          {isOwn && (
            <>
              <Button isSmall onClick={() => setDialog('edit')}>
                {TEXTS.editSheet}
              </Button>
              <Button isSmall onClick={() => onOwnSheets(ownSheets.filter(({ id }) => id !== sheet.id))}>
                {TEXTS.removeSheet}
              </Button>
            </>
          )}
        </div>
        <ParsedField
          key={perSheet}
          label={TEXTS.startAt}
          hint={TEXTS.startHint(perSheet)}
          inputMode="numeric"
          value={Math.min(startAt, perSheet)}
          format={(value) => formatNumber(value)}
          parse={parseStart}
          onCommit={(value) => onStartAt(value ?? 1)}
        />
      </div>
      {dialog !== null && (
        <SheetDialog
          sheet={sheet}
          isNew={dialog === 'add'}
          onClose={() => setDialog(null)}
          onSave={(made) => {
            onOwnSheets([...ownSheets.filter(({ id }) => id !== made.id), made]);
            onSheet(made.id);
            setDialog(null);
          }}
        />
      )}
    </Section>
  );
};

const ROOM_FIELDS = ['room', 'name', 'school'] as const;

export const ContentSection = ({
  choice,
  isRooms,
  onChange,
}: {
  readonly choice: LabelChoice;
  readonly isRooms: boolean;
  readonly onChange: (choice: LabelChoice) => void;
}) => {
  const fields = isRooms ? choice.roomFields : choice.deviceFields;
  const known: readonly LabelField[] = isRooms ? ROOM_FIELDS : LABEL_FIELDS;
  const set = (field: LabelField, isOn: boolean): void => {
    const next = known.filter((other) => (other === field ? isOn : fields.includes(other)));
    onChange(isRooms ? { ...choice, roomFields: next } : { ...choice, deviceFields: next });
  };
  return (
    <Section title={TEXTS.content}>
      <div className={styles.fields}>
        <div className={styles.buttons}>
          <span className={styles.legend}>{TEXTS.code}</span>
          <Segments
            label={TEXTS.code}
            value={choice.codeKind}
            options={CODE_KINDS.map((value) => ({ value, label: TEXTS.codes[value] }))}
            onChange={(value) =>
              onChange({ ...choice, codeKind: CODE_KINDS.find((kind) => kind === value) ?? 'qr' })
            }
          />
        </div>
        <p className={styles.quiet}>{TEXTS.codeHint[choice.codeKind]}</p>
        <fieldset className={styles.checks}>
          <legend>{TEXTS.text}</legend>
          {known.map((field) => (
            <Checkbox
              key={field}
              label={isRooms ? TEXTS.roomFields[field] : TEXTS.fields[field]}
              // A door plate without its number is none.
              isDisabled={isRooms && field === 'room'}
              isChecked={fields.includes(field) || (isRooms && field === 'room')}
              onChange={(isOn) => set(field, isOn)}
            />
          ))}
        </fieldset>
      </div>
    </Section>
  );
};

const parseOffset = (text: string): Parsed<number> => {
  const value = text === '' ? 0 : readMillimetres(text);
  return value === null || Math.abs(value) > LARGEST_OFFSET
    ? { ok: false, message: TEXTS.offsetError(LARGEST_OFFSET) }
    : { ok: true, value };
};

export const OffsetSection = ({
  offset,
  onChange,
}: {
  readonly offset: PrintOffset;
  readonly onChange: (offset: PrintOffset) => void;
}) => (
  <Section title={TEXTS.adjust}>
    <div className={styles.fields}>
      <p className={styles.quiet}>{TEXTS.adjustText}</p>
      <div className={styles.pair}>
        <ParsedField
          label={TEXTS.offsetX}
          inputMode="decimal"
          value={offset.x}
          format={writeMillimetres}
          parse={parseOffset}
          onCommit={(x) => onChange({ ...offset, x: x ?? 0 })}
        />
        <ParsedField
          label={TEXTS.offsetY}
          inputMode="decimal"
          value={offset.y}
          format={writeMillimetres}
          parse={parseOffset}
          onCommit={(y) => onChange({ ...offset, y: y ?? 0 })}
        />
      </div>
    </div>
  </Section>
);
