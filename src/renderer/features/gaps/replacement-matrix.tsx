import { useState, type KeyboardEvent } from 'react';
import {
  replacementTimes,
  type ReplacementPlan,
  type ReplacementSum,
  type ReplacementTime,
} from '#core/plan/replacement-plan.ts';
import { yearOf } from '#core/shared/iso-date.ts';
import type { DeviceCategory } from '#core/targets/target-profile.ts';
import { formatNumber } from '#texts/format.ts';
import { REPLACEMENT_TEXTS as TEXTS } from '#texts/replacement.ts';
import { Icon } from '#ui/icons.tsx';
import styles from './replacement.module.css';

/** One cell of the matrix. */
export type ReplacementPlace = { readonly categoryId: string; readonly time: ReplacementTime };

const idOf = ({ categoryId, time }: ReplacementPlace): string => `${categoryId} ${time}`;

/** Category × year, with sums of rows and columns. A filled cell opens its devices; the arrow keys go from one to the next. */
export const ReplacementMatrix = ({
  plan,
  isCost,
  categories,
  opened,
  onOpen,
}: {
  readonly plan: ReplacementPlan;
  /** Cells say euros instead of devices. */
  readonly isCost: boolean;
  readonly categories: ReadonlyMap<string, DeviceCategory>;
  readonly opened: ReplacementPlace | null;
  readonly onOpen: (place: ReplacementPlace) => void;
}) => {
  const times = replacementTimes(plan);
  const thisYear = yearOf(plan.asOf);
  const filled = plan.rows.flatMap(({ categoryId, cells }) =>
    times.filter((time) => cells.has(time)).map((time): ReplacementPlace => ({ categoryId, time })),
  );
  const [current, setCurrent] = useState<string | null>(null);
  // The table is one tab stop; when the cell with it is gone, the first one has it.
  const tabStop = filled.find((place) => idOf(place) === current) ?? filled[0];
  const show = ({ units, costCents }: ReplacementSum): string =>
    isCost ? TEXTS.bareEuros(costCents) : formatNumber(units);

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (tabStop === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextPlace(filled, tabStop, event.key, times);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(idOf(next));
    event.currentTarget.querySelector<HTMLElement>(`[data-place="${CSS.escape(idOf(next))}"]`)?.focus();
  };

  return (
    <div className={styles.scroll}>
      <table className={styles.matrix} onKeyDown={onKeyDown}>
        <caption className={styles.hidden}>{TEXTS.caption(isCost)}</caption>
        <thead>
          <tr>
            <th scope="col">{TEXTS.category}</th>
            {times.map((time) => (
              <th key={time} scope="col" data-right data-due={time === thisYear || undefined}>
                {typeof time === 'number' ? time : TEXTS.head[time]}
                {time === thisYear && <span>{TEXTS.due}</span>}
              </th>
            ))}
            <th scope="col" data-right>
              {TEXTS.head.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map(({ categoryId, cells, total }) => {
            const name = categories.get(categoryId)?.name ?? categoryId;
            return (
              <tr key={categoryId}>
                <th scope="row" title={name}>
                  {name}
                </th>
                {times.map((time) => {
                  const cell = cells.get(time);
                  const place = { categoryId, time };
                  const id = idOf(place);
                  return (
                    <td key={time} data-right>
                      {cell !== undefined && (
                        <button
                          type="button"
                          data-place={id}
                          data-printed
                          data-backlog={time === 'backlog' || undefined}
                          data-open={(opened !== null && idOf(opened) === id) || undefined}
                          tabIndex={tabStop !== undefined && idOf(tabStop) === id ? 0 : -1}
                          aria-label={TEXTS.cell(name, time, thisYear, cell)}
                          onFocus={() => setCurrent(id)}
                          onClick={() => onOpen(place)}
                        >
                          {cell.earmarked > 0 && <Icon name="lock" />}
                          {show(cell)}
                        </button>
                      )}
                    </td>
                  );
                })}
                <td data-right>
                  <b>{show(total)}</b>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{TEXTS.sumUnits}</th>
            {times.map((time) => (
              <td key={time} data-right>
                {formatNumber(plan.totals.get(time)?.units ?? 0)}
              </td>
            ))}
            <td data-right>{formatNumber(plan.total.units)}</td>
          </tr>
          <tr>
            <th scope="row">{TEXTS.sumCost}</th>
            {times.map((time) => (
              <td key={time} data-right>
                {TEXTS.bareEuros(plan.totals.get(time)?.costCents ?? 0)}
              </td>
            ))}
            <td data-right>{TEXTS.bareEuros(plan.total.costCents)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

/** The filled cell that an arrow key leads to: the next one of the row or the column, whatever lies between. */
const nextPlace = (
  filled: readonly ReplacementPlace[],
  from: ReplacementPlace,
  key: string,
  times: readonly ReplacementTime[],
): ReplacementPlace | undefined => {
  const inRow = filled.filter(({ categoryId }) => categoryId === from.categoryId);
  const inColumn = filled.filter(({ time }) => time === from.time);
  const step = (line: readonly ReplacementPlace[], by: number): ReplacementPlace | undefined =>
    line[line.findIndex((place) => idOf(place) === idOf(from)) + by];
  switch (key) {
    case 'ArrowRight':
      return step(inRow, 1);
    case 'ArrowLeft':
      return times.indexOf(from.time) === 0 ? undefined : step(inRow, -1);
    case 'ArrowDown':
      return step(inColumn, 1);
    case 'ArrowUp':
      return step(inColumn, -1);
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    default:
      return undefined;
  }
};
