import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HostMethods } from '../../src/bridge/contract.ts';
import { channelOf, REQUEST_GUARDS } from '../../src/bridge/requests.ts';
import { createDataFolder } from '../../src/main/data-folder.ts';
import { createHandlers } from '../../src/main/handlers.ts';
import { isOwnUrl } from '../../src/main/own-origin.ts';
import { registerHandlers, type IpcCall } from '../../src/main/register-handlers.ts';
import { createMailDrafts } from '../../src/main/mail-drafts.ts';
import { createSecondPlace } from '../../src/main/second-place.ts';
import { hostileRequest, learnRequest, type LearnedRequest } from './ipc-requests.ts';
import { makeSurroundings, type Surroundings } from './ipc-surroundings.ts';
import { seeded, type Chance } from './seeded.ts';

const CASE_LIMIT_MS = 5_000;

export type Sabotage = (handlers: HostMethods, within: Surroundings['within']) => HostMethods;
export type IpcAttackOptions = {
  readonly seed: number;
  readonly cases: number;
  /** Puts a hole into the handlers, to see that the attack finds it; files only where `within` leads. */
  readonly sabotage?: Sabotage;
};
export type IpcAttackReport = {
  readonly cases: number;
  /** Channels that were called, with the number of calls. */
  readonly calls: ReadonlyMap<string, number>;
  readonly refusedForSender: number;
  readonly refusedForRequest: number;
  /** Refused by the handler itself, or stumbled over. */
  readonly failed: number;
  /** A harmless answer: the dialog was cancelled, a file was written where the user said so. */
  readonly answered: number;
  /** Methods whose guard lets nothing pass that the attack tried: it does not get behind it. */
  readonly unlearned: readonly string[];
  /** A sentence for each call that reached what it must not. */
  readonly breaches: readonly string[];
};

type Listener = (call: IpcCall, ...requests: unknown[]) => unknown;

const PAGE = 'app://bundle/index.html';
const window = { id: 'the window of the app' };

const FOREIGN_PAGES = [
  'https://example.org/',
  'https://bundle/',
  'app://bundle.evil/index.html',
  'app://bundle@evil/index.html',
  'app://evil@bundle/index.html',
  'app://bundle:80/index.html',
  'app://evil/bundle/index.html',
  'app:bundle/index.html',
  'file:///app/index.html',
  'http://localhost:5173/',
  'about:blank',
  'about:srcdoc',
  'data:text/html,app://bundle/',
  'blob:app://bundle/1',
  'javascript:app://bundle/',
  'kein URL',
  '',
];

const ownCall = (): IpcCall => ({ sender: window, senderFrame: { url: PAGE, parent: null } });
const foreignCall = (chance: Chance): IpcCall => {
  const frame = { url: PAGE, parent: null };
  switch (chance.below(6)) {
    case 0:
      return { sender: window, senderFrame: { url: PAGE, parent: frame } };
    case 1:
      return { sender: window, senderFrame: null };
    case 2:
      return { sender: window, senderFrame: undefined } as unknown as IpcCall;
    case 3:
      return { sender: { id: 'another window' }, senderFrame: frame };
    default:
      return { sender: window, senderFrame: { url: chance.pick(FOREIGN_PAGES), parent: null } };
  }
};

/** As it travels between the processes; what cannot be cloned is handed over as it is, which is worse. */
const overTheWire = (value: unknown): unknown => {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
};

