import { describe, expect, it } from 'vitest';
import { gridCommand } from './grid-keys.ts';

const press = (
  key: string,
  modifiers: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {},
) => gridCommand({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

describe('gridCommand', () => {
  it('moves the cursor, and selects rows with Umschalt', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'move', rows: 1, columns: 0, selects: false });
    expect(press('ArrowUp', { shiftKey: true })).toEqual({
      kind: 'move',
      rows: -1,
      columns: 0,
      selects: true,
    });
    expect(press('ArrowRight', { shiftKey: true })).toMatchObject({ columns: 1, selects: false });
    expect(press('End', { ctrlKey: true })).toMatchObject({ kind: 'edge', to: 'last' });
    expect(press('PageDown')).toMatchObject({ kind: 'page', pages: 1 });
  });

  it('edits by F2, Enter and typing any sign', () => {
    expect(press('F2')).toEqual({ kind: 'edit' });
    expect(press('Enter')).toEqual({ kind: 'edit' });
    expect(press('ß')).toEqual({ kind: 'type', text: 'ß' });
    expect(press('@')).toEqual({ kind: 'type', text: '@' });
  });

  it('leaves the browser and other shortcuts their keys', () => {
    expect(press('Tab')).toBeNull();
    expect(press('k', { ctrlKey: true })).toBeNull();
    expect(press('n', { altKey: true })).toBeNull();
    expect(press('F5')).toBeNull();
    expect(press('ArrowUp', { altKey: true })).toBeNull();
  });

  it('clears a cell by Entf, never deletes', () => {
    expect(press('Delete')).toEqual({ kind: 'clear-cell' });
    expect(press('d', { ctrlKey: true })).toEqual({ kind: 'fill-down' });
  });
});
