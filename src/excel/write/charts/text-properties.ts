import { xmlText } from './xml-text.ts';

const FONT = 'Calibri';

export type TextLook = {
  /** Points. */
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
};

const runProperties = (tag: 'defRPr' | 'rPr', { size, colour, bold }: TextLook): string =>
  `<a:${tag}${tag === 'rPr' ? ' lang="de-DE"' : ''} sz="${size * 100}" b="${bold ? 1 : 0}">${fill(colour)}<a:latin typeface="${FONT}"/></a:${tag}>`;

export const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** How all texts of an element look. `<a:bodyPr rot="0"/>` keeps labels lying. */
export const textProperties = (look: TextLook): string =>
  `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', look)}</a:pPr><a:endParaRPr lang="de-DE"/></a:p></c:txPr>`;

/** A text of its own: the title of a chart or an axis. */
export const richText = (text: string, look: TextLook, rotation = 0): string =>
  `<c:tx><c:rich><a:bodyPr rot="${rotation}" vert="horz"/><a:lstStyle/><a:p><a:pPr>${runProperties('defRPr', look)}</a:pPr><a:r>${runProperties('rPr', look)}<a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx>`;
