/**
 * How one bulletin was read, in words: for each sentence the tree, the mentions with the entities that they mean, and for
 * every trigger which rule gave what, or why none did; at the end the chains of mentions. For people, not for programs.
 */
import type { DocumentEntity, Mention, ResolvedDocument } from '../document.ts';
import { childrenOf, type Tree, tokenAt, treeOf } from './tree.ts';

/** A rule that was tried on a trigger, and what came of it. */
export interface Attempt {
  readonly trigger: number;
  readonly rule: string;
  readonly outcome: string;
}

/** Levels of a tree that are shown; what is deeper is left out and says so. */
const MAX_LEVELS = 40;

/** Several lines for each sentence, then one line for each chain of two mentions or more. */
export function explanationOf(resolved: ResolvedDocument, attempts: readonly Attempt[]): string {
  const tree = treeOf(resolved.doc);
  const sentences = resolved.doc.sentences.map((sentence, at) => {
    const within = (token: number): boolean => token >= sentence.first && token <= sentence.last;
    const start = tokenAt(tree, sentence.first).start;
    const end = tokenAt(tree, sentence.last).end;
    return [
      `sentence ${at + 1}: ${oneLine(resolved.doc.text.slice(start, end))}`,
      ...rootsOf(tree, sentence.first, sentence.last).map((root) => `  tree      ${branch(tree, root, 0)}`),
      ...resolved.mentions
        .filter((mention) => within(mention.head))
        .map((mention) => `  mention   ${mentionLine(resolved, mention)}`),
      ...attempts
        .filter((attempt) => within(attempt.trigger))
        .sort((a, b) => a.trigger - b.trigger)
        .map(({ trigger, rule, outcome }) => `  trigger   ${tokenAt(tree, trigger).text}, ${rule}: ${outcome}`),
    ].join('\n');
  });
  const chains = resolved.entities.filter((entity) => entity.mentions.length > 1).map(chainLine);
  return `${[...sentences, ...chains].join('\n')}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function rootsOf(tree: Tree, first: number, last: number): number[] {
  const roots: number[] = [];
  for (let i = first; i <= last; i++) if (tokenAt(tree, i).head === i) roots.push(i);
  return roots;
}

/** "condemned/VBD (nsubj: States/NNP (det: The/DT)) (dobj: tests/NNS)". */
function branch(tree: Tree, i: number, level: number): string {
  const token = tokenAt(tree, i);
  const below = childrenOf(tree, i).filter((child) => tokenAt(tree, child).dep !== 'punct');
  if (level >= MAX_LEVELS && below.length > 0) return `${token.text}/${token.tag} (...)`;
  return [
    `${oneLine(token.text)}/${token.tag}`,
    ...below.map((child) => `(${tokenAt(tree, child).dep}: ${branch(tree, child, level + 1)})`),
  ].join(' ');
}

function mentionLine(resolved: ResolvedDocument, mention: Mention): string {
  const meant = resolved.referents[mention.id] ?? [];
  const entities = meant.map((entity) => `${entity.name} (${entity.type})`).join(', ');
  return `"${oneLine(mention.text)}" ${mention.kind}: ${entities || 'nobody that is known'}`;
}

function chainLine(entity: DocumentEntity): string {
  return `chain ${entity.name} (${entity.type}): ${entity.mentions.map((mention) => `"${oneLine(mention.text)}"`).join(', ')}`;
}
