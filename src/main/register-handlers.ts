import type { HostMethods } from '../bridge/contract.ts';
import { channelOf, REQUEST_GUARDS } from '../bridge/requests.ts';

/** What is looked at of a call before anything is done. */
export type IpcCall = {
  readonly sender: unknown;
  /** null when the frame is gone already. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};
export type IpcRegistry = {
  handle(channel: string, listener: (call: IpcCall, ...requests: unknown[]) => unknown): void;
};
export type SenderRules = {
  /** Whether these contents are a window that the app has opened itself. */
  readonly isOwnContents: (sender: unknown) => boolean;
  readonly isOwnPage: (url: string) => boolean;
};

/** Throws where a call does not come from the main frame of a window of ours that shows a page of ours. */
export const checkSender = ({ sender, senderFrame }: IpcCall, rules: SenderRules): void => {
  const isOwn =
    senderFrame !== null &&
    senderFrame !== undefined &&
    senderFrame.parent === null &&
    rules.isOwnContents(sender) &&
    rules.isOwnPage(senderFrame.url);
  if (!isOwn) throw new Error(`call refused: sender ${String(senderFrame?.url ?? 'unknown')}`);
};

/** Opens one channel per method. Each call passes sender and request checks before its handler sees it. */
export const registerHandlers = (ipc: IpcRegistry, handlers: HostMethods, rules: SenderRules): void => {
  const register = <Method extends keyof HostMethods>(method: Method): void => {
    // Asynchronous, so that a refusal is a rejected call and never an exception of the main process.
    ipc.handle(channelOf(method), async (call, ...requests) => {
      checkSender(call, rules);
      const [request] = requests;
      if (requests.length > 1 || !REQUEST_GUARDS[method](request))
        throw new Error(`call refused: ${method} with an unfit request`);
      const handler = handlers[method] as (checked: unknown) => ReturnType<HostMethods[Method]>;
      return handler(request);
    });
  };
  for (const method of Object.keys(REQUEST_GUARDS)) register(method as keyof HostMethods);
};
