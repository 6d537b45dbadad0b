/** What judging asks of the server; failures are ServerErrors. A judgement may take as long as ingesting what it moves. */
import { ask, posted } from '../api/client.ts';
import { CurationState, type Decision, JudgedAnswer, JudgementsPage, ReviewPage } from '../../curation-contract.ts';

/** The names of a large store are compared at the first question, and a busy entity is written anew: minutes. */
const LONG = { patience: 600_000 };
const PAGE = 20;
const LOG_PAGE = 50;

interface Author {
  readonly by: string;
  readonly why: string | null;
}

export const requests = {
  state: () => ask(CurationState, 'api/curation'),
  review: (after: string | null) =>
    ask(ReviewPage, `api/review?limit=${PAGE}${after === null ? '' : `&after=${after}`}`, {}, LONG),
  judgements: (before: number | null) =>
    ask(JudgementsPage, `api/judgements?limit=${LOG_PAGE}${before === null ? '' : `&before=${before}`}`),
  judge: (decision: Decision, author: Author) => ask(JudgedAnswer, 'api/judge', posted({ decision, ...author }), LONG),
  undo: (sequence: number, author: Author) => ask(JudgedAnswer, 'api/undo', posted({ sequence, ...author }), LONG),
};
