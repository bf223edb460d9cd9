import { useRef } from 'react';
import { AUTHORITY_PAGE_TEXTS } from '#texts/authority-page.ts';
import { formatDate, UNKNOWN } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { authorityDesk, type DeskState } from './authority-desk.ts';
import styles from './authority.module.css';
import { fileRows, type FileRow } from './file-rows.ts';

const TEXTS = AUTHORITY_PAGE_TEXTS.files;

const headOf = ({ file: { state } }: FileRow) => (state.kind === 'read' ? state.head : null);

/** The files with what became of each: read, left out, not readable and why. */
export const FilesTab = ({ state }: { readonly state: DeskState }) => {
  const list = useRef<HTMLDivElement>(null);
  const remove = (id: number): void => {
    void authorityDesk.remove(id);
    // The button is gone with its row: the list keeps the focus.
    list.current?.focus();
  };
  return (
    <div ref={list} tabIndex={-1} className={styles.list}>
      <DataTable
        caption={TEXTS.caption}
        rows={fileRows(state)}
        keyOf={({ file }) => String(file.id)}
        columns={[
          {
            id: 'status',
            label: TEXTS.status,
            cell: ({ tone, status }) => (
              <span className={styles.status}>
                <StatusMark tone={tone}>{status}</StatusMark>
              </span>
            ),
          },
          {
            id: 'file',
            label: TEXTS.file,
            isRowHead: true,
            cell: ({ file }) => <span className={styles.fileName}>{file.name}</span>,
          },
          {
            id: 'school',
            label: TEXTS.school,
            cell: (row) => {
              const head = headOf(row);
              return head === null ? (
                UNKNOWN
              ) : (
                <span className={styles.schoolName}>
                  {head.schoolName === '' ? head.schoolId : head.schoolName}
                  <span className={styles.second}>{TEXTS.contentOf(head.rooms, head.devices)}</span>
                </span>
              );
            },
          },
          {
            id: 'asOf',
            label: TEXTS.asOf,
            align: 'right',
            cell: (row) => formatDate(headOf(row)?.asOf ?? null),
          },
          {
            id: 'message',
            label: TEXTS.message,
            cell: ({ messages }) =>
              messages.map((text) => (
                <span key={text} className={styles.message}>
                  {text}
                </span>
              )),
          },
          {
            id: 'actions',
            label: TEXTS.actions,
            align: 'right',
            cell: ({ file }) => (
              <span className={styles.rowActions}>
                <Button
                  isSmall
                  variant="quiet"
                  aria-label={TEXTS.againName(file.name)}
                  disabled={file.state.kind === 'waiting' || file.state.kind === 'reading'}
                  onClick={() => authorityDesk.again(file.id)}
                >
                  {TEXTS.again}
                </Button>
                <Button
                  isSmall
                  variant="quiet"
                  aria-label={TEXTS.removeName(file.name)}
                  onClick={() => remove(file.id)}
                >
                  {TEXTS.remove}
                </Button>
              </span>
            ),
          },
        ]}
      />
    </div>
  );
};
