import { parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';

/** Every file in `resources/profiles` is an issued profile: adding one needs no code. */
const files: Readonly<Record<string, unknown>> = import.meta.glob('../../../resources/profiles/*.json', {
  eager: true,
  import: 'default',
});

const readIssuedProfiles = (): readonly [TargetProfile, ...TargetProfile[]] => {
  const profiles = Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, value]) => {
      const parsed = parseProfile(value);
      // A test parses every file, so this meets only a broken build.
      if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error)}`);
      return parsed.value;
    });
  const [first, ...rest] = profiles;
  if (first === undefined) throw new Error('resources/profiles holds no profile');
  return [first, ...rest];
};

export const ISSUED_PROFILES = readIssuedProfiles();
