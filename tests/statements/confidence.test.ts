import { describe, expect, it } from 'vitest';
import { fitted } from '../../scripts/confidence/logistic.ts';
import { statementOf } from './reading.ts';

const confidenceIn = async (text: string, predicate: string): Promise<number> =>
  (await statementOf(text, predicate)).statement.confidence;

describe('confidence', () => {
  it('is less where a pronoun stands for a side', async () => {
    const named = await confidenceIn('Norway spoke. Norway condemned Belarus.', 'CRITICIZED');
    const meant = await confidenceIn('Norway spoke. It condemned Belarus.', 'CRITICIZED');
    expect(meant).toBeLessThan(named);
  });

  it('is low and fixed for a verb that nobody knows', async () => {
    expect(await confidenceIn('Norway emulated Belarus.', 'RELATED_TO')).toBe(0.3);
  });

  it('tells statements of one rule apart by how they are named', async () => {
    const plain = await confidenceIn('Norway condemned Belarus.', 'CRITICIZED');
    const long = await confidenceIn(
      'The talkative old men of the village by the river condemned Belarus.',
      'CRITICIZED',
    );
    expect(long).not.toBe(plain);
  });
});

describe('the fitted model', () => {
  const example = (name: string, right: boolean) => ({
    features: new Map([
      ['bias', 1],
      [name, 1],
    ]),
    confidence: 0,
    right,
    seen: false,
  });

  it('gives more weight to what is right more often, and the same on a second run', () => {
    const examples = Array.from({ length: 400 }, (_, at) =>
      example(at % 2 === 0 ? 'good' : 'bad', at % 2 === 0 || at % 5 === 0),
    );
    const weights = fitted(examples);
    expect(weights.get('good') ?? 0).toBeGreaterThan(weights.get('bad') ?? 0);
    expect(fitted(examples)).toEqual(weights);
  });
});
