import type { Steps } from '#core/shared/steps.ts';

/** Of the 16 ms of a frame, so that the window keeps answering. */
export const SLICE_MS = 6;

/** A pause in which the browser paints and takes keys; at once where it is known how, else after a tick. */
export const pause = (): Promise<void> => {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
  const yieldNow: unknown =
    typeof scheduler === 'object' && scheduler !== null ? Reflect.get(scheduler, 'yield') : undefined;
  return typeof yieldNow === 'function'
    ? Reflect.apply(yieldNow, scheduler, [])
    : new Promise((resolve) => setTimeout(resolve));
};

/**
 * The same for the effect of a component: tells the value when it is there.
 *
 * @returns gives the work up
 */
export const runInBackground = <Value>(steps: Steps<Value>, onDone: (value: Value) => void): (() => void) => {
  let isWanted = true;
  function* whileWanted(): Steps<Value | null> {
    for (let step = steps.next(); isWanted; step = steps.next()) {
      if (step.done === true) return step.value;
      yield;
    }
    return null;
  }
  void runInSlices(whileWanted()).then((value) => {
    if (isWanted && value !== null) onDone(value);
  });
  return () => {
    isWanted = false;
  };
};

/** Runs long work a few milliseconds at a time. What it works on may change meanwhile: the caller has to look. */
export const runInSlices = async <Value>(steps: Steps<Value>): Promise<Value> => {
  let end = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < end) continue;
    await pause();
    end = performance.now() + SLICE_MS;
  }
};
