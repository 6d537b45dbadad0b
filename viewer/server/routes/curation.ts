/**
 * GET /api/curation: whether judgements are taken; GET /api/review: entities that may be one; GET /api/judgements: the log;
 * POST /api/judge and /api/undo: one judgement, which the graph follows before the answer comes.
 */
import { Hono } from 'hono';
import { z } from 'zod';
import { type Judged, judge, undo } from '../../../graph/curate/judge.ts';
import { JudgementError, type JudgementErrorCause } from '../../../graph/curate/judgement.ts';
import { readJudgements } from '../../../graph/curate/log.ts';
import { compareCandidates, withSentences } from '../../../graph/identity/candidates.ts';
import type { GraphStore } from '../../../graph/store.ts';
import {
  type CurationState,
  JudgeBody,
  type JudgedAnswer,
  type JudgementsPage,
  JudgementsQuery,
  type ReviewPage,
  ReviewQuery,
  UndoBody,
} from '../../curation-contract.ts';
import type { CandidateQueue } from '../candidate-queue.ts';
import { RequestError } from '../failure.ts';
import { inWords } from '../judgement-words.ts';
import { checkJudging } from '../judging.ts';
import { bodyOf, cursorAfter, parametersOf, readCursor } from '../request.ts';
import type { Revision } from '../revision.ts';

/** Sentences of each entity of a candidate. */
const SENTENCES = 3;

/** Sort keys of the last candidate of a page: its score and its ids. */
const Cursor = z.tuple([z.number(), z.string(), z.string()]);

const STATUS: Readonly<Record<JudgementErrorCause, 400 | 404 | 409>> = {
  unknown: 404,
  contradicts: 409,
  'no-effect': 409,
  empty: 400,
};

export interface CurationOptions {
  readonly store: GraphStore;
  readonly revision: Revision;
  readonly candidates: CandidateQueue;
  readonly state: CurationState;
  /** The time that a judgement gets. */
  readonly now: () => Date;
}

export function curationRoutes({ store, revision, candidates, state, now }: CurationOptions): Hono {
  const review = async ({ after, limit }: z.output<typeof ReviewQuery>): Promise<ReviewPage> => {
    const cursor = readCursor(after, Cursor);
    const { pairs, homonyms, skipped } = await candidates.pairs();
    const behind = cursor && { score: cursor[0], one: { id: cursor[1] }, other: { id: cursor[2] } };
    const left = behind === null ? pairs : pairs.filter((pair) => compareCandidates(pair, behind) > 0);
    const shown = left.slice(0, limit);
    const last = shown.at(-1);
    return {
      candidates: (await withSentences(store, shown, SENTENCES)).map(asSent),
      total: pairs.length,
      homonyms,
      skipped,
      next: left.length > shown.length && last ? cursorAfter([last.score, last.one.id, last.other.id]) : null,
    };
  };

  const judgements = async ({ before, limit }: z.output<typeof JudgementsQuery>): Promise<JudgementsPage> => {
    const log = await readJudgements(store);
    const left = log.filter(({ sequence }) => before === undefined || sequence < before).reverse();
    const shown = left.slice(0, limit);
    const last = shown.at(-1);
    return {
      judgements: await inWords(store, log, shown),
      total: log.length,
      next: left.length > shown.length && last ? last.sequence : null,
    };
  };

  /** Whatever is asked for after the answer is as the judgement left it. */
  const judged = async (work: Promise<Judged>): Promise<JudgedAnswer> => {
    try {
      const { judgement, bulletins, entities } = await work;
      revision.forget();
      await candidates.follow(entities);
      const touched = entities.map(({ id, now: ids }) => ({ id, now: [...ids] }));
      return { sequence: judgement.sequence, bulletins, entities: touched };
    } catch (error) {
      if (error instanceof JudgementError) throw new RequestError(STATUS[error.reason], error.reason, error.message);
      throw error;
    }
  };
  const author = ({ by, why }: { by: string; why: string | null }) => ({
    by,
    why: why === '' ? null : why,
    at: now().toISOString(),
  });

  return new Hono()
    .get('/curation', (context) => context.json(state))
    .get('/review', async (context) => context.json(await review(parametersOf(context, ReviewQuery))))
    .get('/judgements', async (context) => context.json(await judgements(parametersOf(context, JudgementsQuery))))
    .post('/judge', async (context) => {
      checkJudging(context, state);
      const { decision, ...who } = await bodyOf(context, JudgeBody);
      return context.json(await judged(judge(store, decision, author(who))));
    })
    .post('/undo', async (context) => {
      checkJudging(context, state);
      const { sequence, ...who } = await bodyOf(context, UndoBody);
      return context.json(await judged(undo(store, sequence, author(who))));
    });
}

type Sent = ReviewPage['candidates'][number];

/** A candidate as JSON has it; the contract's arrays are not readonly. */
function asSent(candidate: Awaited<ReturnType<typeof withSentences>>[number]): Sent {
  const entity = (each: (typeof candidate)['one']): Sent['one'] => ({
    ...each,
    countries: [...each.countries],
    offices: [...each.offices],
    related: [...each.related],
  });
  return {
    ...candidate,
    one: entity(candidate.one),
    other: entity(candidate.other),
    reasons: [...candidate.reasons],
    doubts: [...candidate.doubts],
    sentences: candidate.sentences.map((sentence) => ({ ...sentence, words: [...sentence.words] })),
  };
}
