/**
 * Writes `resources/sample-school`: a made-up primary school, deliberately imperfect, so that every screen has something
 * to show. The same run always writes the same bytes; nothing here comes from a real school.
 *
 * - `raeume-und-geraete.json`: the inventory that the app loads for „Beispielschule ansehen“
 * - `schule.json`: school and rooms alone, for the command line
 * - `geraeteliste.xlsx`: the same devices as a list that a school has grown over years, for the import
 *
 * Run: node scripts/make-sample-school.mjs
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { ROOT } from './lib/install.mjs';

const FOLDER = join(ROOT, 'resources', 'sample-school');

/** mulberry32: a small generator with a fixed seed. */
let seed = 20261116;
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const between = (from, to) => from + Math.floor(random() * (to - from + 1));
const padded = (value, digits) => String(value).padStart(digits, '0');
const serial = (prefix, letters = 8) =>
  prefix +
  Array.from({ length: letters }, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'[between(0, 33)]).join('');

const school = {
  name: 'Grundschule Am Lindenpark',
  schoolNumber: '07512345',
  schoolType: 'primary',
  schoolAuthority: 'Stadt Lindenow',
  schoolYear: '2026/27',
  pupils: 286,
  pupilsByGrade: { 1: 74, 2: 71, 3: 72, 4: 69 },
  classes: 13,
  classesByGrade: { 1: 4, 2: 3, 3: 3, 4: 3 },
  teachers: 21,
  bandwidthMbit: 100,
  countedOn: '2026-09-15',
};

// ------------------------------------------------------------------------------------------------------------ rooms

const rooms = [];
const addRoom = (building, floor, roomNumber, roomTypes, name, fields = {}) => {
  const house = building === 'Haus A' ? 'a' : 'b';
  const room = {
    id: `beispiel-raum-${house}-${roomNumber.toLowerCase()}`,
    roomNumber,
    name,
    building,
    floor,
    roomTypes,
    seats: null,
    areaM2: null,
    use: null,
    lanSockets: null,
    powerGroups: null,
    wlanCoverage: null,
    exemptions: [],
    note: null,
    extra: {},
    ...fields,
  };
  rooms.push(room);
  return room;
};
const classroom = (building, floor, number, use, fields = {}) =>
  addRoom(building, floor, number, ['KR'], 'Klassenraum', {
    use,
    seats: 26,
    areaM2: 62,
    lanSockets: 2,
    powerGroups: 2,
    wlanCoverage: 'full',
    ...fields,
  });

addRoom('Haus A', 'UG', 'K1', ['TR'], 'Technikraum', { areaM2: 12, powerGroups: 1 });
addRoom('Haus A', 'UG', 'K2', ['LA'], 'Medienlager', { areaM2: 18 });
classroom('Haus A', 'EG', '101', 'Klasse 1a');
classroom('Haus A', 'EG', '102', 'Klasse 1b');
classroom('Haus A', 'EG', '103', 'Klasse 1c');
classroom('Haus A', 'EG', '104', 'Klasse 1d', { seats: 22, areaM2: 54 });
addRoom('Haus A', 'EG', '105', ['VW'], 'Sekretariat', {
  seats: 2,
  areaM2: 20,
  lanSockets: 2,
  powerGroups: 2,
  wlanCoverage: 'full',
});
addRoom('Haus A', 'EG', '106', ['VW'], 'Schulleitung', {
  seats: 1,
  areaM2: 18,
  lanSockets: 1,
  powerGroups: 2,
  wlanCoverage: 'full',
});
addRoom('Haus A', 'EG', '107', ['LZ'], 'Lehrerzimmer', {
  seats: 24,
  areaM2: 48,
  lanSockets: 4,
  powerGroups: 3,
  wlanCoverage: 'full',
});
addRoom('Haus A', 'EG', '108', ['FL'], 'Foyer', { lanSockets: 1, powerGroups: 1, wlanCoverage: 'partial' });
addRoom('Haus A', 'EG', '109', ['VB'], 'Kopierraum', { areaM2: 10, lanSockets: 1, powerGroups: 1 });
classroom('Haus A', '1. OG', '201', 'Klasse 2a');
classroom('Haus A', '1. OG', '202', 'Klasse 2b');
classroom('Haus A', '1. OG', '203', 'Klasse 2c', { lanSockets: 1 });
classroom('Haus A', '1. OG', '204', 'Klasse 3a');
addRoom('Haus A', '1. OG', '205', ['FN'], 'Sachkunderaum', {
  seats: 24,
  areaM2: 66,
  use: 'Sachunterricht',
  lanSockets: 2,
  powerGroups: 2,
  wlanCoverage: 'full',
});
addRoom('Haus A', '1. OG', '206', ['GR'], 'Förderraum', {
  seats: 8,
  areaM2: 22,
  lanSockets: 1,
  powerGroups: 1,
  wlanCoverage: 'full',
});
addRoom('Haus A', '1. OG', '207', ['VB'], 'Lehrmittelraum', { areaM2: 14, lanSockets: 1, powerGroups: 1 });
addRoom('Haus A', '1. OG', '208', ['FL'], 'Flur', { lanSockets: 1, powerGroups: 1, wlanCoverage: 'full' });
classroom('Haus A', '2. OG', '301', 'Klasse 3b', { wlanCoverage: 'partial', powerGroups: 1 });
classroom('Haus A', '2. OG', '302', 'Klasse 3c', { wlanCoverage: 'partial', lanSockets: 1 });
classroom('Haus A', '2. OG', '303', 'Klasse 4a', { wlanCoverage: 'partial' });
addRoom('Haus A', '2. OG', '304', ['PC'], 'Computerraum', {
  seats: 24,
  areaM2: 70,
  lanSockets: 12,
  powerGroups: 6,
  wlanCoverage: 'full',
});
addRoom('Haus A', '2. OG', '305', ['ME', 'GR'], 'Bücherei', {
  seats: 16,
  areaM2: 40,
  lanSockets: 2,
  powerGroups: 2,
  wlanCoverage: 'partial',
});
addRoom('Haus A', '2. OG', '306', ['GR'], 'DaZ-Raum', {
  areaM2: 20,
  lanSockets: 1,
  powerGroups: 1,
  wlanCoverage: 'partial',
});
addRoom('Haus A', '2. OG', '307', ['VB'], 'Lehrmittelraum', { areaM2: 12, powerGroups: 1 });
addRoom('Haus A', '2. OG', '308', ['FL'], 'Flur', { lanSockets: 1, powerGroups: 1, wlanCoverage: 'partial' });
addRoom('Haus B', 'EG', '101', ['AU'], 'Aula', {
  seats: 160,
  areaM2: 210,
  lanSockets: 2,
  powerGroups: 2,
  wlanCoverage: 'partial',
});
addRoom('Haus B', 'EG', '102', ['SP'], 'Sporthalle', { areaM2: 405, wlanCoverage: 'none' });
addRoom('Haus B', 'EG', '103', ['MU'], 'Musikraum', {
  seats: 26,
  areaM2: 68,
  use: 'Musik',
  lanSockets: 2,
  powerGroups: 1,
  wlanCoverage: 'full',
});
addRoom('Haus B', 'EG', '104', ['WE'], 'Werkraum', {
  seats: 20,
  areaM2: 72,
  use: 'Werken',
  lanSockets: 1,
  powerGroups: 2,
  wlanCoverage: 'none',
  exemptions: [
    {
      requirement: 'CAST',
      reason: 'Staub: Bildübertragung nur über Kabel',
      since: '2025-08-01',
      until: null,
      isPrivate: false,
    },
    {
      requirement: 'AUD',
      reason: 'Absprache mit der Werklehrkraft',
      since: '2026-02-01',
      until: '2027-07-31',
      isPrivate: true,
    },
  ],
});
addRoom('Haus B', 'EG', '105', ['HW'], 'Lehrküche', { seats: 14, areaM2: 44, wlanCoverage: 'none' });
addRoom('Haus B', 'EG', '106', ['FL'], 'Flur', { powerGroups: 1, wlanCoverage: 'none' });
addRoom('Haus B', 'EG', '107', ['LA'], 'Stuhllager', { areaM2: 24 });
classroom('Haus B', '1. OG', '201', 'Klasse 4b', { wlanCoverage: 'none', lanSockets: 1, powerGroups: 1 });
classroom('Haus B', '1. OG', '202', 'Klasse 4c', { wlanCoverage: 'none', powerGroups: 1 });
addRoom('Haus B', '1. OG', '203', ['GT'], 'Hort, Gruppe 1', {
  seats: 20,
  lanSockets: 1,
  powerGroups: 1,
  wlanCoverage: 'partial',
});
addRoom('Haus B', '1. OG', '204', ['GT'], 'Hort, Gruppe 2', { seats: 20, wlanCoverage: 'none' });
addRoom('Haus B', '1. OG', '205', ['WE'], 'Kunstraum', {
  seats: 24,
  areaM2: 64,
  use: 'Kunst',
  lanSockets: 2,
  powerGroups: 2,
  wlanCoverage: 'partial',
});
addRoom('Haus B', '1. OG', '206', ['GR'], 'Gruppenraum', { areaM2: 18, wlanCoverage: 'none' });
addRoom('Haus B', '1. OG', '207', [], 'ehemalige Hausmeisterwohnung', {
  areaM2: 36,
  note: 'Nutzung ab Februar offen',
});
const roomAt = (building, number) =>
  rooms.find((room) => room.building === building && room.roomNumber === number);
const A = (number) => roomAt('Haus A', number);
const B = (number) => roomAt('Haus B', number);

// ---------------------------------------------------------------------------------------------------------- devices

const devices = [];
let tagNumber = 1;
const addDevice = (categoryId, room, fields = {}) => {
  const number = devices.length + 1;
  const device = {
    id: `beispiel-geraet-${padded(number, 4)}`,
    assetTag: `GSL-${padded(tagNumber, 4)}`,
    serialNumber: null,
    categoryId,
    name: null,
    manufacturer: null,
    model: null,
    roomId: room === null ? null : room.id,
    containerTag: null,
    quantity: 1,
    status: 'in-use',
    userGroup: null,
    owner: 'school-authority',
    purchasedOn: null,
    purchasePriceCents: null,
    supplier: null,
    invoiceNumber: null,
    fundingSource: null,
    earmarkedUntil: null,
    warrantyUntil: null,
    serviceLifeYears: null,
    macAddress: null,
    hostname: null,
    externalId: null,
    defect: null,
    decommissionedOn: null,
    decommissionReason: null,
    lastSeenOn: null,
    note: null,
    extra: {},
    ...fields,
  };
  tagNumber += 1;
  devices.push(device);
  return device;
};
const day = (year, month) => `${year}-${padded(month, 2)}-${padded(between(1, 28), 2)}`;
const defect = (since, text, reportedOn = null, ticket = null) => ({ since, text, reportedOn, ticket });
const DIGITALPAKT = {
  fundingSource: 'DigitalPakt',
  earmarkedUntil: '2027-12-31',
  supplier: 'Medienhaus Nordlicht',
};

const display = (room, year, fields = {}) =>
  addDevice('DISP', room, {
    name: 'Interaktives Display',
    manufacturer: 'Lumina',
    model: 'Board 86 Pro',
    serialNumber: serial('LB86'),
    purchasedOn: day(year, 9),
    purchasePriceCents: 4_980_00,
    warrantyUntil: `${year + 5}-09-30`,
    invoiceNumber: `R-${year}-${between(100, 999)}`,
    userGroup: 'room',
    ...DIGITALPAKT,
    ...fields,
  });
const projector = (room, year, fields = {}) =>
  addDevice('BEAM', room, {
    name: 'Deckenbeamer',
    manufacturer: 'Optivia',
    model: 'VX 3200',
    serialNumber: serial('OPV'),
    purchasedOn: String(year),
    purchasePriceCents: 1_149_00,
    supplier: 'Bürotechnik Kranich',
    userGroup: 'room',
    ...fields,
  });
const documentCamera = (room, year, fields = {}) =>
  addDevice('DOK', room, {
    name: 'Dokumentenkamera',
    manufacturer: 'Klarblick',
    model: 'DC-4K',
    serialNumber: serial('KB4K', 6),
    purchasedOn: day(year, 3),
    purchasePriceCents: 549_00,
    userGroup: 'room',
    ...fields,
  });
const teacherPlace = (room, year, fields = {}) =>
  addDevice('LAP', room, {
    name: 'Lehrer-PC',
    manufacturer: 'Rechenwerk',
    model: 'Mini M5',
    serialNumber: serial('RWM5'),
    purchasedOn: day(year, 8),
    purchasePriceCents: 689_00,
    hostname: `gsl-lp-${room.building === 'Haus A' ? 'a' : 'b'}${room.roomNumber}`,
    userGroup: 'teachers',
    ...fields,
  });
const accessPoint = (room, year, fields = {}) =>
  addDevice('AP', room, {
    name: 'Access Point',
    manufacturer: 'Funkwerk',
    model: 'AP 6 Lite',
    serialNumber: serial('FW6'),
    macAddress: Array.from({ length: 6 }, (_, at) => (at === 0 ? '02' : padded(between(16, 99), 2))).join(
      ':',
    ),
    purchasedOn: day(year, 7),
    purchasePriceCents: 398_00,
    userGroup: 'room',
    ...DIGITALPAKT,
    ...fields,
  });
const caster = (room, year) =>
  addDevice('CAST', room, {
    name: 'Bildübertragung',
    manufacturer: 'Apfelhain',
    model: 'Cast Box',
    serialNumber: serial('AC'),
    purchasedOn: day(year, 10),
    purchasePriceCents: 159_00,
    userGroup: 'room',
  });
const speakers = (room, year, fields = {}) =>
  addDevice('AUD', room, {
    name: 'Aktivlautsprecher (Paar)',
    manufacturer: 'Klangraum',
    model: 'Duo 2',
    purchasedOn: String(year),
    purchasePriceCents: 229_00,
    userGroup: 'room',
    ...fields,
  });

// Classrooms: good ones downstairs, worse ones upstairs and in Haus B.
const equippedWell = ['101', '102', '103', '104', '201', '202'].map(A);
for (const room of equippedWell) {
  display(room, 2021);
  documentCamera(room, 2021);
  teacherPlace(room, 2022);
  accessPoint(room, 2021);
  caster(room, 2021);
  speakers(room, 2021);
}
display(A('203'), 2022);
documentCamera(A('203'), 2022, {
  status: 'defective',
  defect: defect('2026-10-05', 'Arm gebrochen, Bild flackert', '2026-10-06', 'KSM-48213'),
});
teacherPlace(A('203'), 2022);
accessPoint(A('203'), 2021);
speakers(A('203'), 2015);
display(A('204'), 2022, {
  status: 'defective',
  defect: defect('2026-11-02', 'Touch reagiert nur in der linken Hälfte'),
});
documentCamera(A('204'), 2022);
teacherPlace(A('204'), 2022);
accessPoint(A('204'), 2021);
caster(A('204'), 2022);
for (const [number, year] of [
  ['301', 2014],
  ['302', 2015],
]) {
  projector(A(number), year);
  teacherPlace(A(number), 2019);
  speakers(A(number), 2014);
}
documentCamera(A('301'), 2017);
documentCamera(A('302'), 2017, { status: 'missing', lastSeenOn: '2026-03-12' });
projector(A('303'), 2016, {
  status: 'in-repair',
  defect: defect('2026-09', 'Lüfter laut, schaltet ab', '2026-09-14', 'KSM-47790'),
});
teacherPlace(A('303'), 2022);
accessPoint(A('303'), 2023);
projector(B('201'), 2013, { purchasedOn: null, note: 'vom Vorgänger übernommen, Kaufjahr nicht zu finden' });
documentCamera(B('201'), 2018);
teacherPlace(B('202'), 2019);
projector(B('202'), 2018);

// Special rooms.
display(A('205'), 2023);
documentCamera(A('205'), 2023);
teacherPlace(A('205'), 2023);
accessPoint(A('205'), 2021);
caster(A('205'), 2023);
speakers(A('205'), 2023);
accessPoint(A('206'), 2021);
accessPoint(A('107'), 2021);
accessPoint(A('107'), 2018, {
  status: 'in-storage',
  note: 'lag im Schrank, Montage nie erfolgt',
  fundingSource: null,
  earmarkedUntil: null,
});
accessPoint(A('208'), 2021);
addDevice('MFP', A('107'), {
  name: 'Kopierer',
  manufacturer: 'Druckhof',
  model: 'MF 4050',
  serialNumber: serial('DH4'),
  purchasedOn: '2020-01-15',
  purchasePriceCents: 2_890_00,
  userGroup: 'teachers',
});
addDevice('PC', A('107'), {
  name: 'PC Lehrerzimmer',
  manufacturer: 'Rechenwerk',
  model: 'Tower T3',
  serialNumber: serial('RWT3'),
  purchasedOn: '2018',
  purchasePriceCents: 540_00,
  userGroup: 'teachers',
});
projector(A('304'), 2017);
teacherPlace(A('304'), 2020);
accessPoint(A('304'), 2021);
speakers(A('304'), 2017);
addDevice('DRU', A('304'), {
  name: 'Laserdrucker',
  manufacturer: 'Druckhof',
  model: 'LP 210',
  serialNumber: serial('DHL'),
  purchasedOn: '2019-05-20',
  purchasePriceCents: 249_00,
  userGroup: 'pupils',
});
for (let place = 1; place <= 24; place += 1) {
  addDevice('PC', A('304'), {
    name: `Schüler-PC ${padded(place, 2)}`,
    manufacturer: 'Rechenwerk',
    model: place <= 16 ? 'Mini M4' : 'Tower T2',
    serialNumber: serial(place <= 16 ? 'RWM4' : 'RWT2'),
    purchasedOn: place <= 16 ? '2020-02-10' : '2014',
    purchasePriceCents: place <= 16 ? 612_00 : 498_00,
    hostname: `gsl-pc-${padded(place, 2)}`,
    userGroup: 'pupils',
    ...(place === 7 && { status: 'defective', defect: defect('2026-09-21', 'startet nicht mehr') }),
    ...(place === 19 && { status: 'defective', defect: defect('2025', 'Netzteil') }),
    ...(place === 22 && { status: 'missing' }),
    ...(place === 24 && {
      status: 'decommissioned',
      decommissionedOn: '2026-06-30',
      decommissionReason: 'Mainboard defekt',
    }),
  });
}
addDevice('PC', A('305'), {
  name: 'Büchereirechner',
  manufacturer: 'Rechenwerk',
  model: 'Mini M4',
  serialNumber: serial('RWM4'),
  purchasedOn: '2020-02-10',
  purchasePriceCents: 612_00,
  userGroup: 'pupils',
});
addDevice('PC', A('305'), {
  name: 'Ausleihrechner',
  manufacturer: 'Rechenwerk',
  model: 'Tower T2',
  serialNumber: serial('RWT2'),
  purchasedOn: '2013',
  userGroup: 'pupils',
});
addDevice('BEAM', B('101'), {
  name: 'Saalbeamer',
  manufacturer: 'Optivia',
  model: 'Saal 5000',
  serialNumber: serial('OPS'),
  purchasedOn: '2018-11-05',
  purchasePriceCents: 3_450_00,
  userGroup: 'room',
});
addDevice('AUD', B('101'), {
  name: 'Beschallungsanlage Aula',
  manufacturer: 'Klangraum',
  model: 'Saal 12',
  purchasedOn: '2012',
  purchasePriceCents: 6_200_00,
  userGroup: 'room',
});
accessPoint(B('101'), 2023);
display(B('103'), 2023);
teacherPlace(B('103'), 2023);
accessPoint(B('103'), 2023);
speakers(B('103'), 2023);
addDevice('AUD', B('103'), {
  name: 'Musikanlage',
  manufacturer: 'Klangraum',
  model: 'Studio 4',
  purchasedOn: '2016',
  purchasePriceCents: 890_00,
  userGroup: 'room',
  note: 'zweite Anlage, wird nicht gebraucht',
});
projector(B('104'), 2012);
addDevice('HALT', B('104'), {
  name: 'Tablet-Halterung',
  manufacturer: 'Halt & Co',
  model: 'Arm 2',
  purchasedOn: '2022',
  purchasePriceCents: 79_00,
  userGroup: 'room',
});
display(B('205'), 2022);
projector(B('205'), 2016, { note: 'hängt noch neben dem Display' });
addDevice('DOK', B('205'), {
  name: 'Dokumentenkamera',
  manufacturer: 'Klarblick',
  model: 'DC-2',
  purchasedOn: '2016',
  purchasePriceCents: 399_00,
  userGroup: 'room',
});
addDevice('DISPP', A('306'), {
  name: 'Monitor 65 Zoll',
  manufacturer: 'Lumina',
  model: 'View 65',
  serialNumber: serial('LV65'),
  purchasedOn: '2024-04-18',
  purchasePriceCents: 799_00,
  fundingSource: 'Förderverein',
  owner: 'association',
  userGroup: 'room',
});
for (const [room, name] of [
  [A('105'), 'PC Sekretariat 1'],
  [A('105'), 'PC Sekretariat 2'],
  [A('106'), 'PC Schulleitung'],
]) {
  addDevice('PC', room, {
    name,
    manufacturer: 'Rechenwerk',
    model: 'Tower T4',
    serialNumber: serial('RWT4'),
    purchasedOn: '2023-01-20',
    purchasePriceCents: 720_00,
    userGroup: 'administration',
  });
}
addDevice('DRU', A('105'), {
  name: 'Drucker Sekretariat',
  manufacturer: 'Druckhof',
  model: 'LP 310',
  serialNumber: serial('DHL'),
  purchasedOn: '2022-10-11',
  purchasePriceCents: 310_00,
  userGroup: 'administration',
});
addDevice('SWI', A('K1'), {
  name: 'Switch Hauptverteiler',
  manufacturer: 'Funkwerk',
  model: 'SW 48 PoE',
  serialNumber: serial('FWS'),
  purchasedOn: '2021-07-06',
  purchasePriceCents: 1_890_00,
  ...DIGITALPAKT,
  userGroup: 'room',
});
addDevice('SWI', A('K1'), {
  name: 'Switch Haus A',
  manufacturer: 'Funkwerk',
  model: 'SW 24 PoE',
  serialNumber: serial('FWS'),
  purchasedOn: '2021-07-06',
  purchasePriceCents: 1_120_00,
  ...DIGITALPAKT,
  userGroup: 'room',
});
addDevice('SWI', A('208'), {
  name: 'Etagenswitch',
  manufacturer: 'Funkwerk',
  model: 'SW 24 PoE',
  serialNumber: serial('FWS'),
  purchasedOn: '2021-07-06',
  purchasePriceCents: 1_120_00,
  ...DIGITALPAKT,
  userGroup: 'room',
});
addDevice('SRV', A('K1'), {
  name: 'Schulserver (alt)',
  manufacturer: 'Rechenwerk',
  model: 'Server S1',
  serialNumber: serial('RWS'),
  purchasedOn: '2012',
  purchasePriceCents: 3_990_00,
  status: 'decommissioned',
  decommissionedOn: '2025-07-18',
  decommissionReason: 'durch Dienst des Trägers ersetzt',
});
addDevice('DISPM', A('K2'), {
  name: 'Display auf Rollwagen',
  manufacturer: 'Lumina',
  model: 'Roll 75',
  serialNumber: serial('LR75'),
  purchasedOn: '2023-06-12',
  purchasePriceCents: 5_200_00,
  status: 'in-storage',
  ...DIGITALPAKT,
});
addDevice('DOK', A('K2'), {
  name: 'Dokumentenkamera',
  manufacturer: 'Klarblick',
  model: 'DC-4K',
  serialNumber: serial('KB4K', 6),
  purchasedOn: '2023-06-12',
  purchasePriceCents: 549_00,
  status: 'in-storage',
  note: 'Reserve, kann umziehen',
});
addDevice('CAST', A('K2'), {
  name: 'Bildübertragung',
  manufacturer: 'Apfelhain',
  model: 'Cast Box',
  serialNumber: serial('AC'),
  purchasedOn: '2023-06-12',
  purchasePriceCents: 159_00,
  status: 'in-storage',
});
addDevice('CAST', A('K2'), {
  name: 'Bildübertragung',
  manufacturer: 'Apfelhain',
  model: 'Cast Box',
  serialNumber: serial('AC'),
  purchasedOn: '2023-06-12',
  purchasePriceCents: 159_00,
  status: 'in-storage',
});
addDevice('KOPF', A('304'), {
  name: 'Kopfhörer',
  manufacturer: 'Klangraum',
  model: 'Kids',
  quantity: 30,
  purchasedOn: '2022',
  purchasePriceCents: 14_90,
  userGroup: 'pupils',
});
addDevice('KOPF', A('K2'), {
  name: 'Kopfhörer',
  manufacturer: 'Klangraum',
  model: 'Kids',
  quantity: 44,
  purchasedOn: '2024',
  purchasePriceCents: 14_90,
  userGroup: 'pupils',
  status: 'in-storage',
});

// Tablets in cases: the case stands in a room, its tablets are where it is.
const cases = [A('109'), A('207'), B('201'), A('K2')].map((room, at) =>
  addDevice('KOF', room, {
    name: `Tabletkoffer ${at + 1}`,
    manufacturer: 'Tragwerk',
    model: 'Case 16',
    serialNumber: serial('TW'),
    purchasedOn: at < 3 ? '2021-05-04' : '2016',
    purchasePriceCents: 1_640_00,
    ...(at < 3 && DIGITALPAKT),
    userGroup: 'pupils',
  }),
);
for (let number = 1; number <= 54; number += 1) {
  const container = cases[number <= 48 ? Math.floor((number - 1) / 16) : 3];
  const isOld = number > 48;
  addDevice('TAB', null, {
    roomId: container.roomId,
    containerTag: container.assetTag,
    name: `Tablet ${padded(number, 2)}`,
    manufacturer: 'Apfelhain',
    model: isOld ? 'Pad 5' : 'Pad 8',
    serialNumber: serial('DMQ', 9),
    purchasedOn: isOld ? '2016' : '2021-05-04',
    purchasePriceCents: isOld ? 329_00 : 412_00,
    hostname: `GSL-Tablet-${padded(number, 2)}`,
    externalId: `MDM-${10400 + number}`,
    userGroup: 'pupils',
    ...(!isOld && DIGITALPAKT),
    ...([5, 17, 41].includes(number) && {
      status: 'defective',
      defect: defect(
        day(2026, 9),
        'Displaybruch',
        number === 5 ? '2026-09-30' : null,
        number === 5 ? 'KSM-47911' : null,
      ),
    }),
    ...(number === 12 && { status: 'missing', lastSeenOn: '2026-06-02' }),
    ...([23, 24].includes(number) && { status: 'on-loan', note: 'Ausleihvertrag 2026-014' }),
  });
}
for (let number = 1; number <= 8; number += 1) {
  addDevice('NB', A('207'), {
    name: `Notebook ${number}`,
    manufacturer: 'Rechenwerk',
    model: 'Book 14',
    serialNumber: serial('RWB'),
    purchasedOn: '2019-09-02',
    purchasePriceCents: 579_00,
    userGroup: 'pupils',
    status: number > 6 ? 'in-storage' : 'in-use',
  });
}
for (let number = 1; number <= 19; number += 1) {
  addDevice('LGT', null, {
    name: `Lehrkräfte-Notebook ${padded(number, 2)}`,
    manufacturer: 'Rechenwerk',
    model: 'Book 13',
    serialNumber: serial('RWL'),
    purchasedOn: '2021-11-15',
    purchasePriceCents: 846_00,
    fundingSource: 'Leihgeräte für Lehrkräfte',
    earmarkedUntil: '2026-12-31',
    owner: 'school-authority',
    userGroup: 'teachers',
    status: number <= 17 ? 'on-loan' : number === 18 ? 'in-repair' : 'in-use',
    ...(number === 18 && { defect: defect('2026-10-19', 'Tastatur', '2026-10-20', 'KSM-48377') }),
    ...(number === 19 && { roomId: A('107').id }),
  });
}
// The media corners of the classrooms: old, many, fill no target but are in every list.
for (const room of rooms.filter(({ roomTypes }) => roomTypes[0] === 'KR')) {
  for (let corner = 1; corner <= 3; corner += 1) {
    addDevice('PC', room, {
      assetTag: padded(300 + devices.length, 5),
      name: `Medienecke ${corner}`,
      manufacturer: 'Rechenwerk',
      model: 'Tower T2',
      serialNumber: corner === 3 ? null : serial('RWT2'),
      purchasedOn: corner === 3 ? null : '2013',
      userGroup: 'pupils',
      ...(corner === 3 &&
        room.floor === 'EG' && {
          status: 'decommissioned',
          decommissionedOn: '2026-07',
          decommissionReason: 'Altgerät',
        }),
    });
  }
}
// What the targets do not ask for.
for (const room of rooms.filter(({ roomTypes }) => ['KR', 'MU', 'FN'].includes(roomTypes[0]))) {
  addDevice(null, room, {
    name: 'CD-Player',
    manufacturer: 'Klangraum',
    model: 'Boombox',
    purchasedOn: '2017',
    purchasePriceCents: 59_90,
  });
  if (between(0, 2) > 0) addDevice(null, room, { name: 'Overheadprojektor', purchasedOn: null });
}
for (let number = 1; number <= 6; number += 1) {
  addDevice(null, A('K2'), {
    name: `Digitalkamera ${number}`,
    manufacturer: 'Klarblick',
    model: 'Snap 20',
    serialNumber: serial('KBS'),
    purchasedOn: '2018',
    purchasePriceCents: 129_00,
    status: 'in-storage',
  });
}
for (const room of [A('304'), A('305'), A('207'), B('203')]) {
  addDevice(null, room, {
    assetTag: null,
    name: 'Maus',
    quantity: room === A('304') ? 24 : 6,
    purchasedOn: '2023',
  });
}
for (let number = 1; number <= 10; number += 1) {
  addDevice('TAB', B('203'), {
    name: `Hort-Tablet ${number}`,
    manufacturer: 'Apfelhain',
    model: 'Pad 7',
    serialNumber: serial('DMH', 9),
    purchasedOn: '2020',
    owner: 'after-school',
    userGroup: 'pupils',
  });
}
addDevice('BEAM', A('206'), {
  name: 'Beamer, privat',
  manufacturer: 'Optivia',
  model: 'Mini',
  owner: 'private',
  assetTag: null,
});
addDevice('ROB', A('K2'), {
  name: 'Robotik-Satz',
  manufacturer: 'Bauklotz',
  model: 'Bot Grundschule',
  purchasedOn: '2024-02-14',
  purchasePriceCents: 1_380_00,
  fundingSource: 'Förderverein',
  owner: 'association',
  status: 'in-storage',
});
for (let place = 1; place <= 24; place += 1) {
  addDevice(null, A('304'), {
    name: 'Monitor 22 Zoll',
    manufacturer: 'Lumina',
    model: 'Office 22',
    serialNumber: serial('LO22'),
    purchasedOn: place <= 16 ? '2020-02-10' : '2014',
    purchasePriceCents: 119_00,
    userGroup: 'pupils',
  });
}
for (const room of rooms.filter(({ roomTypes }) => roomTypes[0] === 'KR')) {
  for (let corner = 1; corner <= 3; corner += 1) {
    addDevice(null, room, { assetTag: null, name: 'Monitor 19 Zoll (Medienecke)', purchasedOn: '2013' });
  }
}
for (let number = 1; number <= 21; number += 1) {
  addDevice(null, number <= 17 ? null : A('107'), {
    name: 'Headset',
    manufacturer: 'Klangraum',
    model: 'Voice',
    purchasedOn: '2021',
    purchasePriceCents: 39_90,
    userGroup: 'teachers',
    status: number <= 17 ? 'on-loan' : 'in-storage',
  });
}
// Nobody knows where these stand.
for (let number = 1; number <= 5; number += 1) {
  addDevice(number < 4 ? 'NB' : 'DRU', null, {
    name: number < 4 ? 'Notebook, Standort unbekannt' : 'Drucker, Standort unbekannt',
    manufacturer: 'Rechenwerk',
    serialNumber: serial('RWX'),
    purchasedOn: '2015',
    userGroup: 'pupils',
  });
}
// A serial number typed twice, an asset tag stuck on twice.
const bySerial = devices.filter((device) => device.categoryId === 'TAB');
bySerial[30].serialNumber = bySerial[9].serialNumber;
devices.find((device) => device.name === 'Büchereirechner').assetTag = devices.find(
  (device) => device.name === 'Ausleihrechner',
).assetTag;

// ------------------------------------------------------------------------------------------------------------ files

const writeJson = (name, value) =>
  writeFileSync(join(FOLDER, name), `${JSON.stringify(value, null, 1)}\n`, 'utf8');
const withoutNulls = (record) =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([key, value]) =>
        value !== null &&
        !(key === 'extra' && Object.keys(value).length === 0) &&
        !(key === 'exemptions' && value.length === 0),
    ),
  );
