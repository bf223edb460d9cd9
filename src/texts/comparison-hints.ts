import { formatCount } from './format.ts';

const rooms = (count: number): string => formatCount(count, 'Raum', 'Räume');
const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');

/** What the comparison leaves out or assumes: what, why, and what to do. */
export const COMPARISON_HINT_TEXTS = {
  summary: (count: number) => `${formatCount(count, 'Hinweis', 'Hinweise')} zum Vergleich`,
  room: (number: string) => `Raum ${number}`,
  toDevices: 'Geräte klären',
  toSchool: 'Zahlen eintragen',
  untyped: (count: number) =>
    `${rooms(count)} ohne Raumtyp ${count === 1 ? 'wird' : 'werden'} nicht verglichen. Geben Sie einen Raumtyp an.`,
  foreign: (count: number) =>
    `${rooms(count)} mit einem Raumtyp, den das Profil nicht kennt: Dafür gilt dort kein Ziel. Wählen Sie einen Raumtyp des Profils.`,
  withoutCategory: (count: number) =>
    `${devices(count)} ohne Kategorie ${count === 1 ? 'zählt' : 'zählen'} für kein Ziel. Ordnen Sie eine Kategorie zu.`,
  unknownCategory: (count: number) =>
    `${devices(count)} mit einer Kategorie, die das Profil nicht mehr kennt, ${count === 1 ? 'zählt' : 'zählen'} für kein Ziel. Ordnen Sie eine Kategorie des Profils zu.`,
  notComputable: (count: number) =>
    `${formatCount(count, 'Ziel der ganzen Schule ist', 'Ziele der ganzen Schule sind')} nicht berechenbar, weil eine Zahl fehlt oder 0 ist. Sie ${count === 1 ? 'fehlt' : 'fehlen'} in allen Summen.`,
  assumed: (count: number) =>
    `In ${formatCount(count, 'Raum ist die Zahl', 'Räumen ist die Zahl')} der Plätze unbekannt; dort gilt die Annahme des Profils.`,
  several: (count: number) =>
    `${rooms(count)} mit mehreren Raumtypen: Gleiche Ziele gelten dort nur einmal, mit der höchsten Menge.`,
} as const;
