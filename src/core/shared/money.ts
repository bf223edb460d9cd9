/** Money is whole cents, gross. German notation for people: `1.740,00 €`. */
export const centsFromEuros = (euros: number): number => Math.round(euros * 100);
