/** Opens the panel's pages and fetches what they show: entity, pair, bulletin, and further statements. */
import type { Client } from './api/client.ts';
import { messageOf } from './api/client.ts';
import type { Asked, EntityPanel, PairPanel, Panel } from './state/panel.ts';
import {
  bulletinPanel,
  entityPanel,
  failed,
  here,
  joinMentions,
  joinStatements,
  openPanel,
  pairPanel,
  updatePanel,
  waiting,
} from './state/panel.ts';
import { pairId } from './state/scene.ts';
import type { AppState, Store } from './state/store.ts';
import { over } from './state/store.ts';

const PAGE_SIZE = 50;
const FIRST_MENTIONS = 5;
const MORE_MENTIONS = 20;

const asked = async <T>(work: Promise<T>): Promise<Asked<T>> => {
  try {
    return here(await work);
  } catch (error) {
    return failed(messageOf(error));
  }
};

export const createReading = (store: Store<AppState>, client: Client) => {
  const show = (panel: Panel): void => store.update(over<AppState, 'panels'>('panels', openPanel(panel)));

  const update = <P extends EntityPanel | PairPanel>(
    panel: P,
    change: (now: EntityPanel | PairPanel) => Partial<P>,
  ) => {
    if (panel.kind === 'entity') {
      store.update(
        over<AppState, 'panels'>(
          'panels',
          updatePanel('entity', panel.id, (now) => ({ ...now, ...change(now), kind: 'entity' as const })),
        ),
      );
    } else {
      store.update(
        over<AppState, 'panels'>(
          'panels',
          updatePanel('pair', panel.id, (now) => ({ ...now, ...change(now), kind: 'pair' as const })),
        ),
      );
    }
  };

  const fetchPage = (panel: EntityPanel | PairPanel, after: string | null) =>
    panel.kind === 'entity'
      ? client.evidence(panel.id, null, panel.predicate, after, PAGE_SIZE)
      : client.evidence(panel.source, panel.target, panel.predicate, after, PAGE_SIZE);

  const loadStatements = async (panel: EntityPanel | PairPanel): Promise<void> => {
    const answer = await asked(fetchPage(panel, null));
    update(panel, (now) =>
      // Another predicate may have been chosen meanwhile.
      now.predicate === panel.predicate
        ? { statements: answer.state === 'here' ? joinStatements(waiting, answer.value) : answer }
        : {},
    );
  };

  const loadEntity = async (panel: EntityPanel): Promise<void> => {
    const page = await asked(client.entity(panel.id));
    update(panel, () => ({ page }));
  };

  const loadHistory = async (panel: EntityPanel | PairPanel): Promise<void> => {
    if (panel.kind === 'entity') {
      const history = await asked(client.history(panel.id));
      update(panel, () => ({ history }));
    } else {
      const history = await asked(client.pair(panel.source, panel.target));
      update(panel, () => ({ history }));
    }
  };

  const loadMentions = async (panel: EntityPanel): Promise<void> => {
    const mentions = await asked(client.mentions(panel.id, null, FIRST_MENTIONS));
    update(panel, () => ({ mentions }));
  };

  const loadBulletin = async (id: string): Promise<void> => {
    const page = await asked(client.bulletin(id));
    store.update(
      over<AppState, 'panels'>(
        'panels',
        updatePanel('bulletin', id, (now) => ({ ...now, page })),
      ),
    );
  };

  const openEntity = (id: string): void => {
    const panel = entityPanel(id);
    show(panel);
    void loadEntity(panel);
    void loadHistory(panel);
    void loadMentions(panel);
    void loadStatements(panel);
  };

  const openPair = (source: string, target: string): void => {
    const panel = pairPanel(pairId(source, target), source, target);
    show(panel);
    void loadHistory(panel);
    void loadStatements(panel);
  };

  const openBulletin = (id: string, statement: string | null): void => {
    show(bulletinPanel(id, statement));
    void loadBulletin(id);
  };

  return {
    openEntity,
    openPair,
    openBulletin,
    /** Another statement of the bulletin that is open. */
    point: (bulletin: string, statement: string): void =>
      store.update(
        over<AppState, 'panels'>(
          'panels',
          updatePanel('bulletin', bulletin, (now) => ({ ...now, statement })),
        ),
      ),
    choosePredicate: (panel: EntityPanel | PairPanel, predicate: string | null): void => {
      const chosen = { ...panel, predicate, statements: waiting, more: here(null) };
      update(panel, () => ({ predicate, statements: waiting, more: here(null) }));
      void loadStatements(chosen);
    },
    /** The next page of statements joins those on the panel. */
    loadMore: async (panel: EntityPanel | PairPanel): Promise<void> => {
      if (panel.statements.state !== 'here' || panel.statements.value.next === null) return;
      update(panel, () => ({ more: waiting }));
      const answer = await asked(fetchPage(panel, panel.statements.value.next));
      update(panel, (now) => {
        if (now.predicate !== panel.predicate) return {};
        return answer.state === 'here'
          ? { statements: joinStatements(now.statements, answer.value), more: here(null) }
          : { more: answer.state === 'failed' ? failed(answer.message) : waiting };
      });
    },
    /** The next page of bulletins joins those on the panel. */
    loadMoreMentions: async (panel: EntityPanel): Promise<void> => {
      if (panel.mentions.state !== 'here' || panel.mentions.value.next === null) return;
      const { next } = panel.mentions.value;
      const moreMentions = (value: EntityPanel['moreMentions']): void => update(panel, () => ({ moreMentions: value }));
      moreMentions(waiting);
      const answer = await asked(client.mentions(panel.id, next, MORE_MENTIONS));
      if (answer.state === 'here') {
        update(panel, (now) =>
          now.kind === 'entity' ? { mentions: joinMentions(now.mentions, answer.value), moreMentions: here(null) } : {},
        );
      } else if (answer.state === 'failed') moreMentions(answer);
    },
    retryHistory: (panel: EntityPanel | PairPanel): void => {
      if (panel.kind === 'entity') update(panel, () => ({ history: waiting }));
      else update(panel, () => ({ history: waiting }));
      void loadHistory(panel);
    },
    retryMentions: (panel: EntityPanel): void => {
      update(panel, () => ({ mentions: waiting }));
      void loadMentions(panel);
    },
    /** Reads a panel again; what it shows stays until the answers are there. */
    refresh: (panel: Panel): void => {
      if (panel.kind === 'bulletin') {
        void loadBulletin(panel.id);
        return;
      }
      if (panel.kind === 'entity') {
        void loadEntity(panel);
        void loadMentions(panel);
      }
      void loadHistory(panel);
      void loadStatements(panel);
    },
    /** Asks again for what failed on a panel. */
    retry: (panel: Panel): void => {
      if (panel.kind === 'entity') openEntity(panel.id);
      else if (panel.kind === 'pair') openPair(panel.source, panel.target);
      else openBulletin(panel.id, panel.statement);
    },
  };
};

export type PanelReading = ReturnType<typeof createReading>;
