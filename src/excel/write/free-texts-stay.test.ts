import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildReport } from '#core/report/build-report.ts';
import { DEFECT_TEXTS, DEVICE_TEXTS, ROOM_TEXTS, type TextClass } from '#core/report/free-texts.ts';
import { aDevice, aRoom, anInventory, aSchool } from '#core/testing/builders.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { readReport } from '../read-report.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * Each text that may name a person is planted, and the whole file is searched for it: not the cells that we think of, but
 * every part of the package, whatever it is for.
 *
 * Free texts (they stay here without the tick): `note` and `extra` of devices and rooms (also the headings of extra
 * columns: they come from a list of somebody's own), `defect.text`, and the reason of an exemption that is marked private.
 * Everything else that is typed goes out, because the reader needs it: names and numbers of rooms, `use`, tags, the reason
 * of a disposal, the reason of an exemption that is not private. `looks-like-name.ts` looks at those.
 *
 * What the school notes for itself is no part of a report's input, so that it cannot get into one: reasons of its own
 * changes to the profile and names of scenarios are settings. The profile's own texts (`basis`, `note`) go out: by them
 * the reader sees what was compared with.
 */
const marker = (place: string): string => `GEHEIM-${place}-Mia aus der 3b`;
const MARK = /GEHEIM-[A-Za-z.]+/g;

const fieldsOf = (table: Readonly<Record<string, TextClass>>, wanted: TextClass): readonly string[] =>
  Object.entries(table).flatMap(([field, kind]) => (kind === wanted ? [field] : []));

const FREE_IN_DEVICE = fieldsOf(DEVICE_TEXTS, 'free');
const FREE_IN_DEFECT = fieldsOf(DEFECT_TEXTS, 'free');
const FREE_IN_ROOM = fieldsOf(ROOM_TEXTS, 'free');

const planted = (owner: string, field: string): unknown =>
  field === 'extra'
    ? { [marker(`${owner}.extraHeading`)]: marker(`${owner}.extra`) }
    : marker(`${owner}.${field}`);
const plantedIn = (owner: string, fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.map((field) => [field, planted(owner, field)]));

const FREE = [
  ...[...FREE_IN_DEVICE, 'extraHeading'].map((field) => `device.${field}`),
  ...FREE_IN_DEFECT.map((field) => `defect.${field}`),
  ...[...FREE_IN_ROOM, 'extraHeading'].map((field) => `room.${field}`),
  'exemption.private',
].toSorted();
const SHORT_IN_DEVICE = fieldsOf(DEVICE_TEXTS, 'short').filter((field) => field !== 'containerTag');
const SHORT_IN_ROOM = fieldsOf(ROOM_TEXTS, 'short');
/** What goes out in any case: so the search is known to find things. */
const SHORT = [
  ...SHORT_IN_DEVICE.map((field) => `device.${field}`),
  ...SHORT_IN_ROOM.map((field) => `room.${field}`),
  'defect.ticket',
  'exemption.open',
].toSorted();

const inventory = anInventory({
  school: aSchool({ schoolNumber: '75123456' }),
  rooms: [
    aRoom({
      ...plantedIn('room', [...FREE_IN_ROOM, ...SHORT_IN_ROOM]),
      exemptions: [
        {
          requirement: 'CAST',
          reason: marker('exemption.private'),
          since: '2026-01-01',
          until: null,
          isPrivate: true,
        },
        {
          requirement: 'AUD',
          reason: marker('exemption.open'),
          since: '2026-01-01',
          until: null,
          isPrivate: false,
        },
      ],
    }),
  ],
  devices: [
    aDevice({
      ...plantedIn('device', [...FREE_IN_DEVICE, ...SHORT_IN_DEVICE]),
      categoryId: 'BEAM',
      roomId: 'r-1',
      status: 'defective',
      defect: {
        since: '2026-10-01',
        reportedOn: null,
        ticket: marker('defect.ticket'),
        text: null,
        repairedOn: null,
        ...plantedIn('defect', FREE_IN_DEFECT),
      },
    }),
    aDevice({
      id: 'd-2',
      ...plantedIn('device', FREE_IN_DEVICE),
      status: 'decommissioned',
      decommissionedOn: '2026-09-01',
    }),
  ],
});

type Part = { readonly name: string; readonly text: string };

/** Every part of the package as text, also those of a package inside it, its names included. */
const partsOf = (bytes: Uint8Array): readonly Part[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
    const isPackage = part[0] === 0x50 && part[1] === 0x4b;
    return [
      { name, text: `${name}\n${strFromU8(part)}` },
      // A long text is cut into several cells: what stands in them one after the other is one text as well.
      { name: `${name} (texts)`, text: strFromU8(part).replace(/<[^>]*>/g, '') },
      ...(isPackage ? partsOf(part) : []),
    ];
  });

const marksIn = (parts: readonly Part[]): readonly string[] =>
  [...new Set(parts.flatMap(({ text }) => text.match(MARK) ?? []).map((mark) => mark.slice(7)))].toSorted();

const reportOf = async (includeFreeTexts: boolean): Promise<readonly Part[]> =>
  partsOf(await writeWorkbook(buildReport(aReportInput(inventory, { includeFreeTexts }), REPORT_TEXTS)));

describe('free texts in the file', () => {
  it('are in no part of it without the tick', async () => {
    const parts = await reportOf(false);
    const names = parts.map(({ name }) => name);
    // Strings, properties, sheets, the hidden data: all of them were looked at.
    for (const part of ['docProps/core.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml'])
      expect(names).toContain(part);
    expect(marksIn(parts)).toEqual(SHORT);
    for (const { name, text } of parts) expect(text, name).not.toContain('exemption.private');
  });

  it('do not come back by way of a report before that had them', async () => {
    const file = await writeWorkbook(
      buildReport(aReportInput(inventory, { includeFreeTexts: true }), REPORT_TEXTS),
    );
    const before = readReport(file, 'alt.xlsx');
    if (!before.ok) throw new Error('the report cannot be read back');
    const previous = { fileName: 'alt.xlsx', writtenAt: '2026-11-20', data: before.value.data };
    const { school, devices } = inventory;
    // Gone, changed and new things: „Änderungen“ names all of them.
    const now = { school, rooms: [], devices: devices.slice(1).map((device) => ({ ...device, note: null })) };
    const model = buildReport(aReportInput(now, { previous }), REPORT_TEXTS);
    const marks = marksIn(partsOf(await writeWorkbook(model)));
    expect(marks).toContain('device.assetTag');
    expect(marks.filter((mark) => FREE.includes(mark))).toEqual([]);
  });

  it('are all there with it', async () => {
    expect(marksIn(await reportOf(true))).toEqual([...FREE, ...SHORT].toSorted());
  });
});
