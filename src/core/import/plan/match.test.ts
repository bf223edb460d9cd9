import { describe, expect, it } from 'vitest';
import { aDevice } from '../../testing/builders.ts';
import { changedFields } from './changed-fields.ts';
import { bucketOf, createMatcher, type RowKeys } from './match.ts';
import type { Device } from '../../inventory/device.ts';
import type { FieldChange } from '../types.ts';

const row = (fields: RowKeys['fields'], id: string | null = null): RowKeys => ({ id, fields });
const changesOf =
  (fields: RowKeys['fields']) =>
  (device: Device): readonly FieldChange[] =>
    changedFields(device, { ...device, ...fields });
const find = (devices: readonly Device[], fields: RowKeys['fields']) =>
  createMatcher(devices).find(row(fields), changesOf(fields));

describe('createMatcher', () => {
  const a = aDevice({ id: 'a', assetTag: 'T1', serialNumber: 'S1', macAddress: 'AA:BB:CC:00:11:22' });
  const b = aDevice({ id: 'b', assetTag: 'T2', serialNumber: 'S2', macAddress: null });

  it.each([
    [{ assetTag: 't1' }, 'asset-tag'],
    [{ serialNumber: 's1 ' }, 'serial'],
    [{ macAddress: 'aa-bb-cc-00-11-22' }, 'mac'],
    [{ assetTag: 'T1', serialNumber: 'S1' }, 'several'],
  ] as const)('finds a device by %j', (fields, by) => {
    expect(find([a, b], fields)).toMatchObject({ kind: 'match', device: { id: 'a' }, by });
  });

  it('takes a new sticker on a known serial number for a change', () => {
    expect(find([a, b], { assetTag: 'T9', serialNumber: 'S1' })).toMatchObject({
      kind: 'match',
      by: 'serial',
    });
  });

  it('sees a conflict where the numbers belong to two devices', () => {
    expect(find([a, b], { assetTag: 'T2', serialNumber: 'S1' })).toMatchObject({
      kind: 'conflict',
      device: { id: 'a' },
      other: { id: 'b' },
    });
  });

  it('sees a conflict where the tag is known and the serial number another one', () => {
    expect(find([a, b], { assetTag: 'T1', serialNumber: 'S9' })).toMatchObject({
      kind: 'conflict',
      device: { id: 'a' },
      other: null,
    });
  });

  it('tells two devices of one tag apart by their serial numbers', () => {
    const twin = aDevice({ id: 'twin', assetTag: 'T1', serialNumber: 'S9' });
    expect(find([a, twin], { assetTag: 'T1', serialNumber: 'S9' })).toMatchObject({
      kind: 'match',
      device: { id: 'twin' },
    });
  });

  it('does not believe a number that many devices share', () => {
    const many = Array.from({ length: 20 }, (_, index) => aDevice({ id: `m${index}`, assetTag: 'ohne' }));
    expect(find(many, { assetTag: 'ohne' })).toBeNull();
    expect(createMatcher(many).isNameless(row({ assetTag: 'ohne' }))).toBe(true);
  });

  it('finds each device once', () => {
    const matcher = createMatcher([a]);
    const fields = { assetTag: 'T1' };
    expect(matcher.find(row(fields), changesOf(fields))).not.toBeNull();
    expect(matcher.find(row(fields), changesOf(fields))).toBeNull();
  });

  it('finds devices without numbers by all that the row says, then by their room', () => {
    const chair = (id: string, roomId: string | null): Device =>
      aDevice({ id, name: 'Lautsprecher', ...(roomId !== null && { roomId }) });
    const matcher = createMatcher([chair('x', 'r-1'), chair('y', 'r-2')]);
    const bucket = bucketOf({ name: 'lautsprecher ' });
    expect(
      matcher.findSame(bucket, ({ roomId }) =>
        roomId === 'r-2' ? [] : [{ field: 'roomId', before: 1, after: 2 }],
      ),
    ).toMatchObject({ id: 'y' });
    expect(matcher.findAlike(bucket, 'r-2')).toBeNull();
    expect(matcher.findAlike(bucket, 'r-1')).toMatchObject({ id: 'x' });
  });
});
