import { ownValue } from '../shared/own-value.ts';
import { foldWord } from '../inventory/cell-input.ts';
import type { Device } from '../inventory/device.ts';
import type { FundingProgramme, TargetProfile } from '../targets/target-profile.ts';
import type { Purchase } from './purchase-plan.ts';

/** One cap: what it leaves after what was paid and what is planned. */
export type CapCheck = {
  /** null = nicht prüfbar: the sum that it is a share of is not known. */
  readonly capCents: number | null;
  /** Below 0: exceeded by so much; null = nicht prüfbar. */
  readonly restCents: number | null;
};

export type FundingCheck = {
  readonly programme: FundingProgramme;
  readonly plannedUnits: number;
  readonly plannedCents: number;
  /** Already paid for devices of its categories: quantity × price of purchase. */
  readonly paidCents: number;
  /** Pieces that it paid for at an unknown price, so that `paidCents` is too low. */
  readonly unpricedPieces: number;
  /** null = the programme has no such cap. */
  readonly perSchool: CapCheck | null;
  /**
   * Against the authority's whole sum, of which the other schools take their part too: kept here means only that this
   * school alone does not exceed it. null = the programme has no such cap.
   */
  readonly ofAuthority: CapCheck | null;
  /** Units whose year lies in the years in which the programme pays, and those whose year does not. */
  readonly unitsInYears: number;
  readonly unitsOutsideYears: number;
};

/**
 * Holds what is planned against the caps of each funding programme of the profile.
 *
 * @param purchases what is planned, such as `purchasePlan` gives it; a purchase is planned for its `dueYear`
 * @param programmeSums what the school authority got from each programme, in cents by programme id; 0 counts as unknown
 */
export const fundingChecks = (
  profile: TargetProfile,
  purchases: readonly Purchase[],
  devices: readonly Device[],
  programmeSums: Readonly<Record<string, number>>,
): readonly FundingCheck[] =>
  profile.programmes.map((programme) => {
    const categories = new Set(programme.categories);
    const planned = purchases.filter(({ categoryId }) => categoryId !== null && categories.has(categoryId));
    const plannedCents = sum(planned.map(({ costCents }) => costCents));
    const plannedUnits = sum(planned.map(({ units }) => units));
    const funded = devices.filter(
      ({ categoryId, owner, fundingSource }) =>
        owner !== 'private' &&
        categoryId !== null &&
        categories.has(categoryId) &&
        isPaidBy(fundingSource, programme),
    );
    const paidCents = sum(
      funded.map(({ quantity, purchasePriceCents }) => quantity * (purchasePriceCents ?? 0)),
    );
    const rest = (capCents: number | null): CapCheck => ({
      capCents,
      restCents: capCents === null ? null : capCents - paidCents - plannedCents,
    });
    const authorityCents = ownValue(programmeSums, programme.id) ?? 0;
    const { maxPerSchoolCents, maxPercentOfAuthority: percent } = programme;
    const unitsInYears = sum(planned.map(({ line, units }) => (paysIn(programme, line.dueYear) ? units : 0)));
    return {
      programme,
      plannedUnits,
      plannedCents,
      paidCents,
      unpricedPieces: sum(
        funded.map(({ quantity, purchasePriceCents }) => (purchasePriceCents === null ? quantity : 0)),
      ),
      perSchool: maxPerSchoolCents === null ? null : rest(maxPerSchoolCents),
      ofAuthority:
        percent === null
          ? null
          : rest(authorityCents > 0 ? Math.floor((authorityCents * percent) / 100) : null),
      unitsInYears,
      unitsOutsideYears: plannedUnits - unitsInYears,
    };
  });

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Whether the programme pays for what is bought in a year. */
export const paysIn = ({ fromYear, untilYear }: FundingProgramme, year: number): boolean =>
  (fromYear === null || fromYear <= year) && (untilYear === null || year <= untilYear);

/**
 * Whether a Förderquelle, as people write it, names the programme: it has the first word of the programme's name, and
 * neither a number nor a word that is another programme's. So `DigitalPakt`, `Digital-Pakt 2019-2024 (Basis)` and
 * `DigitalPakt 2021` name „DigitalPakt Schule 2019–2024“; `DigitalPakt 2.0`, `DigitalPakt II` and
 * `DigitalPakt Administration` do not.
 */
export const isPaidBy = (fundingSource: string | null, programme: FundingProgramme): boolean => {
  const source = foldWord(fundingSource ?? '');
  if (source === '') return false;
  if (source === foldWord(programme.id)) return true;
  const [firstWord = ''] = programme.name.split(/[\s–-]+/);
  const known = new Set(numbersIn(programme.name));
  return (
    foldWord(firstWord) !== '' &&
    source.includes(foldWord(firstWord)) &&
    SUPPLEMENTS.every((word) => !source.includes(word) || foldWord(programme.name).includes(word)) &&
    numbersIn(fundingSource ?? '').every((number) => known.has(number) || isYearOf(programme, Number(number)))
  );
};

/** Words of the Zusatzvereinbarungen, which have sums and caps of their own. */
const SUPPLEMENTS = ['zusatz', 'administration', 'sofortausstattung', 'leihgerät'].map(foldWord);

/** `II` is a number too; a single `I` or `V` need not be: `M-V`. */
const numbersIn = (text: string): readonly string[] =>
  text.match(/\d+|(?<![A-ZÄÖÜ])(?:III?|IV)(?![\p{L}\d])/gu) ?? [];

const isYearOf = (programme: FundingProgramme, number: number): boolean =>
  number >= 1000 && paysIn(programme, number);
