import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCANNER_TEST_CODE } from '../labels/keyboard-layout.ts';
import { encodeDevice, encodeRoom } from '../labels/label-code.ts';
import { applyChanges, type StoredState } from '../history/apply-changes.ts';
import { aDevice, anInventory, aRoom } from '../testing/builders.ts';
import { deviceId, roomId } from '../shared/ids.ts';
import { allFigures, lineResult, roomFigures } from './count-results.ts';
import { replayScans, type CountState } from './count-state.ts';
import { judgeScan, keptCode, scanLookup, type Verdict } from './judge-scan.ts';
import type { ScanAction } from './stocktake.ts';
import { latestSummary } from './stocktake-summary.ts';
import { stocktakeChanges } from './stocktake-changes.ts';
import {
  discardChanges,
  readStocktakes,
  roomChange,
  scanChanges,
  stocktakeChange,
  type StocktakeData,
} from './stocktake-records.ts';

const INVENTORY = anInventory({
  rooms: [
    aRoom({ id: 'r-1', roomNumber: '101', building: 'Haus A' }),
    aRoom({ id: 'r-2', roomNumber: '102', building: 'Haus A' }),
    aRoom({ id: 'r-3', roomNumber: '101', building: 'Haus B' }),
  ],
  devices: [
    aDevice({ id: 'd-1', assetTag: 'RSM-0001', serialNumber: 'SN1', roomId: 'r-1' }),
    aDevice({ id: 'd-2', assetTag: '0002', roomId: 'r-1' }),
    aDevice({ id: 'd-3', assetTag: 'RSM-0003', roomId: 'r-2' }),
    aDevice({ id: 'd-4', assetTag: 'RSM-0004', roomId: 'r-1', status: 'decommissioned' }),
    aDevice({ id: 'd-5', assetTag: 'RSM-0005', roomId: 'r-1', quantity: 30 }),
    aDevice({ id: 'd-6', assetTag: 'RSM-0006', roomId: 'r-1', status: 'missing' }),
    aDevice({ id: 'd-7', assetTag: 'RSM-0007', containerTag: 'RSM-0001', roomId: null }),
    aDevice({ id: 'd-8', assetTag: 'RSM-0008', roomId: 'r-1', status: 'on-loan' }),
  ],
});
const LOOKUP = scanLookup(INVENTORY);
const DAY = '2026-11-25';
const AT = '2026-11-25T10:00:00.000Z';
const R1 = roomId('r-1');
const R2 = roomId('r-2');

/** A stocktake that is stored as the app stores it: by changes of settings, read back after each. */
const counting = (inventory = INVENTORY) => {
  let state: StoredState = { inventory, profiles: new Map(), settings: new Map() };
  const lookup = scanLookup(inventory);
  const data = (): StocktakeData => {
    const [first] = readStocktakes(state.settings);
    if (first === undefined) throw new Error('no stocktake');
    return first;
  };
  const commit = (changes: readonly Parameters<typeof applyChanges>[1][number][]): void => {
    state = applyChanges(state, changes);
  };
  commit([
    stocktakeChange(state.settings, {
      id: 's-1',
      name: 'Inventur 2026',
      startedOn: DAY,
      countedBy: null,
      finishedOn: null,
    }),
  ]);
  for (const room of inventory.rooms) commit([roomChange(data(), room, lookup.expectedIn(room.id), AT)]);
  const act = (action: ScanAction, room = R1): void =>
    commit(scanChanges(data(), [{ roomId: room, at: AT, on: DAY, ...action }]));
  const count = (): CountState => replayScans(data());
  const scan = (code: string, room = R1): Verdict => {
    const verdict = judgeScan(count(), room, code, lookup);
    if (verdict.kind === 'room' || verdict.kind === 'unknown-room' || verdict.kind === 'scanner-test')
      return verdict;
    act({ kind: 'code', code: keptCode(code), device: 'device' in verdict ? verdict.device : null }, room);
    return verdict;
  };
  return { data, act, count, scan, settings: () => state.settings };
};
const resultOf = (count: CountState, id: string, room = R1) => {
  const line = count.rooms.get(room)?.expected.find(({ device }) => device.id === id);
  return line === undefined ? null : lineResult(line, room, count.sightings).kind;
};

