import { describe, expect, it } from 'vitest';
import { mendPrintAreas, mendStyles } from './mend-exceljs.ts';

describe('mendStyles', () => {
  it('brings what fonts consist of into the order of the schema', () => {
    expect(
      mendStyles(
        '<fonts><font><sz val="11"/><color rgb="FF000000"/><b/><name val="Calibri"/><u/></font></fonts>',
      ),
    ).toBe('<fonts><font><b/><u/><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/></font></fonts>');
  });
});

describe('mendPrintAreas', () => {
  const name = (sheet: number, area: string): string =>
    `<definedName name="_xlnm.Print_Area" localSheetId="${sheet}">${area}</definedName>`;
  it('lists all areas of a sheet under one name', () => {
    const other = '<definedName name="Stichtag">Deckblatt!$C$11</definedName>';
    expect(
      mendPrintAreas(`<a>${other}${name(0, 'A')}\n${name(1, 'B')}\n${name(1, 'C')}\n${name(3, 'D')}</a>`),
    ).toBe(`<a>${other}${name(0, 'A')}${name(1, 'B,C')}${name(3, 'D')}</a>`);
  });
});
