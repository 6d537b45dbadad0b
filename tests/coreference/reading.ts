/** A text read with the model that ships, for the tests of mentions and coreference: its entities, by name. */
import { resolveDocument } from '../../ingest/coreference/index.ts';
import type { DocumentEntity, ResolvedDocument } from '../../ingest/document.ts';
import { loadGazetteer } from '../../ingest/gazetteer/index.ts';
import { loadModel } from '../../ingest/nlp/index.ts';

const model = loadModel();

export async function read(text: string, date: string | null = null): Promise<ResolvedDocument> {
  return resolveDocument((await model).parse(text), { date, gazetteer: loadGazetteer() });
}

/** `Person Wang Yi`, one line an entity that the text mentions. */
export async function entitiesOf(text: string, date: string | null = null): Promise<string[]> {
  return (await read(text, date)).entities.map((entity) => `${entity.type} ${entity.name}`);
}

export async function entityOf(text: string, name: string, date: string | null = null): Promise<DocumentEntity> {
  const { entities } = await read(text, date);
  const found = entities.find((entity) => entity.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${entities.map((entity) => entity.name).join(', ')}`);
  return found;
}

/** Names of those whom the words mean, at their last place in the text. */
export async function meantBy(text: string, words: string, date: string | null = null): Promise<string[]> {
  const { mentions, referents } = await read(text, date);
  const mention = mentions.findLast((one) => one.text.toLowerCase() === words.toLowerCase());
  if (mention === undefined)
    throw new Error(`"${words}" is no mention among ${mentions.map((m) => m.text).join(' | ')}`);
  return (referents[mention.id] ?? []).map((entity) => entity.name);
}

/** `Foreign Minister of country:JPN`, with `former` before it where it is past. */
export async function officesOf(text: string, name: string, date: string | null = null): Promise<string[]> {
  const { offices } = await entityOf(text, name, date);
  return offices.map(({ title, of, former }) => `${former ? 'former ' : ''}${title} of ${of ?? 'nobody'}`);
}
