import { editionEffect, type EditionEffect } from '#core/gaps/edition-effect.ts';
import type { GapOptions } from '#core/gaps/gap-analysis.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';

export type EffectRequest = {
  readonly inventory: Inventory;
  readonly before: TargetProfile;
  readonly after: TargetProfile;
  readonly view: GapOptions;
};
/** Two comparisons of a large school take longer than the window may stand still. */
self.onmessage = ({ data: { inventory, before, after, view } }: MessageEvent<EffectRequest>): void => {
  const effect: EditionEffect = editionEffect(inventory, before, after, view);
  self.postMessage(effect);
};
