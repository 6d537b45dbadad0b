export { loadGazetteer, entityKey } from './load.ts';
export type { FormSense, Gazetteer, GazetteerEntry, Leader } from './gazetteer.ts';
