import { describe, expect, it } from 'vitest';
import { deviceId, roomId } from '../shared/ids.ts';
import { aDevice, aRoom } from '../testing/builders.ts';
import { aLookup } from '../testing/device-lookup.ts';
import {
  changeDevices,
  contentsOf,
  createDevice,
  decommissionDevices,
  deleteDevices,
  deviceChange,
  duplicateDevices,
  isEarmarked,
  moveDevices,
  nextAssetTags,
  splitDevice,
  withFollowers,
} from './device-actions.ts';

const counter = () => {
  let next = 0;
  return () => deviceId(`new-${(next += 1)}`);
};
const koffer = aDevice({ id: 'k', assetTag: 'K-1', categoryId: 'KOF', roomId: 'r-1' });
const tablet = aDevice({ id: 't1', assetTag: 'T-1', containerTag: 'K-1', roomId: 'r-1' });
const other = aDevice({ id: 't2', assetTag: 'T-2', containerTag: 'K-1', roomId: 'r-1' });
const all = [koffer, tablet, other];

describe('nextAssetTags', () => {
  it('counts up with width and passes taken ones over', () => {
    expect(nextAssetTags('GS-0031', 3, new Set(['GS-0033']))).toEqual(['GS-0032', 'GS-0034', 'GS-0035']);
    expect(nextAssetTags('99', 1, new Set())).toEqual(['100']);
    expect(nextAssetTags('2021-B7a', 1, new Set())).toEqual(['2021-B8a']);
  });

  it('knows no successor of a tag without digits', () => {
    expect(nextAssetTags('Beamer', 2, new Set())).toEqual([null, null]);
    expect(nextAssetTags(null, 1, new Set())).toEqual([null]);
  });
});

describe('duplicateDevices', () => {
  it('copies the purchase and empties what belongs to one piece', () => {
    const original = aDevice({
      assetTag: 'GS-1',
      serialNumber: 'S',
      macAddress: 'M',
      status: 'defective',
      defect: { since: null, text: 'Lampe', reportedOn: null, ticket: null, repairedOn: null },
      purchasePriceCents: 5,
    });
    const copies = duplicateDevices(
      [original],
      2,
      [original, aDevice({ id: 'x', assetTag: 'GS-2' })],
      counter(),
    );
    expect(copies.map((change) => change.after?.assetTag)).toEqual(['GS-3', 'GS-4']);
    expect(copies[0]).toMatchObject({
      before: null,
      id: 'new-1',
      after: { serialNumber: null, macAddress: null, defect: null, status: 'in-use', purchasePriceCents: 5 },
    });
  });

  it('never gives two copies of different devices the same tag', () => {
    const originals = [aDevice({ id: 'a', assetTag: 'G-1' }), aDevice({ id: 'b', assetTag: 'G-2' })];
    const tags = duplicateDevices(originals, 2, originals, counter()).map((change) => change.after?.assetTag);
    expect(tags).toEqual(['G-3', 'G-4', 'G-5', 'G-6']);
  });
});

describe('moveDevices', () => {
  it('takes the contents of a container along', () => {
    const move = moveDevices([koffer], roomId('r-2'), all);
    expect(move).toMatchObject({ contents: 2, takenOut: 0 });
    expect(
      move.changes.map(({ after }) => `${after?.id} ${after?.roomId} ${after?.containerTag}`).toSorted(),
    ).toEqual(['k r-2 null', 't1 r-2 K-1', 't2 r-2 K-1']);
  });

  it('takes a device out of a container that stays', () => {
    const move = moveDevices([tablet], roomId('r-2'), all);
    expect(move).toMatchObject({ contents: 0, takenOut: 1 });
    expect(move.changes[0]?.after).toMatchObject({ containerTag: null, roomId: 'r-2' });
  });

  it('leaves a device in its container when both are moved', () => {
    const move = moveDevices([koffer, tablet], roomId('r-2'), all);
    expect(move).toMatchObject({ contents: 1, takenOut: 0 });
    expect(move.changes.find((change) => change.id === 't1')?.after?.containerTag).toBe('K-1');
  });
});

describe('contentsOf', () => {
  it('looks into cases inside carts and stops at circles', () => {
    const cart = aDevice({ id: 'w', assetTag: 'W', containerTag: 'T-1' });
    const inner = { ...koffer, containerTag: 'W' };
    const ring = [cart, inner, tablet, other];
    expect(
      contentsOf([cart], ring)
        .map((device) => device.id)
        .toSorted(),
    ).toEqual(['k', 't1', 't2']);
  });
});

