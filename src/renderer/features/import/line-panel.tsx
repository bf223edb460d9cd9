import { useEffect, useState } from 'react';
import type { DetailEntry, PreviewLine } from '#core/import/plan/preview-lines.ts';
import type { ImportIssue, Winner } from '#core/import/types.ts';
import { importIssueText, IMPORT_TEXTS, matchedByText, placeText, rejectionText } from '#texts/import.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Segments } from '#ui/field.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { fieldLabelOf, ValueText } from './change-text.tsx';
import type { Choices } from './choices.ts';
import styles from './line-panel.module.css';
import { lineName, winnersOf } from './line-row.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import type { WorkerHandle } from './use-import-worker.ts';

const TEXTS = IMPORT_TEXTS.panel;

const useDetail = (worker: WorkerHandle, line: PreviewLine): readonly DetailEntry[] => {
  const [detail, setDetail] = useState<readonly DetailEntry[]>([]);
  const { current } = worker;
  useEffect(() => {
    let isWanted = true;
    current()
      ?.detail(line.key)
      .then((entries) => {
        if (isWanted) setDetail(entries);
      })
      // The worker reports what went wrong with the plan itself; without a detail the panel shows its hints.
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [current, line]);
  return detail;
};

/** One row in full: its hints with place and reason, and every field, old and new. */
export const LinePanel = ({
  line,
  worker,
  choices,
  onChoose,
  onClose,
}: {
  readonly line: PreviewLine;
  readonly worker: WorkerHandle;
  readonly choices: Choices;
  readonly onChoose: (winner: Winner) => void;
  readonly onClose: () => void;
}) => {
  const detail = useDetail(worker, line);
  const winners = winnersOf(line);
  return (
    <SidePanel
      title={line.assetTag ?? line.text}
      subtitle={line.row === 0 ? line.text : TEXTS.title(lineName(line), line.sheet)}
      closeLabel={TEXTS.close}
      onClose={onClose}
    >
      <div className={styles.panel}>
        <p>
          <OutcomeMark outcome={line.outcome} isTag />
        </p>
        {line.matchedBy !== null && <p className={styles.quiet}>{matchedByText(line.matchedBy)}</p>}
        {winners.length > 0 && (
          <div className={styles.winner}>
            <span>{TEXTS.winner}</span>
            <Segments
              label={TEXTS.winner}
              value={choices.winners[line.key] ?? line.winner ?? ''}
              options={winners.map((value) => ({ value, label: IMPORT_TEXTS.preview.winners[value] }))}
              onChange={(value) => {
                const winner = winners.find((entry) => entry === value);
                if (winner !== undefined) onChoose(winner);
              }}
            />
          </div>
        )}
        <HintList line={line} />
        {line.rejected !== null && (
          <section>
            <h3>{TEXTS.cells}</h3>
            <p className={styles.cells}>{line.text}</p>
          </section>
        )}
        {detail.map((entry, index) => (
          <DetailTable key={index} entry={entry} isSingle={detail.length === 1} />
        ))}
      </div>
    </SidePanel>
  );
};

const HintList = ({ line }: { readonly line: PreviewLine }) => {
  const place = TEXTS.place(line.sheet, placeText({ row: line.row }), '');
  if (line.row === 0) return <p className={styles.quiet}>{IMPORT_TEXTS.preview.onlyHere}</p>;
  if (line.rejected === null && line.issues.length === 0) return null;
  return (
    <section>
      <h3>{TEXTS.hints}</h3>
      <ul className={styles.hints}>
        {line.rejected !== null && (
          <li>
            <b>{rejectionText({ code: line.rejected })}</b>
            <span>{place}</span>
          </li>
        )}
        {line.issues.map((issue, index) => (
          <Hint key={index} issue={issue} />
        ))}
      </ul>
    </section>
  );
};

const Hint = ({ issue }: { readonly issue: ImportIssue }) => (
  <li>
    <b>{importIssueText(issue)}</b>
    <span>{TEXTS.place(issue.sheet, placeText({ row: issue.row }), issue.column)}</span>
    {issue.value !== '' && <span>{TEXTS.value(issue.value)}</span>}
  </li>
);

const DetailTable = ({ entry, isSingle }: { readonly entry: DetailEntry; readonly isSingle: boolean }) => {
  const name = entry.kind === 'room' ? TEXTS.roomFields : TEXTS.fields;
  const title = isSingle ? name : `${name}: ${entry.title}`;
  return (
    <section>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        rows={entry.fields}
        keyOf={({ field }) => field}
        columns={[
          { id: 'field', label: TEXTS.field, isRowHead: true, cell: ({ field }) => fieldLabelOf(field) },
          ...(entry.action === 'new'
            ? []
            : [
                {
                  id: 'before',
                  label: TEXTS.before,
                  cell: ({ field, before }: DetailEntry['fields'][number]) => (
                    <ValueText field={field} value={before} />
                  ),
                },
              ]),
          {
            id: 'after',
            label: TEXTS.after,
            cell: ({ field, before, after }) =>
              String(before) === String(after) || entry.action === 'new' ? (
                <ValueText field={field} value={after} />
              ) : (
                <b>
                  <ValueText field={field} value={after} />
                </b>
              ),
          },
        ]}
      />
    </section>
  );
};
