import { describe, expect, it } from 'vitest';
import { xmlAttribute, xmlText } from './xml-text.ts';

const ODD = `R&D <Küche> 'A' "B"`;

describe('xmlText', () => {
  it('leaves no sign that XML reads as its own', () => {
    expect(xmlText(ODD)).toBe('R&amp;D &lt;Küche&gt; &apos;A&apos; &quot;B&quot;');
  });
});

describe('xmlAttribute', () => {
  it('gives back what was written', () => {
    expect(xmlAttribute(`<sheet name="${xmlText(ODD)}" r:id="rId1"/>`, 'name')).toBe(ODD);
  });
  it('is null where the attribute is missing, or only ends like another', () => {
    expect(xmlAttribute('<sheet r:id="rId1"/>', 'id')).toBeNull();
  });
});
