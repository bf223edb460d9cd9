// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readTables } from './read-tables.ts';

const read = (html: string) => {
  const screen = document.createElement('main');
  screen.innerHTML = html;
  return readTables(screen);
};

describe('readTables', () => {
  it('reads heads, rows and sums with their sides', () => {
    const [table] = read(`<table><caption>Schulen</caption>
      <thead><tr><th>Schule</th><th data-align="right">Räume</th></tr></thead>
      <tbody><tr><th scope="row">Am See</th><td>12</td></tr></tbody>
      <tfoot><tr><td>Summe</td><td>12</td></tr></tfoot></table>`);
    expect(table).toEqual({
      heading: 'Schulen',
      columns: [{ label: 'Schule' }, { label: 'Räume', align: 'right' }],
      rows: [{ cells: ['Am See', '12'] }, { kind: 'sum', cells: ['Summe', '12'] }],
    });
  });

  it('leaves out what is to be pressed, and columns of nothing else', () => {
    const [table] = read(`<table><thead><tr><th>Datei</th><th>Aktion</th><th>2027</th></tr></thead>
      <tbody><tr><th scope="row"><button>a.xlsx</button></th><td><button>Entfernen</button></td>
      <td><button data-printed>3</button></td></tr></tbody></table>`);
    expect(table?.columns.map(({ label }) => label)).toEqual(['Datei', '2027']);
    expect(table?.rows).toEqual([{ cells: ['a.xlsx', '3'] }]);
  });

  it('keeps signs beside their words and ticks as signs', () => {
    const [table] = read(`<table><thead><tr><th>Auswahl</th><th>Stand</th><th>Gruppe</th></tr></thead>
      <tbody><tr><td><input type="checkbox" checked></td>
      <td><span><svg data-sign="tick" aria-hidden="true"></svg>erfüllt</span></td>
      <td><svg data-sign="right" aria-hidden="true"></svg>zu</td></tr></tbody></table>`);
    expect(table?.rows[0]?.cells).toEqual([
      { sign: 'tick', text: '' },
      { sign: 'tick', text: 'erfüllt' },
      'zu',
    ]);
  });

  it('sets words apart that stand in boxes of their own, and commas not', () => {
    const [table] = read(`<table><thead><tr><th>A</th></tr></thead>
      <tbody><tr><td><b>Haus</b> <span>B</span><span>EG</span>, <i>Flur</i></td></tr></tbody></table>`);
    expect(table?.rows[0]?.cells).toEqual(['Haus B EG, Flur']);
  });

  it('knows the heads of groups and how far they reach', () => {
    const [table] = read(`<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>
      <tbody><tr><th scope="rowgroup" colspan="2"><button>Beamer</button></th><td>3</td></tr>
      <tr><th scope="row">101</th><td>Bild</td><td>3</td></tr></tbody></table>`);
    expect(table?.rows[0]).toEqual({ kind: 'group', span: 2, cells: ['Beamer', '', '3'] });
  });

  it('says by what a table is sorted', () => {
    const [table] = read(`<table><thead><tr><th aria-sort="none">A</th>
      <th aria-sort="descending"><button>Lücke<svg></svg></button></th></tr></thead>
      <tbody><tr><td>1</td><td>2</td></tr></tbody></table>`);
    expect(table?.note).toBe('sortiert nach Lücke, absteigend');
  });

  it('passes over panels and dialogs beside the screen, and spaces for rows out of sight', () => {
    const rows = '<tbody><tr aria-hidden="true" style="height: 9px"></tr><tr><td>1</td></tr></tbody>';
    const table = `<table><thead><tr><th>A</th></tr></thead>${rows}</table>`;
    const tables = read(`<aside>${table}</aside>${table}<dialog>${table}</dialog>`);
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rows).toEqual([{ cells: ['1'] }]);
  });
});
