/** Where the focus goes from a cell. `stay`: back to the cell itself, once its field has gone. */
export type Step = 'stay' | 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

const CELL = '[data-cell]:not(:disabled)';
const targetIn = (cell: Element | undefined): HTMLElement | null =>
  cell?.querySelector<HTMLElement>(CELL) ?? null;

const rowOf = (cell: HTMLElement): HTMLTableRowElement | null => cell.closest('tr');
const neighbour = (row: HTMLTableRowElement, step: 'up' | 'down'): HTMLTableRowElement | null => {
  const next = step === 'up' ? row.previousElementSibling : row.nextElementSibling;
  return next instanceof HTMLTableRowElement ? next : null;
};

/** The next cell in that direction that can have the focus; null at the edge. Left and right go on in the next row. */
const findCell = (cell: HTMLTableCellElement, step: Exclude<Step, 'stay'>): HTMLElement | null => {
  const row = rowOf(cell);
  if (row === null) return null;
  if (step === 'up' || step === 'down') {
    for (let next = neighbour(row, step); next !== null; next = neighbour(next, step)) {
      const found = targetIn(next.cells[cell.cellIndex]);
      if (found !== null) return found;
    }
    return null;
  }
  if (step === 'first' || step === 'last') {
    const cells = [...row.cells].map((other) => targetIn(other)).filter((found) => found !== null);
    return cells.at(step === 'first' ? 0 : -1) ?? null;
  }
  const by = step === 'left' ? -1 : 1;
  let at = cell.cellIndex + by;
  for (let line: HTMLTableRowElement | null = row; line !== null;) {
    for (; at >= 0 && at < line.cells.length; at += by) {
      const found = targetIn(line.cells[at]);
      if (found !== null) return found;
    }
    line = neighbour(line, step === 'left' ? 'up' : 'down');
    at = step === 'left' ? (line?.cells.length ?? 0) - 1 : 0;
  }
  return null;
};

/** Moves the focus; where there is no cell in that direction, it stays. Says whether it moved to another cell. */
export const focusCell = (cell: HTMLElement | null, step: Step): boolean => {
  const target = step === 'stay' || !(cell instanceof HTMLTableCellElement) ? null : findCell(cell, step);
  if (target !== null) {
    target.focus();
    return true;
  }
  // The field gives way to the button in the next frame.
  if (cell !== null) requestAnimationFrame(() => targetIn(cell)?.focus());
  return false;
};

/** One tab stop for the whole table: the cell that had the focus last, else the first. */
export const keepTabStop = (table: HTMLElement | null, focused: Element | null): void => {
  if (table === null) return;
  const stops = table.querySelectorAll<HTMLElement>(`${CELL}[tabindex="0"]`);
  const next = focused?.closest<HTMLElement>(CELL) ?? stops[0] ?? table.querySelector<HTMLElement>(CELL);
  for (const stop of stops) if (stop !== next) stop.tabIndex = -1;
  if (next !== null && next !== undefined) next.tabIndex = 0;
};
