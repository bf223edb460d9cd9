import { useId, useState } from 'react';
import type { SourceTable } from '#core/import/types.ts';
import type { FirstRow } from '#excel/import-session.ts';
import { formatNumber } from '#texts/format.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Checkbox } from '#ui/field.tsx';
import styles from './head-dialog.module.css';

const TEXTS = IMPORT_TEXTS.head;

/** The first rows of a sheet as they stand there, to choose the head by eye. */
export const HeadDialog = ({
  sheet,
  headRows,
  rows,
  onChoose,
  onClose,
}: {
  readonly sheet: string;
  readonly headRows: SourceTable['headRows'];
  readonly rows: readonly FirstRow[];
  readonly onChoose: (headRows: SourceTable['headRows']) => void;
  readonly onClose: () => void;
}) => {
  const name = useId();
  const [first, setFirst] = useState(headRows.first);
  const [isTwoLines, setTwoLines] = useState(headRows.last > headRows.first);
  const next = rows[rows.findIndex(({ row }) => row === first) + 1]?.row ?? first;
  const last = isTwoLines ? next : first;
  return (
    <Dialog
      title={TEXTS.title(sheet)}
      closeLabel={TEXTS.close}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button onClick={onClose}>{IMPORT_TEXTS.cancel}</Button>
          <Button variant="primary" onClick={() => onChoose({ first, last })}>
            {TEXTS.take}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <p>{TEXTS.fact}</p>
        <Checkbox label={TEXTS.twoLines} isChecked={isTwoLines} onChange={setTwoLines} />
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={TEXTS.caption}>
        <table className={styles.rows}>
          <caption className={styles.hidden}>{TEXTS.caption}</caption>
          <tbody>
            {rows.map(({ row, texts }) => (
              <tr
                key={row}
                data-head={(row >= first && row <= last) || undefined}
                onClick={() => setFirst(row)}
              >
                <th scope="row">
                  <label>
                    <input
                      type="radio"
                      name={name}
                      checked={row === first}
                      aria-label={TEXTS.row(row)}
                      onChange={() => setFirst(row)}
                    />
                    {formatNumber(row)}
                  </label>
                </th>
                {texts.map((text, column) => (
                  <td key={column} title={text}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
};
