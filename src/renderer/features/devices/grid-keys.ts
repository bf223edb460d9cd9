/** What a key means in the table; null = nothing, the browser may have it. */
export type GridCommand =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly selects: boolean }
  | {
      readonly kind: 'edge';
      readonly to: 'row-start' | 'row-end' | 'first' | 'last';
      readonly selects: boolean;
    }
  | { readonly kind: 'page'; readonly pages: 1 | -1; readonly selects: boolean }
  | { readonly kind: 'edit' }
  | { readonly kind: 'type'; readonly text: string }
  | {
      readonly kind:
        'open' | 'toggle' | 'select-all' | 'clear-selection' | 'clear-cell' | 'fill-down' | 'menu';
    };

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The keys of a spreadsheet; Strg C and Strg V come as clipboard events. */
export const gridCommand = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): GridCommand | null => {
  const ctrl = ctrlKey || metaKey;
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    if (altKey) return key === 'ArrowDown' ? { kind: 'menu' } : null;
    const [rows, columns] = arrow;
    if (ctrl && rows !== 0) return { kind: 'edge', to: rows < 0 ? 'first' : 'last', selects: shiftKey };
    if (ctrl) return { kind: 'edge', to: columns < 0 ? 'row-start' : 'row-end', selects: false };
    return { kind: 'move', rows, columns, selects: shiftKey && rows !== 0 };
  }
  if (key === 'Home') return { kind: 'edge', to: ctrl ? 'first' : 'row-start', selects: shiftKey && ctrl };
  if (key === 'End') return { kind: 'edge', to: ctrl ? 'last' : 'row-end', selects: shiftKey && ctrl };
  if (key === 'PageDown') return { kind: 'page', pages: 1, selects: shiftKey };
  if (key === 'PageUp') return { kind: 'page', pages: -1, selects: shiftKey };
  if (altKey) return null;
  if (ctrl) {
    const letter = key.toLowerCase();
    if (letter === 'a') return { kind: 'select-all' };
    if (letter === 'd') return { kind: 'fill-down' };
    if (key === 'Enter') return { kind: 'open' };
    return null;
  }
  if (key === ' ') return { kind: 'toggle' };
  if (key === 'F2' || key === 'Enter') return { kind: 'edit' };
  if (key === 'Escape') return { kind: 'clear-selection' };
  if (key === 'Delete') return { kind: 'clear-cell' };
  if (key === 'Backspace') return { kind: 'type', text: '' };
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
};
