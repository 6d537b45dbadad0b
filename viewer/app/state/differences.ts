/** What becomes another scene of one: the entities and bundles that go, and those that come or may look different. */
import type { Bundle, Bundled } from './bundles.ts';
import type { SceneNode } from './groups.ts';
import type { Scene } from './scene.ts';

export interface Differences {
  /** Ids of what was in the scene and is not any more. */
  readonly goneNodes: readonly string[];
  readonly goneBundles: readonly string[];
  /** What is in the scene and was not, or was another value. */
  readonly nodes: readonly SceneNode[];
  readonly bundles: readonly Bundle[];
}

const byNumber = (before: Bundled, now: Bundled): Differences => {
  const goneNodes: string[] = [];
  const goneBundles: string[] = [];
  const nodes: SceneNode[] = [];
  const bundles: Bundle[] = [];
  const [was, is] = [before.sieved, now.sieved];
  const longer = was.page.nodes.length > is.page.nodes.length ? was.page : is.page;
  longer.nodes.forEach((node, at) => {
    const [shown, wasShown] = [is.nodes[at] ?? 0, was.nodes[at] ?? 0];
    if (shown === wasShown) return;
    if (shown === 1) nodes.push(node);
    else goneNodes.push(node.id);
  });
  const most = Math.max(before.bundles.length, now.bundles.length);
  for (let pair = 0; pair < most; pair += 1) {
    const [then, next] = [before.bundles[pair] ?? null, now.bundles[pair] ?? null];
    if (then === next) continue;
    if (next) bundles.push(next);
    else if (then) goneBundles.push(then.id);
  }
  return { goneNodes, goneBundles, nodes, bundles };
};

const byId = (before: Scene, now: Scene): Differences => ({
  goneNodes: [...before.nodes.keys()].filter((id) => !now.nodes.has(id)),
  goneBundles: [...before.bundles.keys()].filter((id) => !now.bundles.has(id)),
  nodes: [...now.nodes.values()].filter((node) => before.nodes.get(node.id) !== node),
  bundles: [...now.bundles.values()].filter((bundle) => before.bundles.get(bundle.id) !== bundle),
});

/** `now` against `before`; sizes that stand for something else are no difference here. */
export const differences = (before: Scene, now: Scene): Differences => {
  const [was, is] = [before.numbers, now.numbers];
  return was && is && was.sieved.page.lineage === is.sieved.page.lineage ? byNumber(was, is) : byId(before, now);
};
