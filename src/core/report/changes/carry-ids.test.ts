import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../inventory/inventory.ts';
import { aDevice, anInventory, aRoom } from '../../testing/builders.ts';
import { carryIds } from './carry-ids.ts';

const before: Inventory = anInventory({
  rooms: [
    aRoom({ id: 'r-1', building: 'A', roomNumber: '1' }),
    aRoom({ id: 'r-2', building: 'B', roomNumber: '1' }),
  ],
  devices: [
    aDevice({ id: 'd-1', serialNumber: 'S1', assetTag: 'A1', roomId: 'r-1' }),
    aDevice({ id: 'd-2', assetTag: 'A2', roomId: 'r-1' }),
    aDevice({ id: 'd-3', categoryId: 'KOF', quantity: 30, roomId: 'r-1' }),
    aDevice({ id: 'd-4', categoryId: 'KOF', quantity: 5, roomId: 'r-2' }),
  ],
});

describe('carryIds', () => {
  it('knows rooms and devices again, in whatever order they were read', () => {
    const { rooms, devices } = carryIds(
      before,
      anInventory({
        rooms: [
          aRoom({ id: 'r-1', building: 'B', roomNumber: '1' }),
          aRoom({ id: 'r-2', building: 'A', roomNumber: '1' }),
        ],
        devices: [
          aDevice({ id: 'd-1', categoryId: 'KOF', quantity: 5, roomId: 'r-1' }),
          aDevice({ id: 'd-2', categoryId: 'KOF', quantity: 28, roomId: 'r-2' }),
          aDevice({ id: 'd-3', assetTag: 'a2 ', roomId: 'r-1' }),
          aDevice({ id: 'd-4', serialNumber: 'S1', assetTag: 'A9', roomId: 'r-2' }),
        ],
      }),
    );
    expect([...rooms]).toEqual([
      ['r-1', 'r-2'],
      ['r-2', 'r-1'],
    ]);
    expect([...devices]).toEqual([
      ['d-1', 'd-4'],
      ['d-2', 'd-3'],
      ['d-3', 'd-2'],
      ['d-4', 'd-1'],
    ]);
  });

  it('gives what is new an id that the earlier report does not use', () => {
    const { devices } = carryIds(
      before,
      anInventory({
        devices: [aDevice({ id: 'd-1', assetTag: 'A7' }), aDevice({ id: 'd-9', assetTag: 'A8' })],
      }),
    );
    expect([...devices]).toEqual([
      ['d-1', 'd-1-2'],
      ['d-9', 'd-9'],
    ]);
  });

  it('carries everything over when nothing changed', () => {
    const { rooms, devices } = carryIds(before, before);
    expect([...rooms, ...devices].every(([now, then]) => now === then)).toBe(true);
  });
});
