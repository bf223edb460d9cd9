import { useMemo, useState } from 'react';
import type { DeviceId } from '#core/shared/ids.ts';

const NONE: ReadonlySet<DeviceId> = new Set();

/** Selected devices, kept over filters and sorting; gone ones are dropped by the caller's devices. */
export const useSelection = () => {
  const [ids, setIds] = useState<ReadonlySet<DeviceId>>(NONE);
  return useMemo(
    () => ({
      ids,
      clear: () => setIds(NONE),
      set: (next: Iterable<DeviceId>) => setIds(new Set(next)),
      toggle: (id: DeviceId) =>
        setIds((before) => {
          const next = new Set(before);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      add: (more: Iterable<DeviceId>) => setIds((before) => new Set([...before, ...more])),
    }),
    [ids],
  );
};
export type Selection = ReturnType<typeof useSelection>;
