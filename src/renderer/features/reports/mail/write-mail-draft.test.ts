import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { isMailDraft } from '#bridge/mail.ts';
import { writeMailDraft, type MailDraft } from './write-mail-draft.ts';

const WORKBOOK = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 7919 + (at >> 5)) % 256);
const aDraft = (draft: Partial<MailDraft> = {}): MailDraft => ({
  to: { name: 'KSM Kommunalservice', address: 'mep@ksm.example' },
  subject: 'MEP-Bericht Grundschule Am Lindenpark',
  text: 'Guten Tag',
  attachment: { name: 'MEP-Bericht_Schule_2026-11-24.xlsx', bytes: WORKBOOK },
  writtenAt: new Date('2026-11-25T08:15:00Z'),
  ...draft,
});
const written = (draft: Partial<MailDraft> = {}): string =>
  new TextDecoder().decode(writeMailDraft(aDraft(draft)));
const parsed = (draft: Partial<MailDraft> = {}) => PostalMime.parse(writeMailDraft(aDraft(draft)));
const headersOf = (raw: string): readonly string[] =>
  raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n /g, ' ').split('\r\n');

const UMLAUTS = 'MEP-Bericht der Regionalen Schule „Fritz Müßig“ – Größe & Änderungen für Öffentlichkeit 😀';

describe('writeMailDraft', () => {
  it('reads back in a real mail parser, letters of every kind included', async () => {
    const text = `Sehr geehrte Damen und Herren,\n\n${UMLAUTS}\r\n.\nFrom hier: Grüße`;
    const mail = await parsed({
      to: { name: 'Jörg Süß, KSM „Schulen“ <Nord>', address: 'mep@ksm.example' },
      subject: UMLAUTS,
      text,
    });
    expect(mail.subject).toBe(UMLAUTS);
    expect(mail.to).toEqual([{ name: 'Jörg Süß, KSM „Schulen“ <Nord>', address: 'mep@ksm.example' }]);
    expect(mail.text?.replace(/\r?\n/g, '\n').trimEnd()).toBe(text.replace(/\r\n/g, '\n'));
    expect(mail.date).toBe('2026-11-25T08:15:00.000Z');
    expect(mail.from).toBeUndefined();
    expect(mail.cc ?? mail.bcc).toBeUndefined();
  });

  it('has the workbook in it byte for byte', async () => {
    const name = 'MEP-Bericht_Grundschule Größe „Süd“ 100%_2026.xlsx';
    const { attachments } = await parsed({ attachment: { name, bytes: WORKBOOK } });
    expect(attachments).toHaveLength(1);
    const [file] = attachments;
    expect(file).toMatchObject({
      filename: name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      disposition: 'attachment',
    });
    expect(Buffer.from(file!.content as ArrayBuffer).equals(Buffer.from(WORKBOOK))).toBe(true);
  });

  it('is marked as still to be written, in short lines of ASCII that end as mail lines do', () => {
    const raw = written({ subject: UMLAUTS.repeat(5), text: 'ä'.repeat(5000) });
    expect(raw.startsWith('X-Unsent: 1\r\n')).toBe(true);
    expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(raw.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(200);
    for (const [word] of raw.matchAll(/=\?[^ \r]*\?=/g)) expect(word.length).toBeLessThanOrEqual(75);
  });

  it('goes without a recipient', async () => {
    expect((await parsed({ to: null })).to).toBeUndefined();
    expect(headersOf(written({ to: null })).some((line) => line.startsWith('To:'))).toBe(false);
  });

  it.each([
    'Schule\r\nBcc: dieb@example.org',
    'Schule\nX-Mehr: 1\n\n<html>',
    'Schule\rBcc: a@example.org',
    'Schule\u2028Bcc: a@example.org',
    '?=\r\nBcc: a@example.org\r\n=?utf-8?Q?',
    '"; name="x.exe"\r\n\r\nBcc: a@example.org',
  ])('lets no text become a header: %j', async (evil) => {
    const draft = aDraft({
      to: { name: evil, address: 'mep@ksm.example' },
      subject: evil,
      attachment: { name: `${evil}.xlsx`, bytes: WORKBOOK },
    });
    const raw = new TextDecoder().decode(writeMailDraft(draft));
    expect(headersOf(raw).map((line) => line.split(':')[0])).toEqual([
      'X-Unsent',
      'Date',
      'To',
      'Subject',
      'MIME-Version',
      'Content-Type',
    ]);
    const mail = await PostalMime.parse(raw);
    expect(mail.bcc).toBeUndefined();
    expect(mail.html).toBeUndefined();
    expect(mail.attachments).toHaveLength(1);
    expect(mail.to?.[0]?.address).toBe('mep@ksm.example');
  });

  it('refuses an address that is none', () => {
    expect(() => writeMailDraft(aDraft({ to: { name: '', address: 'a@b.de\r\nBcc: c@d.de' } }))).toThrow(
      'no mail address',
    );
  });

  it('is what the host takes for a draft', () => {
    expect(isMailDraft(writeMailDraft(aDraft({ subject: UMLAUTS.repeat(3) })))).toBe(true);
    expect(isMailDraft(writeMailDraft(aDraft({ to: null })))).toBe(true);
  });
});
