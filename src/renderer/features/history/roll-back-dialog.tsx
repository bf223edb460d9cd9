import { useState } from 'react';
import type { ChangeSetHeader } from '#core/history/change-set.ts';
import { stepsInForce } from '#state/history-actions.ts';
import { HISTORY_TEXTS, ROLL_BACK_TEXTS } from '#texts/history.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import styles from './history.module.css';
import { useTakeBack } from './use-take-back.ts';

/** Says how many steps go before they go, and that this too can be taken back. */
export const RollBackDialog = ({
  header,
  headers,
  onClose,
}: {
  readonly header: ChangeSetHeader;
  /** All from the newest down to this one. */
  readonly headers: readonly ChangeSetHeader[];
  readonly onClose: () => void;
}) => {
  const [isRunning, setIsRunning] = useState(false);
  const { rollBack } = useTakeBack();
  const count = stepsInForce(headers);
  const run = async (): Promise<void> => {
    setIsRunning(true);
    await rollBack(header.seq, count);
    onClose();
  };
  return (
    <Dialog
      title={ROLL_BACK_TEXTS.title}
      closeLabel={HISTORY_TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {HISTORY_TEXTS.cancel}
          </Button>
          <Button variant="primary" disabled={isRunning || count === 0} onClick={() => void run()}>
            {isRunning ? ROLL_BACK_TEXTS.running : ROLL_BACK_TEXTS.confirm(count)}
          </Button>
        </>
      }
    >
      <div className={styles.texts}>
        <p>{count === 0 ? HISTORY_TEXTS.nothingToDo : ROLL_BACK_TEXTS.text(count, header.at)}</p>
        <p className={styles.quiet}>{ROLL_BACK_TEXTS.undoable}</p>
      </div>
    </Dialog>
  );
};
