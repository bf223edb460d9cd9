import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readBackup } from '#backup/backup-format.ts';
import { bytesOf } from '#backup/bytes.ts';
import { directEncoder } from '#backup/encoder.ts';
import { keepReport } from '#backup/frozen-reports.ts';
import { readHandOver, writeHandOver } from '#backup/hand-over.ts';
import { folderVault } from '#backup/testing/folder-vault.ts';
import { newerBackup } from '#backup/testing/newer-files.ts';
import { aDevice, aRoom, aSchool } from '#core/testing/builders.ts';
import { RESTORE_TEXTS } from '#texts/restore.ts';
import { refusalText } from './refusal-text.ts';
import { refusalOf } from './refusal.ts';

const AT = '2026-11-25T09:30:00.000Z';
const ABOUT = { appVersion: '0.1.0', seq: 3, changedAt: AT, writtenAt: AT, reason: 'manual' } as const;
const NAME = 'Uebergabe_Schule_2026-11-25.akbak';

let backup: Uint8Array;
let handOver: Uint8Array;
beforeAll(async () => {
  const vault = await folderVault();
  const state = {
    inventory: { school: aSchool({ name: 'Schule am Hafen' }), rooms: [aRoom()], devices: [aDevice()] },
    profiles: new Map(),
    settings: new Map<string, unknown>([['density', 'normal']]),
  };
  backup = await directEncoder.backup(state, ABOUT, null);
  await keepReport(vault, bytesOf('PK\u0003\u0004 a report'), AT, null);
  const made = await writeHandOver(vault, backup, '0.1.0', null, null);
  if (!made.ok) throw new Error(made.error.detail);
  handOver = made.value.bytes;
  await vault.remove();
});

/** What the user reads; null where the file would be taken in. */
const answerTo = async (bytes: Uint8Array, name = NAME): Promise<string | null> => {
  const parts = await readHandOver(bytes);
  if (!parts.ok) return refusalText(refusalOf(parts.error, bytes, name), name);
  const read = await readBackup(parts.value.backup, null);
  return read.ok ? null : refusalText(refusalOf(read.error, bytes, name), name);
};

describe('a file that was copied in part', () => {
  it.each(['hand-over', 'backup'])('is refused at every length: %s', async (kind) => {
    const whole = kind === 'backup' ? backup : handOver;
    expect(await answerTo(whole)).toBeNull();
    for (let length = 0; length < whole.length; length += 1) {
      const answer = await answerTo(whole.slice(0, length));
      expect(answer, `${length} bytes`).toMatch(/Kopieren Sie die Datei noch einmal.*nichts geändert/);
    }
  });

  it('is refused when its end is zeros, as some systems leave it', async () => {
    for (let length = 0; length < handOver.length - 1; length += 7) {
      const answer = await answerTo(handOver.slice().fill(0, length));
      expect(answer, `${length} bytes`).toMatch(/nichts geändert/);
      if (length === 0 || length > 110) expect(answer).toMatch(/Kopieren Sie die Datei noch einmal/);
    }
  });

  it('is never taken in with other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: handOver.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bytes = handOver.slice();
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const answer = await answerTo(bytes);
          expect(answer).toMatch(/Es wurde nichts geändert/);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('another file', () => {
  it.each([
    ['MEP-Bericht_Schule_2026-11-25.xlsx', 'PK\u0003\u0004…', 'ist ein Bericht'],
    ['Geräte.xlsx', 'PK\u0003\u0004…', 'unter „Import“'],
    ['Geräte.csv', 'Raum;Gerät\n101;Beamer\n', 'unter „Import“'],
    ['profil.json', '{\n  "formatVersion": 1,\n  "id": "mv"', 'in den Reiter „Editionen“'],
    ['z.json', '{"format":"ausstattungskompass-zuordnung","version":1}', 'gespeicherte Zuordnung'],
    ['000000001.akj', '{"format":"ausstattungskompass-protokoll"}', 'Protokoll der App'],
    ['x.akber', 'ausstattungskompass-bericht-verschluesselt 1\n{}', 'verschlüsselter Bericht'],
    ['Uebergabe.pdf', '%PDF-1.7', 'PDF-Dokument'],
    ['Mail.eml', 'From: a@b', 'Speichern Sie zuerst ihren Anhang'],
    ['foto.akbak', '\u0089PNG\r\n', 'keine Sicherung dieser App'],
    ['leer.akbak', '', 'ist leer'],
  ])('%s is called by what it is', async (name, text, words) => {
    const answer = await answerTo(bytesOf(text), name);
    expect(answer).toContain(`„${name}“ `);
    expect(answer).toContain(words);
    expect(answer).toContain('Es wurde nichts geändert.');
  });

  it('of a newer version is named with its remedy', async () => {
    expect(await answerTo(await newerBackup(backup))).toMatch(/neuere Version der App.*Installieren Sie/);
  });
});

describe('refusalText', () => {
  it('has words for a file that cannot be read', () => {
    const refusal = { code: 'unreadable', failure: { failure: 'path-gone', detail: '' } } as const;
    expect(refusalText(refusal, NAME)).toContain(NAME);
    expect(refusalText({ code: 'crash', detail: 'E1' }, NAME)).toBe(RESTORE_TEXTS.crash('E1'));
  });
});