writeJson('raeume-und-geraete.json', {
  format: 'ausstattungskompass-bestand',
  version: 1,
  school,
  rooms: rooms.map(withoutNulls),
  devices: devices.map(withoutNulls),
});
writeJson('schule.json', {
  version: 1,
  ...school,
  rooms: rooms.map((room) => withoutNulls({ ...room, id: null })),
});

// The list: headings of its own, dates and prices as people typed them over the years.
const CATEGORY_WORDS = {
  DISP: 'Interaktives Display',
  BEAM: 'Beamer',
  DISPP: 'Großbildmonitor',
  DISPM: 'Display rollbar',
  DOK: 'Dokumentenkamera',
  HALT: 'Tablethalterung',
  CAST: 'Bildübertragung',
  AUD: 'Lautsprecher',
  LAP: 'Lehrer-PC',
  TAB: 'Tablet',
  NB: 'Notebook',
  PC: 'PC',
  KOF: 'Tabletkoffer',
  LGT: 'Lehrer-Leihgerät',
  AP: 'Access Point',
  SWI: 'Switch',
  SRV: 'Server',
  MFP: 'Kopierer',
  DRU: 'Drucker',
  ROB: 'Robotik',
  KOPF: 'Kopfhörer',
};
const STATUS_WORDS = {
  'in-use': 'ok',
  'in-storage': 'Lager',
  'on-loan': 'verliehen',
  defective: 'defekt',
  'in-repair': 'in Reparatur',
  missing: 'vermisst',
  decommissioned: 'ausgesondert',
};
const germanDate = (date) => {
  const [year, month, dayOfMonth] = date.split('-');
  return dayOfMonth ? `${dayOfMonth}.${month}.${year}` : month ? `${month}/${year}` : year;
};
const utcDate = (date) => new Date(`${date}T00:00:00Z`);
const HEAD = [
  'Inv.-Nr.',
  'Geräteart',
  'Bezeichnung',
  'Fabrikat',
  'Typ',
  'S/N',
  'Haus',
  'Raum-Nr.',
  'Stk.',
  'gekauft am',
  'EK brutto',
  'Zustand',
  'gefördert durch',
  'Garantie bis',
  'gehört zu Koffer',
  'Anmerkungen',
];

