import { z } from '#core/shared/zod.ts';
import { CODE_KINDS, LABEL_FIELDS, type CodeKind, type LabelField } from '#core/labels/label-content.ts';
import { LARGEST_OFFSET, NO_OFFSET, type LabelSheet, type PrintOffset } from '#core/labels/label-sheet.ts';
import { defineSetting } from '#state/settings.ts';

export type LabelChoice = {
  readonly sheetId: string;
  readonly codeKind: CodeKind;
  readonly deviceFields: readonly LabelField[];
  readonly roomFields: readonly LabelField[];
  /** Of the printer of this place. */
  readonly offset: PrintOffset;
};

const millimetres = z.number().min(-LARGEST_OFFSET).max(LARGEST_OFFSET);
const fields = z.array(z.enum(LABEL_FIELDS));
const labelChoice: z.ZodType<LabelChoice> = z.object({
  sheetId: z.string(),
  codeKind: z.enum(CODE_KINDS),
  deviceFields: fields,
  roomFields: fields,
  offset: z.object({ x: millimetres, y: millimetres }),
});

export const LABEL_CHOICE = defineSetting<LabelChoice>('labels', labelChoice, {
  sheetId: 'avery-l4773',
  codeKind: 'qr',
  deviceFields: ['assetTag', 'name', 'room', 'school'],
  roomFields: ['room', 'name', 'school'],
  offset: NO_OFFSET,
});

const labelSheet: z.ZodType<LabelSheet> = z.object({
  id: z.string(),
  maker: z.string(),
  name: z.string(),
  columns: z.int().positive(),
  rows: z.int().positive(),
  width: z.number().positive(),
  height: z.number().positive(),
  left: z.number().nonnegative(),
  top: z.number().nonnegative(),
  stepX: z.number().nonnegative(),
  stepY: z.number().nonnegative(),
});

/** Sheets that the school bought and this app does not know. */
export const OWN_SHEETS = defineSetting<readonly LabelSheet[]>('label-sheets', z.array(labelSheet), []);
