const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for elements and attributes; characters that XML cannot hold must be gone already. */
export const xmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const SIGNS = new Map(Object.entries(ENTITIES).map(([sign, entity]) => [entity, sign]));

/** An attribute of an element's opening tag, with its entities resolved; null = not there. */
export const xmlAttribute = (element: string, name: string): string | null => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1];
  return found === undefined ? null : found.replace(/&\w+;/g, (entity) => SIGNS.get(entity) ?? entity);
};
