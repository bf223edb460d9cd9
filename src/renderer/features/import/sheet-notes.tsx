import type { TableMapping } from '#core/import/types.ts';
import type { SheetFacts } from '#excel/import-session.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './columns-step.module.css';
import { columnLetter, isRemembered, namesRoom } from './mapping-actions.ts';
import type { ImportModel } from './use-import.ts';

const TEXTS = IMPORT_TEXTS.columns;

/** What is worth knowing about a sheet before its columns are looked at. */
export const SheetNotes = ({
  model,
  table,
  facts,
}: {
  readonly model: ImportModel;
  readonly table: TableMapping;
  readonly facts: SheetFacts | undefined;
}) => {
  const hiddenColumns = (facts?.hiddenColumns ?? []).filter((hidden) =>
    table.columns.some(({ column }) => column === hidden),
  );
  const hiddenRows = facts?.hiddenRows ?? 0;
  const notes = [
    isRemembered(table) && (
      <Notice key="remembered">
        {TEXTS.remembered}{' '}
        <Button variant="quiet" isSmall onClick={() => void model.listModel.remap(table, {}, [])}>
          {TEXTS.proposeAnew}
        </Button>
      </Notice>
    ),
    facts?.isHidden === true && <Notice key="sheet">{TEXTS.hiddenSheet}</Notice>,
    hiddenRows + hiddenColumns.length > 0 && (
      <Notice key="hidden">{TEXTS.hidden(hiddenRows, hiddenColumns.map(columnLetter).join(', '))}</Notice>
    ),
    !namesRoom(table) && (
      <Notice key="room" kind="part">
        {TEXTS.noRoomColumn}
      </Notice>
    ),
  ].filter((note) => note !== false);
  return notes.length === 0 ? null : <div className={styles.notes}>{notes}</div>;
};