describe('judgeScan', () => {
  it('finds by inventory number, serial number and our own label, whatever the case', () => {
    for (const code of [
      'RSM-0001',
      ' rsm-0001 ',
      'sn1',
      encodeDevice('RSM-0001'),
      encodeDevice('RSM-0001').toLowerCase(),
    ])
      expect(counting().scan(code)).toMatchObject({ kind: 'found', device: { id: 'd-1' } });
  });

  it('keeps leading zeros apart from a shorter number', () => {
    expect(counting().scan('0002').kind).toBe('found');
    expect(counting().scan('2').kind).toBe('unknown');
  });

  it('says what was read twice, and does not count it', () => {
    const { scan, count } = counting();
    scan('0002');
    expect(scan('0002')).toMatchObject({ kind: 'already', device: { id: 'd-2' } });
    scan('XYZ');
    expect(scan('xyz')).toEqual({ kind: 'already', device: null });
    expect(count().rooms.get(R1)).toMatchObject({ repeats: 2, unknown: [{ code: 'XYZ' }] });
  });

  it('tells what belongs elsewhere, what is decommissioned, and what was moved in since', () => {
    expect(counting().scan('RSM-0003')).toMatchObject({ kind: 'elsewhere', device: { roomId: 'r-2' } });
    expect(counting().scan('RSM-0004').kind).toBe('decommissioned');
    const late = scanLookup(
      anInventory({
        ...INVENTORY,
        devices: [...INVENTORY.devices, aDevice({ id: 'd-9', assetTag: 'N', roomId: 'r-1' })],
      }),
    );
    expect(judgeScan(counting().count(), R1, 'N', late).kind).toBe('found');
  });

  it('goes to the room of a label; a number that two buildings have is only one with its building', () => {
    expect(counting().scan(encodeRoom({ building: null, roomNumber: '102' }))).toEqual({
      kind: 'room',
      roomId: R2,
    });
    expect(counting().scan(encodeRoom({ building: 'Haus B', roomNumber: '101' }))).toEqual({
      kind: 'room',
      roomId: 'r-3',
    });
    expect(counting().scan(encodeRoom({ building: null, roomNumber: '101' }))).toEqual({
      kind: 'unknown-room',
      roomNumber: '101',
      isAmbiguous: true,
    });
    expect(counting().scan(encodeRoom({ building: null, roomNumber: '999' }))).toEqual({
      kind: 'unknown-room',
      roomNumber: '999',
      isAmbiguous: false,
    });
  });

  it('keeps of a label of another school its number, and says what a foreign code looks like', () => {
    const { scan, count } = counting();
    expect(scan(encodeDevice('FS-17'))).toEqual({ kind: 'unknown', looksLike: 'label' });
    expect(scan('FS-17')).toEqual({ kind: 'already', device: null });
    expect(count().rooms.get(R1)?.unknown).toMatchObject([{ code: 'FS-17' }]);
    expect(scan('https://example.org/x')).toEqual({ kind: 'unknown', looksLike: 'web-address' });
    // EAN-13 and UPC-A with their check digits, then one that is wrong.
    expect(scan('4006381333931')).toEqual({ kind: 'unknown', looksLike: 'article-number' });
    expect(scan('036000291452')).toEqual({ kind: 'unknown', looksLike: 'article-number' });
    expect(scan('4006381333932')).toEqual({ kind: 'unknown', looksLike: null });
  });

  it('looks only at inventory numbers for a label', () => {
    // A label says an inventory number: a serial number of the same letters is another device.
    expect(counting().scan(encodeDevice('SN1'))).toEqual({ kind: 'unknown', looksLike: 'label' });
  });

  it('does not count the test code of the scanner', () => {
    const { scan, data } = counting();
    expect(scan(SCANNER_TEST_CODE)).toEqual({ kind: 'scanner-test' });
    expect(data().scans).toEqual([]);
  });

  it('counts two devices with the same number one after the other', () => {
    const twins = anInventory({
      rooms: [aRoom({ id: 'r-1' })],
      devices: [
        aDevice({ id: 'a', assetTag: 'T', roomId: 'r-1' }),
        aDevice({ id: 'b', assetTag: 'T', roomId: 'r-1' }),
      ],
    });
    const { scan } = counting(twins);
    expect([scan('T'), scan('T'), scan('T')].map(({ kind }) => kind)).toEqual(['found', 'found', 'already']);
  });
});

