import { describe, expect, it } from 'vitest';
import { PREDICATES } from '../../graph/model/predicates.ts';
import { loadCodebook } from '../../ingest/codebook/patterns.ts';

const codebook = loadCodebook();

describe('the codebook', () => {
  it('tries the pattern with more conditions first', () => {
    const [first] = codebook.verbs.get('lift') ?? [];
    expect([first?.predicate, (first?.nouns.size ?? 0) > 0]).toEqual(['EASED_RESTRICTIONS_ON', true]);
    const shoot = codebook.verbs.get('shoot')?.map((pattern) => pattern.predicate) ?? [];
    expect(shoot.indexOf('KILLED')).toBeLessThan(shoot.lastIndexOf('ATTACKED'));
  });

  it('has words for every predicate that words alone can state', () => {
    const stated = new Set(
      [...codebook.verbs.values(), ...codebook.nouns.values()].flat().map((pattern) => pattern.predicate),
    );
    // Offices, parts, places and nationality are read from names and phrases, not from verbs.
    const structural = new Set(['REPRESENTS', 'PART_OF', 'LOCATED_IN', 'NATIONAL_OF', 'RELATED_TO']);
    expect([...PREDICATES.keys()].filter((name) => !stated.has(name) && !structural.has(name))).toEqual([]);
  });

  it('knows several hundred words', () => {
    expect(codebook.verbs.size).toBeGreaterThan(500);
    expect(codebook.nouns.size).toBeGreaterThan(120);
  });
});
