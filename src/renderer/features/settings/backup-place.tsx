import type { HostCapabilities } from '#bridge/contract.ts';
import { useDataFolder } from '#restore/use-data-folder.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { BACKUP_SECTION_TEXTS as TEXTS } from '#texts/backup-section.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './backup-section.module.css';

/** Where journal and backups lie, and what can be done about it. */
export const BackupPlace = ({ capabilities }: { readonly capabilities: HostCapabilities }) => {
  const { host } = useSafety();
  const place = useSafetyState((state) => state.place);
  const { isBusy, problem, choose, allow, reset } = useDataFolder(TEXTS.theFolder);
  if (place === null) return null;
  const { canChooseVault, canRevealFile } = capabilities;

  return (
    <div className={styles.part}>
      <dl className={styles.facts}>
        <dt>{TEXTS.place}</dt>
        <dd>{place.kind === 'browser' ? TEXTS.browserPlace : place.label}</dd>
      </dl>
      {place.owner !== null && (
        <p className={styles.quiet}>
          {(place.kind === 'app-folder' ? TEXTS.ownerOwn : TEXTS.owner)(
            place.owner.account,
            place.owner.computer,
          )}{' '}
          {place.owner.isShared && TEXTS.shared}
        </p>
      )}
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
            <Button variant="primary" onClick={allow}>
              {TEXTS.allow(place.waitingFolder)}
            </Button>
          )}
          {canRevealFile && <Button onClick={() => void host.vaultReveal()}>{TEXTS.showFolder}</Button>}
          {canChooseVault && (
            <Button disabled={isBusy} onClick={choose}>
              {place.kind === 'browser' ? TEXTS.chooseFolder : TEXTS.otherFolder}
            </Button>
          )}
          {place.kind === 'chosen-folder' && place.owner !== null && (
            <Button disabled={isBusy} onClick={reset}>
              {TEXTS.ownFolder}
            </Button>
          )}
        </div>
      )}
      <div role="status">{isBusy && TEXTS.moving}</div>
    </div>
  );
};
