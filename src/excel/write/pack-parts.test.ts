import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packParts } from './pack-parts.ts';

const AT = new Date('2026-11-24T09:30:00Z');
const PARTS = {
  '[Content_Types].xml': strToU8('<Types/>'),
  'xl/übersicht.xml': strToU8('Räume und Geräte '.repeat(20_000)),
  'xl/leer.xml': new Uint8Array(),
};

describe('packParts', () => {
  it('packs every part in order and smaller, so that it comes out again', async () => {
    const bytes = await packParts(PARTS, AT);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).toEqual(Object.keys(PARTS));
    for (const [path, part] of Object.entries(PARTS))
      expect(Buffer.compare(Buffer.from(parts[path] ?? []), Buffer.from(part)), path).toBe(0);
    expect(bytes.length).toBeLessThan(5_000);
  });

  it('gives the same bytes for the same time, whatever the clock says', async () => {
    const first = await packParts(PARTS, AT);
    expect(Buffer.from(await packParts(PARTS, AT)).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(await packParts(PARTS, new Date('2026-11-25T09:30:00Z'))).equals(first)).toBe(false);
  });

  it.each(['1970-01-01T00:00:00Z', '2150-01-01T00:00:00Z'])(
    'packs at a time that no zip can name: %s',
    async (at) => {
      expect(Object.keys(unzipSync(await packParts(PARTS, new Date(at))))).toHaveLength(3);
    },
  );
});
