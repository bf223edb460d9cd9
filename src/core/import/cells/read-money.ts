import { bareAmount, readCents } from '../../inventory/cell-input.ts';

/** Why an amount was taken, and should be looked at. `total`: perhaps of several devices; `reading`: of two readings. */
export type MoneyDoubt = 'about' | 'net' | 'total' | 'reading';

export type ReadMoney =
  | { readonly kind: 'cents'; readonly cents: number; readonly doubt: MoneyDoubt | null }
  | { readonly kind: 'foreign'; readonly currency: string }
  | { readonly kind: 'none' };

/** Which sign the column puts before the cents; `mixed` where it proves both, null = nothing is proven. */
export type DecimalSign = 'comma' | 'point' | 'mixed' | null;

const FOREIGN = /kč|czk|chf|sfr|\bfr\.|[$£¥]|usd|gbp|\bd-?m(?:ark)?\b|zł|pln|\b(?:dkk|sek|nok)\b/i;

const LEAD =
  /^(?:(?:(?:ca|circa|etwa|rund|ungefähr|geschätzt|je|jeweils|brutto|netto|à|a)(?:\.\s*|\s+)|à|[~≈])\s*)+/i;
const TAIL =
  /\s*[,;]?\s*(?:brutto|netto|(?:inkl|incl|zzgl|exkl|excl)\.?[^\d]*(?:\d{1,2}\s?%[^\d]*)?|ohne (?:mwst|ust)\.?|(?:pro|je|\/)\s*(?:st(?:k|ck|ü?ck|ueck)?|gerät|einheit)\.?|gesamt|insgesamt|zusammen|pauschal|geschätzt|je|ca\.?|\?)\s*$/i;
const ABOUT = /^(?:ca|circa|etwa|rund|ungef|gesch|~|≈)|geschätzt|(?:\bca\.?|\?)\s*$/i;
const NET = /\bnetto\b|zzgl|exkl|excl|ohne (?:mwst|ust)/i;
const TOTAL = /gesamt|zusammen|pauschal/i;

const withoutTail = (text: string): string => {
  const shorter = text.replace(TAIL, '');
  return shorter === text ? text : withoutTail(shorter);
};

/** Exports of other programs write `449.0000`, sums with binary noise `129.99999999`. */
const readLongDecimals = (bare: string): Amount | null => {
  const match = /^(\d+)[.,](\d{3,})$/.exec(bare);
  if (match === null) return null;
  const exact = Number(`${match[1] ?? ''}.${match[2] ?? ''}`) * 100;
  const cents = Math.round(exact);
  return Number.isSafeInteger(cents) ? { cents, isDoubtful: Math.abs(exact - cents) > 0.05 } : null;
};

type Amount = { readonly cents: number; readonly isDoubtful: boolean };

/** `1.234` and `1,234`: thousands for some, decimals for others. The column decides, else the German habit. */
const readThousands = (bare: string, sign: string, column: DecimalSign): Amount | null => {
  const isDecimal = column === (sign === '.' ? 'point' : 'comma');
  const decimals = readLongDecimals(bare);
  if (isDecimal && decimals !== null) return { ...decimals, isDoubtful: true };
  const cents = readCents(bare);
  const isSure = sign === '.' ? column !== 'mixed' : column === 'point';
  return cents === null ? null : { cents, isDoubtful: !isSure };
};

const readAmount = (text: string, column: DecimalSign): Amount | null => {
  const bare = bareAmount(text);
  const twoWays = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(bare);
  if (twoWays !== null) return readThousands(bare, twoWays[1] ?? '', column);
  const cents = readCents(bare);
  return cents === null ? readLongDecimals(bare) : { cents, isDoubtful: false };
};

/**
 * `1.234,56 €`, `1,234.56`, `14 790.00`, `ca. 450`, `450 € (brutto)`; other currencies are named, never taken as euros.
 * What is negative, a range or a product is no price of one device.
 */
export const readMoneyText = (text: string, column: DecimalSign): ReadMoney => {
  const foreign = FOREIGN.exec(text);
  if (foreign !== null && /\d/.test(text)) return { kind: 'foreign', currency: foreign[0] };
  const open = text
    .trim()
    .replace(/\(([^()]*)\)$/, (whole, inside: string) => (/\p{L}/u.test(inside) ? ` ${inside}` : whole));
  const amount = readAmount(withoutTail(open.replace(LEAD, '')), column);
  if (amount === null) return { kind: 'none' };
  return { kind: 'cents', cents: amount.cents, doubt: doubtOf(text, amount) };
};

const doubtOf = (text: string, { isDoubtful }: Amount): MoneyDoubt | null => {
  if (isDoubtful) return 'reading';
  if (NET.test(text)) return 'net';
  if (TOTAL.test(text)) return 'total';
  return ABOUT.test(text.trim()) ? 'about' : null;
};

const GIFT =
  /\b(?:kostenlos|kostenfrei|gratis|umsonst|spende|gespendet|geschenkt?|schenkung|leihgabe|ohne berechnung)\b/i;

/** The device had no price: nothing to clear. */
export const isGift = (text: string): boolean => GIFT.test(text);
