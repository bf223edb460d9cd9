import { parseInventoryFile } from '#core/inventory/inventory-file.ts';
import type { Inventory } from '#core/inventory/inventory.ts';

/** The made-up school that makes every screen alive; loaded only when it is asked for. */
export const loadSampleSchool = async (): Promise<Inventory> => {
  const file: { readonly default: unknown } =
    await import('../../../resources/sample-school/raeume-und-geraete.json');
  const parsed = parseInventoryFile(file.default);
  // A test parses the file, so this meets only a broken build.
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
