const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five named ones; anything else stays as written, so no entity can expand. */
export const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, body: string) => {
        if (!body.startsWith('#')) return NAMED[body] ?? whole;
        const point = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      })
    : text;

/** Spreadsheets write control characters as `_x000D_`. */
export const decodeCellText = (text: string): string => {
  const decoded = decodeXml(text);
  const plain = decoded.includes('_x')
    ? decoded.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : decoded;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
};

/** A part of a long string keeps all of it in memory; a copy does not. Short parts are copied anyway. */
export const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/**
 * The value of an attribute in the text of a tag, or null. `name` without prefix fits any prefix, `calcext:value-type`
 * only its own. Walks from one attribute to the next: a value may contain what looks like an attribute.
 */
export const attributeOf = (tag: string, name: string): string | null => {
  let at = 0;
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals < 0) return null;
    let open = equals + 1;
    while (tag.charCodeAt(open) <= 32) open += 1;
    const quote = tag.charCodeAt(open);
    if (quote !== 34 && quote !== 39) {
      at = equals + 1;
      continue;
    }
    const close = tag.indexOf(quote === 34 ? '"' : "'", open + 1);
    if (close < 0) return null;
    let end = equals;
    while (end > 0 && tag.charCodeAt(end - 1) <= 32) end -= 1;
    const start = end - name.length;
    if (start > 0 && tag.startsWith(name, start)) {
      const before = tag.charCodeAt(start - 1);
      // Preceded by white space (or a prefix's colon): the whole name, not the end of a longer one.
      if (before <= 32 || before === 58) return decodeXml(tag.slice(open + 1, close));
    }
    at = close + 1;
  }
};

export type XmlTag = {
  /** Without namespace prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** The text between `<` and `>`; empty for a closing tag. */
  readonly text: string;
  /** Where the tag starts and where its content begins. */
  readonly start: number;
  readonly end: number;
};

/** The end of a comment, a CDATA section, a document type or a processing instruction; -1 when it has none. */
const endOfSpecial = (xml: string, start: number): number => {
  const after = (closing: string, from: number): number => {
    const end = xml.indexOf(closing, from);
    return end < 0 ? -1 : end + closing.length;
  };
  if (xml.startsWith('<!--', start)) return after('-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return after(']]>', start + 9);
  if (xml.startsWith('<?', start)) return after('?>', start + 2);
  const end = xml.indexOf('>', start);
  const subset = xml.indexOf('[', start);
  // Entities that a document type declares are passed over and never known.
  return subset >= 0 && subset < end ? after(']>', subset) : end < 0 ? -1 : end + 1;
};

/** The next tag at or after `from`; comments, declarations and processing instructions are passed over. */
export const nextTag = (xml: string, from: number): XmlTag | null => {
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return null;
    const first = xml.charCodeAt(start + 1);
    if (first === 33 || first === 63) {
      at = endOfSpecial(xml, start);
      if (at < 0) return null;
      continue;
    }
    const isClose = first === 47;
    let nameStart = start + (isClose ? 2 : 1);
    let pos = nameStart;
    let code = xml.charCodeAt(pos);
    // Beyond the end the code is NaN, and every comparison with it false.
    while (code > 32 && code !== 62 && code !== 47) {
      if (code === 58) nameStart = pos + 1;
      pos += 1;
      code = xml.charCodeAt(pos);
    }
    const nameEnd = pos;
    let quote = 0;
    // A `>` inside quotes does not end the tag.
    while (code !== 62 || quote !== 0) {
      if (code === 34 || code === 39) {
        if (quote === 0) quote = code;
        else if (quote === code) quote = 0;
      } else if (Number.isNaN(code)) return null;
      pos += 1;
      code = xml.charCodeAt(pos);
    }
    return {
      name: xml.slice(nameStart, nameEnd),
      kind: isClose ? 'close' : xml.charCodeAt(pos - 1) === 47 ? 'empty' : 'open',
      text: isClose ? '' : xml.slice(start + 1, pos),
      start,
      end: pos + 1,
    };
  }
};

const CDATA = '<![CDATA[';

/** The characters between two tags: CDATA as it stands, comments left out, the rest through `decode`. */
export const contentOf = (
  xml: string,
  from: number,
  to: number,
  decode: (text: string) => string,
): string => {
  const plainEnd = xml.indexOf('<', from);
  if (plainEnd < 0 || plainEnd >= to) return decode(xml.slice(from, to));
  let text = decode(xml.slice(from, plainEnd));
  let at = plainEnd;
  while (at < to) {
    if (xml.startsWith('<', at)) {
      const end = endOfSpecial(xml, at);
      const stop = end < 0 ? to : Math.min(end, to);
      if (xml.startsWith(CDATA, at))
        text += xml.slice(at + CDATA.length, Math.max(at + CDATA.length, stop - 3));
      at = Math.max(stop, at + 1);
    } else {
      const next = xml.indexOf('<', at);
      const stop = next < 0 || next > to ? to : next;
      text += decode(xml.slice(at, stop));
      at = stop;
    }
  }
  return text;
};

/** Where the content after an element goes on, elements of its name inside it included. */
export const endOfElement = (xml: string, tag: XmlTag): number => {
  if (tag.kind !== 'open') return tag.end;
  let depth = 1;
  let at = tag.end;
  for (;;) {
    const next = nextTag(xml, at);
    if (next === null) return xml.length;
    at = next.end;
    if (next.name !== tag.name || next.kind === 'empty') continue;
    depth += next.kind === 'open' ? 1 : -1;
    if (depth === 0) return at;
  }
};

const encodingOf = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  return declared.startsWith('iso-8859-') || declared.startsWith('windows-125') ? declared : 'utf-8';
};

/** Bytes of an XML part as text, by its mark or its declaration. */
export const xmlText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * The text of a large part in pieces that end behind a closing `element`, so that never more than one piece and the
 * bytes are in memory. A part without that element comes in one piece.
 */
export function* xmlPieces(bytes: Uint8Array, element: string): Generator<string, void, void> {
  const decoder = new TextDecoder(encodingOf(bytes));
  let pending: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const isLast = at + CHUNK_BYTES >= bytes.length;
    const text = decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: !isLast });
    const cut = isLast ? text.length : endOfLast(text, element);
    if (cut === 0) pending.push(text);
    else {
      yield [...pending, text.slice(0, cut)].join('');
      pending = [detached(text.slice(cut))];
    }
  }
}

/** The end of the last closing tag of this name; 0 when there is none, or when it stands in a comment or CDATA section. */
const endOfLast = (text: string, element: string): number => {
  const isInside = (open: string, close: string, at: number): boolean =>
    text.lastIndexOf(open, at) > text.lastIndexOf(close, at);
  const ending = `${element}>`;
  for (let at = text.lastIndexOf(ending); at > 1; at = text.lastIndexOf(ending, at - 1)) {
    if (text.charCodeAt(text.lastIndexOf('<', at) + 1) !== 47) continue;
    const isSpecial = text.includes('<!') && (isInside('<!--', '-->', at) || isInside(CDATA, ']]>', at));
    return isSpecial ? 0 : at + ending.length;
  }
  return 0;
};
