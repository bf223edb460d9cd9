import type { TakenField } from '#core/import/mdm/mdm-diff.ts';
import type { MdmField } from '#core/import/mdm/mdm-list.ts';
import { DEVICE_FIELD_LABELS } from './fields.ts';
import { formatCount, formatNumber } from './format.ts';

const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');

/** Lists from device management beside the inventory. */
export const MDM_TEXTS = {
  open: 'Mit Geräteverwaltung abgleichen …',
  title: 'Mit Geräteverwaltung abgleichen',
  back: 'Zurück zum Einlesen',
  intro:
    'Wählen Sie die Geräteliste aus Jamf School, Relution oder Apple School Manager (.csv, .xlsx). Verglichen wird über die Seriennummer. Räume bleiben, wie sie hier stehen; Namen von Personen werden nicht gelesen.',
  choose: 'Datei auswählen',
  reading: 'Die Datei wird gelesen …',
  gone: (name: string) => `„${name}“ lässt sich nicht mehr lesen. Wählen Sie die Datei noch einmal aus.`,
  columns: 'Spalten der Liste',
  noColumn: '(keine)',
  fields: {
    serialNumber: 'Seriennummer',
    name: 'Gerätename',
    model: 'Modell',
    kind: 'Gerätetyp',
    assetTag: 'Inventarnummer',
    lastSeenOn: 'Letzte Verbindung',
  } as const satisfies Record<MdmField, string>,
  taken: {
    name: DEVICE_FIELD_LABELS.name,
    model: DEVICE_FIELD_LABELS.model,
    assetTag: DEVICE_FIELD_LABELS.assetTag,
  } as const satisfies Record<TakenField, string>,
  noSerialColumn: 'Wählen Sie die Spalte mit der Seriennummer; ohne sie lässt sich nichts vergleichen.',
  withoutSerial: (rows: readonly number[]) =>
    `${formatCount(rows.length, 'Zeile', 'Zeilen')} ohne Seriennummer ausgelassen: ${rows.slice(0, 5).map(String).join(', ')}${rows.length > 5 ? ' …' : ''}`,
  same: (count: number) => `${devices(count)} in beiden Listen ohne Unterschied`,
  nothingMatches:
    'Keine Seriennummer der Liste steht im Bestand. Ist es die Liste Ihrer Schule, und ist die Spalte mit der Seriennummer die richtige?',
  different: (count: number) => `${formatCount(count, 'Unterschied', 'Unterschiede')}`,
  doubled: (count: number) => `${formatCount(count, 'Seriennummer', 'Seriennummern')} mehrfach`,
  doubledHint: 'Sie werden nicht verglichen. Klären Sie zuerst, welches Gerät die Nummer trägt.',
  onlyThere: (count: number) => `${devices(count)} nur dort`,
  onlyThereHint: 'Sie stehen in der Geräteverwaltung, aber nicht im Bestand.',
  onlyHere: (count: number) => `${devices(count)} nur hier`,
  onlyHereHint: (categories: string) =>
    `Sie stehen im Bestand, aber nicht in der Geräteverwaltung. Verglichen: ${categories}.`,
  room: 'Neue Geräte kommen nach',
  takeAll: 'Alle auswählen',
  take: (what: string, serial: string) => `${what} von ${serial} übernehmen`,
  create: (serial: string) => `${serial} anlegen`,
  heads: {
    take: 'Auswahl',
    serial: 'Seriennummer',
    device: 'Gerät',
    field: 'Feld',
    here: 'Hier',
    there: 'Geräteverwaltung',
    name: 'Gerätename',
    model: 'Modell',
    category: 'Kategorie',
    room: 'Raum',
    rows: 'Zeilen der Liste',
  },
  lastSeen: 'Letzte Verbindung als „Zuletzt gesehen am“ übernehmen, wo sie neuer ist',
  run: (count: number) => `${devices(count)} übernehmen`,
  nothing: 'Nichts ausgewählt.',
  rowList: (rows: readonly number[]) => rows.map((row) => formatNumber(row)).join(', '),
} as const;
