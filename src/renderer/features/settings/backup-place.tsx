import { useState } from 'react';
import type { ChooseOutcome, HostCapabilities } from '#bridge/contract.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { BACKUP_SECTION_TEXTS as TEXTS } from '#texts/backup-section.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './backup-section.module.css';

/** Where journal and backups lie, and what can be done about it. */
export const BackupPlace = ({ capabilities }: { readonly capabilities: HostCapabilities }) => {
  const { host } = useSafety();
  const place = useSafetyState((state) => state.place);
  const [problem, setProblem] = useState<string | null>(null);
  if (place === null) return null;
  const { canChooseVault, canRevealFile } = capabilities;

  const take = async (choosing: Promise<ChooseOutcome>): Promise<void> => {
    setProblem(null);
    const outcome = await choosing;
    // Database, journal and backups are compared anew, as at every start.
    if (outcome.kind === 'chosen') window.location.reload();
    if (outcome.kind === 'failed') setProblem(placeFailureText(outcome.failure, TEXTS.theFolder));
  };

  return (
    <div className={styles.part}>
      <dl className={styles.facts}>
        <dt>{TEXTS.place}</dt>
        <dd>{place.kind === 'browser' ? TEXTS.browserPlace : place.label}</dd>
      </dl>
      {place.waitingFolder !== null && (
        <Notice kind="part" role="status">
          {TEXTS.waiting(place.waitingFolder)}
        </Notice>
      )}
      {place.kind === 'browser' && (
        <Notice>
          {canChooseVault ? TEXTS.browserNotice : TEXTS.browserNoticeNoFolder}{' '}
          {place.isPersistent === true ? TEXTS.persistent : TEXTS.notPersistent}
        </Notice>
      )}
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {TEXTS.folderFailed(problem)}
        </Notice>
      )}
      {(canRevealFile || canChooseVault) && (
        <div className={styles.buttons}>
          {place.waitingFolder !== null && (
            <Button variant="primary" onClick={() => void take(host.vaultAllow())}>
              {TEXTS.allow(place.waitingFolder)}
            </Button>
          )}
          {canRevealFile && <Button onClick={() => void host.vaultReveal()}>{TEXTS.showFolder}</Button>}
          {canChooseVault && (
            <Button onClick={() => void take(host.vaultChoose())}>
              {place.kind === 'browser' ? TEXTS.chooseFolder : TEXTS.otherFolder}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
