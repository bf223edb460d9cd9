import { strFromU8, strToU8 } from 'fflate';
import { XML_HEAD, xmlText } from './xml-text.ts';

/** The parts of an Office package by their path in the zip. Functions here change them in place. */
export type PackageParts = Record<string, Uint8Array<ArrayBuffer>>;

export const readPart = (parts: PackageParts, path: string): string => {
  const part = parts[path];
  if (part === undefined) throw new Error(`The package has no part ${path}`);
  return strFromU8(part);
};
export const writePart = (parts: PackageParts, path: string, xml: string): void => {
  parts[path] = strToU8(xml);
};

/** `xl/worksheets/sheet2.xml` → `xl/worksheets/_rels/sheet2.xml.rels` */
export const relationshipsOf = (path: string): string => path.replace(/([^/]+)$/, '_rels/$1.rels');

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Adds a relationship to a part and returns its id, which goes on from those that are there. */
export const addRelationship = (
  parts: PackageParts,
  path: string,
  { type, target }: { readonly type: string; readonly target: string },
): string => {
  const file = relationshipsOf(path);
  const known =
    parts[file] === undefined
      ? `${XML_HEAD}<Relationships xmlns="${NAMESPACE}"></Relationships>`
      : readPart(parts, file).replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>');
  const last = [...known.matchAll(/ Id="rId(\d+)"/g)].reduce((most, [, id]) => Math.max(most, Number(id)), 0);
  const id = `rId${last + 1}`;
  writePart(
    parts,
    file,
    known.replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${xmlText(target)}"/></Relationships>`,
    ),
  );
  return id;
};

/** Says of which type a new part is. */
export const addContentType = (parts: PackageParts, path: string, type: string): void => {
  const file = '[Content_Types].xml';
  writePart(
    parts,
    file,
    readPart(parts, file).replace(
      '</Types>',
      `<Override PartName="/${path}" ContentType="${type}"/></Types>`,
    ),
  );
};

/** `xl/drawings/drawing3.xml` when two drawings are there. */
export const freePath = (parts: PackageParts, stem: string): string => {
  let number = 1;
  while (parts[`${stem}${number}.xml`] !== undefined) number += 1;
  return `${stem}${number}.xml`;
};
