/** What a label of ours says: a device by its inventory number, or a room. */
export type LabelCode =
  | { readonly kind: 'device'; readonly assetTag: string }
  | { readonly kind: 'room'; readonly building: string | null; readonly roomNumber: string };

const PREFIX = 'AK1:';

/** The text in the code of a device's label. */
export const encodeDevice = (assetTag: string): string => `${PREFIX}D:${assetTag}`;

/** The text in the code of a room's label. `:` parts number and building and is escaped in both, as is `%`. */
export const encodeRoom = ({
  building,
  roomNumber,
}: {
  readonly building: string | null;
  readonly roomNumber: string;
}): string => [`${PREFIX}R`, ...[roomNumber, ...(building === null ? [] : [building])].map(escape)].join(':');

const escape = (text: string): string => text.replaceAll('%', '%25').replaceAll(':', '%3A');
const unescape = (text: string): string => text.replaceAll(/%3A/gi, ':').replaceAll('%25', '%');

/** Reads back what is on one of our labels; null where the text is none. Scanners may change the case. */
export const decodeLabel = (text: string): LabelCode | null => {
  const match = /^AK1:([DR]):(.+)$/is.exec(text.trim());
  if (match === null) return null;
  const [, kind = '', rest = ''] = match;
  if (kind.toUpperCase() === 'D') return { kind: 'device', assetTag: rest };
  const [roomNumber = '', building] = rest.split(':').map(unescape);
  return roomNumber === '' ? null : { kind: 'room', building: building ?? null, roomNumber };
};
