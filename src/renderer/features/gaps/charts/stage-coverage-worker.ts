import { coverageByStage, type StageCoverage } from '#core/gaps/coverage-by-stage.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { IsoDate } from '#core/shared/iso-date.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';

/** `school` only when it is another one than the last time: copying 30,000 devices costs more than comparing them. */
export type CoverageRequest = {
  readonly number: number;
  readonly asOf: IsoDate;
  readonly school: { readonly inventory: Inventory; readonly profile: TargetProfile } | null;
};
export type CoverageAnswer = { readonly number: number; readonly coverage: readonly StageCoverage[] };

let school: CoverageRequest['school'] = null;

self.onmessage = ({ data }: MessageEvent<CoverageRequest>): void => {
  school = data.school ?? school;
  if (school === null) return;
  const answer: CoverageAnswer = {
    number: data.number,
    coverage: coverageByStage(school.inventory, school.profile, data.asOf),
  };
  self.postMessage(answer);
};