const workbook = new ExcelJS.Workbook();
workbook.creator = 'Sekretariat';
workbook.created = workbook.modified = new Date(Date.UTC(2026, 8, 21));
const list = workbook.addWorksheet('Geräte', { views: [{ state: 'frozen', ySplit: 3 }] });
list.columns = [12, 20, 28, 14, 16, 16, 9, 9, 6, 13, 12, 13, 24, 13, 15, 40].map((width) => ({ width }));
list.addRow(['Grundschule Am Lindenpark – Medien und Technik']).font = { bold: true, size: 14 };
list.addRow(['Stand: September 2026, bitte Änderungen sofort eintragen!']);
const head = list.addRow(HEAD);
head.font = { bold: true };
head.eachCell((cell) => {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } };
});
const roomOf = (device) => rooms.find((room) => room.id === device.roomId);
devices.forEach((device, at) => {
  const room = roomOf(device);
  const bought = device.purchasedOn;
  const isWholeDay = bought !== null && bought.length === 10;
  const price = device.purchasePriceCents === null ? null : device.purchasePriceCents / 100;
  const row = list.addRow([
    device.assetTag,
    device.categoryId === null ? null : CATEGORY_WORDS[device.categoryId],
    device.name,
    device.manufacturer,
    device.model,
    device.serialNumber,
    room?.building ?? null,
    room?.roomNumber ?? (device.status === 'on-loan' ? 'verliehen' : null),
    device.quantity === 1 && at % 3 > 0 ? null : device.quantity,
    bought === null
      ? at % 2
        ? '?'
        : null
      : isWholeDay && at % 4 > 0
        ? utcDate(bought)
        : at % 5 === 0
          ? Number(bought.slice(0, 4))
          : germanDate(bought),
    price === null ? null : at % 6 === 0 ? `${price.toFixed(2).replace('.', ',')} €` : price,
    at % 7 === 0 && device.status === 'in-use' ? null : STATUS_WORDS[device.status],
    device.fundingSource,
    device.warrantyUntil === null ? null : utcDate(device.warrantyUntil),
    device.containerTag,
    [device.defect?.text, device.note].filter(Boolean).join('; ') || null,
  ]);
  if (row.getCell(10).value instanceof Date) row.getCell(10).numFmt = 'dd.mm.yyyy';
  row.getCell(11).numFmt = '#,##0.00 "€"';
  row.getCell(14).numFmt = 'dd.mm.yyyy';
  if (device.status === 'defective') row.getCell(12).font = { color: { argb: 'FFC00000' }, bold: true };
  // Somebody left a gap between the years' purchases.
  if (at === 180) list.addRow([]);
});
const priced = devices.filter((device) => device.purchasePriceCents !== null);
list.addRow([
  'Summe',
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  null,
  priced.reduce((sum, device) => sum + device.purchasePriceCents, 0) / 100,
]).font = { bold: true };

