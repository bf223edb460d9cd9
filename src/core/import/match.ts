import type { Device } from '../inventory/device.ts';
import type { ImportIssue, MatchedBy, RowSource } from './types.ts';

export type DeviceMatch = { readonly device: Device; readonly by: MatchedBy };
type Keys = {
  readonly id: string | null;
  readonly fields: { readonly assetTag?: string | null; readonly serialNumber?: string | null };
};

export type Matcher = {
  /** The row that already has this id, `inventory` for a device that is there, null when it is free. */
  readonly holderOfId: (id: string) => RowSource | 'inventory' | null;
  /** The device of the inventory that a row means; each is found once, a second row of it is a doubled one. */
  readonly find: (keys: Keys) => DeviceMatch | null;
  /** Remembers what a row became, and says when its tag or serial number stands elsewhere too. */
  readonly take: (device: Device, source: RowSource, issues: ImportIssue[]) => void;
};

const fold = (text: string): string => text.trim().toLowerCase();

/** Recognises devices by id, then inventory number, then serial number. */
export const createMatcher = (devices: readonly Device[]): Matcher => {
  const byId = new Map<string, Device>(devices.map((device) => [device.id, device]));
  const byTag = new Map<string, Device>();
  const bySerial = new Map<string, Device>();
  for (const device of devices) {
    if (device.assetTag !== null && !byTag.has(fold(device.assetTag)))
      byTag.set(fold(device.assetTag), device);
    if (device.serialNumber !== null && !bySerial.has(fold(device.serialNumber)))
      bySerial.set(fold(device.serialNumber), device);
  }
  const used = new Set<string>();
  const tagAt = new Map<string, RowSource>();
  const serialAt = new Map<string, RowSource>();
  const idAt = new Map<string, RowSource>();

  const free = (device: Device | undefined, by: MatchedBy): DeviceMatch | null =>
    device === undefined || used.has(device.id) ? null : { device, by };

  return {
    holderOfId: (id) => idAt.get(fold(id)) ?? (byId.has(id) ? 'inventory' : null),
    find: ({ id, fields }) => {
      const tag = fields.assetTag ?? null;
      const serial = fields.serialNumber ?? null;
      const match =
        (id === null ? null : free(byId.get(id), 'id')) ??
        (tag === null ? null : free(byTag.get(fold(tag)), 'asset-tag')) ??
        (serial === null ? null : free(bySerial.get(fold(serial)), 'serial'));
      if (match === null) return null;
      // The same tag with another serial number is another device under a doubled tag.
      const contradicts =
        match.by === 'asset-tag' &&
        serial !== null &&
        match.device.serialNumber !== null &&
        fold(match.device.serialNumber) !== fold(serial);
      if (contradicts) return null;
      used.add(match.device.id);
      return match;
    },
    take: (device, source, issues) => {
      const check = (
        seen: Map<string, RowSource>,
        value: string | null,
        code: 'DOUBLED_ASSET_TAG' | 'DOUBLED_SERIAL' | 'DOUBLED_ID',
        field: 'assetTag' | 'serialNumber' | 'id',
        inInventory: Device | undefined,
      ): void => {
        if (value === null) return;
        const key = fold(value);
        const first = seen.get(key);
        const other = inInventory !== undefined && inInventory.id !== device.id ? inInventory : null;
        if (first === undefined) seen.set(key, source);
        if (first === undefined && other === null) return;
        issues.push({
          ...source,
          column: '',
          field,
          value,
          code,
          severity: 'warning',
          params: {
            otherSheet: first?.sheet ?? null,
            otherRow: first?.row ?? null,
            inInventory: other !== null,
          },
        });
      };
      check(idAt, device.id, 'DOUBLED_ID', 'id', undefined);
      check(tagAt, device.assetTag, 'DOUBLED_ASSET_TAG', 'assetTag', byTag.get(fold(device.assetTag ?? '')));
      check(
        serialAt,
        device.serialNumber,
        'DOUBLED_SERIAL',
        'serialNumber',
        bySerial.get(fold(device.serialNumber ?? '')),
      );
    },
  };
};
