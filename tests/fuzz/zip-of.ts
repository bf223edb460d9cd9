import { zipSync, type Zippable } from 'fflate';

/** Without the time of day: the same seed must give the same bytes tomorrow. */
export const zipOf = (parts: Zippable): Uint8Array =>
  zipSync(parts, { level: 1, mtime: '2026-01-01T00:00:00' });
