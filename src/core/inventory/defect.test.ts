import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDevice } from '../testing/builders.ts';
import { withStatus } from './device-columns.ts';
import { repairDevices, reportDefects, reportState } from './defect-actions.ts';
import { daysOpen, isBroken } from './defect.ts';
import { repaired } from './repair.ts';
import { DEVICE_STATUSES, NO_DEFECT, type Device } from './device.ts';
import { deviceId } from '../shared/ids.ts';

const REPORT = { text: ' Bild flackert ', since: '2026-11-20', reportedOn: '2026-11-25' };
const newId = () => deviceId('d-new');
const reported = (device: Device, pieces: number | null = null) =>
  reportDefects([device], REPORT, pieces, newId);
const broken = (defect: Partial<Device['defect']> = {}) =>
  aDevice({ status: 'defective', defect: { ...NO_DEFECT, ...defect } });

describe('daysOpen', () => {
  it.each([
    [{ since: '2026-11-20', reportedOn: '2026-11-22' }, 5],
    [{ since: '2026-10', reportedOn: '2026-11-22' }, 3],
    [{ since: '2026', reportedOn: null }, null],
    [{ since: '2026-11-26', reportedOn: null }, null],
    [{ since: '2026-11-25', reportedOn: null }, 0],
  ])('counts from the first known day: %j', (defect, days) => {
    expect(daysOpen(broken(defect), '2026-11-25')).toBe(days);
  });
  it('ends with the repair', () => {
    const device = broken({ since: '2026-11-20' });
    expect(daysOpen(repaired(device, '2026-11-24'), '2026-11-25')).toBeNull();
  });
});

describe('reportDefects', () => {
  it('makes a working device defective, with what is wrong, since when and when it was told', () => {
    expect(reported(aDevice({}))[0]?.after).toMatchObject({
      status: 'defective',
      defect: { text: 'Bild flackert', since: '2026-11-20', reportedOn: '2026-11-25', repairedOn: null },
    });
  });
  it('begins a new defect where the last one was repaired', () => {
    const old = { since: '2025', text: 'Lampe', reportedOn: '2025-03-01', ticket: 'T-1' };
    const [change] = reported(aDevice({ defect: { ...old, repairedOn: '2025-04-01' } }));
    expect(change?.after?.defect).toEqual({
      since: '2026-11-20',
      text: 'Bild flackert',
      reportedOn: '2026-11-25',
      ticket: null,
      repairedOn: null,
    });
  });
  it('completes an open one: first day, ticket, state and day of the first report stay', () => {
    const device = { ...broken({ since: '2026-09', ticket: 'T-9' }), status: 'in-repair' as const };
    expect(reported(device)[0]?.after).toMatchObject({
      status: 'in-repair',
      defect: { since: '2026-09', ticket: 'T-9', reportedOn: '2026-11-25', text: 'Bild flackert' },
    });
    const told = broken({ reportedOn: '2026-10-01', text: 'Ton' });
    const again = reportDefects([told], { ...REPORT, text: '' }, null, newId)[0]?.after?.defect;
    expect(again).toMatchObject({ reportedOn: '2026-10-01', text: 'Ton' });
  });
  it('parts the broken pieces of a Sammelposten from the rest', () => {
    const changes = reported(aDevice({ quantity: 30, assetTag: 'K-1' }), 2);
    expect(changes.map(({ after }) => [after?.quantity, after?.status])).toEqual([
      [28, 'in-use'],
      [2, 'defective'],
    ]);
    expect(reported(aDevice({ quantity: 30 }), 30)).toHaveLength(1);
  });
  it('knows what was told before', () => {
    expect(reportState(aDevice({}))).toBe('new');
    expect(reportState(broken())).toBe('unreported');
    expect(reportState(broken({ reportedOn: '2026-10-01' }))).toBe('reported');
    expect(reportState(aDevice({ status: 'decommissioned' }))).toBe('decommissioned');
  });
});

describe('repairDevices', () => {
  it('puts broken devices back to work and leaves others alone', () => {
    const devices = [
      broken({ since: '2026-11-20' }),
      aDevice({ id: 'd-2' }),
      aDevice({ status: 'in-repair' }),
    ];
    const after = repairDevices(devices, '2026-11-25', 'in-storage').map((change) => change.after);
    expect(after.map((device) => [device?.status, device?.defect?.repairedOn])).toEqual([
      ['in-storage', '2026-11-25'],
      ['in-storage', undefined],
    ]);
  });
});

describe('a broken device', () => {
  const step = fc.oneof(
    fc
      .constantFrom(...DEVICE_STATUSES)
      .map((status) => (device: Device) => withStatus(device, status, '2026-11-25')),
    fc.constant((device: Device) => reported(device)[0]?.after ?? device),
    fc.constant((device: Device) => repairDevices([device], '2026-11-24', 'in-use')[0]?.after ?? device),
  );
  it('never has a day of repair, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let device: Device = aDevice({});
        for (const next of steps) {
          device = next(device);
          if (isBroken(device)) expect(device.defect?.repairedOn ?? null).toBeNull();
        }
      }),
    );
  });
});
