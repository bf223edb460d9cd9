import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  addContentType,
  addRelationship,
  freePath,
  readPart,
  relationshipsOf,
  type PackageParts,
} from './package-parts.ts';

const SHEET = 'xl/worksheets/sheet2.xml';

describe('relationships of a part', () => {
  it('stand in a folder beside it', () => {
    expect(relationshipsOf(SHEET)).toBe('xl/worksheets/_rels/sheet2.xml.rels');
  });

  it('go on from those that are there', () => {
    const parts = {
      [relationshipsOf(SHEET)]: strToU8(
        '<Relationships xmlns="x"><Relationship Id="rId7" Type="t" Target="a"/></Relationships>',
      ),
    };
    expect(addRelationship(parts, SHEET, { type: 'drawing', target: '../drawings/drawing1.xml' })).toBe(
      'rId8',
    );
    expect(readPart(parts, relationshipsOf(SHEET))).toContain('Id="rId7"');
  });

  it.each([
    ['none', {}],
    ['an empty list', { [relationshipsOf(SHEET)]: strToU8('<Relationships xmlns="x"/>') }],
  ])('begin at 1 where there is %s', (_name, parts: PackageParts) => {
    expect(addRelationship(parts, SHEET, { type: 'chart', target: 'a&b' })).toBe('rId1');
    expect(addRelationship(parts, SHEET, { type: 'chart', target: 'c' })).toBe('rId2');
    expect(readPart(parts, relationshipsOf(SHEET))).toMatch(
      /^[^]*<Relationships xmlns="[^"]+"><Relationship [^>]*Target="a&amp;b"\/><Relationship [^>]*\/><\/Relationships>$/,
    );
  });
});

describe('parts of a package', () => {
  it('have their type listed', () => {
    const parts = { '[Content_Types].xml': strToU8('<Types><Default/></Types>') };
    addContentType(parts, 'xl/charts/chart1.xml', 'some/chart');
    expect(readPart(parts, '[Content_Types].xml')).toBe(
      '<Types><Default/><Override PartName="/xl/charts/chart1.xml" ContentType="some/chart"/></Types>',
    );
  });
  it('get the next free number', () => {
    const parts = { 'xl/charts/chart1.xml': strToU8(''), 'xl/charts/chart3.xml': strToU8('') };
    expect(freePath(parts, 'xl/charts/chart')).toBe('xl/charts/chart2.xml');
  });
  it('that are missing are named', () => {
    expect(() => readPart({}, 'xl/styles.xml')).toThrow('xl/styles.xml');
  });
});
