/** `A`, `A oder B`, `A, B oder C`. */
export const joined = (parts: readonly string[], last: 'und' | 'oder'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;
