import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { CHART_FRAME_TEXTS } from '#texts/chart-frame.ts';
import styles from './chart-frame.module.css';

/** What is said of one bar, column or point while the pointer or the keyboard is on it. */
export type ChartTip = {
  readonly title: string;
  readonly lines: readonly string[];
  /** What a click does. */
  readonly hint?: string;
};

/** Where the marks of a chart lie, in px of the frame. */
export type ChartLayout =
  | { readonly kind: 'rows'; readonly rowHeight: number }
  | { readonly kind: 'columns'; readonly left: number; readonly right: number };

/** Of a chart that is drawn for a picture, everything at once and without pointer. */
export type Drawing = {
  /** One sentence that says what the picture shows. */
  readonly summary: string;
  readonly isPicture?: boolean;
  /** Called once when the marks are in the page. */
  readonly onDrawn?: (() => void) | undefined;
};

type ChartFrameProps = Drawing & {
  readonly title: string;
  readonly count: number;
  readonly layout: ChartLayout;
  readonly height: number;
  readonly tipOf: (index: number) => ChartTip | null;
  readonly onOpen?: ((index: number) => void) | undefined;
  /** Draws the chart for a width in px; a stable function, so that moving the pointer draws nothing anew. */
  readonly children: (width: number) => ReactNode;
};

type Active = {
  readonly index: number;
  readonly byKey: boolean;
  /** In the lower part of the window: its tooltip goes above it. */
  readonly isLow: boolean;
};

const TIP_WIDTH = 280;

/**
 * One picture for screen readers and one tab stop for the keyboard: pointer and arrow keys show the same tooltip, Enter
 * and a click open what is behind a mark. The values stand in the table beside it, too.
 */
export const ChartFrame = ({
  title,
  summary,
  count,
  layout,
  height,
  tipOf,
  onOpen,
  isPicture = false,
  onDrawn,
  children,
}: ChartFrameProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [active, setActive] = useState<Active | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    setWidth(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const isDrawn = width > 0;
  useLayoutEffect(() => {
    if (isDrawn) onDrawn?.();
  }, [isDrawn, onDrawn]);
  const shown = active !== null && active.index < count ? active : null;
  useLayoutEffect(() => {
    if (shown?.byKey === true) mark.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);

  const indexAt = ({ clientX, clientY }: MouseEvent): number | null => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || count === 0) return null;
    const at =
      layout.kind === 'rows'
        ? (clientY - box.top) / layout.rowHeight
        : ((clientX - box.left - layout.left) / Math.max(1, width - layout.left - layout.right)) * count;
    return at < 0 || at >= count ? null : Math.floor(at);
  };
  const activeAt = (index: number, byKey: boolean): Active => {
    const top = frame.current?.getBoundingClientRect().top ?? 0;
    const y = layout.kind === 'rows' ? top + index * layout.rowHeight : 0;
    return { index, byKey, isLow: y > window.innerHeight * 0.6 };
  };
  const onKey = (event: KeyboardEvent): void => {
    const from = shown?.index ?? -1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: from + 1,
      ArrowRight: from + 1,
      ArrowUp: from - 1,
      ArrowLeft: from - 1,
      Home: 0,
      End: count - 1,
      PageDown: from + 10,
      PageUp: from - 10,
    };
    const target = targets[event.key];
    if (target !== undefined) {
      event.preventDefault();
      setActive(activeAt(Math.min(Math.max(target, 0), count - 1), true));
    } else if (event.key === 'Enter' && shown !== null && onOpen !== undefined) {
      event.preventDefault();
      onOpen(shown.index);
    } else if (event.key === 'Escape' && shown !== null) {
      event.preventDefault();
      setActive(null);
    }
  };
  const picture = (
    <div role="img" aria-label={summary} style={{ height }}>
      {isDrawn && children(width)}
    </div>
  );
  if (isPicture)
    return (
      <div ref={frame} className={styles.frame}>
        {picture}
      </div>
    );
  const tip = shown === null ? null : tipOf(shown.index);
  const place = shown === null ? null : placeOf(shown, layout, width, height, count);
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="group"
      tabIndex={0}
      aria-label={
        onOpen === undefined ? CHART_FRAME_TEXTS.keysReadOnly(title) : CHART_FRAME_TEXTS.keys(title)
      }
      data-opens={onOpen === undefined ? undefined : true}
      onKeyDown={onKey}
      onBlur={() => setActive(null)}
      onMouseMove={(event) => {
        const index = indexAt(event);
        setActive((before) =>
          index === null ? null : before?.index === index ? before : activeAt(index, false),
        );
      }}
      onMouseLeave={() => setActive(null)}
      onClick={(event) => {
        const index = indexAt(event);
        if (index !== null) onOpen?.(index);
      }}
    >
      {picture}
      {place !== null && <div ref={mark} className={styles.mark} style={place.mark} />}
      <div role="status" aria-live={shown?.byKey === true ? 'polite' : 'off'}>
        {tip !== null && place !== null && (
          <div className={styles.tip} style={place.tip}>
            <b>{tip.title}</b>
            {tip.lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
            {tip.hint !== undefined && <i>{tip.hint}</i>}
          </div>
        )}
      </div>
    </div>
  );
};

/** The lit mark, and the tooltip beside it where it covers neither the mark nor leaves the frame. */
const placeOf = (
  { index, isLow }: Active,
  layout: ChartLayout,
  width: number,
  height: number,
  count: number,
) => {
  if (layout.kind === 'rows') {
    const top = index * layout.rowHeight;
    return {
      mark: { left: 0, right: 0, top, height: layout.rowHeight },
      tip: {
        right: 8,
        ...(isLow ? { bottom: height - top + 4 } : { top: top + layout.rowHeight + 4 }),
      },
    };
  }
  const step = (width - layout.left - layout.right) / Math.max(1, count);
  const left = layout.left + index * step;
  const fitsRight = left + step + TIP_WIDTH < width;
  return {
    mark: { left, width: step, top: 0, height },
    tip: { top: 8, ...(fitsRight ? { left: left + step + 4 } : { right: width - left + 4 }) },
  };
};
