import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { encodeRoom } from '../../src/core/labels/label-code.ts';
import { kill, processesOf } from '../harness/processes.ts';
import { expect, testWithRestarts as test } from './fixtures.ts';

type SampleRoom = { readonly id: string; readonly roomNumber: string; readonly building: string };
type SampleDevice = {
  readonly id: string;
  readonly assetTag: string | null;
  readonly serialNumber: string | null;
  readonly roomId: string | null;
  readonly containerTag: string | null;
  readonly status: string;
  readonly quantity: number;
};
const sample = JSON.parse(
  readFileSync(join(__dirname, '../../resources/sample-school/raeume-und-geraete.json'), 'utf8'),
) as { readonly rooms: readonly SampleRoom[]; readonly devices: readonly Partial<SampleDevice>[] };
const { rooms } = sample;
/** What the file leaves out is empty. */
const devices = sample.devices.map((device): SampleDevice => ({
  id: '',
  assetTag: null,
  serialNumber: null,
  roomId: null,
  containerTag: null,
  status: 'in-use',
  quantity: 1,
  ...device,
}));

const roomOf = ({ containerTag, roomId }: SampleDevice): string | null => {
  const container = devices.find(({ assetTag }) => containerTag !== null && assetTag === containerTag);
  return container === undefined ? roomId : roomOf(container);
};
const there = (room: SampleRoom): readonly SampleDevice[] =>
  devices.filter((device) => device.status !== 'decommissioned' && roomOf(device) === room.id);
const ROOMS = rooms.map((room) => ({ room, stands: there(room) }));
/** What is left out of the count, to be missing in the end. */
const LOST = ROOMS.flatMap(({ stands }) => stands).find(
  ({ assetTag, quantity, status }) => assetTag !== null && quantity === 1 && status === 'in-use',
);

/** What a person with a scanner does: codes are scanned, everything else is a key. */
const counter = (page: Page) => {
  const done = { scans: 0, keys: 0 };
  return {
    done,
    /** All of a code at once and Enter at once: faster than any scanner. */
    scan: async (code: string): Promise<void> => {
      done.scans += 1;
      await page.keyboard.insertText(code);
      await page.keyboard.press('Enter');
    },
    press: async (key: string): Promise<void> => {
      done.keys += 1;
      await page.keyboard.press(key);
    },
  };
};
type Counter = ReturnType<typeof counter>;

const heading = ({ roomNumber, building }: SampleRoom): RegExp =>
  new RegExp(`^Inventur: Raum ${roomNumber}( \\(${building}\\))?$`);
const isAt = (page: Page, room: SampleRoom): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: heading(room) })).toBeVisible();

const countRoom = async (
  page: Page,
  { scan, press }: Counter,
  room: SampleRoom,
  stands: readonly SampleDevice[],
): Promise<void> => {
  await scan(encodeRoom(room));
  await isAt(page, room);
  for (const device of stands) {
    const code = device.assetTag ?? device.serialNumber;
    if (code === null) continue;
    await scan(code);
    if (device.quantity === 1) continue;
    // A Sammelposten asks for its number of pieces at once.
    await expect(page.locator(`[data-pieces="${device.id}"]`)).toBeFocused();
    for (const digit of String(device.quantity)) await press(digit);
    await press('Enter');
    await expect(page.getByRole('textbox', { name: 'Code scannen' })).toBeFocused();
  }
  // What bears no code is ticked in the list.
  for (const { id, assetTag, serialNumber } of stands) {
    if (assetTag !== null || serialNumber !== null) continue;
    await page.locator(`[data-device="${id}"] [data-row-box]`).focus();
    await press('Space');
  }
};

