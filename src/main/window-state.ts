import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export type WindowState = {
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
};
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The size the screens are designed for. */
export const DEFAULT_STATE: WindowState = { x: null, y: null, width: 1280, height: 800, isMaximized: false };
export const MIN_WIDTH = 640;
export const MIN_HEIGHT = 480;
/** So much of the title bar must be on a screen for the window to be caught with the mouse. */
const VISIBLE = 100;

/** The remembered place and size, made to fit the screens of today; the default where nothing usable is stored. */
export const readWindowState = (file: string, screens: readonly Area[]): WindowState => {
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Missing at the first start; a damaged one is only a window size.
    return DEFAULT_STATE;
  }
  return fitToScreens(stored, screens);
};

const numberOf = (value: unknown, key: string): number | null => {
  const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return typeof field === 'number' && Number.isFinite(field) ? Math.round(field) : null;
};

export const fitToScreens = (stored: unknown, screens: readonly Area[]): WindowState => {
  const width = Math.max(MIN_WIDTH, numberOf(stored, 'width') ?? DEFAULT_STATE.width);
  const height = Math.max(MIN_HEIGHT, numberOf(stored, 'height') ?? DEFAULT_STATE.height);
  const x = numberOf(stored, 'x');
  const y = numberOf(stored, 'y');
  const isMaximized =
    typeof stored === 'object' && stored !== null && Reflect.get(stored, 'isMaximized') === true;
  // A screen may have been unplugged since.
  const isVisible =
    x !== null &&
    y !== null &&
    screens.some(
      (screen) =>
        x + width >= screen.x + VISIBLE &&
        x <= screen.x + screen.width - VISIBLE &&
        y >= screen.y &&
        y <= screen.y + screen.height - VISIBLE,
    );
  return { x: isVisible ? x : null, y: isVisible ? y : null, width, height, isMaximized };
};

/** Synchronous: it runs while the window closes, after which nothing waits. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(`${file}.tmp`, JSON.stringify(state));
    renameSync(`${file}.tmp`, file);
  } catch {
    // Losing a window size is not worth a message.
  }
};
