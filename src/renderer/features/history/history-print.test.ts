import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { aDevice } from '#core/testing/builders.ts';
import { binList } from './bin-print.ts';
import { changeList } from './history-print.ts';
import { rowsByDay } from './history-rows.ts';

const at = new Date().toISOString();
const entry = (seq: number, code: string): HistoryEntry => ({
  header: { seq, at, label: { code, params: { device: 'B-1' } }, action: { kind: 'do' } },
  changeCount: 3,
  kinds: new Set(),
  counts: {},
  names: [],
  fields: [],
  text: '',
  deletions: [],
});

describe('changeList', () => {
  const list = changeList(
    rowsByDay([entry(2, 'report-written'), entry(1, 'device-changed')]),
    new Map([[1, null]]),
    { search: 'b-1', kind: 'deleted', period: 'month' },
  );
  it('says what was chosen', () => {
    expect(list.facts).toEqual(['Letzte 30 Tage', 'Art der Änderung: Gelöschtes', 'Suche „b-1“']);
  });
  it('names days by their date, for on paper no day is today', () => {
    expect(list.tables[0]?.rows[0]?.cells[0]).toMatch(
      /^(Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)\S+ \d\d\.\d\d\.\d{4}$/,
    );
  });
  it('counts the changes of a step and says what was taken back', () => {
    expect(list.tables[0]?.rows.slice(1).map(({ cells }) => cells.slice(3))).toEqual([
      ['', ''],
      ['3', 'zurückgenommen'],
    ]);
  });
});

describe('binList', () => {
  it('prints what went, where it stood, when and by what', () => {
    const by = entry(1, 'device-deleted').header;
    const { tables, facts, title } = binList(
      [
        {
          name: 'B-1',
          detail: 'Beamer',
          place: '101',
          deletion: { by, entity: 'device', id: 'd-1', thing: aDevice() },
        },
      ],
      '',
    );
    expect([title, facts]).toEqual(['Papierkorb', []]);
    expect(tables[0]?.rows[0]?.cells).toEqual([
      'B-1',
      'Beamer',
      '101',
      expect.stringMatching(/^\d\d\.\d\d\.\d{4}, \d\d:\d\d/),
      expect.stringContaining('B-1'),
    ]);
  });
});
