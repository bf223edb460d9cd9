import type { Change, EntityKind } from './change-set.ts';

/** One name for a thing of any kind: ids are unique only within their kind. */
export const thingKey = ({ entity, id }: { readonly entity: EntityKind; readonly id: string }): string =>
  `${entity} ${id}`;

/** Both ends of a change as plain records, for work that goes field by field whatever the kind. */
export const recordsOf = ({
  before,
  after,
}: Change): {
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
} => ({
  before: before === null ? null : { ...before },
  after: after === null ? null : { ...after },
});
