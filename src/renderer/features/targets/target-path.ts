/** The address of one target. */
export const targetPath = (id: string): string => `/ziele/ziel/${encodeURIComponent(id)}`;

/** The target that an address names; null = none. */
export const targetInPath = (location: string): string | null => {
  const [, , kind, id] = location.split('/');
  return kind === 'ziel' && id !== undefined && id !== '' ? decodeURIComponent(id) : null;
};
