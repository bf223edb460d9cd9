import { describe, expect, it } from 'vitest';
import { REPORT_TEXTS } from '#texts/report.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { aRoom, anInventory } from '../../testing/builders.ts';
import { generatedSchool } from '../../testing/generated-school.ts';
import { aReportInput } from '../../testing/sample-report.ts';
import type { ChartSpec } from '../report-chart.ts';
import type { PageBlock } from '../report-model.ts';
import { reportContext } from './context.ts';
import { chartRoomName, roomGapBands } from './room-gap-charts.ts';

const contextOf = (inventory: Inventory) => reportContext(aReportInput(inventory), REPORT_TEXTS);
const blocksOf = (inventory: Inventory): readonly PageBlock[] =>
  roomGapBands(contextOf(inventory)).flatMap(({ left, right }) => [...left, ...right]);
const chartsOf = (inventory: Inventory): readonly ChartSpec[] =>
  blocksOf(inventory).flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const rowsOf = ({ categories }: ChartSpec): readonly [from: number, until: number] => {
  if (!('sheet' in categories) || categories.rows === null) throw new Error('A chart of no rows');
  return categories.rows;
};
const manyRooms = (rooms: number): Inventory => generatedSchool({ seed: 3, kind: 'regional', rooms });

describe('the charts of the gaps per room', () => {
  it('say so where rooms are left out', () => {
    const notes = blocksOf(manyRooms(300)).filter(({ kind }) => kind === 'text');
    expect(notes).toEqual([
      expect.objectContaining({
        paragraphs: ['Die Diagramme zeigen die ersten 240 Räume; alle stehen im Blatt Matrix.'],
      }),
    ]);
    expect(blocksOf(manyRooms(240)).filter(({ kind }) => kind === 'text')).toEqual([]);
  });

  it('are a note without rooms, and one chart for one room', () => {
    expect(blocksOf(anInventory())).toEqual([
      { kind: 'text', heading: 'Lücken je Raum', paragraphs: ['Noch keine Räume.'] },
    ]);
    const [chart, ...others] = chartsOf(anInventory({ rooms: [aRoom()] }));
    expect(others).toEqual([]);
    expect(chart?.title).toBe('Lücken je Raum');
    expect(chart?.valueAxis.max).toBeNull();
  });

  it('grow with their rooms, so that each has a line of its own', () => {
    for (const block of blocksOf(manyRooms(120)))
      if (block.kind === 'chart') {
        const [from, until] = rowsOf(block.chart);
        expect(block.lines).toBeGreaterThanOrEqual(until - from + 5);
      }
  });

  it('end at the same value, which holds the largest bar', () => {
    const inventory = manyRooms(120);
    const ends = new Set(chartsOf(inventory).map(({ valueAxis }) => valueAxis.max));
    expect(ends.size).toBe(1);
    const largest = Math.max(
      ...contextOf(inventory)
        .analysis.roomSummaries.filter(({ counted, scored }) => counted && scored)
        .map(({ gapByKind }) => Object.values(gapByKind).reduce((sum, gap) => sum + gap, 0)),
    );
    expect([...ends][0]).toBeGreaterThanOrEqual(largest);
  });

  it('name the building only where it tells rooms apart', () => {
    const rooms = [
      aRoom({ id: 'r-1', roomNumber: '101', building: 'Haus A', use: '1a' }),
      aRoom({ id: 'r-2', roomNumber: '101', building: 'Haus B' }),
      aRoom({ id: 'r-3', roomNumber: '102', building: 'Haus B', use: 'Küche' }),
    ];
    const nameOf = chartRoomName(contextOf(anInventory({ rooms })));
    expect(rooms.map(nameOf)).toEqual(['Haus A · 101 1a', 'Haus B · 101', '102 Küche']);
  });
});
