import { isMailAddress } from '#core/shared/mail-address.ts';
import type { MailtoRequest } from './contract.ts';

/** A report of 10,000 devices has some 3 MB; base64 adds a third. No mail server takes more than this. */
export const MAX_DRAFT_BYTES = 60 * 1024 * 1024;
/** The head of a draft of ours is a few hundred bytes. */
const MAX_HEAD = 8 * 1024;
/** By this line, which stands first, mail programs take the file for a mail that is still to be written. */
const FIRST_LINE = 'X-Unsent: 1\r\n';
const HEADERS: ReadonlySet<string> = new Set([
  'x-unsent',
  'date',
  'to',
  'subject',
  'mime-version',
  'content-type',
]);

/**
 * Whether these bytes are a draft as the app writes it: the mark of a draft first, no header but ours (so no hidden
 * recipient and no sender), one recipient at most, text and attachments.
 */
export const isMailDraft = (bytes: Uint8Array): boolean => {
  if (bytes.length > MAX_DRAFT_BYTES) return false;
  const start = String.fromCharCode(...bytes.subarray(0, MAX_HEAD));
  const end = start.indexOf('\r\n\r\n');
  if (!start.startsWith(FIRST_LINE) || end < 0) return false;
  const head = start.slice(0, end);
  if (!/^[\x20-\x7e\r\n]*$/.test(head)) return false;
  // A line that begins with a space goes on with the one before.
  const lines = head.replace(/\r\n /g, ' ').split('\r\n');
  const headers = lines.map((line) => /^([A-Za-z-]+): (.*)$/.exec(line));
  const names = headers.map((header) => header?.[1]?.toLowerCase() ?? '');
  return (
    names.every((name) => HEADERS.has(name)) &&
    new Set(names).size === names.length &&
    headers.some(
      (header) => /^content-type$/i.test(header?.[1] ?? '') && /^multipart\/mixed;/.test(header?.[2] ?? ''),
    )
  );
};

/** What Windows hands to a program in one address. */
const MAX_MAILTO = 2000;
const MAX_SUBJECT = 300;
const MAX_TEXT = 20_000;

export const isMailtoRequest = ({
  to,
  subject,
  text,
}: Readonly<Record<keyof MailtoRequest, unknown>>): boolean =>
  typeof to === 'string' &&
  typeof subject === 'string' &&
  typeof text === 'string' &&
  (to === '' || isMailAddress(to)) &&
  subject.length <= MAX_SUBJECT &&
  text.length <= MAX_TEXT &&
  !/[\u0000-\u001f\u007f]/.test(subject);

/** Halves of an emoji cannot be written in an address. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '');
const encoded = (text: string): string =>
  encodeURIComponent(whole(text)).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The address that opens a new mail in the user's program (RFC 6068). A text that is too long for the system is cut at the
 * end of a line.
 *
 * @param request one that `isMailtoRequest` has let pass
 */
export const mailtoUrl = ({ to, subject, text }: MailtoRequest): string => {
  const start = `mailto:${to}?subject=${encoded(subject)}&body=`;
  const lines = text.split(/\r\n|\r|\n/);
  let body = '';
  for (const [index, line] of lines.entries()) {
    const next = `${index === 0 ? '' : '%0D%0A'}${encoded(line)}`;
    if (start.length + body.length + next.length > MAX_MAILTO) break;
    body += next;
  }
  return start + body;
};
