import { useState, type FormEvent } from 'react';
import type { UnknownLine } from '#core/stocktake/count-state.ts';
import type { NewDevice } from '#core/stocktake/stocktake.ts';
import { useAppState } from '#state/use-app-state.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import type { Append } from './count-tables.tsx';
import styles from './stocktake.module.css';

/** Codes that no device bears: kept, and made devices of when somebody says what they are. */
export const UnknownTable = ({
  lines,
  isRunning,
  categoryName,
  append,
}: {
  readonly lines: readonly UnknownLine[];
  readonly isRunning: boolean;
  readonly categoryName: (id: string | null) => string;
  readonly append: Append;
}) => {
  const [open, setOpen] = useState<UnknownLine | null>(null);
  const { heads } = STOCKTAKE_TEXTS;
  return (
    <>
      <DataTable
        caption={STOCKTAKE_TEXTS.unknown}
        rows={lines}
        keyOf={({ code }) => code}
        columns={[
          { id: 'code', label: heads.code, isRowHead: true, cell: ({ code }) => code },
          {
            id: 'result',
            label: heads.result,
            cell: ({ newDevice }) =>
              newDevice === null
                ? STOCKTAKE_TEXTS.keptForLater
                : STOCKTAKE_TEXTS.toBeCreated(
                    [categoryName(newDevice.categoryId), newDevice.name].filter(Boolean).join(' · '),
                  ),
          },
          {
            id: 'action',
            label: heads.action,
            cell: (line) =>
              isRunning && (
                <Button isSmall onClick={() => setOpen(line)}>
                  {line.newDevice === null ? STOCKTAKE_TEXTS.createDevice : STOCKTAKE_TEXTS.changeDevice}
                </Button>
              ),
          },
        ]}
      />
      {open !== null && (
        <NewDeviceDialog
          line={open}
          onClose={() => setOpen(null)}
          onDone={(device) => {
            append(open.code, { kind: 'new-device', code: open.code, device });
            setOpen(null);
          }}
        />
      )}
    </>
  );
};

const CODE_KINDS: readonly NewDevice['codeIs'][] = ['assetTag', 'serialNumber'];

const NewDeviceDialog = ({
  line,
  onClose,
  onDone,
}: {
  readonly line: UnknownLine;
  readonly onClose: () => void;
  readonly onDone: (device: NewDevice | null) => void;
}) => {
  const categories = useAppState((state) => state.profile.categories);
  const [codeIs, setCodeIs] = useState<NewDevice['codeIs']>(line.newDevice?.codeIs ?? 'assetTag');
  const [categoryId, setCategoryId] = useState(line.newDevice?.categoryId ?? '');
  const [name, setName] = useState(line.newDevice?.name ?? '');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    onDone({
      codeIs,
      categoryId: categoryId === '' ? null : categoryId,
      name: name.trim() === '' ? null : name.trim(),
    });
  };
  return (
    <Dialog
      title={STOCKTAKE_TEXTS.createTitle(line.code)}
      closeLabel={STOCKTAKE_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{STOCKTAKE_TEXTS.cancel}</Button>
          {line.newDevice !== null && (
            <Button onClick={() => onDone(null)}>{STOCKTAKE_TEXTS.createNot}</Button>
          )}
          <Button variant="primary" type="submit" form="stocktake-device">
            {STOCKTAKE_TEXTS.createDo}
          </Button>
        </>
      }
    >
      <form id="stocktake-device" className={styles.stack} onSubmit={save}>
        <p>{STOCKTAKE_TEXTS.createHint}</p>
        <SelectField
          label={STOCKTAKE_TEXTS.codeIs}
          value={codeIs}
          options={CODE_KINDS.map((value) => ({ value, label: STOCKTAKE_TEXTS.codeKinds[value] }))}
          onChange={(value) => setCodeIs(CODE_KINDS.find((known) => known === value) ?? 'assetTag')}
        />
        <SelectField
          label={STOCKTAKE_TEXTS.category}
          value={categoryId}
          options={[
            { value: '', label: STOCKTAKE_TEXTS.noCategory },
            ...categories.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          onChange={setCategoryId}
        />
        <TextField label={STOCKTAKE_TEXTS.deviceName} value={name} onChange={setName} />
      </form>
    </Dialog>
  );
};
