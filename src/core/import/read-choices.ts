import { foldWord } from '../inventory/cell-input.ts';
import type { Owner, UserGroup } from '../inventory/device.ts';
import type { WlanCoverage } from '../inventory/room.ts';

const byWords = <Choice extends string>(
  words: Readonly<Record<Choice, readonly string[]>>,
): ((text: string) => Choice | null) => {
  const byWord = new Map(
    (Object.keys(words) as Choice[]).flatMap((choice) =>
      [choice, ...words[choice]].map((word) => [foldWord(word), choice] as const),
    ),
  );
  return (text) => byWord.get(foldWord(text)) ?? null;
};

export const readUserGroup = byWords<UserGroup>({
  pupils: [
    'Schülerinnen und Schüler',
    'Schüler',
    'SuS',
    'Schüler/innen',
    'Schüler*innen',
    'Kinder',
    'students',
    'pupils',
  ],
  teachers: ['Lehrkräfte', 'Lehrer', 'Lehrkraft', 'Lehrer/innen', 'Kollegium', 'teachers', 'staff', 'LuL'],
  administration: ['Verwaltung', 'Sekretariat', 'Schulleitung', 'administration', 'office'],
  room: ['Raum', 'Raumausstattung', 'Klassenraum', 'fest verbaut', 'room'],
});

export const readOwner = byWords<Owner>({
  'school-authority': [
    'Schulträger',
    'Stadt',
    'Gemeinde',
    'Kommune',
    'Landkreis',
    'Kreis',
    'Schule',
    'school',
    'Träger',
    'Amt',
  ],
  state: ['Land', 'Land MV', 'Land M-V', 'Bund', 'Ministerium', 'state'],
  association: ['Förderverein', 'Schulverein', 'Verein', 'association', 'Spende'],
  'after-school': ['Hort', 'Ganztag'],
  private: ['privat', 'Privatbesitz', 'private', 'privates Gerät', 'BYOD'],
  unknown: ['unbekannt', 'unknown'],
});

export const readWlanCoverage = byWords<WlanCoverage>({
  none: ['keine', 'kein', 'nein', 'none', 'no', 'nicht vorhanden'],
  partial: ['teilweise', 'schwach', 'partial', 'lückenhaft', 'mangelhaft', 'schlecht'],
  full: ['voll', 'ja', 'gut', 'vollständig', 'full', 'yes', 'flächendeckend', 'vorhanden', 'sehr gut'],
});
