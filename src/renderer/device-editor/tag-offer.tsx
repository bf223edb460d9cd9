import { useMemo } from 'react';
import type { Device } from '#core/inventory/device.ts';
import { nextTag } from '#core/inventory/tag-scheme.ts';
import { useAppState, useSetting } from '#state/use-app-state.ts';
import { TAG_TEXTS as TEXTS } from '#texts/tag-scheme.ts';
import { Button } from '#ui/button.tsx';
import { TAG_SCHEME } from './tag-scheme-setting.ts';

/** The next free number for a device that has none; nothing where the school has no scheme. */
export const TagOffer = ({
  device,
  onChange,
}: {
  readonly device: Device;
  readonly onChange: (device: Device) => void;
}) => {
  const [scheme] = useSetting(TAG_SCHEME);
  const devices = useAppState((state) => state.inventory.devices);
  const { assetTag, categoryId } = device;
  const next = useMemo(
    () => (scheme === null || assetTag !== null ? null : nextTag(scheme, categoryId, devices)),
    [scheme, assetTag, categoryId, devices],
  );
  if (next === null) return null;
  return (
    <Button isSmall title={TEXTS.offerHint} onClick={() => onChange({ ...device, assetTag: next })}>
      {TEXTS.offer(next)}
    </Button>
  );
};
