import { describe, expect, it } from 'vitest';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { aCategory, aDevice, anInventory, aProfile, aRequirement, aRoom } from '#core/testing/builders.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Exemption } from '#core/inventory/room.ts';
import { whyText } from './line-why.ts';

const profile = aProfile({
  categories: [aCategory({ id: 'BEAM', shortName: 'Beamer', guidePriceCents: 1_200_00 })],
  requirements: [aRequirement({ id: 'P', quantity: { kind: 'fixed', units: 2 } })],
});
const categories = new Map(profile.categories.map((category) => [category.id, category]));

const why = (devices: readonly Device[], exemptions: readonly Exemption[] = []): string => {
  const inventory = anInventory({ rooms: [aRoom({ exemptions })], devices });
  const [line] = analyzeGaps(inventory, profile, { asOf: '2026-11-16', stage: 1 }).rooms;
  const text = whyText(line!, (id) => devices.find((device) => device.id === id), categories, exemptions[0]);
  return text.replace(/\u00a0/g, ' ');
};

describe('whyText', () => {
  it('names what meets the line and what closing it costs', () => {
    const beamer = aDevice({ categoryId: 'BEAM', roomId: 'r-1', purchasedOn: '2012' });
    const broken = aDevice({ id: 'd-2', categoryId: 'BEAM', roomId: 'r-1', status: 'defective' });
    expect(why([beamer, broken])).toBe('1 Beamer, 1 überaltert, 1 defekt, 1.200 € (geschätzt)');
  });

  it('names end and reason of an exemption', () => {
    const exemption = {
      requirement: 'P',
      reason: 'Umbau',
      since: '2026-01-01',
      until: '2028-07-31',
      isPrivate: false,
    };
    expect(why([], [exemption])).toBe('bis 31.07.2028 · Umbau');
    expect(why([], [{ ...exemption, until: null }])).toBe('ohne Ende · Umbau');
  });
});
