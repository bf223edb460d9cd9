/** Long enough for every address there is (RFC 5321: 64 + 1 + 255, of which 254 can be used). */
const MAX_LENGTH = 254;
/** The plain form that offices use: no quotes, no comments, and nothing that has a meaning in a header or a `mailto:`. */
const ADDRESS =
  /^[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** Whether a text is the mail address of one recipient, as it may go into a header and into an address of a link. */
export const isMailAddress = (text: string): boolean =>
  text.length <= MAX_LENGTH && ADDRESS.test(text) && !text.includes('..');
