import { useMemo, useState } from 'react';
import { createFromBlock, parseBlock, type BlockResult } from '#core/inventory/device-block.ts';
import { foldWord } from '#core/inventory/cell-input.ts';
import { DEVICE_COLUMNS, type DeviceColumnId } from '#core/inventory/device-columns.ts';
import { emptyDevice } from '#core/inventory/device.ts';
import { newDeviceId } from '#state/new-id.ts';
import {
  badCellText,
  BLOCK_TEXTS,
  DEVICE_COLUMN_HEADS,
  DEVICE_COLUMN_LABELS,
  DEVICE_TEXTS,
} from '#texts/devices.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { useCommitWithToast, useFollowers } from '#device-editor/use-device-commit.ts';
import styles from './devices.module.css';

const SHOWN_BAD = 30;

const BadCells = ({
  result,
}: {
  readonly result: Pick<BlockResult, 'bad' | 'rowsLeftOver' | 'columnsLeftOver'>;
}) => (
  <ul className={styles.badCells} tabIndex={0}>
    {result.bad.slice(0, SHOWN_BAD).map((cell) => (
      <li key={`${cell.blockRow} ${cell.blockColumn}`}>{badCellText(cell)}</li>
    ))}
    {result.bad.length > SHOWN_BAD && <li>{BLOCK_TEXTS.more(result.bad.length - SHOWN_BAD)}</li>}
    {result.rowsLeftOver > 0 && <li>{BLOCK_TEXTS.rowsLeft(result.rowsLeftOver)}</li>}
    {result.columnsLeftOver > 0 && <li>{BLOCK_TEXTS.columnsLeft(result.columnsLeftOver)}</li>}
  </ul>
);

/** Asks what to do when a pasted block does not fit wholly. Nothing is written before the answer. */
export const BadBlockDialog = ({
  result,
  onPaste,
  onClose,
}: {
  readonly result: BlockResult;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}) => (
  <Dialog
    title={BLOCK_TEXTS.badTitle}
    closeLabel={DEVICE_TEXTS.close}
    onClose={onClose}
    actions={
      <>
        <Button onClick={onClose}>{BLOCK_TEXTS.pasteNothing}</Button>
        {result.cells > 0 && (
          <Button variant="primary" onClick={onPaste}>
            {BLOCK_TEXTS.pasteRest(result.cells)}
          </Button>
        )}
      </>
    }
  >
    {result.bad.length > 0 && <p>{BLOCK_TEXTS.badText(result.bad.length)}</p>}
    <BadCells result={result} />
  </Dialog>
);

const COLUMN_BY_HEAD: ReadonlyMap<string, DeviceColumnId> = new Map(
  DEVICE_COLUMNS.flatMap(({ id }) => [
    [foldWord(DEVICE_COLUMN_LABELS[id]), id] as const,
    [foldWord(DEVICE_COLUMN_HEADS[id]), id] as const,
  ]),
);

/** New devices from a block copied in Excel. */
export const PasteDialog = ({
  columns,
  onClose,
}: {
  readonly columns: readonly DeviceColumnId[];
  readonly onClose: () => void;
}) => {
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const withFollowers = useFollowers();
  const [text, setText] = useState('');
  const result = useMemo(
    () =>
      text.trim() === ''
        ? null
        : createFromBlock(
            parseBlock(text),
            columns,
            (heading) => COLUMN_BY_HEAD.get(foldWord(heading)) ?? null,
            () => emptyDevice(newDeviceId()),
            lookup,
          ),
    [text, columns, lookup],
  );
  return (
    <Dialog
      title={BLOCK_TEXTS.pasteTitle}
      closeLabel={DEVICE_TEXTS.close}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button onClick={onClose}>{DEVICE_TEXTS.cancel}</Button>
          <Button
            variant="primary"
            disabled={result === null || result.created === 0}
            onClick={() => {
              if (result === null) return;
              commit(
                { code: 'devices-created', params: { count: result.created } },
                withFollowers(result.changes),
              );
              onClose();
            }}
          >
            {BLOCK_TEXTS.pasteDo(result?.created ?? 0)}
          </Button>
        </>
      }
    >
      <TextArea
        label={BLOCK_TEXTS.pasteLabel}
        hint={BLOCK_TEXTS.pasteHint}
        rows={6}
        value={text}
        onChange={setText}
        spellCheck={false}
        autoFocus
      />
      {result !== null && (
        <div className={styles.stack} role="status">
          <p>{BLOCK_TEXTS.pasteCount(result.created)}</p>
          {result.columnsLeftOver > 0 && <p>{BLOCK_TEXTS.pasteColumnsLeft(result.columnsLeftOver)}</p>}
          {result.bad.length > 0 && (
            <>
              <Notice kind="part">{BLOCK_TEXTS.badText(result.bad.length)}</Notice>
              <BadCells result={{ ...result, columnsLeftOver: 0 }} />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
};
