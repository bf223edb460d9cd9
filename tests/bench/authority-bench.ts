import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schoolReportFile } from '../harness/school-reports.ts';
import type { BenchRow } from './bench-row.ts';

const SERIES = [25, 50, 100, 200];
const DEVICES = 800;
const LIMIT_MS = 60_000;
const LIMIT_MB = 1024;

/** Tells at the end how much memory it took, in kB. */
const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>console.error("maxRSS",process.resourceUsage().maxRSS))';

const writeReports = async (folder: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let number = 0; number < Math.max(...SERIES); number += 1) {
    const kind = number % 5 < 3 ? 'primary' : 'regional';
    const { bytes } = await schoolReportFile({
      seed: number,
      kind,
      devices: DEVICES,
      schoolNumber: String(10_000 + number),
    });
    const name = join(folder, `${number}.xlsx`);
    writeFileSync(name, bytes);
    names.push(name);
  }
  return names;
};

type Run = { readonly ms: number; readonly megabytes: number };

/** The command line in a process of its own, workbook and CSV set out. */
const runCommand = (reports: string, out: string): Run => {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      TELL_MEMORY,
      'scripts/konsolidieren.mjs',
      '--aus',
      join(out, 'gesamt.xlsx'),
      '--csv',
      join(out, 'csv'),
      reports,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(stderr);
  const kilobytes = Number(/maxRSS (\d+)/.exec(stderr)?.[1]);
  return { ms: performance.now() - start, megabytes: kilobytes / 1024 };
};

/** 25 to 200 schools put together by `npm run konsolidieren`: time, memory, growth. */
export const run = async (): Promise<BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'traeger-'));
  try {
    const all = join(folder, 'alle');
    mkdirSync(all);
    const files = await writeReports(all);
    const rows: BenchRow[] = [];
    let perSchool = 0;
    for (const count of [1, ...SERIES]) {
      const some = join(folder, String(count));
      mkdirSync(some);
      files.slice(0, count).forEach((file, at) => symlinkSync(file, join(some, `${at}.xlsx`)));
      const out = join(folder, `aus-${count}`);
      mkdirSync(out);
      const { ms, megabytes } = runCommand(some, out);
      // The first run bundles the program, and is not counted.
      if (count === 1) continue;
      if (perSchool === 0) perSchool = ms / count;
      const isLast = count === Math.max(...SERIES);
      const workbook = Math.round(statSync(join(out, 'gesamt.xlsx')).size / 1024);
      rows.push(
        {
          name: `Trägeransicht, ${count} Schulen × ${DEVICES} Geräte`,
          medianMs: ms,
          ...(isLast ? { limitMs: LIMIT_MS } : {}),
          ratio: ms / count / perSchool,
          limit: 1.25,
          note: `Verhältnis: Zeit je Schule gegen ${SERIES[0]} Schulen; Mappe ${workbook} kB, ${readdirSync(join(out, 'csv')).length} CSV-Dateien`,
        },
        {
          name: `Trägeransicht, ${count} Schulen: Speicher`,
          medianMs: megabytes,
          unit: 'MB',
          ...(isLast ? { limitMs: LIMIT_MB } : {}),
        },
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
