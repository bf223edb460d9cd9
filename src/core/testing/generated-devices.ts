import { emptyDevice, type Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import { deviceId } from '../shared/ids.ts';
import { padded, type SeededRandom } from './seeded-random.ts';

type Ware = {
  readonly category: string | null;
  readonly name: string;
  readonly maker: string;
  readonly model: string;
  readonly cents: number;
  readonly group: Device['userGroup'];
};
const ware = (
  category: string | null,
  name: string,
  maker: string,
  model: string,
  cents: number,
  group: Device['userGroup'] = 'room',
): Ware => ({ category, name, maker, model, cents, group });

/** Made-up makers and models, prices as of 2026. */
const WARES = {
  display: ware('DISP', 'Interaktives Display', 'Lumina', 'Board 86 Pro', 4_980_00),
  projector: ware('BEAM', 'Deckenbeamer', 'Optivia', 'VX 3200', 1_149_00),
  monitor: ware('DISPP', 'Monitor 65 Zoll', 'Lumina', 'View 65', 799_00),
  rolling: ware('DISPM', 'Display auf Rollwagen', 'Lumina', 'Roll 75', 5_200_00),
  camera: ware('DOK', 'Dokumentenkamera', 'Klarblick', 'DC-4K', 549_00),
  caster: ware('CAST', 'Bildübertragung', 'Apfelhain', 'Cast Box', 159_00),
  speakers: ware('AUD', 'Aktivlautsprecher (Paar)', 'Klangraum', 'Duo 2', 229_00),
  teacherPlace: ware('LAP', 'Lehrer-PC', 'Rechenwerk', 'Mini M5', 689_00, 'teachers'),
  tablet: ware('TAB', 'Tablet', 'Apfelhain', 'Pad 9', 449_00, 'pupils'),
  notebook: ware('NB', 'Notebook', 'Rechenwerk', 'Book 14', 729_00, 'pupils'),
  pc: ware('PC', 'Schüler-PC', 'Rechenwerk', 'Mini M4', 612_00, 'pupils'),
  officePc: ware('PC', 'PC Verwaltung', 'Rechenwerk', 'Tower T4', 720_00, 'administration'),
  case: ware('KOF', 'Tabletkoffer', 'Tragwerk', 'Case 16', 1_640_00, 'pupils'),
  loan: ware('LGT', 'Leihgerät Lehrkraft', 'Rechenwerk', 'Book 14', 819_00, 'teachers'),
  accessPoint: ware('AP', 'Access Point', 'Funkwerk', 'AP 6 Lite', 398_00),
  switch: ware('SWI', 'Switch', 'Funkwerk', 'SW 24 PoE', 1_120_00),
  server: ware('SRV', 'Schulserver', 'Rechenwerk', 'Server S1', 3_990_00),
  copier: ware('MFP', 'Kopierer', 'Druckhof', 'MF 4050', 2_890_00),
  printer: ware('DRU', 'Laserdrucker', 'Druckhof', 'LP 210', 249_00),
  headphones: ware('KOPF', 'Kopfhörer', 'Klangraum', 'Kids', 14_90, 'pupils'),
  robots: ware('ROB', 'Robotik-Satz', 'Bauklotz', 'Bot Schule', 1_380_00, 'pupils'),
  sensors: ware('MESS', 'Messwerterfassung', 'Klarblick', 'Sense Set', 2_650_00, 'pupils'),
  screen: ware(null, 'Monitor 22 Zoll', 'Lumina', 'Office 22', 119_00, 'pupils'),
  headset: ware(null, 'Headset', 'Klangraum', 'Voice', 39_90, 'teachers'),
  radio: ware(null, 'CD-Player', 'Klangraum', 'Boombox', 59_90),
} as const satisfies Readonly<Record<string, Ware>>;

const DEFECTS = ['startet nicht mehr', 'Bild flackert', 'Akku hält keine Stunde', 'Lüfter laut'] as const;

export type GeneratedDevicesInput = {
  readonly rooms: readonly Room[];
  readonly pupils: number;
  readonly teachers: number;
  /** How well the school is equipped, 0–1. */
  readonly level: number;
  readonly idPrefix: string;
  /** Lines of devices, exactly; null = as many as come about. */
  readonly count: number | null;
};

/**
 * The devices of a made-up school: what stands in its rooms, cases of tablets, loans, reserve; some old, broken, lost,
 * without a year, without a room, or with a number that stands twice.
 */
export const generatedDevices = (
  { rooms, pupils, teachers, level, idPrefix, count }: GeneratedDevicesInput,
  random: SeededRandom,
): readonly Device[] => {
  const devices: Device[] = [];
  const add = (item: Ware, room: Room | null, year: number, fields: Partial<Device> = {}): Device => {
    const number = devices.length + 1;
    const broken = random.chance(0.035);
    const device: Device = {
      ...emptyDevice(deviceId(`${idPrefix}-geraet-${padded(number, 5)}`)),
      assetTag: random.chance(0.03) ? null : `${idPrefix.toUpperCase()}-${padded(number, 4)}`,
      serialNumber: random.chance(0.9) ? random.serial(item.model.slice(0, 2).toUpperCase()) : null,
      categoryId: item.category,
      name: item.name,
      manufacturer: item.maker,
      model: item.model,
      roomId: room?.id ?? null,
      userGroup: item.group,
      owner: 'school-authority',
      status: broken ? random.pick(['defective', 'defective', 'in-repair', 'missing']) : 'in-use',
      // Somebody wrote down the whole day, somebody the year, somebody nothing.
      purchasedOn: random.chance(0.05)
        ? null
        : random.chance(0.6)
          ? `${year}-${padded(random.between(1, 12), 2)}-${padded(random.between(1, 28), 2)}`
          : String(year),
      purchasePriceCents: random.chance(0.85) ? item.cents : null,
      ...(year >= 2020 &&
        year <= 2024 &&
        item.cents > 300_00 &&
        random.chance(0.5) && { fundingSource: 'DigitalPakt', earmarkedUntil: `${year + 6}-12-31` }),
      ...fields,
    };
    const defect =
      device.status === 'defective' || device.status === 'in-repair'
        ? {
            since: '2026-10-05',
            text: random.pick(DEFECTS),
            reportedOn: null,
            ticket: null,
            repairedOn: null,
          }
        : null;
    devices.push({ ...device, defect });
    return device;
  };
  const newYear = (): number => random.between(2021, 2026);
  const oldYear = (): number => random.between(2013, 2019);
  const yearByLevel = (): number => (random.chance(level) ? newYear() : oldYear());
  const sometimes = (share: number, item: Ware, room: Room): void => {
    if (random.chance(share)) add(item, room, yearByLevel());
  };
  const ofType = (type: string): readonly Room[] => rooms.filter(({ roomTypes }) => roomTypes[0] === type);
  const store = ofType('LA')[0] ?? null;

  for (const room of rooms) {
    const type = room.roomTypes[0] ?? '';
    if (['KR', 'FN', 'PC', 'MU', 'WE'].includes(type)) {
      if (random.chance(level)) add(WARES.display, room, newYear());
      else sometimes(0.8, WARES.projector, room);
      // It hangs there still beside the display: what may move to another room.
      sometimes(0.08, WARES.projector, room);
      sometimes(level, WARES.camera, room);
      sometimes(level + 0.1, WARES.teacherPlace, room);
      sometimes(level * 0.7, WARES.caster, room);
      sometimes(level, WARES.speakers, room);
      sometimes(0.3, WARES.radio, room);
    }
    if (['KR', 'FN', 'PC', 'MU', 'WE', 'GR', 'ME', 'LZ', 'AU'].includes(type))
      sometimes(level * 0.9, WARES.accessPoint, room);
    if (type === 'GR') sometimes(level * 0.5, WARES.monitor, room);
    if (type === 'FN') sometimes(level * 0.5, WARES.sensors, room);
    if (type === 'AU') sometimes(0.8, WARES.projector, room);
    if (type === 'ME') sometimes(0.7, WARES.pc, room);
    if (type === 'VW') {
      sometimes(0.95, WARES.officePc, room);
      sometimes(0.8, WARES.printer, room);
    }
    if (type === 'LZ') sometimes(0.9, WARES.copier, room);
    if (type === 'TR') {
      add(WARES.switch, room, newYear());
      sometimes(level, WARES.switch, room);
      sometimes(1 - level, WARES.server, room);
    }
  }
  ofType('PC').forEach((room, at) => {
    const year = at === 0 ? newYear() : oldYear();
    const places = random.between(16, 26);
    for (let place = 1; place <= places; place += 1)
      add(WARES.pc, room, year, { name: `Schüler-PC ${padded(place, 2)}` });
    sometimes(0.6, WARES.printer, room);
  });
  const addCase = (tablets: number): void => {
    const room = rooms[random.between(0, rooms.length - 1)] ?? null;
    const year = yearByLevel();
    const box = add(WARES.case, room, year);
    for (let at = 0; at < tablets; at += 1)
      add(WARES.tablet, room, year, { containerTag: box.assetTag, userGroup: 'pupils' });
  };
  // From one device per twelve pupils to one per three.
  const cases = Math.max(1, Math.round((pupils * (0.08 + 0.26 * level)) / 16));
  for (let at = 0; at < cases; at += 1) addCase(16);
  for (let at = 0; at < Math.round(teachers * level); at += 1)
    add(WARES.loan, null, newYear(), { status: 'on-loan' });
  add(WARES.headphones, ofType('PC')[0] ?? store, newYear(), { quantity: random.between(12, 40) });
  if (random.chance(level)) add(WARES.robots, store, newYear(), { status: 'in-storage' });
  // Reserve that another room, or another school, could use.
  for (const item of [WARES.camera, WARES.caster, WARES.rolling, WARES.teacherPlace])
    for (let left = random.between(0, 3); left > 0; left -= 1)
      add(item, store, newYear(), { status: 'in-storage' });
  for (let left = random.between(1, 4); left > 0; left -= 1)
    add(WARES.notebook, null, 2015, { name: 'Notebook, Standort unbekannt' });
  for (let left = random.between(0, 3); left > 0; left -= 1)
    add(WARES.projector, store, 2012, {
      status: 'decommissioned',
      decommissionedOn: '2026-06-30',
      decommissionReason: 'Lampe nicht mehr zu bekommen',
    });

  while (count !== null && devices.length < count) {
    const item = random.pick([WARES.tablet, WARES.notebook, WARES.screen, WARES.headset]);
    add(item, rooms[random.between(0, rooms.length - 1)] ?? null, yearByLevel());
  }
  const kept = count === null ? devices : devices.slice(0, count);
  // A serial number typed twice: in every school once.
  const [first, second] = kept.filter(({ serialNumber }) => serialNumber !== null);
  return kept.map((device) =>
    device === second ? { ...device, serialNumber: first?.serialNumber ?? null } : device,
  );
};
