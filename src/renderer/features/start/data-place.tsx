import { useEffect, useState } from 'react';
import { useDataFolder } from '#restore/use-data-folder.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { START_TEXTS } from '#texts/start.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './start-page.module.css';

const TEXTS = START_TEXTS.folder;

/** Where the data will lie, before there are any; another folder may hold those of the school already. */
export const DataPlace = () => {
  const { host } = useSafety();
  const place = useSafetyState((state) => state.place);
  const { isBusy, problem, choose } = useDataFolder(TEXTS.theFolder);
  const [canChoose, setCanChoose] = useState(false);
  useEffect(
    () => void host.appInfo().then(({ capabilities }) => setCanChoose(capabilities.canChooseVault)),
    [host],
  );
  // A browser's own folder is for backups only, and chosen in the settings.
  if (!canChoose || place === null || place.owner === null) return null;
  const { account, computer, isShared } = place.owner;
  return (
    <section className={styles.place} aria-label={TEXTS.title}>
      <p>
        <b>{TEXTS.title}:</b>{' '}
        {place.kind === 'chosen-folder' ? TEXTS.chosen(place.label) : TEXTS.own(account, computer)}{' '}
        {place.kind === 'app-folder' && isShared && TEXTS.shared}
      </p>
      <div className={styles.placeWay}>
        <Button isSmall disabled={isBusy} onClick={choose}>
          {TEXTS.choose}
        </Button>
        <span>{TEXTS.hint}</span>
      </div>
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {problem}
        </Notice>
      )}
    </section>
  );
};
