/**
 * The side panel as a stack of pages (entity, pair, bulletin), each with what has been fetched for it so far. Producers
 * only; what fetches is actions.ts.
 */
import type {
  BulletinPage,
  EntityHistory,
  EntityPage,
  Evidence,
  EvidencePage,
  MentionsPage,
  PairHistory,
} from '../../contract.ts';
import type { Producer } from './view.ts';

/** Something asked of the server. */
export type Asked<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'here'; readonly value: T };

export const waiting: Asked<never> = { state: 'waiting' };
export const here = <T>(value: T): Asked<T> => ({ state: 'here', value });
export const failed = (message: string): Asked<never> => ({ state: 'failed', message });

export interface Statements {
  readonly evidence: readonly Evidence[];
  readonly total: number;
  readonly next: string | null;
}

export interface EntityPanel {
  readonly kind: 'entity';
  readonly id: string;
  readonly page: Asked<EntityPage>;
  /** Null: statements of every predicate. */
  readonly predicate: string | null;
  readonly statements: Asked<Statements>;
  readonly more: Asked<null>;
  readonly history: Asked<EntityHistory>;
  readonly mentions: Asked<MentionsPage>;
  readonly moreMentions: Asked<null>;
}

export interface PairPanel {
  readonly kind: 'pair';
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly predicate: string | null;
  readonly statements: Asked<Statements>;
  readonly more: Asked<null>;
  readonly history: Asked<PairHistory>;
}

export interface BulletinPanel {
  readonly kind: 'bulletin';
  readonly id: string;
  readonly page: Asked<BulletinPage>;
  /** The statement that led here, whose words stand out. */
  readonly statement: string | null;
}

export type Panel = EntityPanel | PairPanel | BulletinPanel;
export type Panels = readonly Panel[];

/** Pages behind the open one; older ones are forgotten. */
const DEPTH = 30;

export const entityPanel = (id: string): EntityPanel => ({
  kind: 'entity',
  id,
  page: waiting,
  predicate: null,
  statements: waiting,
  more: here(null),
  history: waiting,
  mentions: waiting,
  moreMentions: here(null),
});

export const pairPanel = (id: string, source: string, target: string): PairPanel => ({
  kind: 'pair',
  id,
  source,
  target,
  predicate: null,
  statements: waiting,
  more: here(null),
  history: waiting,
});

export const bulletinPanel = (id: string, statement: string | null): BulletinPanel => ({
  kind: 'bulletin',
  id,
  page: waiting,
  statement,
});

/** Opens a page in front; the page that is open already is replaced, not stacked twice. */
export const openPanel =
  (panel: Panel): Producer<Panels> =>
  (panels) => {
    const top = panels.at(-1);
    const below = top && top.kind === panel.kind && top.id === panel.id ? panels.slice(0, -1) : panels;
    return [...below, panel].slice(-DEPTH);
  };

export const backPanel: Producer<Panels> = (panels) => panels.slice(0, -1);
export const closePanels: Producer<Panels> = (panels) => (panels.length === 0 ? panels : []);

/** Changes the page in front, and only if it is still the one that was asked about. */
export const updatePanel =
  <K extends Panel['kind']>(
    kind: K,
    id: string,
    change: (panel: Extract<Panel, { kind: K }>) => Extract<Panel, { kind: K }>,
  ): Producer<Panels> =>
  (panels) => {
    const isAsked = (panel: Panel): panel is Extract<Panel, { kind: K }> => panel.kind === kind && panel.id === id;
    const index = panels.findLastIndex(isAsked);
    const panel = panels[index];
    if (!panel || !isAsked(panel)) return panels;
    const changed = change(panel);
    return changed === panel ? panels : panels.with(index, changed);
  };

/** A further page of statements joins those that are there; a statement that came twice is kept once. */
export const joinStatements = (before: Asked<Statements>, page: EvidencePage): Asked<Statements> => {
  if (before.state !== 'here') return here({ evidence: page.evidence, total: page.total, next: page.next });
  const known = new Set(before.value.evidence.map((statement) => statement.id));
  const added = page.evidence.filter((statement) => !known.has(statement.id));
  return here({ evidence: [...before.value.evidence, ...added], total: page.total, next: page.next });
};

/** The same for bulletins that mention an entity. */
export const joinMentions = (before: Asked<MentionsPage>, page: MentionsPage): Asked<MentionsPage> => {
  if (before.state !== 'here') return here(page);
  const known = new Set(before.value.bulletins.map(({ id }) => id));
  return here({
    ...page,
    bulletins: [...before.value.bulletins, ...page.bulletins.filter(({ id }) => !known.has(id))],
  });
};

/** Statements by predicate, the predicate with most of them first; inside, the order they came in (newest first). */
export const groupByPredicate = (evidence: readonly Evidence[]): [string, Evidence[]][] => {
  const groups = new Map<string, Evidence[]>();
  for (const statement of evidence) {
    const group = groups.get(statement.predicate);
    if (group) group.push(statement);
    else groups.set(statement.predicate, [statement]);
  }
  return [...groups].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
};
