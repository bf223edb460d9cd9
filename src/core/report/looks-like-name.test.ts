import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleInventory } from '../testing/sample-report.ts';
import { looksLikeName } from './looks-like-name.ts';

describe('looksLikeName', () => {
  it.each([
    ['Tablet von Frau Müller', 'Frau Müller'],
    ['Müller, Anna', 'Müller, Anna'],
    ['iPad Anna Schmidt', 'Anna Schmidt'],
    ['bei a.schmidt@schule.example nachfragen', 'a.schmidt@schule.example'],
    ['Herr Dr. Meier', 'Herr Dr. Meier'],
    ['an Herrn von Bülow verliehen', 'Herrn von Bülow'],
    ['Hr. Krüger hat den Schlüssel', 'Hr. Krüger'],
    ['kaputt durch frau Schulze-Lohoff', 'frau Schulze-Lohoff'],
    ['Schülerin Mia', 'Schülerin Mia'],
    ['Mia aus der 3b', 'Mia'],
    ['Ausleihe: Jonas K.', 'Jonas K.'],
    ['Annas Tablet', 'Annas Tablet'],
    ['ANNA-PC', 'ANNA'],
    ['ipad-johanna-03', 'johanna'],
    ['liegt bei Mia im Fach', 'Mia'],
    ['iPad-Anna', 'Anna'],
    ['Familie Öztürk', 'Familie Öztürk'],
    ['Kind von Sönke Jürgensen', 'Sönke Jürgensen'],
    ['Prof. Weiß', 'Prof. Weiß'],
  ])('sees the person in %j', (text, found) => {
    expect(looksLikeName(text)).toBe(found);
  });

  it.each([
    '',
    'Klasse 3b',
    'Anne-Frank-Raum',
    'Otto-Lilienthal-Straße 5',
    'Haus Karl Marx Schule',
    'Peter Müller GmbH',
    'Grundschule Karl Reuter',
    'Haus Anna',
    'Lehrerzimmer',
    'Lehrer Notebook',
    'Schüler Tablet 12',
    'Beamer, privat',
    'max. 30 Plätze',
  ])('sees nobody in %j', (text) => {
    expect(looksLikeName(text)).toBeNull();
  });

  it.each([
    'Apple iPad 10. Generation',
    'Epson EB-L210W',
    'Lenovo ThinkPad L14 Gen 4',
    'Dell Latitude 3540',
    'HP ProBook 450 G10',
    'Samsung Galaxy Tab A9',
    'SMART Board MX265',
    'Promethean ActivPanel 9',
    'Elmo L-12W',
    'Aver M15-W',
    'Microsoft Surface Go',
    'Fujitsu Lifebook',
    'Medion Erazer',
    'Brother DCP-L3550CDW',
    'Canon Pixma',
    'Logitech Rally Bar',
    'Bose Soundlink',
    'Siemens Gigaset',
    'Hama Hub',
    'Philips Monitor 24"',
    'Roland FP-30',
    'rosa Hülle',
    'FRITZ!Box 7590',
    'TAB-INA-03',
    'Raum 204, Physik',
    'Turnhalle Nord',
    'Aula',
    'Hort, Garderobe',
    'Sekretariat',
    'Computerraum 1',
    'Akku defekt, Ersatz bestellt',
    'steht im Schrank links',
    'KSM-47911',
    'Reserve, kann umziehen',
    'it@ksm.example',
    'schulleitung@schule.example',
  ])('sees nobody in the device, room or remark %j', (text) => {
    expect(looksLikeName(text)).toBeNull();
  });

  it('sees nobody in any text of the sample school', () => {
    const { school: _school, ...made } = sampleInventory();
    const texts: string[] = [];
    JSON.stringify(made, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(1000);
    expect([...new Set(texts.filter((text) => looksLikeName(text) !== null))]).toEqual([]);
  });

  it('sees nobody in the words by which lists are understood', () => {
    const folder = 'src/core/import/dictionary';
    const texts: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'), (key, value: unknown) => {
        for (const text of [key, value]) if (typeof text === 'string') texts.push(text);
        return value;
      });
    expect(texts.length).toBeGreaterThan(500);
    expect([...new Set(texts.filter((text) => looksLikeName(text) !== null))]).toEqual([]);
  });
});