describe('decommissionDevices', () => {
  it('keeps the device with day and reason', () => {
    expect(decommissionDevices([koffer], '2026-11-16', ' Bildschirm gebrochen ')[0]?.after).toMatchObject({
      id: 'k',
      status: 'decommissioned',
      decommissionedOn: '2026-11-16',
      decommissionReason: 'Bildschirm gebrochen',
      roomId: 'r-1',
    });
  });
});

describe('isEarmarked', () => {
  it('holds to the last day of a year or month', () => {
    const until = (earmarkedUntil: string | null): boolean => isEarmarked({ earmarkedUntil }, '2026-11-16');
    expect([
      until('2026'),
      until('2026-11'),
      until('2026-11-16'),
      until('2026-11-15'),
      until('2025'),
      until(null),
    ]).toEqual([true, true, true, false, false, false]);
  });
});

describe('deleteDevices', () => {
  it('leaves the contents of a deleted container in its room', () => {
    const changes = deleteDevices([koffer, other], all);
    expect(changes.map(({ id, after }) => [id, after?.containerTag ?? null, after?.roomId ?? null])).toEqual([
      ['k', null, null],
      ['t2', null, null],
      ['t1', null, 'r-1'],
    ]);
  });
});

describe('changeDevices', () => {
  it('changes all or none', () => {
    const lookup = aLookup([aRoom({ id: 'r-9', roomNumber: '9' })]);
    const changed = changeDevices(all, 'room', '9', lookup);
    expect(changed.ok && changed.value.map((change) => change.after?.roomId)).toEqual(['r-9', 'r-9', 'r-9']);
    expect(changeDevices(all, 'purchasedOn', 'gestern', lookup).ok).toBe(false);
  });
});

describe('splitDevice', () => {
  const headsets = aDevice({ id: 'h', assetTag: 'H-1', quantity: 30 });

  it('parts pieces that then stand for themselves', () => {
    const parted = splitDevice(headsets, 4, { status: 'defective' }, counter());
    expect(
      parted.ok &&
        parted.value.map(({ after }) => [after?.id, after?.quantity, after?.assetTag, after?.status]),
    ).toEqual([
      ['h', 26, 'H-1', 'in-use'],
      ['new-1', 4, null, 'defective'],
    ]);
  });

  it('refuses to part everything or nothing', () => {
    expect(splitDevice(headsets, 30, {}, counter())).toMatchObject({ error: { code: 'NOTHING_LEFT' } });
    expect(splitDevice(headsets, 0, {}, counter())).toMatchObject({ error: { code: 'NO_COUNT' } });
  });
});

describe('withFollowers', () => {
  it('lets the contents follow the new number and room of their container', () => {
    const changes = withFollowers(
      [deviceChange(koffer, { ...koffer, assetTag: 'K-9', roomId: roomId('r-5') })],
      all,
    );
    expect(changes.map(({ id, after }) => [id, after?.containerTag, after?.roomId])).toEqual([
      ['k', null, 'r-5'],
      ['t1', 'K-9', 'r-5'],
      ['t2', 'K-9', 'r-5'],
    ]);
  });

  it('merges with what is changed of the contents themselves', () => {
    const changes = withFollowers(
      [
        deviceChange(koffer, { ...koffer, assetTag: 'K-9' }),
        deviceChange(tablet, { ...tablet, model: 'X' }),
        deviceChange(other, { ...other, containerTag: null }),
      ],
      all,
    );
    expect(changes.find((change) => change.id === 't1')?.after).toMatchObject({
      model: 'X',
      containerTag: 'K-9',
    });
    expect(changes.find((change) => change.id === 't2')?.after).toMatchObject({ containerTag: null });
  });

  it('leaves contents alone while another device bears the number too', () => {
    const twin = aDevice({ id: 'z', assetTag: 'K-1' });
    expect(
      withFollowers([deviceChange(koffer, { ...koffer, assetTag: 'K-9' })], [...all, twin]),
    ).toHaveLength(1);
  });

  it('puts a device that got a container into its room', () => {
    const loose = aDevice({ id: 'l', roomId: 'r-7' });
    const changes = withFollowers([deviceChange(loose, { ...loose, containerTag: 'K-1' })], [...all, loose]);
    expect(changes[0]?.after?.roomId).toBe('r-1');
  });
});

describe('createDevice', () => {
  it('makes a working device of what is known', () => {
    expect(createDevice(deviceId('n'), { assetTag: 'A' })).toMatchObject({
      entity: 'device',
      before: null,
      after: { id: 'n', assetTag: 'A', status: 'in-use', quantity: 1 },
    });
  });
});