const ROOM_WORDS = {
  KR: 'Klassenraum',
  FN: 'Fachraum',
  PC: 'Computerraum',
  MU: 'Musikraum',
  WE: 'Werkraum',
  HW: 'Lehrküche',
  GR: 'Gruppenraum',
  ME: 'Bücherei',
  AU: 'Aula',
  SP: 'Sporthalle',
  GT: 'Hort',
  LZ: 'Lehrerzimmer',
  VB: 'Vorbereitung',
  VW: 'Verwaltung',
  FL: 'Flur',
  TR: 'Technikraum',
  LA: 'Lager',
};
const WLAN_WORDS = { full: 'voll', partial: 'teilweise', none: 'keine' };
const roomList = workbook.addWorksheet('Räume');
roomList.columns = [10, 10, 10, 18, 30, 14, 10, 12, 12, 12].map((width) => ({ width }));
roomList.addRow([
  'Haus',
  'Geschoss',
  'Raum-Nr.',
  'Raumart',
  'Name',
  'Klasse/Fach',
  'Plätze',
  'Fläche m²',
  'LAN-Dosen',
  'WLAN',
]).font = { bold: true };
for (const room of rooms) {
  roomList.addRow([
    room.building,
    room.floor,
    room.roomNumber,
    ROOM_WORDS[room.roomTypes[0]] ?? null,
    room.name,
    room.use,
    room.seats,
    room.areaM2,
    room.lanSockets,
    room.wlanCoverage === null ? null : WLAN_WORDS[room.wlanCoverage],
  ]);
}
// Packed again, because a zip file carries the time at which each part was written.
const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
writeFileSync(join(FOLDER, 'geraeteliste.xlsx'), zipSync(parts, { level: 9, mtime: new Date(2026, 8, 21) }));
console.log(`${rooms.length} rooms, ${devices.length} lines of devices`);
