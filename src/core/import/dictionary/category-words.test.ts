import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../targets/parse-profile.ts';
import { aCategory, aProfile } from '../../testing/builders.ts';
import { classifier, SURE_CATEGORY } from './category-words.ts';
import entries from './categories.json';
import { ownCategory } from './own-categories.ts';
import { foldText } from '../words.ts';

const parsed = parseProfile(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../resources/profiles/mv-vorschlag-2026.json'), 'utf8'),
  ),
);
if (!parsed.ok) throw new Error('profile');
const profile = parsed.value;
const classify = classifier(profile);
const sure = (text: string): string | null => {
  const found = classify(text);
  return found !== null && found.confidence >= SURE_CATEGORY ? found.categoryId : null;
};
const issued = new Set(profile.categories.map(({ id }) => id));

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
    ['Monitor AOC E2460PDA 24"', 'MONITOR'],
    ['Beamerlampe', 'BEAM-ZUB'],
    ['iPad-Hülle', 'HUELLE'],
    ['Netzteil Notebook', 'NETZTEIL'],
    ['brašna na notebook', 'HUELLE'],
    ['Overheadprojektor', 'AUSSERHALB'],
    ['Windows Server Lizenz', 'SOFTWARE'],
    ['Spüle', 'AUSSERHALB'],
    ['PC-Tisch', 'AUSSERHALB'],
    ['Tablet-Ständer', 'MONTAGE'],
    ['Beamerwagen', 'MONTAGE'],
    ['Nintendo Switch', 'RECHNER'],
    ['HDMI-Switch', 'NETZ-ZUB'],
    ['Tablet Wacom creative pen', 'GRAFIK'],
    ['Dokumentenkamera-Halterung', 'MONTAGE'],
    ['Laptop-Schloss', 'SICHERUNG'],
    ['Diaprojektor', 'AUSSERHALB'],
    ['Access Point Controller', 'NETZ-ZUB'],
    ['Lautsprecherkabel', 'KABEL'],
    ['NAS-Disk 4 TB', 'SPEICHER'],
    ['UniFi Dream Machine', 'ROUTER'],
    ['Hubwagen', 'AUSSERHALB'],
    ['Chemiekasten Klassensatz', 'AUSSERHALB'],
  ])('never forces %j into a category of the plan', (text, id) => {
    expect(sure(text)).toBe(id);
    expect(issued.has(sure(text) ?? '')).toBe(false);
  });
  it.each([
    'R204',
    'R550',
    'Leybold',
    'Endgerät',
    'Koffer für Mikroskope',
    'Verwaltungs-PC',
    'PC-Raum',
    'Gegenstand 7',
    '',
  ])('leaves %j open: a wrong guess is worse than none', (text) => {
    expect(sure(text)).toBeNull();
  });
  it.each([
    ['r204-pc01', 'PC'],
    ['Lehrer-Dienstgerät', 'LGT'],
    ['LLG', 'LGT'],
    ['Drucker/Scanner', 'MFP'],
    ['MuFu', 'MFP'],
    ['TERRA MINISERVER', 'SRV'],
    ['Touchscreen', 'DISP'],
    ['Touchscreen-Monitor 24"', 'MONITOR'],
    ['Display 75 Zoll', 'DISP'],
    ['Wired Desktop 600', 'EINGABE'],
    ['Fire TV Stick', 'CAST'],
    ['Aixcase Ladekoffer', 'KOF'],
    ['Dash & Dot', 'ROB'],
    ['Texas Instruments TI-84', 'RECHNER'],
    ['Powerline-Adapter', 'NETZ-ZUB'],
    ['iPad Kollegium', 'LGT'],
  ])('is not led astray by a part of %j: %s', (text, id) => {
    expect(sure(text)).toBe(id);
  });
  it.each([
    ['Asus BR1100', 'NB'],
    ['APC BR900MI', 'USV'],
    ['Philips 75BDL3552T', 'DISP'],
    ['Philips 65BDL3550Q', 'DISPP'],
    ['Philips 243V7', 'MONITOR'],
    ['Iiyama ProLite TE6503', 'DISP'],
    ['Iiyama ProLite XUB2492', 'MONITOR'],
    ['LG 75UP7709', 'DISPP'],
    ['LG 27UP850', 'MONITOR'],
    ['Optoma 3751RK', 'DISP'],
    ['Optoma EH334', 'BEAM'],
    ['StarBoard FX-79', 'DISP'],
    ['Casio FX-991DE', 'RECHNER'],
    ['Cisco Catalyst 9115', 'AP'],
    ['Cisco Catalyst 9200', 'SWI'],
    ['Cisco CP-7841', 'TELEFON'],
    ['Zyxel XGS1930', 'SWI'],
    ['Kyocera M5526cdn', 'MFP'],
    ['Kyocera P2235dn', 'DRU'],
    ['Kingston DDR4 16 GB', 'BAUTEIL'],
    ['Kingston DataTraveler', 'SPEICHER'],
    ['Jabra PanaCast 20', 'KAMERA'],
    ['Samsung S24', 'MONITOR'],
    ['Samsung A14', 'TELEFON'],
  ])('tells models apart that are named alike: %j is %s', (text, id) => {
    expect(sure(text)).toBe(id);
  });
  it('finds a model among many words', () => {
    expect(sure('Epson EB-W06')).toBe('BEAM');
    expect(sure('Lumens PS752')).toBe('DOK');
    expect(sure('HP LaserJet Pro M404dn')).toBe('DRU');
  });
  it('gives the school a category of its own where the profile has none', () => {
    const found = classifier(aProfile({ categories: [aCategory({ id: 'X' })] }))('Beamer');
    expect(ownCategory(found?.categoryId ?? '')).toMatchObject({ id: 'BEAM', origin: 'school' });
  });
});

describe('dictionary/categories.json', () => {
  it('names only categories that the plan or the school can have', () => {
    const unknown = entries.filter(({ category }) => category !== '' && ownCategory(category) === undefined);
    expect(unknown).toEqual([]);
  });
  it('holds terms as texts are compared, each once', () => {
    const terms = entries.flatMap(({ nouns, models, alone }) => [...nouns, ...models, ...alone]);
    const spelled = (term: string): string => foldText(term.replace(/#/g, '0').replace(/\*/g, ''));
    expect(
      terms.filter((term) => spelled(term) !== term.replace(/#/g, '0').replace(/ ?\*/g, '').trim()),
    ).toEqual([]);
    const nouns = entries.flatMap(({ nouns }) => nouns);
    expect(nouns.filter((term, index) => nouns.indexOf(term) !== index)).toEqual([]);
  });
});
