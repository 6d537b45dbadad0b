import { describe, expect, it } from 'vitest';
import { normalizeName, type Predicted, type PredictedStatement } from './match.ts';
import { GoldRecord } from './record.ts';
import { scoreStatements } from './score.ts';

const ENTITIES: Predicted['entities'] = [
  { id: 'xi', name: 'Xi Jinping', type: 'Person', aliases: ['Xi'], mentions: [] },
  { id: 'jp', name: 'Japan', type: 'Country', aliases: [], mentions: [{ text: 'Tokyo', start: 0, end: 5 }] },
  { id: 'cn', name: 'China', type: 'Organization', aliases: [], mentions: [] },
];

function predicted(subject: string, predicate: string, object: string | null, more: Partial<PredictedStatement> = {}) {
  const argument = (entity: string) => ({ entity, text: '', start: 0, end: 0 });
  return {
    predicate,
    subject: argument(subject),
    object: object === null ? null : argument(object),
    polarity: 'affirmed' as const,
    status: 'occurred' as const,
    saidBy: null,
    date: null,
    quote: { text: '', start: 0, end: 0 },
    ...more,
  };
}

function record(...statements: readonly object[]): GoldRecord {
  return GoldRecord.parse({
    id: 'b',
    entities: {
      'Xi Jinping': { type: 'Person', also: ['President Xi'] },
      Japan: { type: 'Country', also: ['Tokyo', 'Japanese'] },
      China: { type: 'Country', also: ['Beijing'] },
    },
    statements: statements.map((statement) => ({ core: true, cue: 'x', ...statement })),
  });
}

function scoreOf(gold: GoldRecord, ...statements: readonly PredictedStatement[]) {
  return scoreStatements([gold], new Map([['b', { entities: ENTITIES, statements }]]));
}

describe('the scorer', () => {
  it('counts a core statement as found whatever name of its arguments was used', () => {
    const score = scoreOf(record({ s: 'China', p: 'SANCTIONED', o: 'Japan' }), predicted('cn', 'SANCTIONED', 'jp'));
    expect(score).toMatchObject({ core: 1, found: 1, wrong: 0, figures: { precision: 1, recall: 1, f1: 1 } });
  });

  it('takes a symmetric predicate in either order, and no other', () => {
    expect(scoreOf(record({ s: 'Japan', p: 'MET', o: 'China' }), predicted('cn', 'MET', 'jp')).found).toBe(1);
    const turned = scoreOf(record({ s: 'Japan', p: 'ATTACKED', o: 'China' }), predicted('cn', 'ATTACKED', 'jp'));
    expect(turned).toMatchObject({ found: 0, wrong: 1, figures: { pairRecall: 1 } });
  });

  it('accepts an alternative predicate, and an older one that stood in for a later one', () => {
    const gold = record({ s: 'China', p: 'DETAINED', o: 'Xi Jinping', alt: ['COERCED'] });
    expect(scoreOf(gold, predicted('cn', 'COERCED', 'xi')).found).toBe(1);
    expect(scoreOf(gold, predicted('cn', 'SENTENCED', 'xi')).found).toBe(1);
    expect(scoreOf(gold, predicted('cn', 'KILLED', 'xi'))).toMatchObject({ found: 0, wrong: 1 });
  });

  it('counts a match of a statement that is not core neither for nor against', () => {
    const gold = record({ s: 'China', p: 'CRITICIZED', o: 'Japan', core: false }, { s: 'Japan', p: 'DENIED', o: null });
    const score = scoreOf(gold, predicted('cn', 'CRITICIZED', 'jp'));
    expect(score).toMatchObject({ core: 1, found: 0, wrong: 0 });
  });

  it('compares only the subject where the annotation has no object', () => {
    const gold = record({ s: 'Japan', p: 'DENIED', o: null });
    expect(scoreOf(gold, predicted('jp', 'DENIED', 'cn')).found).toBe(1);
    expect(scoreOf(gold, predicted('jp', 'DENIED', null)).found).toBe(1);
    expect(scoreOf(gold, predicted('cn', 'DENIED', null))).toMatchObject({ found: 0, wrong: 1 });
  });

  it('leaves RELATED_TO out of right and wrong, but lets it show that the pair was found', () => {
    const score = scoreOf(record({ s: 'China', p: 'SANCTIONED', o: 'Japan' }), predicted('jp', 'RELATED_TO', 'cn'));
    expect(score).toMatchObject({ found: 0, wrong: 0, relatedTo: 1, figures: { pairRecall: 1, precision: 0 } });
  });

  it('measures polarity, status, attribution, date and type on what was found', () => {
    const gold = record(
      { s: 'China', p: 'SANCTIONED', o: 'Japan', status: 'planned', said_by: 'Xi Jinping', when: '2024-12' },
      { s: 'Xi Jinping', p: 'VISITED', o: 'Japan', polarity: 'negated', when: '2024' },
    );
    const holder = { entity: 'xi', text: 'he', start: 0, end: 2 };
    const right = scoreOf(
      gold,
      predicted('cn', 'SANCTIONED', 'jp', { status: 'planned', saidBy: holder, date: '2024-12-25' }),
      predicted('xi', 'VISITED', 'jp', { polarity: 'negated', date: '2024-11' }),
    );
    expect(right.figures).toMatchObject({ polarity: 1, status: 1, attribution: 1, date: 1, type: 0.5 });
    const plain = scoreOf(
      gold,
      predicted('cn', 'SANCTIONED', 'jp', { date: '2023' }),
      predicted('xi', 'VISITED', 'jp', { saidBy: holder }),
    );
    expect(plain.figures).toMatchObject({ polarity: 0.5, status: 0.5, attribution: 0, date: 0 });
  });

  it('has no figure where nothing was found to measure it on', () => {
    const score = scoreStatements([record({ s: 'China', p: 'MET', o: 'Japan' })], new Map());
    expect(score).toMatchObject({ core: 1, found: 0, figures: { recall: 0, f1: 0, polarity: null, date: null } });
    expect(score.misses).toHaveLength(1);
  });

  it('compares names without accents, case, articles, possessives and punctuation', () => {
    expect(normalizeName('The Élysée’s')).toBe('elysee');
    expect(normalizeName("Peru's  foreign-minister")).toBe('peru foreign minister');
    expect(normalizeName('Volodymyr Zelenskyy,')).toBe('volodymyr zelenskyy');
    expect(normalizeName('Recep Tayyip Erdoğan')).toBe('recep tayyip erdogan');
  });
});