describe('results', () => {
  it('expects what stands in the room, in its cases too, and nothing that is decommissioned', () => {
    expect(LOOKUP.expectedIn(R1).map(({ id }) => id)).toEqual(['d-1', 'd-2', 'd-5', 'd-6', 'd-7', 'd-8']);
  });

  it('counts a Sammelposten by number: a scan alone leaves it open', () => {
    const { scan, act, count } = counting();
    scan('RSM-0005');
    expect(resultOf(count(), 'd-5')).toBe('open');
    act({ kind: 'pieces', deviceId: deviceId('d-5'), pieces: 28 });
    expect(resultOf(count(), 'd-5')).toBe('fewer');
    const room = count().rooms.get(R1);
    expect(room && roomFigures(room, count().sightings)).toMatchObject({
      expected: 35,
      found: 28,
      away: 2,
      missing: 2,
      open: 3,
    });
    act({ kind: 'room-done', isDone: true });
    expect(allFigures(count())).toMatchObject({ missing: 5 });
    act({ kind: 'by-hand', deviceId: deviceId('d-5'), isFound: true });
    expect(resultOf(count(), 'd-5')).toBe('found');
  });

  it('finds in another room what is missing in its own, until it is seen at home again', () => {
    const { scan, count } = counting();
    scan('0002', R2);
    expect(resultOf(count(), 'd-2')).toBe('elsewhere');
    scan('0002', R1);
    expect(resultOf(count(), 'd-2')).toBe('found');
  });

  it('keeps what was expected whatever becomes of the inventory', () => {
    const { data, settings } = counting();
    const before = data().rooms;
    expect(
      readStocktakes(new Map(JSON.parse(JSON.stringify([...settings()])) as [string, unknown][]))[0]?.rooms,
    ).toEqual(before);
  });

  it('leaves out a record that does not fit, and only that one', () => {
    const { scan, settings } = counting();
    scan('0002');
    scan('SN1');
    const broken = new Map(settings()).set('stocktake:s-1:scan:000001', { kind: 'code', at: 3 });
    expect(readStocktakes(broken)[0]).toMatchObject({ scans: [{ code: 'SN1' }], nextScan: 3 });
  });
});

