import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { parseBlock } from '#core/inventory/device-block.ts';
import { purchasePlan, purchasesByRoom } from '#core/plan/purchase-plan.ts';
import { aCategory, anInventory, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import { purchaseBlock } from './purchase-block.ts';

describe('purchaseBlock', () => {
  it('writes one row per purchase, with amounts that Excel reads as numbers and no formula', () => {
    const profile = aProfile({
      requirements: [
        aRequirement({ id: 'R', name: 'Bild', categories: ['BEAM'], quantity: { kind: 'fixed', units: 2 } }),
        aRequirement({ id: 'S', name: 'Server', categories: ['SRV'], appliesTo: { kind: 'school' } }),
      ],
      categories: [
        aCategory({ id: 'BEAM', name: '=Beamer+1', guidePriceCents: 1_234_50 }),
        aCategory({ id: 'SRV', name: 'Server', guidePriceCents: 5_000_00 }),
      ],
    });
    const room = aRoom({ id: 'r-1', roomNumber: '0104', building: 'Haus A', floor: 'EG' });
    const analysis = analyzeGaps(anInventory({ rooms: [room] }), profile, { asOf: '2026-11-25', stage: 1 });
    const text = purchaseBlock(purchasesByRoom(purchasePlan(analysis, profile), analysis), {
      rooms: new Map([[room.id, room]]),
      categories: new Map(profile.categories.map((category) => [category.id, category])),
      requirements: new Map(profile.requirements.map((requirement) => [requirement.id, requirement])),
    });
    expect(text).toContain("'=Beamer+1");
    expect(parseBlock(text).slice(1)).toEqual([
      ['Haus A', 'EG', '0104', '=Beamer+1', 'Bild', 'Pflicht', '1', '2027', '2', '1234,50', '2469,00'],
      ['', '', 'ganze Schule', 'Server', 'Server', 'Pflicht', '1', '2027', '1', '5000,00', '5000,00'],
    ]);
  });
});
