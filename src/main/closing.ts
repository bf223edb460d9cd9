/** So long may the last backup take; everything is in the journal already. */
const PATIENCE_MS = 20_000;

export type Closing = {
  /** Asked by the window: false = not yet, the page is writing its last backup. */
  readonly mayClose: () => boolean;
  /** The page's answer; its first „no“ tells that there is a page that answers. */
  readonly answer: (mayClose: boolean) => void;
  /** Another page was loaded: it may be one that asks nothing and answers nothing, such as a failure at start. */
  readonly pageIsNew: () => void;
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
  let isThere = false;
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
      if (isReady || !isThere) return true;
      if (waiting === null) {
        waiting = setTimeout(letGo, patienceMs);
        askPage();
      }
      return false;
    },
    answer: (mayClose) => {
      if (mayClose) return letGo();
      isThere = true;
      stopWaiting();
    },
    pageIsNew: () => {
      isThere = false;
    },
    pageIsGone: () => {
      isThere = false;
      if (waiting !== null) letGo();
    },
  };
};
