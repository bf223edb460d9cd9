import type { z } from '../shared/zod.ts';

/** What is wrong with one field of a profile file, for a German sentence with the remedy. */
export type StructureFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'date' }
  | { readonly kind: 'no-whole-number' }
  /** The field holds another kind of value. */
  | { readonly kind: 'type'; readonly expected: string }
  | { readonly kind: 'above' | 'below' | 'too-long' | 'too-many'; readonly limit: number }
  | { readonly kind: 'choice'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown-fields'; readonly names: readonly string[] };

type ZodIssue = z.core.$ZodIssue;

/** @param root the value that was checked */
export const structureFaultOf = (issue: ZodIssue, root: unknown): StructureFault => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { kind: 'unknown-fields', names: issue.keys };
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return { kind: 'empty' };
      // `positive()` names 0 as a limit that itself is not allowed.
      return { kind: 'below', limit: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0) };
    case 'too_big':
      return {
        kind: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'above',
        limit: Number(issue.maximum),
      };
    case 'invalid_value':
      return isAbsent(root, issue.path)
        ? { kind: 'missing' }
        : { kind: 'choice', allowed: issue.values.map(String) };
    case 'invalid_union':
      return isAbsent(root, issue.path)
        ? { kind: 'missing' }
        : { kind: 'choice', allowed: 'options' in issue ? (issue.options ?? []).map(String) : [] };
    case 'custom':
      return { kind: 'date' };
    case 'invalid_type':
      if (isAbsent(root, issue.path)) return { kind: 'missing' };
      return issue.expected === 'int'
        ? { kind: 'no-whole-number' }
        : { kind: 'type', expected: issue.expected };
    default:
      return { kind: 'type', expected: issue.code };
  }
};

const isAbsent = (root: unknown, path: readonly PropertyKey[]): boolean => {
  let at = root;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return at === undefined || at === null;
};
