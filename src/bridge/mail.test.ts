import { describe, expect, it } from 'vitest';
import { isMailDraft, isMailtoRequest, mailtoUrl } from './mail.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAD =
  'X-Unsent: 1\r\nTo: a@ksm.example\r\nSubject: x\r\n y\r\nContent-Type: multipart/mixed; boundary=b';

describe('isMailDraft', () => {
  it('takes a draft of ours', () => {
    expect(isMailDraft(bytes(`${HEAD}\r\n\r\n--b--`))).toBe(true);
  });
  it.each([
    ['no mark', `${HEAD.replace('X-Unsent: 1\r\n', '')}\r\n\r\n`],
    ['the mark not first', `To: a@b.de\r\n${HEAD}\r\n\r\n`],
    ['a hidden recipient', `${HEAD}\r\nBcc: b@example.org\r\n\r\n`],
    ['a second recipient', `${HEAD}\r\nTo: b@example.org\r\n\r\n`],
    ['a sender', `${HEAD}\r\nFrom: b@example.org\r\n\r\n`],
    ['markup', `${HEAD.replace('multipart/mixed', 'text/html')}\r\n\r\n`],
    ['no type', 'X-Unsent: 1\r\n\r\n'],
    ['no end of the head', HEAD],
    ['bare line ends', `${HEAD}\r\n\r\n`.replace(/\r/g, '')],
    ['a bare line end in a header', `${HEAD}\nBcc: b@example.org\r\n\r\n`],
    ['letters beyond ASCII', `${HEAD.replace('x\r\n y', 'ä')}\r\n\r\n`],
    ['nothing', ''],
    ['a program', 'MZ\u0090'],
  ])('refuses %s', (_what, text) => {
    expect(isMailDraft(bytes(text))).toBe(false);
  });
  it('refuses what no server would take', () => {
    const large = new Uint8Array(61 * 1024 * 1024);
    large.set(bytes(`${HEAD}\r\n\r\n`));
    expect(isMailDraft(large)).toBe(false);
  });
});

describe('mailtoUrl', () => {
  it('carries subject and text as they are', () => {
    const url = mailtoUrl({ to: 'mep@ksm.example', subject: 'Größe & Co?', text: 'Grüße\n„Süd“ = 100 %' });
    expect(url).toBe(
      'mailto:mep@ksm.example?subject=Gr%C3%B6%C3%9Fe%20%26%20Co%3F&body=Gr%C3%BC%C3%9Fe%0D%0A%E2%80%9ES%C3%BCd%E2%80%9C%20%3D%20100%20%25',
    );
    const parsed = new URL(url);
    expect([parsed.protocol, parsed.pathname]).toEqual(['mailto:', 'mep@ksm.example']);
    expect([...parsed.searchParams.keys()]).toEqual(['subject', 'body']);
  });
  it('takes no text for a further recipient or header', () => {
    const evil = 'x&bcc=dieb@example.org\r\nBcc: dieb@example.org#';
    const parsed = new URL(mailtoUrl({ to: '', subject: evil, text: evil }));
    expect([...parsed.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(parsed.hash).toBe('');
  });
  it('cuts a long text at the end of a line, at the length that Windows takes', () => {
    const url = mailtoUrl({ to: '', subject: 's', text: 'Zeile mit Umläuten\n'.repeat(500) });
    expect(url.length).toBeLessThanOrEqual(2000);
    expect(url.length).toBeGreaterThan(1900);
    expect(new URL(url).searchParams.get('body')?.endsWith('Umläuten')).toBe(true);
  });
  it('survives half an emoji', () => {
    expect(() => mailtoUrl({ to: '', subject: '\ud83d', text: '\ude00' })).not.toThrow();
  });
});

describe('isMailtoRequest', () => {
  const fit = { to: 'mep@ksm.example', subject: 'Bericht', text: 'a\r\nb' };
  it('takes one address or none', () => {
    expect(isMailtoRequest(fit)).toBe(true);
    expect(isMailtoRequest({ ...fit, to: '' })).toBe(true);
  });
  it.each([
    { to: 'a@b.de,c@d.de' },
    { to: 'a@b.de?bcc=c@d.de' },
    { to: 'https://example.org' },
    { to: 1 },
    { subject: 'a\r\nBcc: b@c.de' },
    { subject: 'x'.repeat(301) },
    { text: 'x'.repeat(20_001) },
    { text: null },
  ])('refuses %j', (part) => {
    expect(isMailtoRequest({ ...fit, ...part })).toBe(false);
  });
});
