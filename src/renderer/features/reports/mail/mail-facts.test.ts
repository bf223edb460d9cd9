import { describe, expect, it } from 'vitest';
import { anInventory, aSchool } from '#core/testing/builders.ts';
import { aReportInput } from '#core/testing/sample-report.ts';
import { formatEuros } from '#texts/format.ts';
import { MAIL_TEXTS } from '#texts/mail.ts';
import { mailFacts } from './mail-facts.ts';

describe('the mail to KSM', () => {
  it('says school, day, and the three key figures of the report', () => {
    const input = aReportInput();
    const { totals, standards } = input.analysis;
    const text = MAIL_TEXTS.text(mailFacts(input));
    expect(text).toContain(input.inventory.school.name);
    expect(text).toContain(`Dienststellennummer ${input.inventory.school.schoolNumber}`);
    expect(text).toContain('Stichtag 24.11.2026, Ausbaustufe 1');
    expect(text).toContain(`${standards[0]?.met} von ${standards[0]?.of}`);
    expect(text).toContain(`Lücken: ${totals.gap}, davon ${totals.repairable} durch`);
    expect(text).toContain(formatEuros(totals.costCents));
    expect(text).toContain('freie Texte sind nicht enthalten');
    expect(text.split(/\s+/).length).toBeLessThan(120);
  });
  it('says what goes with it when free texts are ticked', () => {
    const facts = mailFacts(aReportInput(undefined, { includeFreeTexts: true }));
    expect(MAIL_TEXTS.text(facts)).toContain('freie Texte sind enthalten');
  });
  it('does without what is not known', () => {
    const facts = mailFacts(aReportInput(anInventory({ school: aSchool({ name: '' }) })));
    expect(MAIL_TEXTS.text(facts)).toContain('unsere Schule, Stichtag');
    expect(MAIL_TEXTS.text(facts)).not.toMatch(/Dienststellennummer|null|undefined|NaN/);
    expect(MAIL_TEXTS.subject(facts)).toBe('MEP-Bericht unserer Schule, Stichtag 24.11.2026');
  });
});
