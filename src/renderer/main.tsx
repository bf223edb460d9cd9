import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { DataKey, KeyEnvelope } from '#backup/data-key.ts';
import { workerEncoder } from '#backup/worker-encoder.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { failed, ok } from '#core/shared/result.ts';
import { keepHistoryBounded } from '#state/bounded-history.ts';
import { ISSUED_PROFILES } from '#state/issued-profiles.ts';
import { createAppStore } from '#state/inventory-store.ts';
import { liveWindows } from '#state/live-windows.ts';
import {
  openSchool,
  type OpenedSchool,
  type OpenSchoolFailure,
  type StartDecision,
} from '#state/open-school.ts';
import { runInSlices } from '#state/run-in-slices.ts';
import type { AppStore } from '#state/app-state.ts';
import { readSetting, SETTINGS } from '#state/settings.ts';
import { createSafety } from '#state/safety.ts';
import { App } from './app/app.tsx';
import { printAnywhere } from './app/print-anywhere.ts';
import { refuseStrayFiles } from './app/refuse-stray-files.ts';
import { trustOwnWorkers } from './app/trusted-types.ts';
import '#ui/tokens.css';
import '#ui/base.css';

trustOwnWorkers();

/** The journal keeps as many steps as the history, so that undo survives the loss of the database. */
const keptSteps = (store: AppStore): number => {
  const size = readSetting(store.getState().settings, SETTINGS.historySize);
  return size === 'unlimited' ? Number.POSITIVE_INFINITY : size;
};
const live = liveWindows();
const now = (): Date => new Date();

const newMark = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const unlockOn =
  (root: Root) =>
  async (envelope: KeyEnvelope, isOptional: boolean): Promise<DataKey | null> => {
    // Only who has set a password ever sees it.
    const { UnlockPage } = await import('./app/unlock-page.tsx');
    return new Promise((resolve) => {
      root.render(<UnlockPage envelope={envelope} isOptional={isOptional} onDone={resolve} />);
    });
  };

const makeApp = ({ storage, data, vault, notices, dueBackup }: OpenedSchool) => {
  const safety = createSafety({ host: hostBridge(), vault, notices, now, keptSteps });
  const store = createAppStore({
    storage,
    data,
    profiles: ISSUED_PROFILES,
    now,
    onSaved: live.announce,
    ...(vault !== null && {
      journal: {
        append: async (set) => {
          const written = await vault.journal.append(set);
          return written.ok ? ok(null) : failed(written.error.failure);
        },
      },
      beforeLargeChange: safety.backUpSource,
    }),
  });
  safety.start(store, dueBackup);
  if (storage.readOnly === 'other-window') live.listen((message) => void store.follow(message));
  return { store, safety };
};

/** Not fetched at a start that succeeds. */
const showFailure = async (root: Root, failure: OpenSchoolFailure): Promise<void> => {
  const { StartFailure } = await import('./app/start-failure.tsx');
  root.render(<StartFailure failure={failure} onDecide={(next) => void start(root, next)} />);
};

const start = async (root: Root, decision?: StartDecision): Promise<void> => {
  const host = hostBridge();
  const { version } = await host.appInfo();
  const opened = await openSchool({
    host,
    encoder: workerEncoder(runInSlices),
    appVersion: version,
    now,
    newMark,
    unlock: unlockOn(root),
    ...(decision !== undefined && { decision }),
  });
  if (!opened.ok) {
    await showFailure(root, opened.error);
    return;
  }
  const { store, safety } = makeApp(opened.value);
  keepHistoryBounded(store);
  root.render(
    <StrictMode>
      <App store={store} safety={safety} />
    </StrictMode>,
  );
};

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);
printAnywhere();
refuseStrayFiles();
start(root)
  // A bug, but never a blank page.
  .catch((error: unknown) => showFailure(root, { code: 'unavailable', detail: String(error) }))
  .catch((error: unknown) => root.render(String(error)));
