import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readBackup } from '#backup/backup-format.ts';
import { bytesOf, joinBytes } from '#backup/bytes.ts';
import { createDataKey, type DataKey } from '#backup/data-key.ts';
import { directEncoder } from '#backup/encoder.ts';
import { encodeHead, readLine } from '#backup/journal-format.ts';
import { scanBytes } from '#backup/journal-scan.ts';
import { newerBackup } from '#backup/testing/newer-files.ts';
import type { StoredState } from '#core/history/apply-changes.ts';
import type { ChangeSet } from '#core/history/change-set.ts';
import { parseInventoryFile } from '#core/inventory/inventory-file.ts';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { seeded, type Chance } from '../fuzz/seeded.ts';

export type DamagedFilesReport = {
  readonly cases: number;
  readonly refused: number;
  /** What was cut off is missing and nothing else: a journal keeps its lines before the damage. */
  readonly readInPart: number;
  /** Profiles only: they carry no checksum, so that a changed letter of a name is a name. Checked as whole and free of contradictions. */
  readonly acceptedAsConsistent: number;
  readonly acceptedWrongly: number;
  readonly crashed: number;
  readonly problems: readonly string[];
};

type Verdict = 'refused' | 'in-part' | 'consistent' | 'wrong';
type Victim = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly read: (bytes: Uint8Array) => Promise<Verdict>;
};

/** Bit flips, cuts, doubled and exchanged pieces, other files' bytes. */
const damage = (bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array => {
  const at = chance.below(bytes.length);
  const length = 1 + chance.below(Math.min(400, bytes.length - at));
  const piece = bytes.slice(at, at + length);
  switch (chance.below(8)) {
    case 0:
    case 1: {
      const flipped = bytes.slice();
      for (let count = 1 + chance.below(3); count > 0; count -= 1) {
        const place = chance.below(flipped.length);
        flipped[place] = (flipped[place] ?? 0) ^ (1 << chance.below(8));
      }
      return flipped;
    }
    case 2:
      return bytes.slice(0, at);
    case 3:
      return bytes.slice(at);
    case 4:
      return joinBytes([bytes.slice(0, at), bytes.slice(at + length)]);
    case 5:
      return joinBytes([bytes.slice(0, at), piece, bytes.slice(at)]);
    case 6: {
      const filled = bytes.slice();
      filled.fill(chance.below(256), at, at + length);
      return filled;
    }
    default: {
      const other = chance.pick(others);
      return joinBytes([bytes.slice(0, at), other.slice(Math.min(at, other.length))]);
    }
  }
};

const backupVictim = (name: string, bytes: Uint8Array, state: StoredState, key: DataKey | null): Victim => ({
  name,
  bytes,
  read: async (damaged) => {
    const read = await readBackup(damaged, key);
    if (!read.ok) return 'refused';
    // The checksum covers every byte: whatever differs has to be refused.
    return isDeepStrictEqual(damaged, bytes) && isDeepStrictEqual(read.value.state, state)
      ? 'in-part'
      : 'wrong';
  },
});

const journalVictim = (
  name: string,
  bytes: Uint8Array,
  sets: readonly ChangeSet[],
  key: DataKey | null,
): Victim => ({
  name,
  bytes,
  read: async (damaged) => {
    const file = { name: 'protokoll/000000001.akj', size: damaged.length, first: 1 };
    const scan = await scanBytes(file, damaged, 'all');
    if (scan.head === null || scan.state === 'newer') return 'refused';
    for (const line of scan.lines) {
      const set = await readLine(line, scan.head.dataVersion, key);
      if (set.ok && !sets.some((known) => isDeepStrictEqual(known, set.value))) return 'wrong';
    }
    return 'in-part';
  },
});

const profileVictim = (name: string, bytes: Uint8Array): Victim => ({
  name,
  bytes,
  read: async (damaged) => {
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(damaged));
    } catch {
      return 'refused';
    }
    const parsed = parseProfile(value);
    if (!parsed.ok) return parsed.error.length > 0 ? 'refused' : 'wrong';
    // What is accepted must be a profile that is accepted again, unchanged.
    const again = parseProfile(JSON.parse(JSON.stringify(parsed.value)));
    return again.ok && isDeepStrictEqual(again.value, parsed.value) ? 'consistent' : 'wrong';
  },
});

