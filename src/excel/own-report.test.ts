import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { ownCategory, withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import { changesOfPlan, planImport } from '#core/import/plan/plan-import.ts';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import type { ImportPlan } from '#core/import/types.ts';
import type { Device } from '#core/inventory/device.ts';
import { parseInventoryFile } from '#core/inventory/inventory-file.ts';
import { EMPTY_INVENTORY, type Inventory } from '#core/inventory/inventory.ts';
import type { Room } from '#core/inventory/room.ts';
import { buildReport } from '#core/report/build-report.ts';
import { deviceId } from '#core/shared/ids.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { REPORT_TEXTS } from '#texts/report.ts';
import { readList } from './read/read-list.ts';
import { writeWorkbook } from './write/write-workbook.ts';

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../resources', path), 'utf8'));
const profileRead = parseProfile(readJson('profiles/mv-vorschlag-2026.json'));
const sampleRead = parseInventoryFile(readJson('sample-school/raeume-und-geraete.json'));
if (!profileRead.ok || !sampleRead.ok) throw new Error('The files of the test do not fit their schemas');
const own = ['MONITOR', 'AUSSERHALB'].flatMap((id) => ownCategory(id) ?? []);
const profile = withOwnCategories(profileRead.value, own);

/** What lists like to break: zeros, dates of each precision, a formula, line breaks, words of our own as values. */
const awkward: Partial<Device> = {
  assetTag: '00042',
  serialNumber: '12345678901234567890',
  name: '=1+1',
  manufacturer: '1.5.2020',
  model: 'ä"ö; ü',
  purchasedOn: '2021-03',
  purchasePriceCents: 123_456,
  warrantyUntil: '2024',
  earmarkedUntil: '2029-12-31',
  serviceLifeYears: 7,
  quantity: 35,
  status: 'in-repair',
  owner: 'association',
  userGroup: 'administration',
  macAddress: '00:1A:2B:3C:4D:5E',
  invoiceNumber: '007',
  externalId: '1E5',
  defect: {
    since: '2026-02',
    text: 'Bild flackert',
    reportedOn: '2026-03-01',
    ticket: '000123',
    repairedOn: null,
  },
  lastSeenOn: '2026-03-12',
  note: 'Zeile 1\nZeile 2',
  extra: { Farbe: 'weiß', Regal: '03' },
};

const withAwkward = ({ school, rooms, devices }: Inventory): Inventory => ({
  school,
  rooms,
  devices: devices.map((device, index): Device => {
    if (index === 5) return { ...device, ...awkward, containerTag: null, id: deviceId('awkward') };
    return index < own.length ? { ...device, categoryId: own[index]?.id ?? null } : device;
  }),
});
const inventory = withAwkward(sampleRead.value);

const importReport = (bytes: Uint8Array, into: Inventory): ImportPlan => {
  const book = readList(bytes, 'bericht.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const mapping = proposeMapping(book.value, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  let next = 0;
  const id = (): string => `neu-${(next += 1)}`;
  return planImport(book.value, mapping.value, {
    inventory: into,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
  });
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

describe('our own report as a list', () => {
  let bytes = new Uint8Array();
  beforeAll(async () => {
    bytes = new Uint8Array(
      await writeWorkbook(
        buildReport(
          {
            inventory,
            profile,
            analysis: analyzeGaps(inventory, profile, { asOf: '2026-11-24', stage: 1 }),
            programmeSums: {},
            includeFreeTexts: true,
            writtenAt: '2026-11-24T09:30:00.000Z',
            writtenOn: '2026-11-24',
            appVersion: '0.1.0',
            previous: null,
          },
          REPORT_TEXTS,
        ),
      ),
    );
  });

  it("lists the school's own categories with the profile, but what is no equipment", () => {
    const book = readList(bytes, 'bericht.xlsx');
    const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Profil') : undefined;
    const ids = (sheet?.rows ?? []).map(({ cells }) => cells[1]);
    expect(ids).toContain('MONITOR');
    expect(ids).not.toContain('AUSSERHALB');
  });

  it('has a field for each column but those of earlier lists', () => {
    const extras = new Set(inventory.devices.flatMap(({ extra }) => Object.keys(extra)));
    const { columns } = importReport(bytes, EMPTY_INVENTORY);
    expect(
      columns
        .filter(({ field, header }) => field === null && !extras.has(header))
        .map(({ header }) => header),
    ).toEqual([]);
    expect(columns.every(({ field, confidence }) => field === null || confidence >= 0.85)).toBe(true);
  });

  it('comes back complete in an empty inventory', () => {
    const plan = importReport(bytes, EMPTY_INVENTORY);
    expect(plan.rejected).toEqual([]);
    expect(plan.counts).toMatchObject({
      newDevices: inventory.devices.length,
      newRooms: inventory.rooms.length,
    });
    const rooms = byId<Room>(plan.rooms.map(({ room }) => room));
    const devices = byId<Device>(plan.devices.map(({ device }) => device));
    // Exemptions stand in the sheet of the targets, not in the list of rooms.
    for (const room of inventory.rooms) expect(rooms.get(room.id)).toEqual({ ...room, exemptions: [] });
    for (const device of inventory.devices) {
      const back = devices.get(device.id);
      // What lies in a case is listed in the room of its case.
      expect(device.containerTag === null ? back : { ...back, roomId: device.roomId }).toEqual(device);
    }
  });

  it('changes nothing where it was written', () => {
    const plan = importReport(bytes, inventory);
    expect(plan.counts).toMatchObject({ newDevices: 0, newRooms: 0, changedRooms: 0 });
    expect(plan.devices.filter(({ action }) => action !== 'same').map(({ changes }) => changes)).toEqual([]);
    expect(changesOfPlan(plan)).toEqual([]);
  });
});
