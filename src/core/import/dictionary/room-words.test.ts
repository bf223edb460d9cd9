import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../targets/parse-profile.ts';
import { roomTypeFinder } from './room-words.ts';

const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const typeOf = roomTypeFinder(parsed.value);

describe('roomTypeFinder', () => {
  it.each([
    ['PC-Kabinett 1', 'PC'],
    ['PC-Kab. 1', 'PC'],
    ['PC1', 'PC'],
    ['Informatikkabinett', 'PC'],
    ['Sek', 'VW'],
    ['stellv. SL', 'VW'],
    ['LehrerInnenzimmer', 'LZ'],
    ['Lehrer*innenzimmer', 'LZ'],
    ['Bibo', 'ME'],
    ['HWR', 'HW'],
    ['WAT-Raum', 'WE'],
    ['Ph1', 'FN'],
    ['Ch', 'FN'],
    ['Vorbereitung Chemie', 'VB'],
    ['Kl. 5a', 'KR'],
    ['5a', 'KR'],
    ['Technik', 'TR'],
    ['Technikraum AWT', 'WE'],
    ['Mensa', 'AU'],
    ['Magazin', 'LA'],
    ['Kammer', 'LA'],
  ])('takes %j for %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });
  it.each(['104a', 'R204', 'Sek I', 'Sek 2', 'Dunkelkammer', 'Frau Müller', 'Wagen 1', 'AB 12', ''])(
    'says nothing about %j',
    (text) => {
      expect(typeOf(text)).toBeNull();
    },
  );
});
