import { boxAt, labelsPerSheet, PAPER, type LabelSheet, type PrintOffset } from '#core/labels/label-sheet.ts';
import { LABEL_TEXTS as TEXTS } from '#texts/labels.ts';
import type { DrawnLabel } from './draw-labels.ts';
import styles from './labels.module.css';

/** Less than the paper, so that no rounding makes a second page; no label reaches so far down. */
const HEIGHT = PAPER.height - 0.5;

/** One sheet of paper in millimetres: the same drawing on the screen and on paper. */
const Paper = ({
  label,
  children,
}: {
  /** Only on the screen. */
  readonly label?: string | undefined;
  readonly children: React.ReactNode;
}) => (
  <svg
    className={styles.paper}
    viewBox={`0 0 ${PAPER.width} ${HEIGHT}`}
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    {children}
  </svg>
);

export const LabelPaper = ({
  drawn,
  outlines,
  label,
}: {
  readonly drawn: readonly DrawnLabel[];
  /** Where the labels are cut, for the preview; null = on paper they are there. */
  readonly outlines: LabelSheet | null;
  readonly label?: string;
}) => (
  <Paper label={label}>
    {outlines !== null && <Outlines sheet={outlines} />}
    {drawn.map(({ box, shape, layout: { code, texts } }) => (
      <g key={box.index} transform={`translate(${box.x} ${box.y})`}>
        {shape !== null && code !== null && (
          <path
            d={shape.path}
            fillRule="evenodd"
            shapeRendering="crispEdges"
            transform={`translate(${code.x} ${code.y}) scale(${code.width / shape.width} ${code.height / shape.height})`}
          />
        )}
        {texts.map(({ text, isMain, x, y, size }, index) => (
          <text key={index} x={x} y={y} fontSize={size} fontWeight={isMain ? 600 : 400}>
            {text}
          </text>
        ))}
      </g>
    ))}
  </Paper>
);

const Outlines = ({
  sheet,
  offset = { x: 0, y: 0 },
}: {
  readonly sheet: LabelSheet;
  readonly offset?: PrintOffset;
}) =>
  Array.from({ length: labelsPerSheet(sheet) }, (_, place) => {
    const { x, y, width, height } = boxAt(sheet, place);
    return (
      <rect
        key={place}
        className={styles.outline}
        x={x + offset.x}
        y={y + offset.y}
        width={width}
        height={height}
      />
    );
  });

/** From the left and upper edge of the paper, in mm: far enough from it for any printer. */
const RULER = { x: 100, y: 140, ticks: 20 } as const;

/** Where this printer would meet the labels: to be held against a sheet of them. */
export const TestPaper = ({
  sheet,
  offset,
}: {
  readonly sheet: LabelSheet;
  readonly offset: PrintOffset;
}) => (
  <Paper>
    <Outlines sheet={sheet} offset={offset} />
    <g className={styles.ruler} transform={`translate(${RULER.x} ${RULER.y})`}>
      {Array.from({ length: RULER.ticks + 1 }, (_, tick) => {
        const at = tick - RULER.ticks / 2;
        const length = tick % 5 === 0 ? 3 : 1.5;
        return <path key={tick} d={`M${at} 0v${-length}M0 ${at}h${-length}`} />;
      })}
    </g>
    <text className={styles.testText} x={RULER.x + 3} y={RULER.y + 6} fontSize={3.5}>
      {TEXTS.testTitle(sheet)}
    </text>
    <text className={styles.testText} x={RULER.x + 3} y={RULER.y + 11} fontSize={3}>
      {TEXTS.testOffset(offset.x, offset.y)}
    </text>
  </Paper>
);
