/**
 * What no real profile exceeds. A figure beyond it is a slip of the keyboard or a file that means harm, and would make
 * every sum on screen meaningless.
 */
export const PROFILE_LIMITS = {
  /** Entries of each list, and ids that one entry names. */
  entries: 5000,
  stages: 20,
  /** Grades of a school, and terms of a quantity by grades. */
  grades: 30,
  /** Characters. */
  idLength: 60,
  textLength: 2000,
  /** Units of one requirement in one place. */
  units: 10_000,
  /** What units are asked per: pupils, seats, shares. */
  ratio: 1_000_000,
  /** Planning service life and earmarking. */
  years: 50,
  firstYear: 1990,
  lastYear: 2100,
  /** 1,000,000 € per unit. */
  priceCents: 100_000_000,
  /** 10,000,000 € per school. */
  programmeCents: 1_000_000_000,
  /** A figure for information, either sign. */
  value: 1_000_000_000,
} as const;
