declare global {
  interface Window {
    /** Of Chromium; the library of types does not know it yet. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (address: string) => string },
      ) => unknown;
    };
  }
}

/**
 * The page's policy wants trusted types: text never becomes markup or script. The one thing that the app does with an
 * address is to start its own workers, and this is the only rule there is: an own file, nothing else.
 */
export const trustOwnWorkers = (): void => {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const { origin, href } = new URL(address, document.baseURI);
      if (origin !== window.location.origin) throw new TypeError(`no script of the app: ${href}`);
      return href;
    },
  });
};
