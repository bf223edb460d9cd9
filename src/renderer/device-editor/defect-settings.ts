import { z } from '#core/shared/zod.ts';
import { defineSetting } from '#state/settings.ts';

/** Whom KSM asks back about a defect: an office and its telephone, as the user writes it. */
export const DEFECT_CONTACT = defineSetting<string>('defect-contact', z.string(), '');