describe('stocktakeChanges', () => {
  const taken = (count: CountState, inventory = INVENTORY) => {
    let number = 0;
    const outcome = stocktakeChanges(count, inventory, () => deviceId(`new-${(number += 1)}`), DAY);
    const state = applyChanges({ inventory, profiles: new Map(), settings: new Map() }, outcome.changes);
    const of = (id: string) => state.inventory.devices.find((device) => device.id === id);
    return { outcome, of };
  };

  it('notes what was seen, takes moves, and leaves the rest alone', () => {
    const { scan, act, count } = counting();
    scan('0002');
    scan('RSM-0003');
    act({ kind: 'move-here', deviceId: deviceId('d-3'), isMoved: true });
    const { outcome, of } = taken(count());
    expect(outcome).toMatchObject({ seen: 2, moved: 1, missing: 0, leftOut: [] });
    expect(of('d-2')).toMatchObject({ lastSeenOn: DAY, roomId: 'r-1' });
    expect(of('d-3')).toMatchObject({ lastSeenOn: DAY, roomId: 'r-1' });
    expect(of('d-1')).toEqual(INVENTORY.devices[0]);
  });

  it('takes a device out of its case when it moves alone, and its contents along when the case moves', () => {
    const alone = counting();
    alone.scan('RSM-0007', R2);
    alone.act({ kind: 'move-here', deviceId: deviceId('d-7'), isMoved: true }, R2);
    expect(taken(alone.count()).of('d-7')).toMatchObject({ roomId: 'r-2', containerTag: null });
    const both = counting();
    for (const [code, id] of [
      ['RSM-0001', 'd-1'],
      ['RSM-0007', 'd-7'],
    ] as const) {
      both.scan(code, R2);
      both.act({ kind: 'move-here', deviceId: deviceId(id), isMoved: true }, R2);
    }
    expect(taken(both.count()).of('d-7')).toMatchObject({ roomId: 'r-2', containerTag: 'RSM-0001' });
  });

  it('enters as missing only what was ticked, and parts the missing pieces of a Sammelposten', () => {
    const { act, count } = counting();
    act({ kind: 'pieces', deviceId: deviceId('d-5'), pieces: 28 });
    act({ kind: 'take-difference', deviceId: deviceId('d-5'), isTaken: true });
    act({ kind: 'take-difference', deviceId: deviceId('d-1'), isTaken: true });
    const { outcome, of } = taken(count());
    expect(outcome).toMatchObject({ missing: 3 });
    expect(of('d-1')).toMatchObject({ status: 'missing' });
    expect(of('d-2')).toMatchObject({ status: 'in-use' });
    expect(of('d-5')).toMatchObject({ quantity: 28, status: 'in-use', lastSeenOn: DAY });
    expect(of('new-1')).toMatchObject({ quantity: 2, status: 'missing', roomId: 'r-1' });
  });

  it('finds a missing device again, enlarges a Sammelposten, and makes devices of codes', () => {
    const { scan, act, count } = counting();
    scan('RSM-0006');
    act({ kind: 'pieces', deviceId: deviceId('d-5'), pieces: 31 });
    act({ kind: 'take-difference', deviceId: deviceId('d-5'), isTaken: true });
    scan('FREMD-1');
    scan('fremd-1', R2);
    for (const room of [R1, R2])
      act(
        {
          kind: 'new-device',
          code: 'Fremd-1',
          device: { codeIs: 'assetTag', categoryId: 'TAB', name: null },
        },
        room,
      );
    const { outcome, of } = taken(count());
    expect(outcome).toMatchObject({ foundAgain: 1, enlarged: 1, created: 1 });
    expect(of('d-6')).toMatchObject({ status: 'in-use', lastSeenOn: DAY });
    expect(of('d-5')).toMatchObject({ quantity: 31 });
    expect(of('new-1')).toMatchObject({ assetTag: 'FREMD-1', categoryId: 'TAB', roomId: 'r-1' });
  });

  it('says what was deleted since, and does nothing to it', () => {
    const { scan, count } = counting();
    scan('0002');
    const without = anInventory({
      ...INVENTORY,
      devices: INVENTORY.devices.filter(({ id }) => id !== 'd-2'),
    });
    const { outcome, of } = taken(count(), without);
    expect(outcome.leftOut.map(({ id }) => id)).toEqual(['d-2']);
    expect(of('d-2')).toBeUndefined();
  });

  it('is gone without a trace when it is thrown away', () => {
    const { scan, data, settings } = counting();
    scan('0002');
    const state = { inventory: INVENTORY, profiles: new Map(), settings: settings() };
    const { settings: left } = applyChanges(state, discardChanges(settings(), data().stocktake));
    expect(left.size).toBe(0);
  });
});

describe('latestSummary', () => {
  it('tells of the last one that was taken over, and not of one that runs', () => {
    const { scan, act, settings, data } = counting();
    scan('0002');
    scan('RSM-0003');
    act({ kind: 'room-done', isDone: true });
    expect(latestSummary(settings(), '2026-12-31')).toBeNull();
    const finish = { ...data().stocktake, finishedOn: '2026-11-30', countedBy: 'Frau Beispiel' };
    const change = stocktakeChange(settings(), finish);
    const { settings: after } = applyChanges(
      { inventory: INVENTORY, profiles: new Map(), settings: settings() },
      [change],
    );
    // A report of an earlier day does not know it yet.
    expect(latestSummary(after, '2026-11-29')).toBeNull();
    const summary = latestSummary(after, '2026-11-30');
    expect(summary).toMatchObject({ startedOn: DAY, finishedOn: '2026-11-30' });
    expect(summary?.rooms.find(({ roomId: id }) => id === R1)).toMatchObject({
      countedOn: DAY,
      figures: { expected: 35, found: 1, others: 1, missing: 32, away: 2 },
    });
    expect(summary?.rooms.find(({ roomId: id }) => id === R2)).toMatchObject({
      countedOn: null,
      figures: { expected: 1, elsewhere: 1 },
    });
    expect(JSON.stringify(summary)).not.toContain('Frau');
  });
});

