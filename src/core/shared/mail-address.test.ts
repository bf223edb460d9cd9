import { describe, expect, it } from 'vitest';
import { isMailAddress } from './mail-address.ts';

describe('isMailAddress', () => {
  it.each(['mep@ksm.example', 'a@b.de', 'vor.nach-name_x+mep@schule.stadt.example', '0815@x1.example'])(
    'takes %j',
    (text) => expect(isMailAddress(text)).toBe(true),
  );
  it.each([
    '',
    'ksm',
    'ksm@',
    '@ksm.example',
    'ksm@example',
    'a b@ksm.example',
    'a@ksm.example, b@ksm.example',
    'a@ksm.example\r\nBcc: b@ksm.example',
    'a@ksm.example?bcc=b@ksm.example',
    'a%0Abcc@ksm.example',
    '<a@ksm.example>',
    'a..b@ksm.example',
    '.a@ksm.example',
    'a.@ksm.example',
    'ä@ksm.example',
    `${'a'.repeat(65)}@ksm.example`,
    `a@${'b.'.repeat(130)}de`,
  ])('refuses %j', (text) => expect(isMailAddress(text)).toBe(false));
});
