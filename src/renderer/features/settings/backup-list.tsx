import { useEffect, useState } from 'react';
import { timeOf, type BackupFile } from '#backup/vault-names.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { formatTimestamp } from '#texts/format.ts';
import { BACKUP_SECTION_TEXTS as TEXTS } from '#texts/backup-section.ts';
import { BACKUP_REASON_LABELS, placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './backup-section.module.css';

const momentOf = (file: BackupFile): string => formatTimestamp(timeOf(file).toISOString());

/** Every backup in the app's own folder; each can be looked into before it is put back. */
export const BackupList = ({
  newest,
  onOpen,
}: {
  /** The list is read anew when another backup was written. */
  readonly newest: string | null;
  readonly onOpen: (file: BackupFile) => void;
}) => {
  const { vault } = useSafety();
  const isEncrypted = useSafetyState((state) => state.isEncrypted);
  const [files, setFiles] = useState<readonly BackupFile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void vault?.backups.list().then((listed) => {
      if (!isWanted) return;
      if (listed.ok) setFiles(listed.value);
      setProblem(listed.ok ? null : placeFailureText(listed.error.failure, TEXTS.vaultPlace));
    });
    return () => {
      isWanted = false;
    };
  }, [vault, newest, isEncrypted]);
  if (problem !== null)
    return (
      <Notice kind="gap" role="alert">
        {TEXTS.listFailed(problem)}
      </Notice>
    );
  if (files.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{TEXTS.all(files.length)}</summary>
      <div className={styles.list} tabIndex={0} role="region" aria-label={TEXTS.allCaption}>
        <DataTable
          caption={TEXTS.allCaption}
          rows={files}
          keyOf={({ name }) => name}
          columns={[
            { id: 'at', label: TEXTS.columns.at, isRowHead: true, cell: momentOf },
            {
              id: 'reason',
              label: TEXTS.columns.reason,
              cell: ({ reason }) => BACKUP_REASON_LABELS[reason],
            },
            {
              id: 'size',
              label: TEXTS.columns.size,
              align: 'right',
              cell: ({ size }) => TEXTS.size(size),
            },
            {
              id: 'open',
              label: TEXTS.columns.open,
              align: 'right',
              cell: (file) => (
                <Button
                  variant="quiet"
                  isSmall
                  aria-label={TEXTS.openName(momentOf(file))}
                  onClick={() => onOpen(file)}
                >
                  {TEXTS.open}
                </Button>
              ),
            },
          ]}
        />
      </div>
    </details>
  );
};
