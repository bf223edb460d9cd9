import type { CategoryKind } from '../targets/target-profile.ts';
import type { ChosenReport } from './choose-reports.ts';

export type ComparedCell = {
  readonly target: number;
  readonly actual: number;
  readonly gap: number;
  readonly costCents: number;
};

/** One group of requirements or one category over all schools. */
export type ComparedLine = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: CategoryKind;
  /** Side by side with the schools; null = the school's profile asks for nothing of it. */
  readonly cells: readonly (ComparedCell | null)[];
  readonly total: ComparedCell;
};

type Named = { readonly id: string; readonly name: string; readonly shortName: string };
type Found = ComparedCell & { readonly id: string; readonly kind: CategoryKind };

/** What is named by any profile, in the order of the profile that most schools have; ids that only others know come last. */
export const inCommonOrder = <Entry extends Named>(
  schools: readonly ChosenReport[],
  entriesOf: (school: ChosenReport) => readonly Entry[],
): readonly Entry[] => {
  const counts = new Map<unknown, { readonly school: ChosenReport; count: number }>();
  for (const school of schools) {
    const known = counts.get(school.report.profile);
    if (known === undefined) counts.set(school.report.profile, { school, count: 1 });
    else known.count += 1;
  }
  const entries = new Map<string, Entry>();
  for (const { school } of [...counts.values()].toSorted((a, b) => b.count - a.count))
    for (const entry of entriesOf(school)) if (!entries.has(entry.id)) entries.set(entry.id, entry);
  return [...entries.values()];
};

const compare = (
  schools: readonly ChosenReport[],
  names: readonly Named[],
  cellsOf: (school: ChosenReport) => readonly Found[],
): readonly ComparedLine[] => {
  const bySchool = schools.map((school) => new Map(cellsOf(school).map((cell) => [cell.id, cell])));
  return names.flatMap(({ id, name, shortName }): readonly ComparedLine[] => {
    const found = bySchool.map((cells) => cells.get(id) ?? null);
    const first = found.find((cell) => cell !== null);
    if (first === undefined || first === null) return [];
    const total = { target: 0, actual: 0, gap: 0, costCents: 0 };
    for (const cell of found) {
      total.target += cell?.target ?? 0;
      total.actual += cell?.actual ?? 0;
      total.gap += cell?.gap ?? 0;
      total.costCents += cell?.costCents ?? 0;
    }
    return [{ id, name, shortName, kind: first.kind, cells: found, total }];
  });
};

/** Soll, Ist, gap and cost by group of requirements: what a matrix of schools shows. */
export const compareByGroup = (schools: readonly ChosenReport[]): readonly ComparedLine[] =>
  compare(
    schools,
    inCommonOrder(schools, ({ report }) => report.profile.groups),
    ({ report }) => report.analysis.byGroup.map((entry) => ({ ...entry, id: entry.group })),
  );

/** Gap and cost by preferred category; target and actual are those of the requirements that prefer it. */
export const compareByCategory = (schools: readonly ChosenReport[]): readonly ComparedLine[] =>
  compare(
    schools,
    inCommonOrder(schools, ({ report }) => report.profile.categories),
    categoryCells,
  );

const categoryCells = ({ report: { profile, analysis } }: ChosenReport): readonly Found[] => {
  const preferred = new Map(profile.requirements.map(({ id, categories }) => [id, categories[0]]));
  const found = new Map<string, { -readonly [Key in keyof Found]: Found[Key] }>();
  const scored = [...analysis.rooms.filter((line) => line.scored && !line.exempt), ...analysis.school];
  for (const { requirementId, kind, target, actual, gap, costCents } of scored) {
    const id = preferred.get(requirementId);
    if (id === undefined || target === null || actual === null || gap === null) continue;
    const cell = found.get(id) ?? { id, kind, target: 0, actual: 0, gap: 0, costCents: 0 };
    found.set(id, cell);
    cell.target += target;
    cell.actual += actual;
    cell.gap += gap;
    cell.costCents += costCents ?? 0;
  }
  return [...found.values()];
};
