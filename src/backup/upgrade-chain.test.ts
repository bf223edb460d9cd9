import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type * as DataVersions from '#core/history/data-versions.ts';
import type { DataVersion } from '#core/history/data-versions.ts';
import { readBackup } from './backup-format.ts';

/** Two versions that do not exist yet: the second one builds on what the first one made. */
vi.mock('#core/history/data-versions.ts', async (original) => {
  const actual = await original<typeof DataVersions>();
  const change =
    (
      of: string,
      field: string,
      value: (thing: object) => unknown,
    ): NonNullable<DataVersion['upgradeThing']> =>
    (kind, thing) =>
      kind === of && typeof thing === 'object' && thing !== null
        ? { ...thing, [field]: value(thing) }
        : thing;
  const versions: readonly [DataVersion, ...DataVersion[]] = [
    { version: 1 },
    { version: 2, upgradeThing: change('device', 'supplier', () => 'Händler 2') },
    { version: 3 },
    { version: 4, upgradeThing: change('device', 'note', (thing) => String(Reflect.get(thing, 'supplier'))) },
  ];
  return {
    ...actual,
    DATA_VERSIONS: versions,
    DATA_VERSION: 4,
    upgradeThing: (...[kind, thing, from]: Parameters<typeof actual.upgradeThing>) =>
      actual.upgradeThing(kind, thing, from, versions),
  };
});

describe('readBackup, in an app of a later data version', () => {
  it('brings each thing of an older backup through every version since, in order', async () => {
    const file = join(import.meta.dirname, '../../tests/fixtures/backups/v1.akbak');
    const backup = await readBackup(new Uint8Array(await readFile(file)), null);
    if (!backup.ok) throw new Error(backup.error.code);
    const { header, state } = backup.value;
    expect(header.dataVersion).toBe(1);
    expect(new Set(state.inventory.devices.map(({ supplier, note }) => `${supplier}, ${note}`))).toEqual(
      new Set(['Händler 2, Händler 2']),
    );
    expect(state.inventory.rooms[0]?.note).toBe('Schlüssel im Sekretariat');
  });
});
