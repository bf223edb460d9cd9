import { createMimeMessage } from 'mimetext/browser';
import { isMailAddress } from '#core/shared/mail-address.ts';

export type MailDraft = {
  /** null = the user fills it in. */
  readonly to: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
  readonly attachment: { readonly name: string; readonly bytes: Uint8Array };
  readonly writtenAt: Date;
};

const EOL = '\r\n';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** So many bytes of a text fit into one encoded word of at most 75 characters (RFC 2047). */
const WORD_BYTES = 45;
/** 76 characters a line (RFC 2045). */
const LINE_BYTES = 57;

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Whole lines at a time, so that a large workbook makes no list of millions of letters. */
const base64Lines = (bytes: Uint8Array): string => {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += LINE_BYTES)
    lines.push(base64(bytes.subarray(at, at + LINE_BYTES)));
  return lines.join(EOL);
};

const utf8 = new TextEncoder();

/** One line: what a header holds can never begin another one. Halves of an emoji become a replacement character. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

/** A text of a header in encoded words, each of whole letters, folded into lines. */
const encodedWords = (text: string): string => {
  const words: string[] = [];
  let bytes: number[] = [];
  for (const letter of oneLine(text)) {
    const next = utf8.encode(letter);
    if (bytes.length + next.length > WORD_BYTES) {
      words.push(base64(Uint8Array.from(bytes)));
      bytes = [];
    }
    bytes.push(...next);
  }
  words.push(base64(Uint8Array.from(bytes)));
  return words.map((word) => `=?utf-8?B?${word}?=`).join(`${EOL} `);
};

/** RFC 2231, for a name of a file with any letters. */
const extended = (name: string): string =>
  `UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
/** For programs that know only plain names. */
const plain = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');

/**
 * A draft as a file (.eml) that mail programs open for writing on: Outlook, Thunderbird, Windows Mail go by `X-Unsent`.
 * It has no sender and no number: the program puts in its own.
 *
 * @returns ASCII with CRLF at the end of each line; what `isMailDraft` lets pass
 * @throws Error when the address is none: the form checks it before
 */
export const writeMailDraft = ({ to, subject, text, attachment, writtenAt }: MailDraft): Uint8Array => {
  if (to !== null && !isMailAddress(to.address)) throw new Error('no mail address');
  const message = createMimeMessage();
  const { fields } = message.headers;
  const header = (name: string, value: string): void =>
    void message.headers.setCustom({ name, value, dump: () => value });
  // The composer's own headers ask for a sender and know no folding; only its parts and boundaries are taken.
  fields.splice(0, fields.length);
  header('X-Unsent', '1');
  header('Date', writtenAt.toUTCString().replace('GMT', '+0000'));
  if (to !== null) {
    const name = oneLine(to.name);
    header('To', name === '' ? to.address : `${encodedWords(name)}${EOL} <${to.address}>`);
  }
  header('Subject', encodedWords(subject));
  header('MIME-Version', '1.0');
  message.addMessage({
    contentType: 'text/plain',
    encoding: 'base64',
    data: base64Lines(utf8.encode(text.replace(/\r\n|\r|\n/g, EOL))),
  });
  const name = oneLine(attachment.name);
  const part = message.addAttachment({
    filename: plain(name),
    contentType: WORKBOOK,
    data: base64Lines(attachment.bytes),
  });
  part.setHeader(
    'Content-Disposition',
    `attachment;${EOL} filename="${plain(name)}";${EOL} filename*=${extended(name)}`,
  );
  return utf8.encode(`${message.asRaw()}${EOL}`);
};
