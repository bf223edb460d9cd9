import { z } from '#core/shared/zod.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { bytesOf, fromBase64, joinBytes, toBase64 } from './bytes.ts';

/**
 * Journal and backups are encrypted with one random data key (AES-GCM, 256 bits). The key itself stands in each of these
 * files twice, encrypted: by a key derived from the password (Argon2id) and by one derived from the recovery code (HKDF;
 * the code is 160 random bits, so that nothing is gained by slowing guesses down). Changing the password changes only this.
 */
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);
export const keyEnvelope = z.strictObject({
  /** Tells envelopes of one and the same data key from those of another. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  // Bounds: a hostile file must not make the app compute for hours or take all memory.
  memoryKiB: z.int().min(8).max(262_144),
  passes: z.int().min(1).max(8),
  passwordSalt: base64.max(100),
  byPassword: base64.max(200),
  recoverySalt: base64.max(100),
  byRecoveryCode: base64.max(200),
});
export type KeyEnvelope = z.infer<typeof keyEnvelope>;

/** An open data key: what is needed to write and read encrypted files. The key cannot be read out of it. */
export type DataKey = { readonly envelope: KeyEnvelope; readonly key: CryptoKey };

/** Finds the key of an envelope: one that is known, or one that the user is asked for; null = it stays closed. */
export type KeyFinder = (envelope: KeyEnvelope) => Promise<DataKey | null>;

/** Only the key that is open already. */
export const onlyKey =
  (dataKey: DataKey | null): KeyFinder =>
  ({ id }) =>
    Promise.resolve(dataKey?.envelope.id === id ? dataKey : null);

/** As OWASP recommends for Argon2id; about half a second here. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const IV_BYTES = 12;

/**
 * A new data key for a password.
 *
 * @returns the recovery code too, which is shown once and never stored
 */
export const createDataKey = async (
  password: string,
): Promise<{ readonly dataKey: DataKey; readonly recoveryCode: string }> => {
  const raw = randomBytes(32);
  const recoveryCode = newRecoveryCode();
  const passwordSalt = randomBytes(16);
  const recoverySalt = randomBytes(16);
  const envelope: KeyEnvelope = {
    id: Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    memoryKiB: MEMORY_KIB,
    passes: PASSES,
    passwordSalt: toBase64(passwordSalt),
    byPassword: toBase64(
      await seal(await passwordKey(password, passwordSalt, MEMORY_KIB, PASSES), raw, 'key'),
    ),
    recoverySalt: toBase64(recoverySalt),
    byRecoveryCode: toBase64(await seal(await recoveryKey(recoveryCode, recoverySalt), raw, 'key')),
  };
  return { dataKey: { envelope, key: await importKey(raw) }, recoveryCode };
};

/** Opens the data key with the password or with the recovery code, whichever was typed. */
export const openDataKey = async (
  envelope: KeyEnvelope,
  secret: string,
): Promise<Result<DataKey, 'wrong-secret'>> => {
  const code = readRecoveryCode(secret);
  const attempts = [
    ...(code === null
      ? []
      : [
          async () =>
            open(
              await recoveryKey(code, fromBase64(envelope.recoverySalt)),
              fromBase64(envelope.byRecoveryCode),
              'key',
            ),
        ]),
    async () =>
      open(
        await passwordKey(secret, fromBase64(envelope.passwordSalt), envelope.memoryKiB, envelope.passes),
        fromBase64(envelope.byPassword),
        'key',
      ),
  ];
  for (const attempt of attempts) {
    const raw = await attempt().catch(() => null);
    if (raw?.length === 32) return ok({ envelope, key: await importKey(raw) });
  }
  return failed('wrong-secret');
};

/** Encrypts; `about` ties the result to its place, so that two files or lines cannot be exchanged. */
export const seal = async (key: CryptoKey, bytes: Uint8Array, about: string): Promise<Uint8Array> => {
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(about) },
    key,
    new Uint8Array(bytes),
  );
  return joinBytes([iv, new Uint8Array(sealed)]);
};

/** Throws where key, place or bytes are not those of `seal`. */
export const open = async (key: CryptoKey, sealed: Uint8Array, about: string): Promise<Uint8Array> =>
  new Uint8Array(
    await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: new Uint8Array(sealed.subarray(0, IV_BYTES)),
        additionalData: bytesOf(about),
      },
      key,
      new Uint8Array(sealed.subarray(IV_BYTES)),
    ),
  );

const randomBytes = (count: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(count));

const importKey = (raw: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** The same letters typed on another keyboard must give the same key. */
const passwordKey = async (
  password: string,
  salt: Uint8Array,
  memoryKiB: number,
  passes: number,
): Promise<CryptoKey> => {
  // Only who has a password pays for it.
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  return importKey(
    await argon2idAsync(bytesOf(password.normalize('NFKC')), salt, {
      m: memoryKiB,
      t: passes,
      p: 1,
      dkLen: 32,
      // Gives the thread back now and then.
      asyncTick: 10,
    }),
  );
};

const recoveryKey = async (code: string, salt: Uint8Array): Promise<CryptoKey> => {
  const material = await crypto.subtle.importKey('raw', bytesOf(code), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(salt), info: bytesOf('ausstattungskompass') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** Crockford's alphabet: no I, L, O, U, which people take for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 32;

/** 32 characters of 5 bits in groups of four: `7K2M-…`. */
const newRecoveryCode = (): string =>
  Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte & 31] ?? '0')
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** What was typed in the form in which the code was made; null where it is none. */
const readRecoveryCode = (typed: string): string | null => {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== CODE_LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter)))
    return null;
  return letters.replace(/(.{4})(?=.)/g, '$1-');
};
