/**
 * What structured clone carries, as JSON: the two sides of the stand-in only share texts. The functions also run in
 * the page by their source text, so each of them uses nothing but the others named here.
 */
type Wire =
  { readonly $: string; readonly v?: unknown } | string | number | boolean | null | readonly unknown[];

export const encode = (value: unknown): Wire => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
  if (typeof value === 'bigint') return { $: 'bigint', v: value.toString() };
  if (typeof value !== 'object') throw new Error('An object could not be cloned.');
  if (value instanceof Date) return { $: 'date', v: value.getTime() };
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value))
    return { $: 'bytes', v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  if (value instanceof Map) return { $: 'map', v: [...value].map(([k, x]) => [encode(k), encode(x)]) };
  if (value instanceof Set) return { $: 'set', v: [...value].map(encode) };
  if (value instanceof Error) return { $: 'error', v: value.message };
  if (Array.isArray(value)) return value.map(encode);
  return { $: 'object', v: Object.entries(value).map(([k, x]) => [k, encode(x)]) };
};

export const decode = (wire: unknown): unknown => {
  if (wire === null || typeof wire !== 'object') return wire;
  if (Array.isArray(wire)) return wire.map(decode);
  const { $, v } = wire as { $: string; v: unknown };
  const pairs = () => (v as [unknown, unknown][]).map(([k, x]): [unknown, unknown] => [decode(k), decode(x)]);
  switch ($) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(v);
    case 'bigint':
      return BigInt(String(v));
    case 'date':
      return new Date(Number(v));
    case 'buffer':
      return fromBase64(String(v)).buffer;
    case 'bytes':
      return fromBase64(String(v));
    case 'map':
      return new Map(pairs());
    case 'set':
      return new Set((v as unknown[]).map(decode));
    case 'error':
      return new Error(String(v));
    default:
      return Object.fromEntries(pairs());
  }
};

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The functions above as declarations for the page. */
export const WIRE_SOURCE = Object.entries({ encode, decode, toBase64, fromBase64 })
  .map(([name, run]) => `const ${name} = ${String(run)};`)
  .join('\n');
