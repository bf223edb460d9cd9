import { useState } from 'react';
import { readPartialDate } from '#core/inventory/cell-input.ts';
import { repairDevices } from '#core/inventory/defect-actions.ts';
import { isBroken } from '#core/inventory/defect.ts';
import { STATUSES_AFTER_REPAIR, type StatusAfterRepair } from '#core/inventory/repair.ts';
import type { Device } from '#core/inventory/device.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { STATUS_LABELS } from '#texts/fields.ts';
import { formatDate } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import styles from './device-form.module.css';
import { today } from './device-lookup.ts';
import { useCommitWithToast } from './use-device-commit.ts';

/** „Repariert“: puts broken devices back to work. Where they were before is asked: only the user knows it. */
export const RepairDialog = ({
  devices,
  onClose,
}: {
  readonly devices: readonly Device[];
  readonly onClose: () => void;
}) => {
  const commit = useCommitWithToast();
  const [on, setOn] = useState(() => formatDate(today()));
  const [status, setStatus] = useState<StatusAfterRepair>('in-use');
  const broken = devices.filter(isBroken);
  const others = devices.length - broken.length;
  const typed = readPartialDate(on);
  const day = typed?.length === 10 && typed <= today() ? typed : null;
  const run = (): void => {
    if (day === null) return;
    commit(
      { code: 'devices-repaired', params: { count: broken.length } },
      repairDevices(broken, day, status),
    );
    onClose();
  };
  return (
    <Dialog
      title={DEFECT_TEXTS.repairTitle(broken.length)}
      closeLabel={DEFECT_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{DEFECT_TEXTS.cancel}</Button>
          <Button variant="primary" disabled={day === null || broken.length === 0} onClick={run}>
            {DEFECT_TEXTS.repairDo(broken.length)}
          </Button>
        </>
      }
    >
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <TextField
          label={DEFECT_TEXTS.repairedOn}
          width="date"
          value={on}
          onChange={setOn}
          error={
            day !== null
              ? null
              : typed?.length === 10
                ? DEFECT_TEXTS.sinceFuture
                : DEFECT_TEXTS.repairedOnError
          }
        />
        <SelectField
          label={DEFECT_TEXTS.after}
          value={status}
          options={STATUSES_AFTER_REPAIR.map((value) => ({ value, label: STATUS_LABELS[value] }))}
          onChange={(value) => setStatus(STATUSES_AFTER_REPAIR.find((known) => known === value) ?? 'in-use')}
        />
        <p>{DEFECT_TEXTS.repairHint}</p>
        {others > 0 && <p>{DEFECT_TEXTS.repairOthers(others)}</p>}
      </form>
    </Dialog>
  );
};
