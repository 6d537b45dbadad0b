/** The network alone, and documents of made-up words for it: what it computes must not depend on the words being real. */
import { readFileSync } from 'node:fs';
import { type ModelDescription, parseModelDescription } from '../../ingest/nlp/model/schema.ts';
import { NeuralModel, type NeuralOptions, type NeuralInput, type WordFeatures } from '../../ingest/nlp/neural.ts';

export function modelFile(name: string): Buffer {
  return readFileSync(new URL(`../../ingest/nlp/model/${name}`, import.meta.url));
}

export const description: ModelDescription = parseModelDescription(modelFile('model.json').toString('utf8'));

export function loadNetwork(options: NeuralOptions = {}): NeuralModel {
  return NeuralModel.load(modelFile('weights.bin'), description, options);
}

export function featuresOf(text: string): WordFeatures {
  return {
    norm: text.toLowerCase(),
    prefix: text.slice(0, 1),
    suffix: text.slice(-3),
    shape: text.replace(/[A-Z]/g, 'X').replace(/[a-z]/g, 'x').replace(/\d/g, 'd'),
    isSpace: /^\s+$/.test(text),
  };
}

/** Words separated by single spaces; a double space becomes a whitespace token. */
export function documentOf(network: NeuralModel, text: string): NeuralInput {
  const pieces = text.split(/(?<=\S)(?= )|(?<= )(?=\S)/).filter((piece) => piece !== ' ' && piece !== '');
  return {
    words: pieces.map((piece) => network.word(featuresOf(piece))),
    spaces: Uint8Array.from(pieces, (piece) => (/\s/.test(piece) ? 0 : 1)),
  };
}

export const SENTENCES = [
  'Wang Yi met Takeshi Iwaya in Beijing on 25 December 2024 .',
  'What did the minister , whom nobody had expected , say that they would do about it ?',
  '  HEADLINE WITHOUT A VERB  ',
  'Prices rose 3.4 % to $ 1,200 ; the bank said " more is to come " and fell silent .',
  'Senkaku Islands , known as Diaoyu in China , lie between Taiwan and Okinawa .',
];
