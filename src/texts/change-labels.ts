import type { ChangeLabel } from '#core/history/change-set.ts';

const number = new Intl.NumberFormat('de-DE');
const counted = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${number.format(value)} ${many}`;
const devices = (value: number): string => counted(value, 'Gerät', 'Geräte');
const rooms = (value: number): string => counted(value, 'Raum', 'Räume');
const named = (word: string, name: string): string => (name === '' ? word : `${word} ${name}`);

type Device = { readonly device: string };
type Room = { readonly room: string };
type Target = { readonly target: string };
type Count = { readonly count: number };
/** An entry of the profile: `Kategorie „Tablet“`. */
type What = { readonly what: string };

/**
 * What was done, in the words of the undo button, the toast and the history: „Rückgängig: 5 Geräte nach 301
 * umgezogen“. One entry per label code; the one door takes no code that is not here.
 */
export const CHANGE_LABELS = {
  'device-created': ({ device }: Device) => `${named('Gerät', device)} angelegt`,
  'device-changed': ({ device }: Device) => `${named('Gerät', device)} geändert`,
  'device-deleted': ({ device }: Device) => `${named('Gerät', device)} gelöscht`,
  'devices-created': ({ count }: Count) => `${devices(count)} angelegt`,
  'devices-changed': ({ count }: Count) => `${devices(count)} geändert`,
  'devices-deleted': ({ count }: Count) => `${devices(count)} gelöscht`,
  'devices-duplicated': ({ count }: Count) => `${devices(count)} durch Duplizieren angelegt`,
  'devices-moved': ({ count, room }: Count & { readonly room: string | null }) =>
    room === null ? `${devices(count)} aus dem Raum genommen` : `${devices(count)} nach ${room} umgezogen`,
  'redistribution-accepted': ({ count }: Count) =>
    `${counted(count, 'Umzug', 'Umzüge')} der Umverteilung übernommen`,
  'defects-reported': ({ count }: Count) => `Störung an ${counted(count, 'Gerät', 'Geräten')} gemeldet`,
  'devices-repaired': ({ count }: Count) => `${devices(count)} repariert`,
  'devices-decommissioned': ({ count }: Count) => `${devices(count)} ausgesondert`,
  'device-split': ({ device, count }: Device & Count) =>
    `${number.format(count)} Stück von ${named('Gerät', device)} abgetrennt`,
  'tags-assigned': ({ count }: Count) => `${counted(count, 'Inventarnummer', 'Inventarnummern')} vergeben`,
  'cells-pasted': ({ count }: Count) => `${counted(count, 'Zelle', 'Zellen')} eingefügt`,
  'cells-filled': ({ count }: Count) => `${counted(count, 'Zelle', 'Zellen')} nach unten ausgefüllt`,
  'cells-cleared': ({ count }: Count) => `${counted(count, 'Zelle', 'Zellen')} geleert`,
  'room-created': ({ room }: Room) => `Raum ${room} angelegt`,
  'room-changed': ({ room }: Room) => `Raum ${room} geändert`,
  'room-deleted': ({ room }: Room) => `Raum ${room} gelöscht`,
  'rooms-created': ({ count }: Count) => `${rooms(count)} angelegt`,
  'rooms-changed': ({ count }: Count) => `${rooms(count)} geändert`,
  'rooms-deleted': ({ count }: Count) => `${rooms(count)} gelöscht`,
  'exemption-added': ({ room }: Room) => `Ausnahme für Raum ${room} eingetragen`,
  'exemption-removed': ({ room }: Room) => `Ausnahme für Raum ${room} aufgehoben`,
  'list-imported': ({ file, count }: Count & { readonly file: string }) =>
    `${devices(count)} aus „${file}“ eingelesen`,
  'school-changed': () => 'Angaben zur Schule geändert',
  'profile-chosen': ({ profile }: { readonly profile: string }) => `Profil „${profile}“ gewählt`,
  'edition-adopted': ({ profile, edition }: { readonly profile: string; readonly edition: string }) =>
    `Edition ${edition} von „${profile}“ übernommen`,
  'catalogue-changed': ({ what, detail }: What & { readonly detail: string }) =>
    detail === '' ? `${what} geändert` : `${what} geändert: ${detail}`,
  'catalogue-added': ({ what }: What) => `${what} angelegt`,
  'catalogue-suspended': ({ what }: What) => `${what} ausgesetzt`,
  'catalogue-reset': ({ what }: What) => `${what} zurückgesetzt`,
  'programme-sum-changed': ({ programme }: { readonly programme: string }) =>
    `Gesamtbetrag zu „${programme}“ geändert`,
  'target-changed': ({ target }: Target) => `Ziel „${target}“ geändert`,
  'target-added': ({ target }: Target) => `Ziel „${target}“ angelegt`,
  'target-removed': ({ target }: Target) => `Ziel „${target}“ entfernt`,
  'target-suspended': ({ target }: Target) => `Ziel „${target}“ ausgesetzt`,
  'target-reset': ({ target }: Target) => `Ziel „${target}“ wie ausgegeben`,
  'own-change-reset': ({ entry }: { readonly entry: string }) => `Eigene Änderung zurückgenommen: ${entry}`,
  'sample-loaded': () => 'Beispielschule geladen',
  'sample-removed': () => 'Beispielschule entfernt',
  'school-started': () => 'Eigene Schule begonnen',
  'report-written': ({ file }: { readonly file: string }) => `Bericht „${file}“ geschrieben`,
  'report-file-chosen': ({ file }: { readonly file: string }) => `Datei zum Bericht „${file}“ ausgewählt`,
  'set-reverted': ({ what }: { readonly of: number; readonly what: string }) => `Zurückgenommen: ${what}`,
  'set-repeated': ({ what }: { readonly of: number; readonly what: string }) => `Wieder übernommen: ${what}`,
  'rolled-back': ({ count }: Count & { readonly to: number }) =>
    `${counted(count, 'Schritt', 'Schritte')} auf einmal zurückgenommen`,
  'things-restored': (restored: { readonly devices: number; readonly rooms: number }) =>
    `${[
      ...(restored.devices > 0 ? [devices(restored.devices)] : []),
      ...(restored.rooms > 0 ? [rooms(restored.rooms)] : []),
    ].join(' und ')} wiederhergestellt`,
  'scenario-created': ({ name }: { readonly name: string }) => `Szenario „${name}“ angelegt`,
  'scenario-changed': ({ name }: { readonly name: string }) => `Szenario „${name}“ geändert`,
  'scenario-deleted': ({ name }: { readonly name: string }) => `Szenario „${name}“ verworfen`,
  'scenario-applied': ({ name }: { readonly name: string }) => `Szenario „${name}“ übernommen`,
  'school-year-changed': ({ year }: { readonly year: string }) =>
    year === '' ? 'Schuljahr gewechselt' : `Schuljahr ${year} eingerichtet`,
  'view-saved': ({ name }: { readonly name: string }) => `Ansicht „${name}“ gespeichert`,
  'view-deleted': ({ name }: { readonly name: string }) => `Ansicht „${name}“ gelöscht`,
  'backup-restored': ({ day }: { readonly day: string }) => `Sicherung vom ${day} eingespielt`,
  'backup-merged': ({ day }: { readonly day: string }) => `Sicherung vom ${day} eingefügt`,
  'data-recovered': () => 'Daten aus Sicherung und Protokoll wiederhergestellt',
  'stocktake-started': ({ name }: { readonly name: string }) => `„${name}“ begonnen`,
  'stocktake-room-opened': ({ room }: Room) => `Inventur: Raum ${room} geöffnet`,
  'stocktake-scanned': ({ room, what }: Room & What) => `Inventur, Raum ${room}: ${what}`,
  'stocktake-finished': ({ name, count }: Count & { readonly name: string }) =>
    `„${name}“ übernommen: ${devices(count)}`,
  'stocktake-discarded': ({ name }: { readonly name: string }) => `„${name}“ verworfen`,
  'budget-changed': () => 'Budget geändert',
  'setting-changed': () => 'Einstellung geändert',
} as const;

export type ChangeLabelCode = keyof typeof CHANGE_LABELS;

/** A label whose code has German words and whose parameters are what these words need. */
export type KnownChangeLabel = {
  readonly [Code in ChangeLabelCode]: {
    readonly code: Code;
    readonly params: Parameters<(typeof CHANGE_LABELS)[Code]> extends [infer Params] ? Params : NoParams;
  };
}[ChangeLabelCode];
type NoParams = Readonly<Record<string, never>>;

/** The words for a stored label; a code of another version of the app is told in general. */
export const changeLabelText = ({ code, params }: ChangeLabel): string => {
  const text: unknown = Object.hasOwn(CHANGE_LABELS, code) ? Reflect.get(CHANGE_LABELS, code) : null;
  return typeof text === 'function' ? String(text(params)) : 'Änderung';
};
