import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceId, roomId } from '../../shared/ids.ts';
import { aDevice } from '../../testing/builders.ts';
import { mdmChanges, mdmDiff, serialKey, type MdmChoices } from './mdm-diff.ts';
import type { MdmDevice } from './mdm-list.ts';

const entry = (serialNumber: string, fields: Partial<MdmDevice> = {}): MdmDevice => ({
  row: 2,
  serialNumber,
  name: null,
  model: null,
  kind: null,
  assetTag: null,
  lastSeenOn: null,
  ...fields,
});
const tablet = (id: string, serialNumber: string | null, fields = {}) =>
  aDevice({ id, serialNumber, categoryId: 'TAB', roomId: 'r-1', ...fields });
const classify = (text: string) => (text.startsWith('iPad') ? { categoryId: 'TAB', confidence: 0.95 } : null);
let next = 0;
const newId = () => deviceId(`new-${(next += 1)}`);
const NOTHING: MdmChoices = { fields: new Map(), created: [], roomId: null, takesLastSeen: false };

describe('mdmDiff', () => {
  it('matches by serial number, whatever its case, blanks and hyphens', () => {
    const diff = mdmDiff([entry('dmpx 1234-ab12')], [tablet('a', 'DMPX1234AB12')]);
    expect([diff.same.length, diff.onlyThere.length, diff.onlyHere.length]).toEqual([1, 0, 0]);
  });
  it('drops the S of an Apple barcode only where the rest is known and the whole is not', () => {
    expect(mdmDiff([entry('DMPX1234AB12')], [tablet('a', 'SDMPX1234AB12')]).same).toHaveLength(1);
    expect(mdmDiff([entry('SDMPX1234AB12')], [tablet('a', 'DMPX1234AB12')]).same).toHaveLength(1);
    // Both stand there: these are two devices.
    const both = [tablet('a', 'SDMPX1234AB12'), tablet('b', 'DMPX1234AB12')];
    const diff = mdmDiff([entry('DMPX1234AB12')], both);
    expect(diff.same.map(({ device }) => device.id)).toEqual(['b']);
    expect(diff.onlyHere.map(({ id }) => id)).toEqual(['a']);
    // Too short for one of Apple's.
    expect(mdmDiff([entry('1234')], [tablet('a', 'S1234')]).onlyThere).toHaveLength(1);
  });
  it('tells what differs, and takes maker and model together for one name of a model', () => {
    const device = tablet('a', 'X1', {
      name: 'Tablet 1',
      manufacturer: 'Apple',
      model: 'iPad 9',
      assetTag: 'GS-1',
    });
    const diff = mdmDiff(
      [entry('X1', { name: 'iPad-GS-1', model: 'Apple iPad 9', assetTag: 'gs-1' })],
      [device],
    );
    expect(diff.different[0]?.differences).toEqual([{ field: 'name', here: 'Tablet 1', there: 'iPad-GS-1' }]);
  });
  it('says "only here" of the kinds that the list covers, never of a display or of what is gone', () => {
    const devices = [
      tablet('a', 'X1'),
      tablet('b', 'X2'),
      tablet('c', 'X3', { status: 'decommissioned' }),
      aDevice({ id: 'd', serialNumber: 'X4', categoryId: 'DISP' }),
      tablet('e', null),
    ];
    expect(mdmDiff([entry('X1')], devices).onlyHere.map(({ id }) => id)).toEqual(['b']);
    expect(mdmDiff([entry('X1')], devices, new Set(['DISP'])).onlyHere.map(({ id }) => id)).toEqual(['d']);
  });
  it('names doubled serial numbers of both sides instead of guessing', () => {
    const diff = mdmDiff(
      [entry('X1', { row: 2 }), entry('x1', { row: 9 }), entry('X2')],
      [tablet('a', 'X1'), tablet('b', 'X2'), tablet('c', 'X2'), tablet('d', 'X9'), tablet('e', 'X9')],
    );
    expect(
      diff.doubled.map(({ serial, devices, entries }) => [serial, devices.length, entries.length]),
    ).toEqual([
      ['X1', 1, 2],
      ['X2', 2, 1],
      ['X9', 2, 0],
    ]);
    expect([...diff.same, ...diff.different, ...diff.onlyThere, ...diff.onlyHere]).toEqual([]);
  });
});

