import type { CountFigures } from '#core/stocktake/count-results.ts';
import type { ForeignCode } from '#core/stocktake/foreign-code.ts';
import { formatCount, formatNumber } from './format.ts';

const FOREIGN_CODES: Readonly<Record<ForeignCode, string>> = {
  label: 'steht auf einem Etikett dieser App, gehört aber zu keinem Gerät dieser Schule',
  'web-address': 'ist eine Internetadresse, keine Inventar- oder Seriennummer',
  'article-number':
    'sieht nach der Artikelnummer (EAN) einer Verpackung aus, nicht nach einer Inventarnummer',
};

const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');
const pieces = (count: number): string => `${formatNumber(count)} Stück`;

/** Texts of the screen Inventur, its count list and its protocol. */
export const STOCKTAKE_TEXTS = {
  title: 'Inventur',
  fact: 'Raum für Raum zählen, mit Liste oder Handscanner. Unterbrechen können Sie jederzeit.',
  empty: 'Noch keine Inventur. Beginnen Sie eine; gezählt wird Raum für Raum, auch über mehrere Wochen.',
  noRooms: 'Noch keine Räume. Gezählt wird Raum für Raum: Lesen Sie Ihre Liste ein oder legen Sie Räume an.',
  toRooms: 'Zu den Räumen',
  start: 'Inventur beginnen …',
  startDo: 'Inventur beginnen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  name: 'Name',
  defaultName: (year: string) => `Inventur ${year}`,
  nameMissing: 'Ohne Namen lässt sie sich später nicht wiederfinden. Beispiel: Inventur 2026',
  countedBy: 'Wer zählt (Rolle)',
  countedByHint: 'Steht im Protokoll. Bitte die Rolle, keinen Namen: IT-Koordination, Hausmeister.',
  list: 'Inventuren',
  listHeads: { name: 'Inventur', startedOn: 'Begonnen', state: 'Stand', rooms: 'Räume', found: 'Gefunden' },
  running: 'läuft',
  finished: (day: string) => `übernommen am ${day}`,
  roomsDone: (done: number, all: number) => `${formatNumber(done)} von ${formatNumber(all)}`,
  foundOf: (found: number, expected: number) => `${formatNumber(found)} von ${pieces(expected)}`,
  gone: 'Diese Inventur gibt es nicht mehr.',
  roomGone: 'Diesen Raum gibt es nicht mehr.',
  backToList: 'Zu den Inventuren',
  backToRooms: 'Alle Räume',
  overviewFact: (done: number, all: number, { found, expected }: CountFigures) =>
    [
      `${formatNumber(done)} von ${formatCount(all, 'Raum', 'Räumen')} gezählt`,
      // Before the first room is opened nothing is expected yet.
      ...(expected === 0 ? [] : [`${formatNumber(found)} von ${pieces(expected)} gefunden`]),
    ].join(' · '),
  rooms: 'Räume dieser Inventur',
  roomHeads: {
    room: 'Raum',
    state: 'Stand',
    expected: 'Erwartet',
    found: 'Gefunden',
    elsewhere: 'Anderer Raum',
    away: 'Bekannt abwesend',
    missing: 'Fehlt',
    open: 'Offen',
    others: 'Außerdem hier',
    unknown: 'Unbekannt',
  },
  sum: 'Summe',
  sumCounted: 'Gezählte Räume',
  more: 'Mehr',
  roomStates: { done: 'gezählt', begun: 'begonnen', open: 'offen' },
  scanRoom: 'Raumschild scannen',
  scanRoomHint: 'Scannen Sie das Schild eines Raums, oder wählen Sie ihn in der Liste.',
  noRoomLabel: (code: string) => `„${code}“ ist kein Raumschild. Öffnen Sie zuerst den Raum.`,
  unknownRoom: (room: string, isAmbiguous: boolean) =>
    isAmbiguous
      ? `Raum ${room} gibt es mehrfach. Wählen Sie ihn in der Liste.`
      : `Raum ${room} gibt es in dieser Schule nicht. Wählen Sie den Raum in der Liste, oder legen Sie ihn unter „Räume“ an.`,
  printList: 'Zählliste drucken',
  printProtocol: 'Protokoll drucken',
  finish: 'Abschließen …',
  discard: 'Verwerfen …',
  discardTitle: (name: string) => `„${name}“ verwerfen?`,
  discardText:
    'Alles, was in dieser Inventur gezählt wurde, verschwindet. Die Geräte bleiben, wie sie sind. Mit „Rückgängig“ holen Sie sie zurück.',
  discardDo: 'Inventur verwerfen',
  // One room
  roomTitle: (room: string) => `Inventur: Raum ${room}`,
  roomFact: ({ found, expected }: CountFigures) => `${formatNumber(found)} von ${pieces(expected)} gefunden`,
  scanLabel: 'Code scannen oder Nummer eingeben',
  scanHint: 'Der Scanner schreibt hierher. ↓ geht in die Liste, dort hakt die Leertaste ab.',
  lastResult: 'Letzter Scan',
  nothingYet: 'Noch nichts gescannt.',
  next: 'Nächster Raum',
  nextKeys: 'Alt N',
  moveHere: 'Hierher umziehen',
  moveKeys: 'Alt M',
  sound: 'Ton beim Scannen',
  american: 'Scanner mit amerikanischer Tastatur berichtigen (Y/Z, ß statt -)',
  americanFound:
    'Der Scanner schreibt wie eine amerikanische Tastatur; die App berichtigt das ab jetzt. Besser: Stellen Sie ihn mit dem Einstellcode aus seiner Anleitung auf Deutsch um.',
  cameraOn: 'Kamera ein',
  cameraOff: 'Kamera aus',
  cameraPicture: 'Bild der Kamera',
  cameraStarts: 'Die Kamera startet. Fragt das System nach der Erlaubnis, stimmen Sie bitte zu.',
  cameraHint:
    'Halten Sie ein Etikett ins Bild, etwa eine Handbreit entfernt. Jeder Code zählt einmal, solange er zu sehen ist. Bilder werden weder gespeichert noch gesendet.',
  cameraWhich: 'Kamera',
  cameraNumber: (number: number) => `Kamera ${formatNumber(number)}`,
  cameraFailures: {
    none: 'An diesem PC ist keine Kamera gefunden worden. Schließen Sie eine an und schalten Sie die Kamera hier noch einmal ein, oder zählen Sie mit Handscanner oder Liste.',
    refused:
      'Die Kamera ist für diese App gesperrt. Erlauben Sie sie unter Windows-Einstellungen › Datenschutz und Sicherheit › Kamera (im Browser: am Schloss neben der Adresse) und schalten Sie sie hier noch einmal ein.',
    busy: 'Die Kamera wird gerade von einem anderen Programm benutzt. Beenden Sie dort die Videokonferenz und schalten Sie die Kamera hier noch einmal ein.',
    lost: 'Die Verbindung zur Kamera ist abgerissen. Stecken Sie sie wieder ein und schalten Sie die Kamera hier aus und wieder ein; was gezählt wurde, ist gespeichert.',
    unsupported: 'Dieser PC gibt der App keine Kamera. Zählen Sie mit Handscanner oder Liste.',
  },
  scannerCheck: 'Scanner prüfen',
  scannerCheckFact: 'Mit diesem Prüfcode sehen Sie vor dem Zählen, ob der Handscanner richtig schreibt.',
  scannerCodes: { qr: 'Prüfcode als QR-Code', code128: 'Prüfcode als Strichcode' },
  scannerField: 'Hierher scannen',
  scannerFieldHint: 'Klicken Sie in das Feld und scannen Sie einen der beiden Codes vom Bildschirm.',
  scannerRead: (text: string) => `Gelesen: „${text}“.`,
  scannerStates: {
    right: 'Der Scanner ist richtig eingestellt',
    'american-scanner': 'Der Scanner schreibt wie eine amerikanische Tastatur',
    'american-pc': 'Dieser PC steht auf amerikanischer Tastatur',
    'caps-lock': 'Der Scanner schreibt Großbuchstaben klein',
    'no-enter': 'Der Scanner schickt kein Enter',
    other: 'Das ist nicht der Prüfcode',
  },
  scannerRemedies: {
    right: 'Buchstaben, Bindestrich und Enter kommen an. Sie können zählen.',
    'american-scanner':
      'Die App berichtigt Y, Z und Bindestrich ab jetzt. Besser: Stellen Sie den Scanner mit dem Einstellcode aus seiner Anleitung auf Deutsch um (Keyboard Germany).',
    'american-pc':
      'Der Scanner schreibt deutsch, der PC erwartet Amerikanisch. Wechseln Sie die Tastatur des PCs auf Deutsch: Windows-Taste und Leertaste.',
    'caps-lock':
      'Meist ist die Feststelltaste an. Schalten Sie sie aus und scannen Sie noch einmal; bleibt es dabei, stellen Sie am Scanner „Großbuchstaben wie gelesen“ ein.',
    'no-enter':
      'Der Code kam an, aber ohne Abschluss. Scannen Sie in der Anleitung des Scanners den Einstellcode „Suffix Enter“ (auch: CR), sonst müssen Sie nach jedem Scan die Enter-Taste drücken.',
    other:
      'Der Scanner schreibt, aber daran lässt sich seine Einstellung nicht erkennen. Scannen Sie den Code links.',
  },
  expected: 'Erwartet',
  nothingExpected: 'In diesem Raum wird kein Gerät erwartet.',
  others: 'Außerdem hier',
  unknown: 'Unbekannte Codes',
  heads: {
    box: 'Gefunden',
    number: 'Inventarnr.',
    device: 'Gerät',
    serial: 'Seriennummer',
    result: 'Ergebnis',
    action: 'Erledigen',
    code: 'Code',
  },
  tick: (device: string) => `${device} gefunden`,
  pieces: (device: string) => `Stückzahl von ${device}`,
  piecesOf: (expected: number) => `von ${formatNumber(expected)}`,
  piecesError: (text: string) => `„${text}“ ist keine Stückzahl. Beispiel: 28`,
  takeMissing: 'als vermisst melden',
  takeMissingOf: (count: number) => `${formatNumber(count)} als vermisst melden`,
  takeMore: 'Anzahl erhöhen',
  takeOf: (what: string, device: string) => `${device}: ${what}`,
  takeAll: (count: number) => `Alle ${formatNumber(count)} offenen als vermisst melden`,
  createDevice: 'Gerät anlegen …',
  changeDevice: 'Angaben ändern …',
  createTitle: (code: string) => `Gerät mit „${code}“ anlegen`,
  createDo: 'Vormerken',
  createNot: 'Doch nicht anlegen',
  createHint: 'Angelegt wird es erst, wenn Sie die Inventur übernehmen.',
  codeIs: 'Der Code ist die',
  codeKinds: { assetTag: 'Inventarnummer', serialNumber: 'Seriennummer' },
  category: 'Kategorie',
  noCategory: 'noch nicht bekannt',
  deviceName: 'Bezeichnung',
  toBeCreated: (what: string) => `wird angelegt${what === '' ? '' : `: ${what}`}`,
  keptForLater: 'später klären',
  results: {
    found: 'gefunden',
    open: 'offen',
    missing: 'fehlt',
    count: 'bitte zählen',
    fewer: (by: number) => `${formatNumber(by)} fehlen`,
    more: (by: number) => `${formatNumber(by)} mehr als erwartet`,
    elsewhere: (room: string) => `steht in ${room}`,
    away: (status: string) => `nicht gefunden, ${status}`,
    'moved-here': 'zieht hierher um',
    'belongs-elsewhere': (room: string | null) =>
      room === null ? 'steht in keinem Raum' : `gehört nach ${room}`,
    decommissioned: 'ausgesondert, aber hier',
    'came-later': 'kam nach dem Öffnen dazu',
  },
  verdicts: {
    found: (device: string) => `${device} gefunden`,
    count: (device: string, expected: number) => `${device}: bitte zählen, ${pieces(expected)} erwartet`,
    already: (device: string) => `${device} war schon erfasst, nicht noch einmal gezählt`,
    elsewhere: (device: string, room: string | null) =>
      room === null ? `${device} steht in keinem Raum` : `${device} gehört nach ${room}`,
    decommissioned: (device: string) => `${device} ist ausgesondert, aber hier`,
    unknown: (code: string, looksLike: ForeignCode | null) =>
      looksLike === null
        ? `${code} kennt die Inventur nicht; der Code ist gemerkt`
        : `${code} ${FOREIGN_CODES[looksLike]}; der Code ist gemerkt`,
    scannerTest: 'Das ist der Prüfcode: Der Scanner kommt an. Gezählt wird er nicht.',
    moved: (device: string, room: string) => `${device} zieht nach ${room} um`,
    pieces: (device: string, count: number) => `${device}: ${pieces(count)} gezählt`,
  },
  unnamed: 'Gerät ohne Nummer',
  finishedMeanwhile:
    'Diese Inventur ist inzwischen übernommen; der Scan zählt nicht. Weiterzählen können Sie, wenn Sie die Übernahme mit „Rückgängig“ zurücknehmen.',
  finishedRoom: (day: string) =>
    `Diese Inventur ist am ${day} übernommen worden. Sie sehen den Raum, wie er gezählt wurde; geändert wird daran nichts mehr.`,
  // Taking over
  finishTitle: (name: string) => `„${name}“ in den Bestand übernehmen?`,
  finishDo: 'Übernehmen',
  finishOpenRooms: (count: number) =>
    `${formatCount(count, 'Raum ist', 'Räume sind')} noch nicht gezählt. Dort bleibt alles, wie es ist.`,
  finishNothing: 'Es wurde noch nichts gezählt.',
  finishUntaken: (count: number) =>
    `${formatCount(count, 'Gerät wurde', 'Geräte wurden')} nicht oder mit anderer Stückzahl gefunden und nicht gemeldet: Im Bestand bleibt es dabei, wie es ist.`,
  finishUnknown: (count: number) =>
    `${formatCount(count, 'unbekannter Code bleibt', 'unbekannte Codes bleiben')} ohne Gerät, im Protokoll vermerkt.`,
  finishLeftOut: (names: string) =>
    `Seit dem Zählen gelöscht oder ausgesondert, deshalb unverändert: ${names}`,
  finishSeen: (count: number) => `${devices(count)}: „zuletzt gesehen“ wird nachgetragen`,
  finishMoved: (count: number) => formatCount(count, 'Gerät zieht um', 'Geräte ziehen um'),
  finishMissing: (count: number) =>
    `${pieces(count)} ${count === 1 ? 'wird' : 'werden'} als vermisst geführt`,
  finishFoundAgain: (count: number) =>
    formatCount(count, 'vermisstes Gerät ist wieder da', 'vermisste Geräte sind wieder da'),
  finishCreated: (count: number) => formatCount(count, 'Gerät wird angelegt', 'Geräte werden angelegt'),
  finishEnlarged: (count: number) =>
    formatCount(count, 'Sammelposten bekommt mehr Stück', 'Sammelposten bekommen mehr Stück'),
  // Paper
  countListTitle: (name: string) => `Zählliste ${name}`,
  countListHeads: [
    '☐',
    'Inventarnr.',
    'Gerät',
    'Seriennummer',
    'Anzahl',
    'gefunden',
    'fehlt',
    'anderer Raum',
  ],
  protocolTitle: (name: string) => `Protokoll ${name}`,
  protocolStarted: (day: string) => `begonnen am ${day}`,
  protocolBy: (role: string) => `gezählt durch: ${role}`,
  protocolLaw: 'Körperliche Bestandsaufnahme nach § 30 GemHVO-Doppik M-V',
  protocolSums: 'Ergebnis je Raum, in Stück',
  protocolDifferences: 'Abweichungen',
  protocolDifferenceHeads: ['Raum', 'Inventarnr.', 'Gerät', 'Seriennummer', 'Ergebnis'],
  protocolTakenHead: { running: 'Vorgemerkt', finished: 'Übernommen' },
  protocolTaken: { yes: 'ja', no: 'nein' },
  protocolMethod:
    'Gezählt wurde Raum für Raum durch Scannen oder Abhaken der Geräte. Was erwartet wurde, ist beim Öffnen des Raums festgehalten.',
  unknownCode: 'unbekannter Code',
  room: (room: string) => `Raum ${room}`,
  signatures: 'Unterschriften',
  signatureHeads: ['Rolle', 'Datum', 'Unterschrift'],
  signatureRoles: ['Gezählt durch', 'Geprüft durch', 'Schulleitung'],
  readOnly: 'Hier ist nur Lesen möglich. Gezählt wird in dem Fenster, in dem die Schule geöffnet ist.',
} as const;
