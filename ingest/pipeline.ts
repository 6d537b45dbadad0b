/**
 * Reading a bulletin, start to end: the only file that knows the order of the stages.
 * nlp -> repaired trees -> mentions and coreference -> dates -> statements -> Extraction. One extractor reads any number of bulletins, one
 * at a time; what it gives is a function of the bulletin alone.
 */
import type { Bulletin } from '../graph/model/bulletin.ts';
import type { ExtractedEntity, Extraction } from '../graph/model/extraction.ts';
import { type Codebook, loadCodebook } from './codebook/patterns.ts';
import { codesOf } from './codes/codes.ts';
import { resolveDocument } from './coreference/index.ts';
import { type DateExpression, eventDate, resolveDates } from './dates/index.ts';
import type { DocumentEntity, ResolvedDocument } from './document.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer/index.ts';
import type { Doc } from './nlp/doc.ts';
import { loadModel } from './nlp/index.ts';
import { repairTrees } from './repair/repair.ts';
import { type Attempt, explanationOf } from './statements/explain.ts';
import { standsFor } from './stands-for.ts';
import { extractStatements } from './statements/extract.ts';
import type { Why } from './statements/fillers.ts';

/** Anything that analyses English text as {@link Doc} says. */
interface Parser {
  parse(text: string): Doc;
}

/** All that was made of a bulletin on the way, for those who want to know why. */
interface Reading {
  readonly doc: Doc;
  readonly resolved: ResolvedDocument;
  readonly dates: readonly DateExpression[];
  readonly extraction: Extraction;
}

export interface Extractor {
  /** @throws TextTooLongError */
  extract(bulletin: Bulletin): Extraction;
  /** The same with every stage's product. */
  read(bulletin: Bulletin): Reading;
  /** How each sentence was read, in words, for those who wonder why a statement is there or is not. */
  explain(bulletin: Bulletin): string;
}

interface ExtractorOptions {
  /** Another parser than the model that comes with the package. */
  readonly parser?: Parser;
}

/** Loads model, gazetteer and codebook once. */
export async function createExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const parser = options.parser ?? (await loadModel());
  const gazetteer = loadGazetteer();
  const codebook = loadCodebook();
  const read = (bulletin: Bulletin): Reading => readBulletin(bulletin, parser, gazetteer, codebook);
  const explain = (bulletin: Bulletin): string => {
    const attempts: Attempt[] = [];
    const why: Why = (trigger, rule, outcome) => attempts.push({ trigger, rule, outcome });
    return explanationOf(readBulletin(bulletin, parser, gazetteer, codebook, why).resolved, attempts);
  };
  return { read, explain, extract: (bulletin) => read(bulletin).extraction };
}

function readBulletin(
  bulletin: Bulletin,
  parser: Parser,
  gazetteer: Gazetteer,
  codebook: Codebook,
  why?: Why,
): Reading {
  const doc = repairTrees(parser.parse(bulletin.text), {
    isVerbLemma: (lemma) => codebook.verbs.has(lemma),
    isNounLemma: (lemma) => codebook.nouns.has(lemma),
  });
  const date = bulletin.publishedAt;
  const resolved = resolveDocument(doc, { date, gazetteer });
  const dates = resolveDates(doc, date);
  const statements = extractStatements(
    resolved,
    codebook,
    {
      dateOf: (trigger, status) => {
        const reported = status === 'occurred';
        const found = eventDate(doc, dates, trigger, date, reported);
        return found === null ? null : { value: found.date, precision: found.precision };
      },
      codesOf,
    },
    why,
  );
  const used = new Set(
    statements.flatMap((s) => [s.subject.entity, s.object?.entity, s.saidBy?.entity, s.place?.entity]),
  );
  const entities = resolved.entities.filter((entity) => used.has(entity.key) || isNamed(entity));
  return {
    doc,
    resolved,
    dates,
    extraction: {
      id: bulletin.id,
      date,
      entities: entities.map((entity) => extracted(entity, standsFor(entity, gazetteer, date))),
      statements,
      dates: dates.map(({ text, start, end, value, type }) => ({ text, start, end, value, type })),
    },
  };
}

/** Unnamed groups are worth keeping only where a statement tells something of them. */
function isNamed(entity: DocumentEntity): boolean {
  return entity.mentions.some((mention) => mention.kind === 'name' || mention.kind === 'nationality');
}

function extracted(entity: DocumentEntity, standing: string | null): ExtractedEntity {
  return {
    id: entity.key,
    name: entity.name,
    type: entity.type,
    aliases: [...entity.aliases],
    ...(entity.iso3 === undefined ? {} : { iso3: entity.iso3 }),
    ...(standing === null ? {} : { standsFor: standing }),
    ...(isNamed(entity) ? {} : { unnamed: true }),
    mentions: entity.mentions.map(({ text, start, end }) => ({ text, start, end })),
    ...(entity.states === undefined ? {} : { states: [...entity.states] }),
    ...(entity.phrases === undefined ? {} : { phrases: [...entity.phrases] }),
    ...(entity.office === undefined ? {} : { office: entity.office }),
  };
}
