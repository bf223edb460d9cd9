import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { keepHistoryBounded } from '#state/bounded-history.ts';
import { ISSUED_PROFILES } from '#state/issued-profiles.ts';
import { openAppStore } from '#state/inventory-store.ts';
import { openStorage } from '#storage/open-storage.ts';
import { App } from './app/app.tsx';
import { StartFailure } from './app/start-failure.tsx';
import '#ui/tokens.css';
import '#ui/base.css';

// The page's policy allows no eval, which zod would otherwise try.
z.config({ jitless: true });

const start = async (): Promise<void> => {
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root');
  const root = createRoot(element);
  const opened = await openStorage();
  if (!opened.ok) {
    root.render(<StartFailure failure={opened.error} />);
    return;
  }
  const store = await openAppStore({
    storage: opened.value,
    profiles: ISSUED_PROFILES,
    now: () => new Date(),
  });
  keepHistoryBounded(store);
  root.render(
    <StrictMode>
      <App store={store} />
    </StrictMode>,
  );
};

void start();
