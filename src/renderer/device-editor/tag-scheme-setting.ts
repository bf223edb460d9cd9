import { z } from '#core/shared/zod.ts';
import { checkScheme, type TagScheme } from '#core/inventory/tag-scheme.ts';
import { defineSetting } from '#state/settings.ts';

const tagScheme: z.ZodType<TagScheme> = z
  .object({
    prefix: z.string(),
    per: z.enum(['school', 'category']),
    digits: z.int(),
  })
  .refine((scheme) => checkScheme(scheme) === null);

/** null = the school has not said how it numbers; then none is offered. */
export const TAG_SCHEME = defineSetting<TagScheme | null>('tag-scheme', tagScheme.nullable(), null);
