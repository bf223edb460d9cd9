/** How long a code has to be out of the camera's sight before it counts as shown again, in milliseconds. */
const GONE_MS = 1500;

export type CodeHold = {
  /** Codes that stay in view are not new each time a picture shows them: true only when it was not seen lately. */
  readonly isNew: (code: string, at: number) => boolean;
};

/** Remembers when each code was last in view; times are milliseconds of one clock that only goes forward. */
export const createCodeHold = (): CodeHold => {
  const seenAt = new Map<string, number>();
  return {
    isNew: (code, at) => {
      const before = seenAt.get(code);
      for (const [known, last] of seenAt) if (at - last > GONE_MS) seenAt.delete(known);
      seenAt.set(code, at);
      return before === undefined || at - before > GONE_MS;
    },
  };
};
