import type { StartNotice } from '#state/open-school.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { BACKUP_TEXTS as TEXTS } from '#texts/backup.ts';
import { START_NOTICES } from '#texts/start-notices.ts';
import { IconButton } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './app.module.css';

const textOf = (notice: StartNotice): string => {
  switch (notice.code) {
    case 'rebuilt':
      return START_NOTICES.rebuilt[notice.why](notice.sets, notice.changedAt);
    case 'database-filled':
      return START_NOTICES['database-filled'](notice.sets, notice.changedAt);
    case 'incomplete':
      return START_NOTICES.incomplete(notice.missing);
    case 'backups-damaged':
      return START_NOTICES['backups-damaged'](notice.count);
    case 'journal-damaged':
      return START_NOTICES['journal-damaged']();
    case 'journal-parts-damaged':
      return START_NOTICES['journal-parts-damaged']();
    case 'vault-unreadable':
      return START_NOTICES['vault-unreadable'](notice.folder);
    case 'vault-read-only':
      return START_NOTICES['vault-read-only'](notice.folder);
    case 'read-only-newer':
      return START_NOTICES['read-only-newer'](notice.version);
  }
};

/** What happened at start, above whatever screen is open, until the user has taken note of it. */
export const StartNotices = () => {
  const safety = useSafety();
  const notices = useSafetyState((state) => state.notices);
  return notices.map((notice) => (
    <div key={notice.code} className={styles.sample}>
      <Notice kind={notice.code === 'incomplete' ? 'gap' : 'part'} role="status">
        <div className={styles.startNotice}>
          <span>{textOf(notice)}</span>
          <IconButton icon="close" label={TEXTS.dismiss} onClick={() => safety.dismissNotice(notice)} />
        </div>
      </Notice>
    </div>
  ));
};
