import type { CheckResult, GapAnalysis } from '../gaps/gap-analysis.ts';
import { unitsOf } from '../gaps/units.ts';
import type { Device } from '../inventory/device.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { CategoryId } from '../shared/ids.ts';
import type { Check, Requirement, TargetProfile } from '../targets/target-profile.ts';

/** People per device: how many share one, and how many should. Counts units, not assignments. */
export type RatioFigure = {
  /** null = people unknown, or no device. */
  readonly actual: number | null;
  /** null = the profile asks for none, or for several at once. */
  readonly target: number | null;
  readonly units: number;
  readonly gap: number | null;
};

export type KeyFigures = {
  readonly pupilsPerDevice: RatioFigure | null;
  readonly teachersPerDevice: RatioFigure | null;
  readonly checks: readonly { readonly check: Check; readonly result: CheckResult }[];
  /** Pieces of everything that is not decommissioned. */
  readonly devices: number;
  readonly overAge: number;
  /** Defective or in repair. */
  readonly defective: number;
  /** Of these without a day of report and without a ticket. */
  readonly defectiveUnreported: number;
  readonly missing: number;
};

const piecesOf = (devices: readonly Device[]): number =>
  devices.reduce((sum, { quantity }) => sum + quantity, 0);

/** Tablets, notebooks and computers count for pupils only when they are not kept for somebody else. */
const SHARED_CATEGORIES: ReadonlySet<CategoryId> = new Set(['TAB', 'NB', 'PC']);

const countsForSchool = ({ status, owner, userGroup, categoryId }: Device): boolean =>
  (status === 'in-use' || status === 'in-storage' || status === 'on-loan') &&
  owner !== 'private' &&
  !(
    categoryId !== null &&
    SHARED_CATEGORIES.has(categoryId) &&
    (userGroup === 'teachers' || userGroup === 'administration')
  );

const ratioOf = (
  { devices }: Inventory,
  { categories }: TargetProfile,
  analysis: GapAnalysis,
  requirement: Requirement | undefined,
  people: number | null,
  peoplePerUnit: number | null,
): RatioFigure | null => {
  if (requirement === undefined) return null;
  const wanted = categories.filter(({ id }) => requirement.categories.includes(id));
  let units = 0;
  for (const device of devices) {
    const category = wanted.find(({ id }) => id === device.categoryId);
    if (category !== undefined && countsForSchool(device)) units += unitsOf(device, category);
  }
  return {
    actual: people === null || people === 0 || units === 0 ? null : people / units,
    target: peoplePerUnit,
    units,
    gap: analysis.school.find(({ requirementId }) => requirementId === requirement.id)?.gap ?? null,
  };
};

/** The figures that stand at the top of the report, beside those of `GapTotals`. */
export const keyFigures = (
  inventory: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
): KeyFigures => {
  const inForce = new Set(analysis.school.map(({ requirementId }) => requirementId));
  const firstOf = (kind: Requirement['quantity']['kind']): Requirement | undefined =>
    profile.requirements.find(({ id, quantity }) => inForce.has(id) && quantity.kind === kind);
  const pupils = firstOf('per-pupils');
  const teachers = firstOf('per-teachers');
  const [term, ...moreTerms] = pupils?.quantity.kind === 'per-pupils' ? pupils.quantity.terms : [];
  const overAge = new Set(analysis.overAgeDevices);
  const kept = inventory.devices.filter(({ status }) => status !== 'decommissioned');
  const broken = kept.filter(({ status }) => status === 'defective' || status === 'in-repair');
  const checks = new Map(profile.checks.map((check) => [check.id, check]));
  return {
    pupilsPerDevice: ratioOf(
      inventory,
      profile,
      analysis,
      pupils,
      inventory.school.pupils,
      moreTerms.length === 0 ? (term?.pupilsPerUnit ?? null) : null,
    ),
    teachersPerDevice: ratioOf(
      inventory,
      profile,
      analysis,
      teachers,
      inventory.school.teachers,
      teachers?.quantity.kind === 'per-teachers' ? teachers.quantity.teachersPerUnit : null,
    ),
    checks: analysis.checks.flatMap((result) => {
      const check = checks.get(result.checkId);
      return check === undefined ? [] : [{ check, result }];
    }),
    devices: piecesOf(kept),
    overAge: piecesOf(kept.filter(({ id }) => overAge.has(id))),
    defective: piecesOf(broken),
    defectiveUnreported: piecesOf(
      broken.filter(({ defect }) => (defect?.reportedOn ?? defect?.ticket ?? null) === null),
    ),
    missing: piecesOf(kept.filter(({ status }) => status === 'missing')),
  };
};