const serials = fc.constantFrom('A1', 'a 1', 'B2', 'C-3', 'c3', 'SDMPX1234AB12', 'DMPX1234AB12', 'Z9', '');
const lists = fc.record({
  entries: fc.array(serials.filter((serial) => serial !== '').map((serial) => entry(serial, { name: 'n' }))),
  devices: fc.array(fc.option(serials)).map((all) => all.map((serial, at) => tablet(`d-${at}`, serial))),
});

describe('whatever the lists hold', () => {
  it('every row and every device with a number stands in exactly one part', () => {
    fc.assert(
      fc.property(lists, ({ entries, devices }) => {
        const diff = mdmDiff(entries, devices, new Set(['TAB']));
        const matched = [...diff.same, ...diff.different];
        const rows = [
          ...matched.map((match) => match.entry),
          ...diff.onlyThere,
          ...diff.doubled.flatMap((double) => double.entries),
        ];
        expect(rows).toHaveLength(entries.length);
        expect(new Set(rows).size).toBe(entries.length);
        const numbered = devices.filter(({ serialNumber }) => serialKey(serialNumber ?? '') !== '');
        const here = [
          ...matched.map((match) => match.device),
          ...diff.onlyHere,
          ...diff.doubled.flatMap((double) => double.devices),
        ];
        expect(new Set(here)).toEqual(new Set(numbered));
        expect(here).toHaveLength(numbered.length);
      }),
    );
  });
  it('taking everything over moves nothing and leaves no difference', () => {
    fc.assert(
      fc.property(lists, ({ entries, devices }) => {
        const diff = mdmDiff(entries, devices);
        const all = new Set(['name', 'model', 'assetTag'] as const);
        const changes = mdmChanges(
          diff,
          { ...NOTHING, fields: new Map(devices.map(({ id }) => [id, all])), created: diff.onlyThere },
          classify,
          newId,
        );
        const after = new Map(devices.map((device) => [device.id, device]));
        for (const change of changes) {
          if (change.before !== null) expect(change.after?.roomId).toBe(change.before.roomId);
          if (change.after !== null) after.set(change.after.id, change.after);
        }
        const again = mdmDiff(entries, [...after.values()]);
        expect([again.different, again.onlyThere]).toEqual([[], []]);
      }),
    );
  });
});

describe('mdmChanges', () => {
  it('takes only what was chosen, and the day last seen only forwards', () => {
    const devices = [tablet('a', 'X1', { name: 'alt', lastSeenOn: '2026-11-20' }), tablet('b', 'X2')];
    const diff = mdmDiff(
      [
        entry('X1', { name: 'neu', model: 'iPad 9', lastSeenOn: '2026-11-01' }),
        entry('X2', { lastSeenOn: '2026-11-02' }),
      ],
      devices,
    );
    const fields = new Map([[deviceId('a'), new Set(['name'] as const)]]);
    const changes = mdmChanges(diff, { ...NOTHING, fields, takesLastSeen: true }, classify, newId);
    expect(changes.map(({ id, after }) => [id, after?.name, after?.model, after?.lastSeenOn])).toEqual([
      ['a', 'neu', null, '2026-11-20'],
      ['b', null, null, '2026-11-02'],
    ]);
  });
  it('creates what is only there in the chosen room, with the kind that its words tell', () => {
    const diff = mdmDiff([entry('X1', { model: 'iPad 9' }), entry('X2', { model: 'Ding' })], []);
    const changes = mdmChanges(
      diff,
      { ...NOTHING, created: diff.onlyThere, roomId: roomId('r-7') },
      classify,
      newId,
    );
    expect(changes.map(({ after }) => [after?.serialNumber, after?.categoryId, after?.roomId])).toEqual([
      ['X1', 'TAB', 'r-7'],
      ['X2', null, 'r-7'],
    ]);
  });
});
