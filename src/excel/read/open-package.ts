import { unzipSync } from 'fflate';
import { failed, ok, type Result } from '#core/shared/result.ts';

/** The parts of a zip package that were asked for, by path. */
export type Package = {
  readonly paths: readonly string[];
  readonly read: (path: string) => Uint8Array | null;
};
export type PackageFailure = {
  readonly code: 'DAMAGED' | 'TOO_LARGE_UNPACKED';
  readonly unpackedBytes: number;
};

/**
 * Opens a zip file for reading single parts. The sizes in the central directory are summed before anything is
 * unpacked; a part never unpacks to more than its directory entry says, so a lying entry cannot grow either.
 */
export const openPackage = (bytes: Uint8Array, maxUnpackedBytes: number): Result<Package, PackageFailure> => {
  const sizes = new Map<string, number>();
  let unpackedBytes = 0;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        sizes.set(entry.name, entry.originalSize);
        unpackedBytes += entry.originalSize;
        return false;
      },
    });
  } catch {
    return failed({ code: 'DAMAGED', unpackedBytes });
  }
  if (unpackedBytes > maxUnpackedBytes) return failed({ code: 'TOO_LARGE_UNPACKED', unpackedBytes });
  const byLowerCase = new Map([...sizes.keys()].map((path) => [path.toLowerCase(), path]));
  return ok({
    paths: [...sizes.keys()],
    read: (path) => {
      const stored = byLowerCase.get(path.toLowerCase());
      if (stored === undefined) return null;
      return unzipSync(bytes, { filter: (entry) => entry.name === stored })[stored] ?? null;
    },
  });
};
