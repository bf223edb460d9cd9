import { readFileSync } from 'node:fs';
import type { Inventory } from '#core/inventory/inventory.ts';
import { catalogueRows } from '#core/targets/catalogue-rows.ts';
import { planEntryChange, type EntryBase } from '#core/targets/check-entry.ts';
import { changeEntry, withOwnChanges, type OwnChange } from '#core/targets/own-changes.ts';
import { findContradictions, ownChangeSchema, parseProfile } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import type { BenchRow } from './bench-row.ts';
import { largeProfile, schoolOf } from './large-profile.ts';
import { largeSchool } from './large-school.ts';
import { alternately, median } from './measure.ts';

const RUNS = 41;
/** A cell that is saved may take one frame of the display, and everything else of that frame must fit beside it. */
const SAVE_LIMIT_MS = 8;

/** The school has changed every second category and every fifth requirement: more than anyone will. */
const ownChanges = (issued: TargetProfile): readonly OwnChange[] => {
  let changes: readonly OwnChange[] = [];
  const change = (wish: Pick<OwnChange, 'list' | 'id' | 'own'>): void => {
    changes = changeEntry(issued, changes, { ...wish, reason: 'Beschluss', changedOn: '2026-11-25' });
  };
  issued.categories.forEach((category, index) => {
    if (index % 2 === 0)
      change({
        list: 'categories',
        id: category.id,
        own: { ...category, guidePriceCents: category.guidePriceCents + 100 },
      });
  });
  issued.requirements.forEach((requirement, index) => {
    if (index % 5 === 0)
      change({
        list: 'requirements',
        id: requirement.id,
        own: { ...requirement, priority: requirement.priority === 'must' ? 'should' : 'must' },
      });
  });
  return changes;
};

const baseOf = (issued: TargetProfile, inventory: Inventory): EntryBase => {
  const changes = ownChanges(issued);
  return { ...withOwnChanges(issued, changes), issued, changes, inventory };
};

/** Everything that a saved cell costs: the check, reading the stored changes back, laying them over, the lines of the list. */
const saveCell = (base: EntryBase): number => {
  const [category] = base.profile.categories;
  if (category === undefined) return 0;
  const planned = planEntryChange(base, {
    list: 'categories',
    id: category.id,
    own: { ...category, serviceLifeYears: category.serviceLifeYears + 1 },
    reason: 'Beschluss',
    changedOn: '2026-11-25',
  });
  if (!planned.ok) throw new Error(`The change was refused: ${planned.error.code}`);
  const stored = planned.value.flatMap((change) => ownChangeSchema.safeParse(change).data ?? []);
  const changed = withOwnChanges(base.issued, stored);
  return catalogueRows(base.issued, changed, stored, 'categories').length;
};

/** The work of an edited profile with 500 requirements and 100 categories, against the issued one. */
export const run = async (): Promise<BenchRow[]> => {
  const parsed = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
  if (!parsed.ok) throw new Error('The profile does not fit its schema');
  const issued = parsed.value;
  const large = largeProfile(500, 100);
  const text = { issued: JSON.stringify(issued), large: JSON.stringify(large) };
  const school = largeSchool(60, 1000);
  const base = { issued: baseOf(issued, school), large: baseOf(large, schoolOf(large, school)) };
  const sizes = `${large.requirements.length} Ziele, ${large.categories.length} Kategorien gegen ${issued.requirements.length} und ${issued.categories.length}`;

  const compare = async (
    name: string,
    work: (which: 'issued' | 'large') => unknown,
    limits: Pick<BenchRow, 'limitMs'> = {},
  ): Promise<BenchRow> => {
    const [ofLarge = [], ofIssued = []] = await alternately(
      RUNS,
      () => work('large'),
      () => work('issued'),
    );
    return {
      name,
      medianMs: median(ofLarge),
      ...limits,
      ratio: median(ofLarge) / median(ofIssued),
      note: `${sizes}; ausgeliefertes Profil: ${median(ofIssued).toFixed(2)} ms`,
    };
  };

  return [
    await compare('Profil: Datei lesen und prüfen', (which) => {
      if (!parseProfile(JSON.parse(text[which])).ok) throw new Error('The made-up profile is refused');
    }),
    await compare('Profil: Widersprüche suchen', (which) => findContradictions(base[which].profile)),
    await compare('Profil: eigene Änderungen darüberlegen', (which) =>
      withOwnChanges(base[which].issued, base[which].changes),
    ),
    await compare('Profil: eine Zelle speichern', (which) => saveCell(base[which]), {
      limitMs: SAVE_LIMIT_MS,
    }),
  ];
};
