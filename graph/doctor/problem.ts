/**
 * What can be wrong with a store, each with the words for it and what to do. `repairable` is what is derived: doctor
 * makes it anew from what was read from bulletins and from judgements, neither of which it ever changes.
 */

interface Meaning {
  /** What is wrong, after the number: `1 constraint is missing`. */
  readonly one: string;
  readonly many: string;
  readonly remedy: string;
  readonly repairable: boolean;
}

const REPAIR = 'bulletin-graph doctor --repair makes them anew.';
const READ_AGAIN =
  'Read the bulletins again (bulletin-graph replace PATH, or restore a backup), then run bulletin-graph doctor --repair.';

const derived = (one: string, many: string, remedy = REPAIR): Meaning => ({ one, many, remedy, repairable: true });
const read = (one: string, many: string, remedy = READ_AGAIN): Meaning => ({ one, many, remedy, repairable: false });

export const PROBLEMS = {
  schema: read(
    'schema version is not the one that this version reads; nothing else was examined',
    'schema versions are not the one that this version reads; nothing else was examined',
    'Ingest the bulletins into a new store, or use the version of Bulletin Graph that made it.',
  ),
  restoring: read(
    'restore was interrupted, so that the store is not whole',
    'restores were interrupted, so that the store is not whole',
    'Run bulletin-graph restore FILE --replace again.',
  ),
  constraint: derived('constraint is missing', 'constraints are missing'),
  index: derived('index is missing', 'indexes are missing'),
  duplicate: read(
    'id stands on several nodes of one label, or a node has none',
    'ids stand on several nodes of one label, or nodes have none',
    'Restore a backup, or ingest the bulletins into a new store.',
  ),
  'duplicate-event': derived('event is there several times', 'events are there several times'),
  judgement: read(
    'judgement cannot be read or is out of order; what depends on judgements was not examined',
    'judgements cannot be read or are out of order; what depends on judgements was not examined',
    'Restore a backup: judgements cannot be made again from anything else.',
  ),
  bulletin: read('bulletin does not say what was ingested', 'bulletins do not say what was ingested'),
  mention: read(
    'bulletin has mentions that cannot be read',
    'bulletins have mentions that cannot be read',
    'Restore a backup, or ingest the bulletins into a new store.',
  ),
  statement: read(
    'statement is not what its id says, lacks a part, or names an entity that its bulletin does not mention',
    'statements are not what their ids say, lack a part, or name entities that their bulletins do not mention',
  ),
  words: read(
    "statement has words that are not at their place in the bulletin's text",
    "statements have words that are not at their place in the bulletin's text",
  ),
  'orphan-statement': derived(
    'statement belongs to no bulletin',
    'statements belong to no bulletin',
    'bulletin-graph doctor --repair removes them; if their bulletins are still there, run bulletin-graph reextract after it.',
  ),
  'orphan-rejection': derived(
    'rejected statement belongs to no bulletin',
    'rejected statements belong to no bulletin',
    'bulletin-graph doctor --repair removes them; the judgements stay.',
  ),
  reference: derived(
    'name or office that bulletins refer to is not counted right, so that who is meant may be wrong',
    'names or offices that bulletins refer to are not counted right, so that who is meant may be wrong',
  ),
  placement: derived(
    'bulletin has statements or mentions that are not where the judgements in force put them',
    'bulletins have statements or mentions that are not where the judgements in force put them',
  ),
  tenure: derived(
    'statement about an office does not end where the next holder is stated',
    'statements about offices do not end where the next holders are stated',
  ),
  entity: derived(
    'entity does not have the name, type or counts that its mentions give',
    'entities do not have the name, type or counts that their mentions give',
  ),
  'orphan-entity': derived(
    'entity is mentioned by no bulletin',
    'entities are mentioned by no bulletin',
    'bulletin-graph doctor --repair removes them.',
  ),
  fingerprint: derived(
    "bulletin's fingerprint is not that of its text",
    "bulletins' fingerprints are not those of their texts",
  ),
  reprint: derived(
    'bulletin does not name the bulletin that it reprints',
    'bulletins do not name the bulletins that they reprint',
  ),
  event: derived('event is not what its statements tell', 'events are not what their statements tell'),
  contradiction: derived(
    'denial is not linked to what it contradicts',
    'denials are not linked to what they contradict',
  ),
  'orphan-event': derived(
    'event is told by no statement',
    'events are told by no statement',
    'bulletin-graph doctor --repair removes them.',
  ),
  edge: derived(
    'relationship between two entities does not sum up its statements',
    'relationships between two entities do not sum up their statements',
  ),
  'orphan-edge': derived(
    'relationship between two entities rests on no statement',
    'relationships between two entities rest on no statement',
    'bulletin-graph doctor --repair removes them.',
  ),
} as const satisfies Readonly<Record<string, Meaning>>;

export type ProblemKind = keyof typeof PROBLEMS;

/** One thing that is wrong. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Of the node or relationship; of a constraint or index, its label and property. */
  readonly id: string;
}

export const isRepairable = ({ kind }: Problem): boolean => PROBLEMS[kind].repairable;

/** All problems of one kind. */
export interface ProblemReport {
  readonly kind: ProblemKind;
  readonly count: number;
  /** The first of them, at most 20. */
  readonly ids: readonly string[];
}

const MOST_IDS = 20;

/** Counts problems by kind, keeping the first ids of each. */
export class Tally {
  readonly #kinds = new Map<ProblemKind, { count: number; ids: string[] }>();

  add(problems: readonly Problem[]): void {
    for (const { kind, id } of problems) {
      const known = this.#kinds.get(kind) ?? { count: 0, ids: [] };
      known.count++;
      if (known.ids.length < MOST_IDS) known.ids.push(id);
      this.#kinds.set(kind, known);
    }
  }

  /** In the order in which the kinds are listed above. */
  get reports(): ProblemReport[] {
    return [...this.#kinds]
      .map(([kind, { count, ids }]) => ({ kind, count, ids }))
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  }
}

const ORDER: readonly string[] = Object.keys(PROBLEMS);
