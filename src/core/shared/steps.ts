/**
 * Work on many items that can be interrupted: it stops now and then, and whoever runs it decides what happens in
 * between. Nothing of it is seen until it is done.
 */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** So many items between two stops: a fraction of a millisecond. */
export const ITEMS_PER_STEP = 128;

/** All of it at once. */
export const runSteps = <Value>(steps: Steps<Value>): Value => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** No work: the value is there already. */
export function* stepsOf<Value>(value: Value): Steps<Value> {
  return value;
}
