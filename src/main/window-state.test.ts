import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_STATE, fitToScreens, readWindowState, writeWindowState } from './window-state.ts';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const folder = mkdtempSync(join(tmpdir(), 'window-'));

describe('readWindowState', () => {
  it('gives back what was written', () => {
    const file = join(folder, 'state.json');
    const state = { x: 10, y: 20, width: 1000, height: 700, isMaximized: true };
    writeWindowState(file, state);
    expect(readWindowState(file, [SCREEN])).toEqual(state);
  });
  it.each(['', '{', 'null', '[]', '{"width":"breit"}'])('falls back to the default for %j', (text) => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, text);
    expect(readWindowState(file, [SCREEN])).toEqual(DEFAULT_STATE);
  });
});

describe('fitToScreens', () => {
  it('brings a window back from a screen that was unplugged', () => {
    const state = fitToScreens({ x: 2500, y: 100, width: 1200, height: 800 }, [SCREEN]);
    expect(state).toMatchObject({ x: null, y: null, width: 1200 });
  });
  it('keeps a window on the second screen', () => {
    const second = { x: 1920, y: 0, width: 1920, height: 1080 };
    expect(fitToScreens({ x: 2500, y: 100, width: 1200, height: 800 }, [SCREEN, second]).x).toBe(2500);
  });
  it('never makes the window smaller than usable', () => {
    expect(fitToScreens({ x: 0, y: 0, width: 3, height: 4 }, [SCREEN])).toMatchObject({
      width: 640,
      height: 480,
    });
  });
});
