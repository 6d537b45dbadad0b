/**
 * spaCy's dependency parser: arc-eager transitions that can break sentences, the best valid action at every step, then
 * the tree (tree.ts). Its 8 features are words of the stack and the buffer and their newest children.
 */
import type { NetworkMemory } from './memory.ts';
import type { ModelDescription } from './model/schema.ts';
import { ParserState } from './parser-state.ts';
import { ActionScorer } from './scorer.ts';
import { ROOT_LABEL, type Tree, type TreeLabels, buildTree } from './tree.ts';

const FEATURES = 8;
const SHIFT = 0;
const REDUCE = 1;
const LEFT = 2;
const RIGHT = 3;
const BREAK = 4;
const NO_MOVE = -1;
const MOVES = ['S', 'D', 'L', 'R', 'B'];
/** Between a label and the label of the head that the word should be lifted down to. */
const DECORATION = '||';

export class Parser {
  readonly #memory: NetworkMemory;
  readonly scorer: ActionScorer;
  readonly #state = new ParserState();
  /** By action: its move. */
  readonly #moves: Uint8Array;
  readonly #labels: TreeLabels;
  readonly #valid = new Uint8Array(MOVES.length);

  constructor(memory: NetworkMemory, model: ModelDescription) {
    this.#memory = memory;
    const actions = model.parserActions;
    this.scorer = new ActionScorer(memory, 'parser', FEATURES, actions.length);
    this.#moves = Uint8Array.from(actions, ([move]) => MOVES.indexOf(move));
    const depOf = (label: string): number => model.deps.indexOf(label);
    const split = actions.map(([, label]) => label.split(DECORATION));
    this.#labels = {
      deps: split.map(([label = '']) => depOf(label)),
      lifted: split.map(([, head]) => (head === undefined ? -1 : depOf(head))),
      root: depOf(ROOT_LABEL),
    };
  }

  /** Parses the document that the scorer holds. `isSpace[i]` is 1 for whitespace tokens. */
  parse(length: number, isSpace: Uint8Array): Tree {
    const state = this.#state;
    state.start(length);
    while (!state.isFinal) {
      this.#setFeatures();
      const action = this.#best(this.scorer.score());
      switch (this.#moves[action] ?? NO_MOVE) {
        case SHIFT:
          state.shift();
          break;
        case REDUCE:
          state.reduce();
          break;
        case LEFT:
          state.leftArc(action);
          break;
        case RIGHT:
          state.rightArc(action);
          break;
        case BREAK:
          state.breakSentence();
          break;
        default:
          state.finish();
      }
    }
    return buildTree(state.heads, state.labels, length, isSpace, this.#labels);
  }

  #setFeatures(): void {
    const { scorer } = this;
    const state = this.#state;
    const b0 = state.buffer(0);
    const s0 = state.stack(0);
    scorer.setFeature(0, b0);
    scorer.setFeature(1, state.buffer(1));
    scorer.setFeature(2, s0);
    scorer.setFeature(3, state.stack(1));
    scorer.setFeature(4, state.stack(2));
    scorer.setFeature(5, state.newestLeft(b0));
    scorer.setFeature(6, state.newestLeft(s0));
    scorer.setFeature(7, state.newestRight(s0));
  }

  /** The valid action with the highest score, the first of equal ones; -1 when none is valid. */
  #best(scores: number): number {
    const state = this.#state;
    const valid = this.#valid;
    const depth = state.depth;
    const left = state.bufferLength;
    const b0 = state.buffer(0);
    const b1 = state.buffer(1);
    const startsSentence = state.isSentenceStart(b0);
    valid[SHIFT] = depth === 0 || (left >= 2 && !startsSentence && !state.isUnshiftable(b0)) ? 1 : 0;
    valid[REDUCE] = depth > 0 ? 1 : 0;
    valid[LEFT] = depth > 0 && left > 0 && !startsSentence ? 1 : 0;
    valid[RIGHT] = valid[LEFT];
    valid[BREAK] = left >= 2 && b1 === b0 + 1 && !state.isSentenceStart(b1) ? 1 : 0;
    const { floats } = this.#memory;
    const moves = this.#moves;
    let best = -1;
    let bestScore = 0;
    for (let action = 0; action < moves.length; action++) {
      if (valid[moves[action] ?? 0] === 1) {
        const score = floats[scores + action] ?? 0;
        if (best < 0 || score > bestScore) {
          best = action;
          bestScore = score;
        }
      }
    }
    return best;
  }
}
