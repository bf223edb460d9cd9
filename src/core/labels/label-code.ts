/** What a label of ours says: a device by its inventory number, or a room. */
export type LabelCode =
  | { readonly kind: 'device'; readonly assetTag: string }
  | { readonly kind: 'room'; readonly building: string | null; readonly roomNumber: string };

/**
 * Names the format, so that a later one can be told from it. The Y tells how the scanner types: an American one gives a Z on a
 * German PC, which makes every label a test code (`layoutOf`).
 */
export const LABEL_PREFIX = 'AKY1';

/**
 * Letters, digits, space and the two signs of the format are all a code holds: they lie on the same keys of a German and an
 * English keyboard (but Y and Z), and a scanner types. Everything else, first of all the hyphen, becomes `%` and the hex
 * bytes of its UTF-8, as in web addresses.
 */
const escape = (text: string): string =>
  [...text].map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : bytesOf(sign))).join('');

const bytesOf = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  // The URI functions of the language refuse halves of a pair, which no text of a label should bring down.
  if (code >= 0xd800 && code <= 0xdfff) return '%EF%BF%BD';
  return code < 0x80
    ? `%${code.toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(sign).toUpperCase();
};

const unescape = (text: string): string | null => {
  // Not `%` alone: what stands there is no text of ours.
  if (/%(?![0-9a-f]{2})/i.test(text)) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The text in the code of a device's label: `AKY1.D.INV%2D0042`. */
export const encodeDevice = (assetTag: string): string => `${LABEL_PREFIX}.D.${escape(assetTag)}`;

/** The text in the code of a room's label: `AKY1.R.304.Haus A`, without a building `AKY1.R.304`. */
export const encodeRoom = ({
  building,
  roomNumber,
}: {
  readonly building: string | null;
  readonly roomNumber: string;
}): string =>
  [
    LABEL_PREFIX,
    'R',
    escape(roomNumber),
    ...(building === null || building === '' ? [] : [escape(building)]),
  ].join('.');

/**
 * Reads back what stands in the code of a label.
 *
 * @param text as a scanner gives it: spaces around it do not matter, nor does the case of the format's own letters
 * @returns null = no label of ours
 */
export const decodeLabel = (text: string): LabelCode | null => {
  const [prefix = '', kind = '', ...parts] = text.trim().split('.');
  if (prefix.toUpperCase() !== LABEL_PREFIX) return null;
  const [first, second, ...more] = parts.map(unescape);
  if (first === undefined || first === null || first === '' || second === null || more.length > 0)
    return null;
  if (kind.toUpperCase() === 'D' && second === undefined) return { kind: 'device', assetTag: first };
  if (kind.toUpperCase() === 'R' && second !== '')
    return { kind: 'room', roomNumber: first, building: second ?? null };
  return null;
};
