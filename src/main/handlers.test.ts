import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelOf, REQUEST_GUARDS } from '../bridge/requests.ts';
import { createDataFolder } from './data-folder.ts';
import { createHandlers, type HandlerHost } from './handlers.ts';
import { createMailDrafts } from './mail-drafts.ts';
import { createSecondPlace } from './second-place.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handlers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const handlersWith = (host: Partial<HandlerHost>) => {
  const dataFolder = createDataFolder({
    settingsFile: join(folder, 'datenordner.json'),
    ownFolder: join(folder, 'vault'),
    askForFolder: async () => null,
    owner: { place: 'here', account: 'kim', computer: 'PC-1' },
    isShared: false,
    chosen: null,
    newId: () => 'run-1',
  });
  return createHandlers({
    dataFolder,
    secondPlace: createSecondPlace({
      settingsFile: join(folder, 'second.json'),
      vault: dataFolder.vault,
      askForFolder: async () => null,
    }),
    answerClose: () => undefined,
    mail: createMailDrafts({
      tempFolder: folder,
      openFile: async () => '',
      openMailto: async () => undefined,
    }),
    version: '1.2.3',
    documentsFolder: folder,
    askWhereToSave: async () => null,
    askWhatToOpen: async () => null,
    printToPdf: async () => new Uint8Array([37, 80, 68, 70]),
    showInFolder: () => undefined,
    ...host,
  });
};
const request = { suggestedName: 'Bericht.xlsx', bytes: new Uint8Array([1, 2]), kind: 'workbook' as const };

describe('saveFile', () => {
  it('proposes the name in the documents folder and writes where the user says', async () => {
    const proposed: string[] = [];
    const path = join(folder, 'anders.xlsx');
    const handlers = handlersWith({
      askWhereToSave: async ({ defaultPath }) => {
        proposed.push(defaultPath);
        return path;
      },
    });
    expect(await handlers.saveFile(request)).toEqual({ kind: 'saved', name: 'anders.xlsx', path });
    expect(proposed).toEqual([join(folder, 'Bericht.xlsx')]);
    expect([...(await readFile(path))]).toEqual([1, 2]);
  });
  it('writes nothing when the dialog is cancelled', async () => {
    expect(await handlersWith({}).saveFile(request)).toEqual({ kind: 'cancelled' });
  });
  it('hands a failed write back with its reason', async () => {
    const handlers = handlersWith({ askWhereToSave: async () => join(folder, 'weg', 'a.xlsx') });
    expect(await handlers.saveFile(request)).toMatchObject({ kind: 'failed', failure: 'path-gone' });
  });
});

describe('openFile', () => {
  it('reads what the user chose', async () => {
    const path = join(folder, 'liste.csv');
    await writeFile(path, 'Raum;Gerät');
    const opened = await handlersWith({ askWhatToOpen: async () => path }).openFile({ kinds: ['list'] });
    expect(opened).toMatchObject({ kind: 'opened', name: 'liste.csv' });
  });
  it('refuses a file that is too large without reading it', async () => {
    const path = join(folder, 'riesig.xlsx');
    await writeFile(path, '');
    await truncate(path, 300 * 1024 * 1024);
    const opened = await handlersWith({ askWhatToOpen: async () => path }).openFile({ kinds: ['list'] });
    expect(opened).toMatchObject({ kind: 'failed', failure: 'too-large' });
  });
  it('says that the file is gone', async () => {
    const handlers = handlersWith({ askWhatToOpen: async () => join(folder, 'weg.csv') });
    expect(await handlers.openFile({ kinds: ['list'] })).toMatchObject({ failure: 'not-found' });
  });
});

describe('savePdf', () => {
  it('asks for a place, then writes what the page prints', async () => {
    const path = join(folder, 'Überblick.pdf');
    const asked: unknown[] = [];
    const handlers = handlersWith({
      askWhereToSave: async (options) => {
        asked.push(options);
        return path;
      },
    });
    expect(await handlers.savePdf({ suggestedName: 'Überblick.pdf' })).toEqual({
      kind: 'saved',
      name: 'Überblick.pdf',
      path,
    });
    expect(asked).toEqual([{ defaultPath: path, filters: [{ name: 'PDF-Datei', extensions: ['pdf'] }] }]);
    expect([...readFileSync(path)]).toEqual([37, 80, 68, 70]);
  });
  it('prints nothing when the dialog is cancelled', async () => {
    let printed = 0;
    const handlers = handlersWith({
      printToPdf: async () => {
        printed += 1;
        return new Uint8Array();
      },
    });
    expect(await handlers.savePdf({ suggestedName: 'a.pdf' })).toEqual({ kind: 'cancelled' });
    expect(printed).toBe(0);
  });
  it('writes no file when the page cannot be printed', async () => {
    const path = join(folder, 'nicht.pdf');
    const handlers = handlersWith({
      askWhereToSave: async () => path,
      printToPdf: async () => {
        throw new Error('no printer');
      },
    });
    expect(await handlers.savePdf({ suggestedName: 'nicht.pdf' })).toMatchObject({
      kind: 'failed',
      failure: 'unknown',
      path,
      detail: 'Error: no printer',
    });
    expect(existsSync(path)).toBe(false);
  });
});

