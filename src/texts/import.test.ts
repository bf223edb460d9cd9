import { describe, expect, it } from 'vitest';
import { DEVICE_HEADINGS, ROOM_HEADINGS } from '#core/import/dictionary/headings.ts';
import type { ImportIssue, ImportIssueCode, ReadFailureCode } from '#core/import/types.ts';
import { foldText } from '#core/import/words.ts';
import { DEVICE_FIELD_LABELS, ROOM_FIELD_LABELS } from './fields.ts';
import { confidenceWord, importIssueText, mappingReasonText, placeText, readFailureText } from './import.ts';

describe('DEVICE_HEADINGS', () => {
  it.each(Object.entries(DEVICE_FIELD_LABELS))('begins %s with our own heading', (field, label) => {
    const words: readonly string[] = DEVICE_HEADINGS[field as keyof typeof DEVICE_FIELD_LABELS];
    expect(words[0]).toBe(foldText(label));
  });

  it('gives no word to two fields', () => {
    const words = Object.values(DEVICE_HEADINGS).flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('holds words as headings are compared', () => {
    const words: readonly string[] = [
      ...Object.values(DEVICE_HEADINGS),
      ...Object.values(ROOM_HEADINGS),
    ].flat();
    expect(words.filter((word) => foldText(word) !== word)).toEqual([]);
  });
});

describe('ROOM_HEADINGS', () => {
  it.each(Object.entries(ROOM_FIELD_LABELS))('begins %s with our own heading', (field, label) => {
    const words: readonly string[] = ROOM_HEADINGS[field as keyof typeof ROOM_FIELD_LABELS];
    expect(words[0]).toBe(foldText(label));
  });
});

const FAILURES: Readonly<Record<ReadFailureCode, true>> = {
  EMPTY_FILE: true,
  TOO_LARGE: true,
  TOO_LARGE_UNPACKED: true,
  TOO_MANY_ROWS: true,
  TOO_MANY_CELLS: true,
  TOO_MANY_PARTS: true,
  ENCRYPTED: true,
  OLD_EXCEL: true,
  NOT_A_WORKBOOK: true,
  DAMAGED: true,
  NO_HEAD_ROW: true,
  WRONG_ENCODING: true,
  NO_ROWS: true,
};

describe('readFailureText', () => {
  it.each(Object.keys(FAILURES) as ReadFailureCode[])('names file and remedy for %s', (code) => {
    const text = readFailureText({
      code,
      fileName: 'geraete.xlsx',
      sheet: 'Tabelle1',
      params: {
        bytes: 60_000_000,
        maxBytes: 52_428_800,
        maxRows: 200_000,
        maxCells: 5_000_000,
        line: 12,
        sheets: 'Tabelle1',
      },
    });
    expect(text).toContain('geraete.xlsx');
    // What is wrong and what to do are two sentences at least.
    expect(text.match(/[.!]( |$)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).not.toMatch(/undefined|null|NaN|leider|erfolgreich/);
  });
});

const ISSUES: Readonly<Record<ImportIssueCode, ImportIssue['params']>> = {
  IMPOSSIBLE_DATE: {},
  DOUBTFUL_DATE: { read: '2021-03-04' },
  NO_DATE: {},
  NO_PRICE: {},
  DOUBTFUL_PRICE: { doubt: 'about', cents: 45_000 },
  FOREIGN_CURRENCY: {},
  NO_COUNT: {},
  DOUBTFUL_COUNT: { read: 30 },
  NO_NUMBER: {},
  UNKNOWN_STATUS: {},
  STATUS_FROM_TEXT: { status: 'missing' },
  DOUBTFUL_STATUS: { status: 'defective', on: '2021-03-04' },
  CONTRADICTING_STATUS: { status: 'missing' },
  UNKNOWN_VALUE: {},
  UNKNOWN_CATEGORY: {},
  DOUBTFUL_CATEGORY: { guess: 'BEAM' },
  UNKNOWN_ROOM_TYPE: {},
  NOT_A_ROOM: {},
  NOT_A_SERIAL: {},
  SEVERAL_SERIALS: { count: 3 },
  SERIAL_RANGE: {},
  SERIALS_AND_COUNT: { count: 2, quantity: 5 },
  ERROR_CELL: {},
  DOUBLED_ASSET_TAG: { otherRow: 7, otherSheet: 'Liste' },
  DOUBLED_SERIAL: { otherRow: null, inInventory: true },
  DOUBLED_ID: { otherRow: 7, otherSheet: 'Liste' },
  DOUBLED_ROOM: {},
  UNKNOWN_ID: {},
  ROOM_AMBIGUOUS: {},
  TOO_LONG: {},
  HIDDEN_ROW: {},
  HIDDEN_COLUMN: {},
  SIMILAR_ROOM: {},
  SHEET_LEFT_OUT: {},
  ROOM_FROM_ABOVE: {},
  CONFLICT: { by: 'serial', device: 'RSM-1', other: null, winner: 'new' },
};

describe('importIssueText', () => {
  it.each(Object.entries(ISSUES))('says %s in a whole sentence', (code, params) => {
    const text = importIssueText({
      sheet: 'Liste',
      row: 112,
      column: 'Kaufdatum',
      field: 'purchasedOn',
      value: '31.02.2020',
      code: code as ImportIssueCode,
      severity: 'warning',
      params,
    });
    expect(text).toMatch(/[.?!]$/);
    expect(text).not.toMatch(/undefined|null|NaN|leider|erfolgreich/);
  });

  it('leads to the other row of a doubled number', () => {
    expect(
      importIssueText({
        sheet: 'Liste',
        row: 112,
        column: 'InvNr',
        field: 'assetTag',
        value: '0042',
        code: 'DOUBLED_ASSET_TAG',
        severity: 'warning',
        params: { otherRow: 7, otherSheet: 'Liste' },
      }),
    ).toContain('Zeile 7');
  });
});

describe('placeText', () => {
  it('names row and column', () => {
    expect(placeText({ row: 112, column: 'Kaufdatum' })).toBe('Zeile 112, Spalte „Kaufdatum“');
    expect(placeText({ row: 3 })).toBe('Zeile 3');
  });
});

describe('mappingReasonText', () => {
  it('names the better column', () => {
    expect(mappingReasonText({ code: 'taken', by: 'InvNr' })).toContain('InvNr');
  });
});

describe('confidenceWord', () => {
  it('goes from sure to please check', () => {
    expect([0.9, 0.85, 0.7, 0.3].map(confidenceWord)).toEqual([
      'sicher',
      'sicher',
      'wahrscheinlich',
      'bitte prüfen',
    ]);
  });
});
