import type { ChangeSet } from '#core/history/change-set.ts';

/** Larger sets are not sent from window to window: the other one reads them from the database. */
const SENT_CHANGES = 500;

/** What the window that writes tells the others of the same origin. */
export type LiveMessage =
  | { readonly kind: 'set'; readonly set: ChangeSet }
  /** Something happened that is too large to be sent. */
  | { readonly kind: 'reload' };

export type LiveWindows = {
  readonly announce: (set: ChangeSet) => void;
  /** Returns the function that stops listening. */
  readonly listen: (listener: (message: LiveMessage) => void) => () => void;
};

/** Lets a second window, which only reads, see each change of the first one at once. */
export const liveWindows = (): LiveWindows => {
  const channel = new BroadcastChannel('ausstattungskompass-live');
  const send = (message: LiveMessage): void => channel.postMessage(message);
  return {
    announce: (set) => send(set.changes.length > SENT_CHANGES ? { kind: 'reload' } : { kind: 'set', set }),
    listen: (listener) => {
      const onMessage = ({ data }: MessageEvent<LiveMessage>): void => listener(data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  };
};
