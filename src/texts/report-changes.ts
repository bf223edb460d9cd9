import type { ChangeTexts } from '#core/report/changes/change-texts.ts';
import type { School } from '#core/inventory/school.ts';
import { SCHOOL_FIELD_LABELS } from './fields.ts';

const schoolText = ({ name, schoolNumber }: Pick<School, 'name' | 'schoolNumber'>): string =>
  [name === '' ? 'Schule ohne Namen' : name, schoolNumber === null ? '' : `Nr. ${schoolNumber}`]
    .filter((part) => part !== '')
    .join(', ');

const IST_SOLL =
  '„Soll“: durch andere Ziele (Profil, Ausbaustufe, Stichtag) bei altem Bestand. „Ist“: durch Geräte, Räume und Zahlen der Schule. Beides zusammen ist die ganze Änderung.';

/** Words of the sheet „Änderungen“ and of the comparison of two reports. */
export const CHANGE_TEXTS = {
  sides: { target: 'Soll', actual: 'Ist' },
  kinds: {
    profile: 'Anderes Profil',
    stage: 'Andere Ausbaustufe',
    'requirement-added': 'Ziel neu',
    'requirement-removed': 'Ziel entfallen',
    'requirement-changed': 'Ziel geändert',
    'device-added': 'Gerät neu',
    'device-gone': 'Gerät gelöscht',
    'device-decommissioned': 'Gerät ausgesondert',
    'device-reinstated': 'Gerät wieder im Bestand',
    'device-moved': 'Gerät umgezogen',
    'device-broke': 'Gerät defekt',
    'device-repaired': 'Gerät repariert',
    'device-missing': 'Gerät vermisst',
    'device-found': 'Gerät wiedergefunden',
    'device-renamed': 'Gerät umbenannt',
    'device-changed': 'Gerät geändert',
    'room-added': 'Raum neu',
    'room-removed': 'Raum entfallen',
    'room-renamed': 'Raum umbenannt',
    'room-type-changed': 'Raumtyp geändert',
    'room-changed': 'Raum geändert',
    school: 'Angaben der Schule',
    'gap-opened': 'Lücke neu',
    'gap-grown': 'Lücke größer',
    'gap-shrunk': 'Lücke kleiner',
    'gap-closed': 'Lücke geschlossen',
    'gap-unknown': 'Lücke anders berechenbar',
  },
  count: 'Anzahl',
  schoolFields: SCHOOL_FIELD_LABELS,
  grade: (field, grade) => `${field}: Jahrgang ${grade}`,
  unnamedDevice: 'Gerät ohne Bezeichnung',
  noRoom: 'kein Raum',
  earmarked: (until) => `Zweckbindung bis ${until} war noch nicht zu Ende`,
  first: 'Dies ist der erste Bericht. Der nächste nennt hier, was sich bis dahin geändert hat.',
  unreadable: (file, writtenAt) =>
    `Der letzte Bericht (${file}, geschrieben am ${writtenAt}) lag beim Schreiben nicht mehr vor. Was sich seither geändert hat, fehlt deshalb hier.`,
  otherSchool: (before, after) =>
    `Der frühere Bericht gehört zu einer anderen Schule: ${schoolText(before)} statt ${schoolText(after)}. Verglichen werden nur Berichte derselben Schule.`,
  since: (file, writtenAt, asOf) =>
    `Seit dem Bericht ${file} (geschrieben am ${writtenAt}, Stichtag ${asOf}). ${IST_SOLL}`,
  nothing: (file, writtenAt) =>
    `Seit dem Bericht ${file} (geschrieben am ${writtenAt}) hat sich nichts geändert.`,
} as const satisfies ChangeTexts;
