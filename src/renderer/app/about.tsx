import { useEffect, useState } from 'react';
import type { AppInfo } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { Dialog } from '#ui/dialog.tsx';
import styles from './app.module.css';

export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={APP_TEXTS.keys.title} closeLabel={APP_TEXTS.close} onClose={onClose}>
    <dl className={styles.keys}>
      {APP_TEXTS.keys.list.map(([keys, meaning]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);

export const AboutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    void hostBridge().appInfo().then(setInfo);
  }, []);
  return (
    <Dialog title={APP_TEXTS.about.title} closeLabel={APP_TEXTS.close} onClose={onClose}>
      {info !== null && (
        <p>
          {APP_TEXTS.about.version(info.version)} · {APP_TEXTS.about.hosts[info.host]}
        </p>
      )}
      <p>{APP_TEXTS.about.licence}</p>
    </Dialog>
  );
};