describe('properties', () => {
  const codes = fc.constantFrom(
    'RSM-0001',
    'sn1',
    '0002',
    'RSM-0003',
    'RSM-0004',
    'RSM-0005',
    'RSM-0006',
    'rsm-0007',
    'RSM-0008',
    'X',
    'Y',
    encodeRoom({ building: null, roomNumber: '102' }),
  );
  const ids = fc.constantFrom(...INVENTORY.devices.map(({ id }) => id));
  const actions: fc.Arbitrary<ScanAction | { readonly kind: 'scan'; readonly code: string }> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('scan' as const), code: codes }) },
    fc.record({ kind: fc.constant('by-hand' as const), deviceId: ids, isFound: fc.boolean() }),
    fc.record({
      kind: fc.constant('pieces' as const),
      deviceId: ids,
      pieces: fc.option(fc.nat(40)),
    }),
    fc.record({ kind: fc.constant('move-here' as const), deviceId: ids, isMoved: fc.boolean() }),
    fc.record({ kind: fc.constant('room-done' as const), isDone: fc.boolean() }),
    fc.record({ kind: fc.constant('take-difference' as const), deviceId: ids, isTaken: fc.boolean() }),
  );
  const sittings = fc.array(fc.tuple(actions, fc.constantFrom(R1, R2)), { maxLength: 40 });

  it('adds up in every room and in all, and comes out the same from the records alone', () => {
    fc.assert(
      fc.property(sittings, (steps) => {
        const { scan, act, count, settings } = counting();
        for (const [step, room] of steps)
          if (step.kind === 'scan') scan(step.code, room);
          else act(step, room);
        const state = count();
        for (const room of state.rooms.values()) {
          const { expected, found, elsewhere, away, missing, open } = roomFigures(room, state.sightings);
          expect(found + elsewhere + away + missing + open).toBe(expected);
          expect(expected).toBe(room.room.expected.reduce((sum, { quantity }) => sum + quantity, 0));
        }
        const sum = allFigures(state);
        expect(sum.found + sum.elsewhere + sum.away + sum.missing + sum.open).toBe(sum.expected);
        const stored = new Map(JSON.parse(JSON.stringify([...settings()])) as [string, unknown][]);
        const [again] = readStocktakes(stored);
        expect(again && replayScans(again)).toEqual(state);
      }),
      { numRuns: 150 },
    );
  });

  it('neither loses nor invents a device: only codes and parted Sammelposten make new ones', () => {
    fc.assert(
      fc.property(sittings, (steps) => {
        const { scan, act, count } = counting();
        for (const [step, room] of steps)
          if (step.kind === 'scan') scan(step.code, room);
          else act(step, room);
        let number = 0;
        const outcome = stocktakeChanges(count(), INVENTORY, () => deviceId(`new-${(number += 1)}`), DAY);
        const { inventory } = applyChanges(
          { inventory: INVENTORY, profiles: new Map(), settings: new Map() },
          outcome.changes,
        );
        for (const device of INVENTORY.devices)
          expect(inventory.devices.some(({ id }) => id === device.id)).toBe(true);
        const pieces = (devices: typeof INVENTORY.devices) =>
          devices.reduce((sum, { quantity }) => sum + quantity, 0);
        // Parting keeps the sum; only a Sammelposten that has more than expected adds to it.
        const more = [...count().rooms.values()]
          .flatMap((room) => room.expected.map((line) => ({ line, room })))
          .filter(({ line }) => line.takesDifference && line.pieces !== null && line.device.quantity > 1)
          .reduce((sum, { line }) => sum + Math.max(0, (line.pieces ?? 0) - line.device.quantity), 0);
        expect(pieces(inventory.devices)).toBe(pieces(INVENTORY.devices) + more);
      }),
      { numRuns: 150 },
    );
  });
});