/** The real handlers; the user takes what the dialog proposes, or cancels. */
const openChannels = (
  world: Surroundings,
  chance: Chance,
  shown: string[],
  sabotage: Sabotage,
): Map<string, Listener> => {
  const channels = new Map<string, Listener>();
  const dataFolder = createDataFolder({
    settingsFile: join(world.backups, 'datenordner.json'),
    ownFolder: join(world.backups, 'Sicherung'),
    askForFolder: async () => (chance.below(4) === 0 ? null : world.documents),
    owner: { place: 'here', account: 'kim', computer: 'PC-1' },
    isShared: false,
    chosen: null,
    newId: () => `run-${chance.below(1_000_000)}`,
  });
  const handlers = createHandlers({
    version: '0.0.0',
    documentsFolder: world.documents,
    askWhereToSave: async ({ defaultPath }) => (chance.below(4) === 0 ? null : defaultPath),
    askWhatToOpen: async () => (chance.below(4) === 0 ? null : join(world.documents, 'liste.csv')),
    printToPdf: async () => new Uint8Array([1, 2, 3]),
    showInFolder: (path) => shown.push(path),
    // A file that is opened must be one of ours as well; an address may only be that of a mail.
    mail: createMailDrafts({
      tempFolder: world.backups,
      openFile: async (path) => {
        shown.push(path);
        return '';
      },
      openMailto: async (url) => {
        if (!/^mailto:[\w.+-]*@?[\w.-]*\?subject=[\w.~%-]*&body=[\w.~%-]*$/.test(url)) shown.push(url);
      },
    }),
    dataFolder,
    secondPlace: createSecondPlace({
      settingsFile: join(world.backups, 'zweiter-ort.json'),
      vault: dataFolder.vault,
      askForFolder: async () => (chance.below(4) === 0 ? null : world.documents),
    }),
    answerClose: () => undefined,
  });
  registerHandlers(
    { handle: (channel, listener) => channels.set(channel, listener) },
    sabotage(handlers, world.within),
    {
      isOwnContents: (sender) => sender === window,
      isOwnPage: (url) => isOwnUrl(url, { devServer: undefined }),
    },
  );
  return channels;
};

const withLimit = async (call: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('hangs')), CASE_LIMIT_MS);
  });
  return Promise.race([call, limit]).finally(() => clearTimeout(timer));
};

/**
 * Plays a hostile page: malformed calls over every channel, from the app's own frame and from foreign ones, against the
 * real checks and handlers with real files around them. The same seed makes the same calls.
 */
export const runIpcAttack = async ({
  seed,
  cases,
  sabotage = (handlers) => handlers,
}: IpcAttackOptions): Promise<IpcAttackReport> => {
  const world = makeSurroundings();
  const chance = seeded(seed);
  const shown: string[] = [];
  const channels = openChannels(world, chance, shown, sabotage);
  const methods = Object.keys(REQUEST_GUARDS) as (keyof HostMethods)[];
  const learned = new Map<string, LearnedRequest>(
    methods.map((method) => [method, learnRequest(REQUEST_GUARDS[method])]),
  );
  const calls = new Map<string, number>();
  const breaches: string[] = [];
  let refusedForSender = 0;
  let refusedForRequest = 0;
  let failed = 0;
  let answered = 0;
  const before = process.cwd();
  // What a handler with a hole takes relatively stays within the world, too.
  process.chdir(world.documents);
  try {
    for (let number = 0; number < cases; number += 1) {
      const method = methods[number % methods.length]!;
      const channel = channelOf(method);
      const request = learned.get(method)!;
      const isForeign = chance.below(3) === 0;
      const call = isForeign ? foreignCall(chance) : ownCall();
      // A foreign page may well ask for something fit.
      const isFit = isForeign && chance.below(2) === 0;
      const args = (isFit ? [request.fit] : hostileRequest(request, world.goals, chance)).map(overTheWire);
      const breach = (what: string): void =>
        void breaches.push(`seed ${seed}, case ${number}, ${method}: ${what}`);
      calls.set(channel, (calls.get(channel) ?? 0) + 1);
      try {
        const answer = await withLimit(Promise.resolve(channels.get(channel)!(call, ...args)));
        answered += 1;
        if (isForeign) breach(`answers ${call.senderFrame?.url ?? 'a frame that is gone'}`);
        if (world.holdsCanary(answer)) breach('answers with the content of a foreign file');
      } catch (error) {
        const message = String(error);
        if (message.includes('call refused: sender')) refusedForSender += 1;
        else if (message.includes('call refused')) refusedForRequest += 1;
        else failed += 1;
        if (message.includes('hangs')) breach('hangs');
        if (world.holdsCanary(error)) breach('tells the content of a foreign file');
      }
      for (const path of shown.splice(0)) if (!world.isAllowed(path)) breach(`shows ${path}`);
      const differences = world.differences();
      if (differences.length > 0) {
        breach(differences.join('; '));
        break;
      }
    }
  } finally {
    process.chdir(before);
    rmSync(world.root, { recursive: true, force: true });
  }
  return {
    cases,
    calls,
    refusedForSender,
    refusedForRequest,
    failed,
    answered,
    unlearned: methods.filter((method) => learned.get(method)?.isLearned !== true),
    breaches,
  };
};