test('counts the whole school with a crash in the middle, takes it over, reports it, and takes it back', async ({
  page,
  edition,
  relaunch,
  userData,
}) => {
  test.skip(
    edition === 'browser',
    'the same code as on the desktop; stocktake.spec.ts counts in both editions',
  );
  test.skip(process.platform !== 'linux', 'the crash is a SIGKILL of processes that are found in /proc');
  test.setTimeout(120_000);
  if (LOST === undefined) throw new Error('the sample school has no device to be lost');
  await page.getByRole('radio', { name: /Beispielschule/ }).check();
  await page.getByRole('button', { name: 'Beispielschule öffnen' }).click();
  await page.getByRole('link', { name: 'Inventur' }).click();
  await page.getByRole('button', { name: 'Inventur beginnen …' }).click();
  await page.getByRole('button', { name: 'Inventur beginnen', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Raumschild scannen' })).toBeFocused();
  const fact = (text: string, on = page) => expect(on.getByText(text).first()).toBeVisible();

  const half = Math.floor(ROOMS.length / 2);
  const first = counter(page);
  for (const { room, stands } of ROOMS.slice(0, half)) {
    const before = { ...first.done };
    const found = stands.filter(({ id }) => id !== LOST.id);
    await countRoom(page, first, room, found);
    const sum = (of: readonly SampleDevice[]): number => of.reduce((all, { quantity }) => all + quantity, 0);
    await fact(`${sum(found)} von ${sum(stands)} Stück gefunden`);
    await first.press('Alt+n');
    await expect(page.getByRole('heading', { level: 1, name: heading(room) })).toBeHidden();
    // Where every device bears a code: its label, each device once, and one key.
    if (stands.every(({ assetTag, serialNumber, quantity }) => (assetTag ?? serialNumber) && quantity === 1))
      expect({ scans: first.done.scans - before.scans, keys: first.done.keys - before.keys }).toEqual({
        scans: found.length + 1,
        keys: 1,
      });
  }
  const [crashed] = ROOMS.slice(half).filter(({ stands }) => stands.length > 5);
  if (crashed === undefined) throw new Error('no room to crash in');
  const seen = crashed.stands.filter(({ assetTag }) => assetTag !== null).slice(0, 4);
  await countRoom(page, first, crashed.room, seen);
  await expect(page.getByRole('checkbox', { name: /gefunden$/, checked: true })).toHaveCount(seen.length);
  await expect(page.getByRole('status').filter({ hasText: /^\s*Gespeichert/ })).toBeVisible();
  const gone = page.waitForEvent('close');
  for (const profile of ['chromium', 'browser']) processesOf(join(userData, profile)).forEach(kill);
  await gone;

  const app = await relaunch();
  const again = app.page;
  await again.getByRole('link', { name: 'Inventur' }).click();
  await again.getByRole('link', { name: /^Inventur \d{4}$/ }).click();
  await fact(`${half} von ${ROOMS.length} Räumen gezählt`, again);
  await expect(again.getByRole('textbox', { name: 'Raumschild scannen' })).toBeFocused();
  const second = counter(again);
  await second.scan(encodeRoom(crashed.room));
  await isAt(again, crashed.room);
  await expect(again.getByRole('checkbox', { name: /gefunden$/, checked: true })).toHaveCount(seen.length);
  for (const { room, stands } of ROOMS.slice(half)) {
    const rest = room === crashed.room ? stands.filter((device) => !seen.includes(device)) : stands;
    await countRoom(again, second, room, rest);
    await second.press('Alt+n');
    await expect(again.getByRole('heading', { level: 1, name: heading(room) })).toBeHidden();
  }
  await fact(`${ROOMS.length} von ${ROOMS.length} Räumen gezählt`, again);
  const expected = ROOMS.flatMap(({ stands }) => stands).reduce((sum, { quantity }) => sum + quantity, 0);
  const format = (count: number): string => count.toLocaleString('de-DE');
  await fact(`${format(expected - 1)} von ${format(expected)} Stück gefunden`, again);

  await again.getByRole('button', { name: 'Abschließen …' }).click();
  await again.getByRole('dialog').getByRole('button', { name: 'Übernehmen' }).click();
  await fact('übernommen', again);
  await again.getByRole('link', { name: 'Berichte' }).click();
  const { bytes } = await app.saving(() => again.getByRole('button', { name: 'Bericht speichern' }).click());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.getWorksheet('Inventur');
  const heads = sheet?.getRow(1).values as readonly unknown[];
  const column = (name: string): readonly unknown[] =>
    ROOMS.map((_, at) => sheet?.getRow(at + 2).getCell(heads.indexOf(name)).value);
  const total = (name: string): number => column(name).reduce<number>((sum, cell) => sum + Number(cell), 0);
  expect(column('gezählt am').every((cell) => cell instanceof Date)).toBe(true);
  expect([total('erwartet'), total('gefunden'), total('fehlte')]).toEqual([expected, expected - 1, 1]);

  // „Rückgängig“ takes back the note of the report, then the whole stocktake in one step.
  await again.getByRole('link', { name: 'Inventur' }).click();
  const line = again.getByRole('row', { name: /^Inventur \d{4}/ });
  await expect(line).toContainText('übernommen');
  // What was counted can be looked at, and no scan changes it any more.
  await line.getByRole('link').click();
  await again.getByRole('table', { name: 'Räume dieser Inventur' }).getByRole('link').first().click();
  await expect(again.getByText(/übernommen worden\. Sie sehen den Raum, wie er gezählt wurde/)).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'Code scannen' })).toHaveCount(0);
  await again.getByRole('link', { name: 'Inventur', exact: true }).click();
  await again.keyboard.press('Control+z');
  await expect(line).toContainText('übernommen');
  await again.keyboard.press('Control+z');
  await expect(line).toContainText('läuft');
});
