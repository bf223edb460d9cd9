import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../targets/parse-profile.ts';
import { aCategory, aProfile } from '../testing/builders.ts';
import { classifier, SURE_CATEGORY } from './category-words.ts';

const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;
const classify = classifier(profile);
const sure = (text: string): string | null => {
  const found = classify(text);
  return found !== null && found.confidence >= SURE_CATEGORY ? found.categoryId : null;
};

describe('classifier', () => {
  it.each(profile.categories.map(({ id, name, shortName }) => [id, name, shortName]))(
    'knows its own names: %s',
    (id, name, shortName) => {
      expect([sure(id), sure(name), sure(shortName)]).toEqual([id, id, id]);
    },
  );
  it.each([
    ['Beamer Epson EB-W12', 'BEAM'],
    ['Apple iPad 9. Gen.', 'TAB'],
    ['Lehrer-Notebook', 'LGT'],
    ['Laptop HP', 'NB'],
    ['PC inkl. Monitor und Maus', 'PC'],
    ['Tabletkoffer 16er', 'KOF'],
    ['SMART Board 685', 'DISP'],
    ['Multifunktionsdrucker', 'MFP'],
    ['Switch HP 2530-24G', 'SWI'],
    ['Headset Logitech', 'KOPF'],
    ['Apple TV 4K', 'CAST'],
    ['Computer + Monitor', 'PC'],
    ['Notebook + Dockingstation', 'NB'],
    ['Schülertablet', 'TAB'],
    ['Computerarbeitsplatz', 'PC'],
    ['APC Smart-UPS 750', 'USV'],
  ])('takes %j for %s', (text, id) => {
    expect(sure(text)).toBe(id);
  });
  it.each([
    'Monitor AOC E2460PDA 24"',
    'Beamerlampe',
    'iPad-Hülle',
    'Netzteil Notebook',
    'brašna na notebook',
    'Overheadprojektor',
    'Windows Server Lizenz',
    'Spüle',
    'PC-Tisch',
    'Tablet-Ständer',
    'Beamerwagen',
    'Nintendo Switch',
    'HDMI-Switch',
    'Koffer für Mikroskope',
    'Tablet Wacom creative pen',
    'Dokumentenkamera-Halterung',
    'Laptop-Schloss',
    'Diaprojektor',
    'Verwaltungs-PC',
    'Access Point Controller',
    'Lautsprecherkabel',
    'NAS-Disk 4 TB',
    'UniFi Dream Machine',
    'PC-Raum',
    '',
  ])('leaves %j open: a wrong guess is worse than none', (text) => {
    expect(sure(text)).toBeNull();
  });
  it('never gives a category that the profile does not have', () => {
    expect(classifier(aProfile({ categories: [aCategory({ id: 'X' })] }))('Beamer')).toBeNull();
  });
});
