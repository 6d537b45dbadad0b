/** The panel on the right: whichever page is in front, a way back, and a way to close. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { App } from '../app.ts';
import type { Asked, EntityPanel, PairPanel, Panel } from '../state/panel.ts';
import type { Scene } from '../state/scene.ts';
import { expansionOf } from '../state/expansion.ts';
import { TonePlot } from '../charts/tone-plot.tsx';
import { YearRows } from '../charts/year-rows.tsx';
import { NodeTools } from '../filters/node-tools.tsx';
import { CorrectButton } from '../curation/judging.tsx';
import { BulletinText } from './bulletin-panel.tsx';
import { Mentions, Offices } from './entity-history.tsx';
import { EntityHead } from './entity-panel.tsx';
import { Contradictions, PairHead, Relations } from './pair-panel.tsx';
import { Failed, StatementList, Waiting } from './statements.tsx';
import { IconButton } from './symbols.tsx';

interface Props {
  app: App;
  scene: Scene;
}

const statementProps = ({ app }: Props, panel: EntityPanel | PairPanel) => ({
  panel,
  onEntity: ({ id }: { id: string }) => app.act.showEntity(id),
  onBulletin: app.read.openBulletin,
  onPredicate: (predicate: string | null) => app.read.choosePredicate(panel, predicate),
  onMore: () => void app.read.loadMore(panel),
  onRetry: () => app.read.choosePredicate(panel, panel.predicate),
});

const EntityBody = ({ panel, ...props }: Props & { panel: EntityPanel }) => {
  const { app, scene } = props;
  if (panel.page.state === 'waiting') return <Waiting what="the entity" />;
  if (panel.page.state === 'failed') {
    return <Failed message={panel.page.message} onRetry={() => app.read.retry(panel)} />;
  }
  const page = panel.page.value;
  return (
    <>
      <EntityHead
        page={page}
        expansion={expansionOf(page, app.wholeScene())}
        palette={app.palette()}
        onExpand={(choice) => app.act.expand(panel.id, choice)}
        onCentre={() => app.act.centre(panel.id)}
        onIsolate={() => app.act.isolate(panel.id)}
        onRemove={() => app.act.remove(panel.id)}
      >
        <NodeTools app={app} id={panel.id} />
        <CorrectButton id={page.id} name={page.name} type={page.type} />
      </EntityHead>
      {!scene.nodes.has(panel.id) && (
        <p class="empty">It is not in the drawing now: a filter hides it, or it was taken off.</p>
      )}
      <HistoryOf panel={panel} onRetry={() => app.read.retryHistory(panel)}>
        {(history) => (
          <>
            <Offices history={history} palette={app.palette()} onEntity={app.act.showEntity} />
            <YearRows
              years={history.years}
              chosen={panel.predicate}
              onPredicate={(predicate) => app.read.choosePredicate(panel, predicate)}
            />
          </>
        )}
      </HistoryOf>
      <Mentions
        panel={panel}
        onBulletin={(id) => app.read.openBulletin(id, null)}
        onMore={() => void app.read.loadMoreMentions(panel)}
        onRetry={() => app.read.retryMentions(panel)}
      />
      <StatementList {...statementProps(props, panel)} predicates={page.predicates} />
    </>
  );
};

const PairBody = ({ panel, ...props }: Props & { panel: PairPanel }) => {
  const { app } = props;
  const { nodes } = app.wholeScene();
  const { history } = panel;
  const known = history.state === 'here' ? history.value : null;
  return (
    <>
      <PairHead
        ends={known ? [known.one, known.other] : [nodes.get(panel.source), nodes.get(panel.target)]}
        palette={app.palette()}
        onEntity={app.act.showEntity}
      />
      <HistoryOf panel={panel} onRetry={() => app.read.retryHistory(panel)}>
        {(value) => (
          <>
            <Relations history={value} palette={app.palette()} />
            <Contradictions history={value} onBulletin={app.read.openBulletin} />
            <TonePlot history={value} palette={app.palette()} />
          </>
        )}
      </HistoryOf>
      <StatementList {...statementProps(props, panel)} predicates={known ? countsOf(known.relations) : []} />
    </>
  );
};

/** What is fetched beside the statements, or how far it has come. */
function HistoryOf<T>({
  panel,
  onRetry,
  children,
}: {
  panel: { readonly history: Asked<T> };
  onRetry: () => void;
  children: (history: T) => ComponentChildren;
}) {
  const { history } = panel;
  if (history.state === 'waiting') return <Waiting what="the history" />;
  if (history.state === 'failed') return <Failed message={history.message} onRetry={onRetry} />;
  return <>{children(history.value)}</>;
}

/** Two directions of one predicate are one row. */
const countsOf = (edges: readonly { predicate: string; statements: number }[]) => {
  const counts = new Map<string, number>();
  for (const { predicate, statements } of edges) counts.set(predicate, (counts.get(predicate) ?? 0) + statements);
  return [...counts].map(([predicate, count]) => ({ predicate, count }));
};

const bodyOf = (panel: Panel, props: Props): ComponentChildren => {
  if (panel.kind === 'entity') return <EntityBody {...props} panel={panel} />;
  if (panel.kind === 'pair') return <PairBody {...props} panel={panel} />;
  if (panel.page.state === 'waiting') return <Waiting what="the bulletin" />;
  if (panel.page.state === 'failed') {
    return <Failed message={panel.page.message} onRetry={() => props.app.read.retry(panel)} />;
  }
  return (
    <BulletinText
      page={panel.page.value}
      statement={panel.statement}
      palette={props.app.palette()}
      onStatement={(statement) => props.app.read.point(panel.id, statement)}
      onEntity={({ id }) => props.app.act.showEntity(id)}
      onBulletin={props.app.read.openBulletin}
    />
  );
};

const NAMES: Readonly<Record<Panel['kind'], string>> = { entity: 'Entity', pair: 'Evidence', bulletin: 'Bulletin' };

export const SidePanel = (props: Props) => {
  const { app } = props;
  const { panels } = app.state;
  const panel = panels.at(-1);
  const box = useRef<HTMLElement>(null);
  const key = panel ? `${panel.kind}:${panel.id}` : '';
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [key]);
  if (!panel) return null;
  return (
    <aside ref={box} class="side-panel" aria-label={`${NAMES[panel.kind]} panel`} tabIndex={0}>
      <div class="panel-bar">
        {panels.length > 1 ? <IconButton glyph="back" label="Back" onPress={app.act.back} /> : <span />}
        <span class="panel-kind">{NAMES[panel.kind]}</span>
        <IconButton glyph="close" label="Close the panel (Escape)" onPress={app.act.close} />
      </div>
      <div class="panel-body" key={key}>
        {bodyOf(panel, props)}
      </div>
    </aside>
  );
};
