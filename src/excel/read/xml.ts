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

/** The value of an attribute in the text of a tag, or null. Matches `name` with any namespace prefix left out. */
export const attributeOf = (tag: string, name: string): string | null => {
  let at = tag.indexOf(`${name}=`);
  while (at > 0) {
    const before = tag.charCodeAt(at - 1);
    // Preceded by white space (or a prefix's colon): the whole name, not the end of a longer one.
    if (before <= 32 || before === 58) {
      const quote = tag[at + name.length + 1] ?? '"';
      const start = at + name.length + 2;
      const end = tag.indexOf(quote, start);
      return end < 0 ? null : decodeXml(tag.slice(start, end));
    }
    at = tag.indexOf(`${name}=`, at + 1);
  }
  return null;
};

export type XmlTag = {
  /** Without namespace prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** The text between `<` and `>`. */
  readonly text: string;
  /** Where the tag starts and where its content begins. */
  readonly start: number;
  readonly end: number;
};

/** The next tag at or after `from`; comments, declarations and processing instructions are passed over. */
export const nextTag = (xml: string, from: number): XmlTag | null => {
  let at = from;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return null;
    const first = xml.charCodeAt(start + 1);
    if (first === 33 || first === 63) {
      const closing = xml.startsWith('<!--', start)
        ? '-->'
        : xml.startsWith('<![CDATA[', start)
          ? ']]>'
          : '>';
      const end = xml.indexOf(closing, start);
      if (end < 0) return null;
      at = end + closing.length;
      continue;
    }
    const end = xml.indexOf('>', start);
    if (end < 0) return null;
    const isClose = first === 47;
    const isEmpty = xml.charCodeAt(end - 1) === 47;
    const text = xml.slice(start + 1, end);
    let nameEnd = isClose ? 1 : 0;
    let nameStart = nameEnd;
    for (; nameEnd < text.length; nameEnd += 1) {
      const code = text.charCodeAt(nameEnd);
      if (code <= 32 || (code === 47 && nameEnd > nameStart)) break;
      if (code === 58) nameStart = nameEnd + 1;
    }
    return {
      name: text.slice(nameStart, nameEnd),
      kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
      text,
      start,
      end: end + 1,
    };
  }
};

/** Bytes of an XML part as text: UTF-8, or UTF-16 by its mark. */
export const xmlText = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};