const sampleState = (root: string): StoredState => {
  const file: unknown = JSON.parse(
    readFileSync(join(root, 'resources/sample-school/raeume-und-geraete.json'), 'utf8'),
  );
  const inventory = parseInventoryFile(file);
  if (!inventory.ok) throw new Error('the sample school does not fit');
  return { inventory: inventory.value, profiles: new Map(), settings: new Map([['start', 'sample']]) };
};

const setsOf = ({ inventory }: StoredState): readonly ChangeSet[] =>
  inventory.devices.slice(0, 40).map((device, index) => ({
    seq: index + 1,
    at: `2026-11-24T09:00:${String(index).padStart(2, '0')}.000Z`,
    label: { code: 'device-created', params: { device: device.assetTag } },
    action: { kind: 'do' },
    changes: [{ entity: 'device', id: device.id, before: null, after: device }],
  }));

const journalOf = async (sets: readonly ChangeSet[], key: DataKey | null): Promise<Uint8Array> => {
  const lines = [await encodeHead(key?.envelope ?? null)];
  for (const set of sets) lines.push(await directEncoder.line(set, key));
  return joinBytes(lines);
};

/** Damaged backups, journals and profiles through the readers of the app. */
export const readDamagedFiles = async (
  root: string,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Promise<DamagedFilesReport> => {
  const chance = seeded(seed);
  const state = sampleState(root);
  const sets = setsOf(state);
  const { dataKey } = await createDataKey('Zaunkönig 17');
  const about = {
    appVersion: '0.1.0',
    seq: 40,
    changedAt: '2026-11-24T09:00:39.000Z',
    writtenAt: '2026-11-24T10:00:00.000Z',
    reason: 'daily',
  } as const;
  const plain = await directEncoder.backup(state, about, null);
  const profiles = readdirSync(join(root, 'resources/profiles')).map((name) =>
    profileVictim(`profile ${name}`, new Uint8Array(readFileSync(join(root, 'resources/profiles', name)))),
  );
  const victims: readonly Victim[] = [
    backupVictim('backup', plain, state, null),
    backupVictim('encrypted backup', await directEncoder.backup(state, about, dataKey), state, dataKey),
    backupVictim('backup of a newer version', await newerBackup(plain), state, null),
    journalVictim('journal', await journalOf(sets, null), sets, null),
    journalVictim('encrypted journal', await journalOf(sets, dataKey), sets, dataKey),
    ...profiles,
  ];
  const others = [...victims.map(({ bytes }) => bytes), bytesOf('{"format":"etwas anderes","version":99}\n')];
  const counts: Record<Verdict, number> = { refused: 0, 'in-part': 0, consistent: 0, wrong: 0 };
  const problems: string[] = [];
  let crashed = 0;
  for (let number = 0; number < cases; number += 1) {
    const victim = victims[number % victims.length];
    if (victim === undefined) break;
    const damaged = damage(victim.bytes, others, chance);
    if (isDeepStrictEqual(damaged, victim.bytes)) continue;
    try {
      const verdict = await victim.read(damaged);
      counts[verdict] += 1;
      if (verdict === 'wrong') problems.push(`seed ${seed}, case ${number}: ${victim.name} accepted wrongly`);
    } catch (error) {
      crashed += 1;
      problems.push(`seed ${seed}, case ${number}: ${victim.name} crashed: ${String(error)}`);
    }
  }
  // And whole ones are read, or every refusal would prove nothing.
  for (const { name, bytes, read } of victims) {
    const verdict = await read(bytes);
    if (verdict === 'wrong' || (verdict === 'refused' && !name.includes('newer')))
      problems.push(`undamaged ${name}: ${verdict}`);
  }
  return {
    cases,
    refused: counts.refused,
    readInPart: counts['in-part'],
    acceptedAsConsistent: counts.consistent,
    acceptedWrongly: counts.wrong,
    crashed,
    problems,
  };
};
