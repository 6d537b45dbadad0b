export { entityKey, loadGazetteer } from './load.ts';
export type { Gazetteer } from './gazetteer.ts';
