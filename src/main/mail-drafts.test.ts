import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailDrafts } from './mail-drafts.ts';

let tempFolder = '';
beforeEach(async () => {
  tempFolder = await mkdtemp(join(tmpdir(), 'drafts-'));
});
afterEach(() => rm(tempFolder, { recursive: true, force: true }));

const opening = (complaint = '') => {
  const opened: string[] = [];
  const mail = createMailDrafts({
    tempFolder,
    openFile: async (path) => {
      opened.push(path);
      return complaint;
    },
    openMailto: async (url) => {
      if (complaint !== '') throw new Error(complaint);
      opened.push(url);
    },
  });
  return { mail, opened };
};
const bytes = new Uint8Array([88, 45, 13, 10]);

describe('openMailDraft', () => {
  it('writes the draft into a folder of its own and opens just it', async () => {
    const { mail, opened } = opening();
    expect(await mail.openMailDraft({ suggestedName: 'Bericht.eml', bytes })).toEqual({ kind: 'opened' });
    const [path = ''] = opened;
    expect(opened).toHaveLength(1);
    expect(basename(path)).toBe('Bericht.eml');
    expect(dirname(dirname(path))).toBe(tempFolder);
    expect([...(await readFile(path))]).toEqual([...bytes]);
    expect(await readdir(dirname(path))).toEqual(['Bericht.eml']);
    if (process.platform !== 'win32') expect((await stat(dirname(path))).mode & 0o077).toBe(0);
  });
  it('hands back what the system says against it', async () => {
    const { mail } = opening('Keine Anwendung für .eml');
    expect(await mail.openMailDraft({ suggestedName: 'Bericht.eml', bytes })).toEqual({
      kind: 'failed',
      detail: 'Keine Anwendung für .eml',
    });
  });
  it('says that there is no place to write', async () => {
    const { mail, opened } = opening();
    await rm(tempFolder, { recursive: true });
    expect(await mail.openMailDraft({ suggestedName: 'Bericht.eml', bytes })).toMatchObject({
      kind: 'failed',
    });
    expect(opened).toEqual([]);
  });
  it('takes no path for a name', async () => {
    const { mail, opened } = opening();
    expect(await mail.openMailDraft({ suggestedName: '../x.eml', bytes })).toMatchObject({ kind: 'failed' });
    expect(opened).toEqual([]);
  });
  it('removes the drafts of earlier runs, and nothing else', async () => {
    await mkdir(join(tempFolder, 'ausstattungskompass-entwurf-alt'));
    await writeFile(join(tempFolder, 'ausstattungskompass-entwurf-alt', 'Bericht.eml'), 'x');
    await mkdir(join(tempFolder, 'fremd'));
    const { mail } = opening();
    await mail.openMailDraft({ suggestedName: 'Bericht.eml', bytes });
    const left = await readdir(tempFolder);
    expect(left).toHaveLength(2);
    expect(left).toContain('fremd');
    expect(left).not.toContain('ausstattungskompass-entwurf-alt');
  });
});

describe('openMailto', () => {
  it('opens an address that it has built itself', async () => {
    const { mail, opened } = opening();
    await mail.openMailto({ to: 'mep@ksm.example', subject: 'Bericht', text: 'Grüße' });
    expect(opened).toEqual(['mailto:mep@ksm.example?subject=Bericht&body=Gr%C3%BC%C3%9Fe']);
  });
  it('hands back that there is no mail program', async () => {
    const { mail } = opening('no handler');
    expect(await mail.openMailto({ to: '', subject: '', text: '' })).toMatchObject({ kind: 'failed' });
  });
});
