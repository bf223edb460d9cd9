import type { PreviewLine } from '#core/import/plan/preview-lines.ts';
import type { Winner } from '#core/import/types.ts';
import { formatNumber, UNKNOWN } from '#texts/format.ts';
import { importIssueText, IMPORT_TEXTS, placeText, rejectionText } from '#texts/import.ts';
import { SelectField } from '#ui/field.tsx';
import { ChangeText, fieldLabelOf } from './change-text.tsx';
import styles from './lines-grid.module.css';
import { OutcomeMark } from './outcome-mark.tsx';

const TEXTS = IMPORT_TEXTS.preview;

/** Where list and inventory can be weighed against each other. */
export const winnersOf = ({ outcome, winner }: PreviewLine): readonly Winner[] =>
  winner === null
    ? []
    : outcome === 'conflict'
      ? ['list', 'inventory', 'new']
      : outcome === 'changed'
        ? ['list', 'inventory']
        : [];

/** The place of a line as people say it. */
export const lineName = ({ row, text }: PreviewLine): string => (row === 0 ? text : placeText({ row }));

type LineRowProps = {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** undefined = not fetched yet. */
  readonly line: PreviewLine | undefined;
  readonly winner: Winner | null;
  readonly categories: ReadonlyMap<string, string>;
  readonly isCursor: boolean;
  readonly isSheetShown: boolean;
  readonly onOpen: () => void;
  readonly onChoose: (line: PreviewLine, winner: Winner) => void;
};

export const LineRow = ({
  id,
  index,
  top,
  height,
  line,
  winner,
  categories,
  isCursor,
  isSheetShown,
  onOpen,
  onChoose,
}: LineRowProps) => (
  <div
    id={id}
    role="row"
    aria-rowindex={index + 2}
    aria-selected={isCursor}
    className={styles.row}
    data-clear={line?.issues.some(({ severity }) => severity !== 'info') || undefined}
    style={{ top, height }}
    onClick={(event) => {
      if (event.target instanceof Element && event.target.closest('select') === null) onOpen();
    }}
  >
    {line === undefined ? (
      <span role="gridcell" className={styles.loading}>
        {TEXTS.loading}
      </span>
    ) : (
      <LineCells
        line={line}
        winner={winner}
        categories={categories}
        isCursor={isCursor}
        isSheetShown={isSheetShown}
        onChoose={(chosen) => onChoose(line, chosen)}
      />
    )}
  </div>
);

const LineCells = ({
  line,
  winner,
  categories,
  isCursor,
  isSheetShown,
  onChoose,
}: {
  readonly line: PreviewLine;
  readonly winner: Winner | null;
  readonly categories: ReadonlyMap<string, string>;
  readonly isCursor: boolean;
  readonly isSheetShown: boolean;
  readonly onChoose: (winner: Winner) => void;
}) => {
  const kinds = line.categoryIds.map((category) => categories.get(category ?? '') ?? UNKNOWN).join(', ');
  const choices = winnersOf(line);
  const choose = (value: string): void => {
    const chosen = choices.find((entry) => entry === value);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <>
      <span role="gridcell" className={styles.number} title={line.sheet}>
        {line.row === 0 ? UNKNOWN : formatNumber(line.row)}
      </span>
      <span role="gridcell">
        <OutcomeMark outcome={line.outcome} />
        {isSheetShown && <span className={styles.sheet}>{line.sheet}</span>}
      </span>
      <span
        role="gridcell"
        className={styles.device}
        title={[line.assetTag, line.text].filter(Boolean).join(' · ')}
      >
        {line.assetTag !== null && <b>{line.assetTag}</b>}
        <span>{line.text}</span>
      </span>
      <span role="gridcell" className={styles.cut} title={kinds}>
        {kinds}
      </span>
      <span role="gridcell" className={styles.cut} title={line.roomNumber ?? ''}>
        {line.roomNumber ?? ''}
      </span>
      <span role="gridcell" className={styles.hints}>
        <Hints line={line} isKept={winner === 'inventory'} />
      </span>
      <span role="gridcell">
        {choices.length > 0 && (
          <SelectFieldInRow
            name={TEXTS.winnerOf(lineName(line))}
            value={winner ?? 'list'}
            choices={choices}
            isCursor={isCursor}
            onChange={choose}
          />
        )}
      </span>
    </>
  );
};

/** One tab stop per list: only the row of the cursor lets its select be reached by Tab. */
const SelectFieldInRow = ({
  name,
  value,
  choices,
  isCursor,
  onChange,
}: {
  readonly name: string;
  readonly value: Winner;
  readonly choices: readonly Winner[];
  readonly isCursor: boolean;
  readonly onChange: (value: string) => void;
}) => (
  <SelectField
    label={name}
    isLabelHidden
    isTabStop={isCursor}
    value={value}
    options={choices.map((choice) => ({ value: choice, label: TEXTS.winners[choice] }))}
    onChange={onChange}
  />
);

const Hints = ({ line, isKept }: { readonly line: PreviewLine; readonly isKept: boolean }) => {
  if (line.outcome === 'only-here') return TEXTS.onlyHere;
  const warnings = line.issues.filter(({ severity }) => severity !== 'info');
  const remarks = line.issues.filter(({ severity }) => severity === 'info');
  // Two lines are seen; what asks for a decision comes first.
  return (
    <>
      {line.rejected !== null && <>{rejectionText({ code: line.rejected })} </>}
      <IssueTexts issues={warnings} isWarning />
      {line.changes.length > 0 && isKept && <>{TEXTS.kept} </>}
      {line.changes.map((change, index) => (
        <span key={`${change.field} ${index}`} className={styles.change}>
          {fieldLabelOf(change.field)} <ChangeText change={change} isKept={isKept} />
        </span>
      ))}
      <IssueTexts issues={remarks} isWarning={false} />
    </>
  );
};

const IssueTexts = ({
  issues,
  isWarning,
}: {
  readonly issues: PreviewLine['issues'];
  readonly isWarning: boolean;
}) =>
  issues.map((issue, index) => (
    <span key={`${issue.code} ${index}`} data-warning={isWarning || undefined}>
      {issue.column === '' ? '' : `${issue.column}: `}
      {importIssueText(issue)}{' '}
    </span>
  ));
