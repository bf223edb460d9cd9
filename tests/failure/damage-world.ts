import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RunningApp } from './running-app.ts';
import type { SmallDisk } from './small-disk.ts';
import { goToFirstCell, openDevices, openSampleSchool } from './user.ts';

export type World = {
  readonly userData: string;
  readonly vault: string;
  readonly start: () => Promise<RunningApp>;
  /** As another account of the PC. */
  readonly startAs: (profile: string) => Promise<RunningApp>;
  /** Starts and opens the devices. */
  readonly open: () => Promise<RunningApp>;
  /** A change that the window calls saved. */
  readonly save: (page: Page, value: string) => Promise<void>;
  /** A change that the window does not call saved. */
  readonly write: (page: Page, value: string) => Promise<void>;
  /** Notes what must be there from now on. */
  readonly expectValue: (value: string) => void;
  readonly mount: (folder: string, megabytes: number) => SmallDisk;
};

export type Scenario = {
  readonly name: string;
  /** What the app has to say at some moment; null = nothing. */
  readonly message: RegExp | null;
  /** Leaves the app closed. Returns what it said, if it was not at the next start. */
  readonly run: (world: World) => Promise<string | null>;
};

export class NotPossibleHere extends Error {}

export const indexedDb = (userData: string): string => join(userData, 'chromium', 'Default', 'IndexedDB');

/** The first sentence that the app shows about safety: a notice above the screen. */
export const noticeOf = async (page: Page, wanted: RegExp): Promise<string> => {
  const notice = page.getByText(wanted).first();
  await notice.waitFor({ timeout: 15_000 });
  return (await notice.textContent())?.trim() ?? '';
};

export const closedWith = async (world: World, value: string): Promise<void> => {
  const app = await world.open();
  await world.save(app.page, value);
  await app.close();
};

/** Two starts with a change each, so that there are backups, a journal and a database. */
export const twoDays = async (world: World): Promise<void> => {
  const app = await world.start();
  await openSampleSchool(app.page);
  await openDevices(app.page);
  await goToFirstCell(app.page);
  await world.save(app.page, 'Wert 1');
  await app.close();
  await closedWith(world, 'Wert 2');
};

/** Ends without a last backup, as after a power cut. */
export const powerCut = async (app: RunningApp): Promise<void> => {
  app.killBrowser();
  app.killMain();
  await app.gone();
};

export const REBUILT = /Die Datenbank (fehlte|war beschädigt)|Der Datenbank fehlte/;
