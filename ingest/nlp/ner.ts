/**
 * spaCy's named-entity recogniser: one BILUO action a word, the best valid one. Its 3 features are the word, the first
 * word of the open name and the word before; a name does not cross a sentence start or begin with whitespace.
 */
import type { NetworkMemory } from './memory.ts';
import type { ModelDescription } from './model/schema.ts';
import { ActionScorer, NO_TOKEN } from './scorer.ts';

const FEATURES = 3;
const BEGIN = 0;
const IN = 1;
const LAST = 2;
const UNIT = 3;
const MOVES = ['B', 'I', 'L', 'U', 'O'];
const OUT = 4;
/** spaCy's `ent_iob`: in a name, outside, first word of a name. */
const IOB_IN = 1;
const IOB_OUT = 2;
const IOB_BEGIN = 3;

export interface Names {
  readonly entIob: Uint8Array;
  readonly entTypes: Uint8Array;
}

export class NameFinder {
  readonly #memory: NetworkMemory;
  readonly scorer: ActionScorer;
  readonly #moves: Uint8Array;
  /** By action: the index of its entity type; -1 for none. */
  readonly #types: Int32Array;

  constructor(memory: NetworkMemory, model: ModelDescription) {
    this.#memory = memory;
    const actions = model.nerActions;
    this.scorer = new ActionScorer(memory, 'ner', FEATURES, actions.length);
    this.#moves = Uint8Array.from(actions, ([move]) => MOVES.indexOf(move));
    this.#types = Int32Array.from(actions, ([, type]) => model.entities.indexOf(type));
  }

  /** Finds the names of the document that the scorer holds. */
  find(length: number, isSpace: Uint8Array, sentStarts: Uint8Array): Names {
    const entIob = new Uint8Array(length).fill(IOB_OUT);
    const entTypes = new Uint8Array(length);
    let first = NO_TOKEN;
    let type = -1;
    for (let i = 0; i < length; i++) {
      const isOpen = first !== NO_TOKEN;
      this.scorer.setFeature(0, i);
      this.scorer.setFeature(1, first);
      this.scorer.setFeature(2, isOpen ? i - 1 : NO_TOKEN);
      const goesOn = i + 1 < length && sentStarts[i + 1] !== 1;
      const action = this.#best(this.scorer.score(), isOpen ? type : -1, goesOn, isSpace[i] === 1);
      const move = this.#moves[action];
      if (move === OUT) {
        continue;
      }
      if (move === BEGIN || move === UNIT) {
        first = i;
        type = this.#types[action] ?? 0;
      }
      entIob[i] = first === i ? IOB_BEGIN : IOB_IN;
      entTypes[i] = type;
      if (move === LAST || move === UNIT) {
        first = NO_TOKEN;
      }
    }
    return { entIob, entTypes };
  }

  /**
   * @param open type of the open name, -1 when there is none
   * @param goesOn whether a name may go on with the next word
   */
  #best(scores: number, open: number, goesOn: boolean, isSpace: boolean): number {
    const { floats } = this.#memory;
    const moves = this.#moves;
    const types = this.#types;
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let action = 0; action < moves.length; action++) {
      const score = floats[scores + action] ?? 0;
      if (score <= bestScore) {
        continue;
      }
      const move = moves[action];
      const type = types[action] ?? -1;
      let valid: boolean;
      if (open >= 0) {
        valid = type === open && (move === LAST || (move === IN && goesOn));
      } else {
        // The action "U-", without a type, is for names set beforehand.
        valid = move === OUT || (type >= 0 && !isSpace && (move === UNIT || (move === BEGIN && goesOn)));
      }
      if (valid) {
        best = action;
        bestScore = score;
      }
    }
    return best;
  }
}
