import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import frameStyles from './chart-frame.module.css';
import { pictureOf } from './chart-picture.ts';
import { LegendSwatch, type LegendEntry } from './chart-legend.tsx';
import styles from './picture-sheet.module.css';

/** What stands above a chart in its picture, so that the picture explains itself. */
export type PictureHead = {
  readonly title: string;
  /** School, Stichtag and stage. */
  readonly lines: readonly string[];
  readonly legend: readonly LegendEntry[];
  /** What the picture leaves out; null = nothing. */
  readonly rest: string | null;
};

const WIDTH = 960;
const LINE = 20;
const LEGEND_GAP = 34;

/** So often it is looked whether the chart stands, and so long between two looks. */
const LOOKS = 100;
const LOOK_MS = 30;

/**
 * Draws a chart for a picture outside of what is seen: in light colours, at its own width, with head and legend, and
 * hands the picture out.
 */
export const PictureSheet = ({
  head,
  onPicture,
  onFailure,
  children,
}: {
  readonly head: PictureHead;
  readonly onPicture: (picture: Blob) => void;
  readonly onFailure: (reason: unknown) => void;
  readonly children: ReactNode;
}) => {
  const sheet = useRef<HTMLDivElement>(null);
  const outcome = useRef({ onPicture, onFailure });
  useEffect(() => {
    let isWanted = true;
    const draw = async (): Promise<void> => {
      const element = sheet.current;
      if (element === null) throw new Error('no sheet');
      await whenStill(element);
      const picture = await pictureOf(element);
      if (isWanted) outcome.current.onPicture(picture);
    };
    draw().catch((reason: unknown) => {
      if (isWanted) outcome.current.onFailure(reason);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return createPortal(
    <div
      ref={sheet}
      className={styles.sheet}
      data-theme="light"
      aria-hidden="true"
      inert
      style={{ width: WIDTH }}
    >
      <Head head={head} />
      {children}
      {head.rest !== null && (
        <svg width={WIDTH} height={LINE}>
          <text y={14} className={styles.line}>
            {head.rest}
          </text>
        </svg>
      )}
    </div>,
    document.body,
  );
};

/** The library draws in several steps: the chart stands when nothing is added any more. */
const whenStill = async (sheet: HTMLElement): Promise<void> => {
  let before = -1;
  for (let look = 0; look < LOOKS; look += 1) {
    const count = sheet.querySelectorAll('[role=img] svg *').length;
    if (count > 0 && count === before) return;
    before = count;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('the chart was not drawn in time');
};

const Head = ({ head: { title, lines, legend } }: { readonly head: PictureHead }) => {
  const places = legendPlaces(legend);
  const top = 34 + lines.length * LINE;
  const legendRows = legend.length === 0 ? 0 : (places.at(-1)?.row ?? 0) + 1;
  return (
    <svg width={WIDTH} height={top + legendRows * LINE + 4}>
      <text y={18} className={styles.title}>
        {title}
      </text>
      {lines.map((line, index) => (
        <text key={line} y={40 + index * LINE} className={styles.line}>
          {line}
        </text>
      ))}
      {legend.map((entry, index) => {
        const { x = 0, row = 0 } = places[index] ?? {};
        return (
          <g key={entry.label} transform={`translate(${x} ${top + row * LINE})`}>
            <LegendSwatch entry={entry} />
            <text x={20} y={11} className={frameStyles.nameText}>
              {entry.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

/** Entries beside each other, in as many rows as they need. */
const legendPlaces = (
  legend: readonly LegendEntry[],
): readonly { readonly x: number; readonly row: number }[] => {
  const context = document.createElement('canvas').getContext('2d');
  if (context !== null) context.font = '13px "Segoe UI", "Liberation Sans", sans-serif';
  let x = 0;
  let row = 0;
  return legend.map(({ label }) => {
    const width = (context?.measureText(label).width ?? label.length * 8) + LEGEND_GAP;
    if (x > 0 && x + width > WIDTH) {
      x = 0;
      row += 1;
    }
    const place = { x, row };
    x += width;
    return place;
  });
};
