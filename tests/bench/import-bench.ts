import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { planImport } from '#core/import/plan/plan-import.ts';
import { proposeMapping } from '#core/import/columns/propose-mapping.ts';
import { EMPTY_INVENTORY } from '#core/inventory/inventory.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readList } from '#excel/read/read-list.ts';
import type { BenchRow } from './bench-row.ts';
import { LARGE_LIST_HEAD, largeListRows } from './large-list.ts';
import { alternately, median } from './measure.ts';

const ROWS = 10_000;
const RUNS = 5;
const LIMIT = 1.25;
const LARGE_ROWS = 100_000;
const LARGE_RUNS = 3;
const LARGE_LIMIT_MB = 1024;

/** A grown list of 20 columns, as ExcelJS writes it. */
const makeList = async (): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Geräte');
  sheet.addRow([...LARGE_LIST_HEAD]);
  for (const row of largeListRows(ROWS)) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

/** The same with ten times the rows, written row by row: as a whole it would not fit into the memory of this process. */
const writeLargeList = async (path: string): Promise<void> => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = book.addWorksheet('Geräte');
  sheet.addRow([...LARGE_LIST_HEAD]).commit();
  for (const row of largeListRows(LARGE_ROWS)) sheet.addRow([...row]).commit();
  await book.commit();
};

const readProfile = (): TargetProfile => {
  const parsed = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
  if (!parsed.ok) throw new Error('The profile does not fit its schema');
  return parsed.value;
};

/** From bytes to checked devices, as the app's worker does it. */
const readIntoPlan = (bytes: Uint8Array, profile: TargetProfile): number => {
  let next = 0;
  const id = (): string => `id-${next++}`;
  const book = readList(bytes, 'liste.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const mapping = proposeMapping(book.value, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  const plan = planImport(book.value, mapping.value, {
    inventory: EMPTY_INVENTORY,
    profile,
    ids: { device: id, room: id },
    defaultRoomType: null,
  });
  return plan.counts.newDevices;
};

type Large = { readonly milliseconds: number; readonly devices: number; readonly peakMb: number };

/** What a process of its own does: reads one large list and says how long it took and how much memory it had at most. */
export const readLargeList = (path: string): Large => {
  const bytes = new Uint8Array(readFileSync(path));
  const profile = readProfile();
  const start = performance.now();
  const devices = readIntoPlan(bytes, profile);
  const milliseconds = performance.now() - start;
  return { milliseconds, devices, peakMb: process.resourceUsage().maxRSS / 1024 };
};

const inChild = (path: string): Large => {
  const script = `import { readLargeList } from ${JSON.stringify(import.meta.url)}; console.log(JSON.stringify(readLargeList(${JSON.stringify(path)})));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Large;
};

const largeRows = async (): Promise<readonly BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const path = join(folder, 'liste.xlsx');
    await writeLargeList(path);
    const runs = Array.from({ length: LARGE_RUNS }, () => inChild(path));
    if (runs.some(({ devices }) => devices !== LARGE_ROWS)) throw new Error('not all devices were read');
    return [
      {
        name: `Liste einlesen, ${LARGE_ROWS} Zeilen × ${LARGE_LIST_HEAD.length} Spalten`,
        medianMs: median(runs.map(({ milliseconds }) => milliseconds)),
        note: 'in einem eigenen Prozess',
      },
      {
        name: 'dabei höchster Speicher des Prozesses',
        medianMs: Math.max(...runs.map(({ peakMb }) => peakMb)),
        unit: 'MB',
        limitMs: LARGE_LIMIT_MB,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Reading a list into checked domain objects, against ExcelJS merely reading the same file. */
export const run = async (): Promise<BenchRow[]> => {
  const profile = readProfile();
  const bytes = await makeList();
  const ours = (): void => {
    const devices = readIntoPlan(bytes, profile);
    if (devices !== ROWS) throw new Error(`read ${devices} devices`);
  };
  const plainly = async (): Promise<void> => {
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    await new ExcelJS.Workbook().xlsx.load(buffer);
  };
  const [mine = [], plain = []] = await alternately(RUNS, ours, plainly);
  return [
    {
      name: `Liste einlesen, ${ROWS} Zeilen × ${LARGE_LIST_HEAD.length} Spalten`,
      medianMs: median(mine),
      ratio: median(mine) / median(plain),
      limit: LIMIT,
      note: `gegen ExcelJS, das die Datei nur liest: ${Math.round(median(plain))} ms`,
    },
    ...(await largeRows()),
  ];
};
