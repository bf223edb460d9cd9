/** From here on also the browser's own menu prints the view of the screen. */
export const preparePrinting = () => import('./print-window.tsx');

/** Prints the view of the screen. */
export const printScreen = (): void => void preparePrinting().then(({ printNow }) => printNow());
