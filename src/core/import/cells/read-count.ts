import { readCount } from '../../inventory/cell-input.ts';
import { foldText } from '../words.ts';

const NUMBER_WORDS = 'null ein zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf'.split(' ');
const NUMBER_BY_WORD: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS.map((word, value) => [word, value] as const),
  ['eins', 1],
  ['eine', 1],
  ['einen', 1],
  ['x', 1],
  ['ja', 1],
  ['yes', 1],
]);

const ABOUT = /^(?:(?:ca|circa|etwa|rund|ungefähr|mind|mindestens|max|über)(?:\.\s*|\s+)|[~≈]\s*)/i;
const EACH = /^(?:je|jeweils|à)\s+/i;
const UNITS =
  /^(?:st|stk|stck|stueck|x|mal|pcs|pieces|geraete?|exemplare?|saetze|satz|sets?|jahre?|years?|plaetze?|personen|dosen)$/;

/** A whole number from 0 on: `35 Stk.`, `35x`, `je 5`, `1,0`, `zwölf`, `ca. 30`. null = no count: `30/28`, `viele`. */
export const readCountText = (text: string): number | null => {
  const bare = text
    .trim()
    .replace(ABOUT, '')
    .replace(EACH, '')
    .replace(/\s*\?$/, '');
  const words = /^([a-z]+)(?: ([a-z]+))?$/.exec(foldText(bare));
  if (words === null) return readCount(bare.replace(/\.$/, '').replace(/^(\d+)[.,]0{1,2}$/, '$1'));
  const [, number = '', unit] = words;
  return unit === undefined || UNITS.test(unit) ? (NUMBER_BY_WORD.get(number) ?? null) : null;
};

/** A count with more to it: about so many, or of something that is no unit ("5 defekt"). */
export const isDoubtfulCount = (text: string): boolean => {
  if (ABOUT.test(text) || /\?$/.test(text)) return true;
  const [, unit] = /^\d[\d.,]*\s*([^\d.,].*)$/.exec(text.trim().replace(EACH, '')) ?? [];
  return unit !== undefined && !UNITS.test(foldText(unit));
};
