import { hostBridge } from '#bridge/host-bridge.ts';
import { preparePrinting, printScreen } from '#print/print-screen.ts';

/** After the first screen is drawn, and before anybody asks for it. */
const LOAD_AFTER_MS = 1500;

/** Printing works on each screen, also before there is a school and where its data cannot be opened. */
export const printAnywhere = (): void => {
  hostBridge().onMenuCommand((command) => {
    if (command === 'print') printScreen();
  });
  setTimeout(() => void preparePrinting(), LOAD_AFTER_MS);
};
