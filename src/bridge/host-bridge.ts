import { browserBridge } from './browser-bridge.ts';
import type { HostBridge } from './contract.ts';

let chosen: HostBridge | null = null;

/** The host of this window, chosen once: what the preload script exposed, else the browser itself. */
export const hostBridge = (): HostBridge => {
  chosen ??= window.ausstattungskompass ?? browserBridge();
  return chosen;
};
