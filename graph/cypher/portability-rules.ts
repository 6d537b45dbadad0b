/** All constructs that are not portable, in the order in which a query is told of them. */
import { ANSWER_RULES } from './rules-answers.ts';
import { SYNTAX_RULES } from './rules-syntax.ts';
import type { Query } from './query.ts';

export interface Rule {
  /** As a user would call it. */
  readonly construct: string;
  /** The form that both stores answer alike. */
  readonly instead: string;
  readonly isIn: (query: Query) => boolean;
}

export const RULES: readonly Rule[] = [...SYNTAX_RULES, ...ANSWER_RULES];
