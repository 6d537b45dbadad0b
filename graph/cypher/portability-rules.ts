import type { Query } from './query.ts';

export interface Rule {
  readonly construct: string;
  readonly instead: string;
  readonly isIn: (query: Query) => boolean;
}

export const RULES: readonly Rule[] = [];