describe('revealFile', () => {
  it('shows only what this run has saved', async () => {
    const shown: string[] = [];
    const path = join(folder, 'a.xlsx');
    const handlers = handlersWith({ askWhereToSave: async () => path, showInFolder: (at) => shown.push(at) });
    await handlers.revealFile({ path: '/etc/passwd' });
    await handlers.saveFile(request);
    await handlers.revealFile({ path });
    expect(shown).toEqual([path]);
  });
});

describe('REQUEST_GUARDS', () => {
  it('lists exactly these channels', () => {
    expect(
      Object.keys(REQUEST_GUARDS).map((method) => channelOf(method as keyof typeof REQUEST_GUARDS)),
    ).toEqual([
      'ausstattungskompass:appInfo',
      'ausstattungskompass:saveFile',
      'ausstattungskompass:savePdf',
      'ausstattungskompass:openFile',
      'ausstattungskompass:revealFile',
      'ausstattungskompass:openMailDraft',
      'ausstattungskompass:openMailto',
      'ausstattungskompass:vaultPlace',
      'ausstattungskompass:vaultLock',
      'ausstattungskompass:vaultChoose',
      'ausstattungskompass:vaultReset',
      'ausstattungskompass:vaultAllow',
      'ausstattungskompass:vaultList',
      'ausstattungskompass:vaultRead',
      'ausstattungskompass:vaultAppend',
      'ausstattungskompass:vaultWrite',
      'ausstattungskompass:vaultRemove',
      'ausstattungskompass:vaultSetAside',
      'ausstattungskompass:vaultReveal',
      'ausstattungskompass:secondPlace',
      'ausstattungskompass:secondPlaceChoose',
      'ausstattungskompass:secondPlaceForget',
      'ausstattungskompass:secondPlaceCopy',
      'ausstattungskompass:answerClose',
    ]);
  });
  it.each([
    ['a path instead of a name', { ...request, suggestedName: '../../x.xlsx' }],
    ['a name with a drive', { ...request, suggestedName: 'C:x.xlsx' }],
    ['an empty name', { ...request, suggestedName: '' }],
    ['no bytes', { ...request, bytes: 'text' }],
    ['the name of a program', { ...request, suggestedName: 'Bericht.xlsx.exe' }],
    ['an unknown kind', { ...request, kind: 'exe' }],
    ['a kind from the prototype', { ...request, kind: 'toString' }],
    ['nothing', undefined],
  ])('refuses saving with %s', (_name, value) => {
    expect(REQUEST_GUARDS.saveFile(value)).toBe(false);
  });
  it.each([
    ['a path instead of a name', { suggestedName: '../x.pdf' }],
    ['a name with a drive', { suggestedName: 'C:x.pdf' }],
    ['another kind', { suggestedName: 'x.xlsx' }],
    ['the name of a program', { suggestedName: 'x.pdf.exe' }],
    ['no name', {}],
    ['a name that is none', { suggestedName: ['x.pdf'] }],
    ['nothing', undefined],
  ])('refuses a PDF with %s', (_name, value) => {
    expect(REQUEST_GUARDS.savePdf(value)).toBe(false);
  });
  it('accepts what the page sends', () => {
    expect(REQUEST_GUARDS.saveFile(request)).toBe(true);
    expect(REQUEST_GUARDS.savePdf({ suggestedName: 'Überblick.pdf' })).toBe(true);
    expect(REQUEST_GUARDS.openFile({ kinds: ['list'] })).toBe(true);
  });
  it.each([[[]], [new Array(2)], [['list', 'toString']], [['list', 'list', 'list', 'list']], ['list']])(
    'refuses opening with the kinds %j',
    (kinds) => {
      expect(REQUEST_GUARDS.openFile({ kinds })).toBe(false);
    },
  );
});
