import type { PlanSheetTexts } from '#core/report/report-plan-texts.ts';
import type { PLAN_COLUMN_KEYS } from '#core/report/report-plan-texts.ts';
import type { FundingProgramme } from '#core/targets/target-profile.ts';

const yearsOf = ({ fromYear, untilYear }: FundingProgramme): string =>
  fromYear !== null && untilYear !== null
    ? `${fromYear}–${untilYear}`
    : fromYear !== null
      ? `ab ${fromYear}`
      : untilYear !== null
        ? `bis ${untilYear}`
        : 'ohne Zeitgrenze';

/** Headings of „Umverteilung“, „Ersatzplanung“, „Altersstruktur“, „Defekte“, „Förderung“ and „Inventur“. */
export const PLAN_COLUMNS = {
  categoryId: 'Kategorie-ID',
  serialNumber: 'Seriennummer',
  device: 'Gerät',
  movedUnits: 'Menge',
  fromBuilding: 'von Gebäude',
  fromRoom: 'von Raum',
  toBuilding: 'nach Gebäude',
  toRoom: 'nach Raum',
  sameBuilding: 'gleiches Gebäude?',
  status: 'Status',
  shortGuidePrice: 'Richtpreis (€)',
  sumUnits: 'Summe (Anzahl)',
  sumCost: 'Summe (€, geschätzt)',
  earmarkedUnits: 'davon noch zweckgebunden',
  allUnits: 'Summe',
  meanAge: 'mittleres Alter (Jahre)',
  overAgeShare: 'Anteil überaltert',
  ageUnknown: 'Alter unbekannt',
  defectText: 'Störung',
  defectSince: 'defekt seit',
  reportedOn: 'gemeldet am',
  ticket: 'Ticket',
  daysOpen: 'Tage offen',
  pieces: 'Anzahl',
  programme: 'Programm',
  sources: 'Förderquelle (wie eingetragen)',
  grantNotice: 'Bescheid',
  paidAll: 'Summe brutto (€)',
  unpriced: 'davon ohne Preis',
  earmarkFirst: 'Zweckbindung bis (früheste)',
  earmarkLast: 'Zweckbindung bis (letzte)',
  disposedEarly: 'vor Ablauf ausgesondert',
  paidCapped: 'bezahlt (begrenzte Kategorien, €)',
  plannedCapped: 'geplant (begrenzte Kategorien, €)',
  capSchool: 'Grenze je Schule (€)',
  restSchool: 'Rest je Schule (€)',
  stateSchool: 'Grenze je Schule: Stand',
  capAuthority: 'Grenze Schulträger (€)',
  restAuthority: 'Rest Schulträger (€)',
  stateAuthority: 'Grenze Schulträger: Stand',
  lastSeenOn: 'zuletzt gesehen',
  seenLately: 'gesehen (12 Monate)',
  seenShare: 'Anteil gesehen',
  seenEarlier: 'nur früher gesehen',
  neverSeen: 'nie gesehen',
  countedOn: 'gezählt am',
  countExpected: 'erwartet',
  countFound: 'gefunden',
  countElsewhere: 'in anderem Raum',
  countMissing: 'fehlte',
  countOthers: 'außerdem da',
} as const satisfies Readonly<Record<(typeof PLAN_COLUMN_KEYS)[number], string>>;

/** Every other word of these sheets. */
export const PLAN_SHEET_TEXTS = {
  redistribution: {
    repair: 'Reparatur',
    move: 'Umzug',
    legend:
      'Vorschlag, was sich ohne Kauf schließen lässt: erst Reparaturen, dann Überhang aus anderen Räumen. Eine Lücke, die eine Reparatur schließt, bekommt keinen Umzug.',
  },
  replacement: {
    backlog: 'Rückstand',
    later: 'später',
    unknown: 'Alter unbekannt',
    unitsAt: (time) => `${time} (Anzahl)`,
    costAt: (time) => `${time} (€)`,
    legend:
      'Ersatzjahr = Jahr der Anschaffung + Nutzungsdauer; Rückstand = Ersatzjahr vor dem Jahr des Stichtags. Kosten zu den Richtpreisen von heute, brutto. Defekte und vermisste Geräte stehen in der Beschaffungsliste.',
  },
  ages: {
    band: (from, to) => (to === null ? `ab ${from} Jahre` : `${from}–${to} Jahre`),
    legend:
      'Alter in Haushaltsjahren seit dem Jahr der Anschaffung. Gezählt sind Einheiten, die für ein Ziel zählen oder Überhang sind; überaltert = das Ersatzjahr ist vorbei. Das mittlere Alter lässt unbekannte aus.',
  },
  defects: {
    legend:
      'Tage offen = Stichtag − „defekt seit“; ist davon kein Tag bekannt, zählt „gemeldet am“. Ohne beides bleibt die Zelle leer.',
  },
  fundable: {
    yes: ({ name }) => `ja: ${name}`,
    no: (programmes) =>
      `nein: ${programmes.map((programme) => `${programme.name} zahlt ${yearsOf(programme)}`).join('; ')}`,
    legend:
      '„Förderfähig?“ bleibt leer, wo das Profil kein Förderprogramm für die Kategorie nennt. Ob dessen Grenzen reichen, steht auf dem Blatt „Förderung“.',
  },
  funding: {
    programme: 'Programm',
    source: 'Förderquelle',
    met: 'eingehalten',
    exceeded: 'überschritten',
    notCheckable: 'nicht prüfbar',
    noCap: 'keine Grenze',
    legend:
      'Rest = Grenze − bezahlt − geplant (Beschaffungsliste). „nicht prüfbar“: Die Summe des Schulträgers aus dem Programm ist nicht eingetragen. Die Grenze des Schulträgers gilt für alle seine Schulen zusammen; geprüft ist der Anteil dieser Schule. Ausgesonderte Geräte zählen mit, private nicht. Bescheid: vom Schulträger einzutragen.',
  },
  stocktake: {
    storage: 'ohne Raum (Lager)',
    legend: (from, to) =>
      `Gesehen (12 Monate): nach dem ${from} und bis zum ${to}; bei einem ungenauen Datum nur, wenn der ganze Zeitraum darin beginnt. Ausgesonderte Geräte sind nicht gezählt, vermisste stehen zusätzlich unter „vermisst“.`,
    counted: (from, to) =>
      ` Ab „gezählt am“: Ergebnis der letzten Inventur, begonnen am ${from}, übernommen am ${to}, in Stück wie damals gezählt; ausgeliehene und in Reparatur gegebene Geräte sind erwartet, fehlen aber nicht.`,
    goneRoom: 'inzwischen gelöscht',
    sign: 'Bestätigung der Bestandsaufnahme (§ 30 GemHVO-Doppik M-V)',
    signColumns: ['Rolle', 'Datum', 'Unterschrift'],
    roles: ['Aufnahme', 'Gegenprüfung', 'Schulleitung'],
  },
} as const satisfies PlanSheetTexts;
