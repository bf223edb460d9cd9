import type { IconName } from '#ui/icons.tsx';
import { PRINT_TEXTS } from '#texts/print.ts';
import type { PrintCell, PrintColumn, PrintRow, PrintTable } from './print-list.ts';

/** What is to be pressed and not to be read. A button in a head or marked as printed is what the cell says. */
const LEFT_OUT =
  'svg, input, select, textarea, [aria-hidden="true"], td button:not([data-printed]), tr[style][aria-hidden]';

const wordsOf = (node: Node): string => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element) || node.matches(LEFT_OUT)) return '';
  const words = [...node.childNodes].map(wordsOf).join('');
  // A block or a mark of its own is a word of its own.
  return node.matches('span, div, p, li, small') ? ` ${words} ` : words;
};

const textOf = (cell: Element): string =>
  [...cell.childNodes]
    .map(wordsOf)
    .join('')
    .replace(/\s+/gu, ' ')
    .replace(/ ([,.;:])/gu, '$1')
    .trim();

const cellOf = (cell: Element): PrintCell => {
  const text = textOf(cell);
  const box = cell.querySelector<HTMLInputElement>('input[type="checkbox"]');
  const name = box?.checked === true ? 'tick' : cell.querySelector<SVGElement>('svg')?.dataset['sign'];
  // The arrow of a group that opens says nothing on paper.
  return name === undefined || name === 'right' || name === 'down' || name === 'up'
    ? text
    : { sign: name as IconName, text };
};

const isEmpty = (cell: PrintCell | undefined): boolean => cell === undefined || cell === '';

const alignOf = (cell: HTMLElement): PrintColumn['align'] =>
  cell.dataset['align'] === 'center'
    ? 'center'
    : cell.dataset['align'] === 'right' || 'right' in cell.dataset
      ? 'right'
      : undefined;

const rowOf = (row: HTMLTableRowElement): PrintRow => {
  const cells = [...row.cells].flatMap((cell): readonly PrintCell[] => [
    cellOf(cell),
    ...Array.from({ length: cell.colSpan - 1 }, () => ''),
  ]);
  const kind =
    row.parentElement?.localName === 'tfoot'
      ? 'sum'
      : row.querySelector('th[scope="rowgroup"]') === null
        ? undefined
        : 'group';
  return { cells, ...(kind !== undefined && { kind }), span: row.cells[0]?.colSpan ?? 1 };
};

const readTable = (table: HTMLTableElement): PrintTable => {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const rows = [...table.rows]
    .filter((row) => row.parentElement !== table.tHead && row.ariaHidden !== 'true')
    .map(rowOf);
  // A column of buttons alone is none on paper.
  const kept = heads.flatMap((_head, index) =>
    rows.some(({ cells }) => !isEmpty(cells[index])) ? [index] : [],
  );
  const sorted = heads.find(({ ariaSort }) => ariaSort === 'ascending' || ariaSort === 'descending');
  const heading = table.caption === null ? '' : textOf(table.caption);
  return {
    ...(heading !== '' && { heading }),
    ...(sorted !== undefined && {
      note: PRINT_TEXTS.sortedBy(textOf(sorted), sorted.ariaSort === 'descending'),
    }),
    columns: kept.map((index) => {
      const head = heads[index];
      const align = head === undefined ? undefined : alignOf(head);
      return { label: head === undefined ? '' : textOf(head), ...(align !== undefined && { align }) };
    }),
    rows: rows.map(({ cells, span = 1, ...row }) => ({
      ...row,
      cells: kept.map((index) => cells[index] ?? ''),
      ...(span > 1 && { span: kept.filter((index) => index < span).length }),
    })),
  };
};

/**
 * The tables of a screen as they are shown: rows, order, what is opened, without what is to be pressed. Panels beside the
 * screen are no part of it.
 */
export const readTables = (screen: ParentNode): readonly PrintTable[] =>
  [...screen.querySelectorAll('table')]
    .filter((table) => table.closest('aside, dialog') === null)
    .map(readTable);
