import { textOf } from './bytes.ts';

/** What is often chosen instead of a backup. */
export type OtherFile =
  /** Of no bytes, or of nothing but zeros: copying created it and never wrote into it. */
  | 'empty'
  /** Begins as one of ours and ends within its first line. */
  | 'cut-off'
  /** A report written by this app, by its name. */
  | 'report'
  | 'workbook'
  | 'profile'
  | 'mapping'
  | 'journal'
  | 'kept-report'
  | 'pdf'
  | 'mail'
  | 'list'
  | 'unknown';

/** So many bytes tell what a file is. */
const HEAD = 4096;
const OURS = ['ausstattungskompass-uebergabe 1 ', 'ausstattungskompass-sicherung 1 '];

const headText = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, HEAD);
  try {
    return textOf(head);
  } catch {
    // A letter may be cut at the end of the head, and other encodings are no UTF-8: the marks below are ASCII.
    return Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  }
};

/** Whether this text could have been the first line of one of our files. */
const isBegunByUs = (text: string): boolean =>
  !text.includes('\n') && OURS.some((mark) => text.startsWith(mark) || mark.startsWith(text));

/**
 * What a file is that is no backup, by its first bytes and, where these say too little, by its name. Only for the message:
 * nothing of it is read or believed.
 */
export const otherFileOf = (bytes: Uint8Array, name: string): OtherFile => {
  const head = headText(bytes);
  if (/^\0*$/u.test(head)) return 'empty';
  if (isBegunByUs(head)) return 'cut-off';
  if (head.startsWith('PK\u0003\u0004')) return /^MEP-Bericht/i.test(name) ? 'report' : 'workbook';
  // The container of Excel's files of before 2007.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'workbook';
  if (head.startsWith('ausstattungskompass-bericht-verschluesselt')) return 'kept-report';
  if (head.startsWith('ausstattungskompass-protokoll') || /\.akj$/i.test(name)) return 'journal';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/\.(eml|msg)$/i.test(name)) return 'mail';
  if (/"ausstattungskompass-zuordnung"/.test(head)) return 'mapping';
  if (/^\s*\{/.test(head) && /"formatVersion"/.test(head)) return 'profile';
  return /\.(csv|tsv|txt)$/i.test(name) ? 'list' : 'unknown';
};
