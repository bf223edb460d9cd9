import { z } from '#core/shared/zod.ts';
import { defineSetting } from './settings.ts';

/** Who gets the report by mail; an empty address = not known yet. */
export type ReportRecipient = { readonly name: string; readonly address: string };

/** Not with the other settings: only two screens need it, and those are loaded later. */
export const REPORT_RECIPIENT = defineSetting<ReportRecipient>(
  'report-recipient',
  z.object({ name: z.string(), address: z.string() }),
  { name: '', address: '' },
);
