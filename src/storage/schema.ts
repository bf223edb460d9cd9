/**
 * The stores of each version, oldest first. Append-only: a shipped entry is never edited, a change of stores or rows
 * appends one here and in `DATA_VERSIONS` of the core, which says how things change their shape. The number is also that of the file
 * formats (docs/data-format.md). Rules and the worked path: docs/adr/0002-storage.md, CONTRIBUTING.md.
 */
export type SchemaVersion = {
  readonly version: number;
  /** Dexie's notation: key path first, then secondary indexes; null removes a store. */
  readonly stores: Readonly<Record<string, string | null>>;
};

export const SCHEMA: readonly [SchemaVersion, ...SchemaVersion[]] = [
  {
    version: 1,
    // No secondary index: every query runs in memory, and five indexes double the time of an import.
    stores: {
      school: 'id',
      rooms: 'id',
      devices: 'id',
      profiles: 'key',
      settings: 'id',
      // Apart from their changes, so that the labels for undo load without a 5,000-device import.
      changeSets: 'seq',
      changes: '[seq+part]',
    },
  },
];

export const SCHEMA_VERSION = Math.max(...SCHEMA.map(({ version }) => version));
