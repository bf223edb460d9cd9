/** So long may the last backup take; everything is in the journal already. */
const PATIENCE_MS = 20_000;

export type Closing = {
  /** Asked by the window: false = not yet, the page is writing its last backup. */
  readonly mayClose: () => boolean;
  /** The page's answer. */
  readonly answer: (mayClose: boolean) => void;
  readonly pageIsThere: () => void;
  readonly pageIsGone: () => void;
};

/** The handshake before a window goes: the page is asked once, and waited for as long as it is there to answer. */
export const createClosing = ({
  askPage,
  closeWindow,
  patienceMs = PATIENCE_MS,
}: {
  readonly askPage: () => void;
  readonly closeWindow: () => void;
  readonly patienceMs?: number;
}): Closing => {
  let hasPage = false;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let isReady = false;
  const stopWaiting = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  const letGo = (): void => {
    stopWaiting();
    isReady = true;
    closeWindow();
  };
  return {
    mayClose: () => {
      if (isReady || !hasPage) return true;
      if (waiting === null) {
        waiting = setTimeout(letGo, patienceMs);
        askPage();
      }
      return false;
    },
    answer: (mayClose) => {
      if (mayClose) letGo();
      else stopWaiting();
    },
    pageIsThere: () => {
      hasPage = true;
    },
    pageIsGone: () => {
      hasPage = false;
      if (waiting !== null) letGo();
    },
  };
};
