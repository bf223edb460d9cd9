import type { Result } from '#core/shared/result.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { readProfileFile, type ReadProfileFile } from './read-profile-file.ts';
import { writeProfile } from './write-profile.ts';

export type ProfileFileRequest =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly kind: 'write'; readonly profile: TargetProfile };

/** `detail` = the worker stumbled: a bug, or no memory left. */
export type ProfileFileAnswer =
  | { readonly kind: 'read'; readonly result: Result<ReadProfileFile, readonly string[]> }
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'stumbled'; readonly detail: string };

const answerTo = async (request: ProfileFileRequest): Promise<ProfileFileAnswer> => {
  try {
    return request.kind === 'read'
      ? { kind: 'read', result: readProfileFile(request.bytes, request.fileName) }
      : { kind: 'written', bytes: await writeProfile(request.profile) };
  } catch (error) {
    return { kind: 'stumbled', detail: error instanceof Error ? error.message : String(error) };
  }
};

self.onmessage = async ({ data }: MessageEvent<ProfileFileRequest>): Promise<void> => {
  self.postMessage(await answerTo(data));
};
