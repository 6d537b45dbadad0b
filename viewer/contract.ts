/**
 * What the viewer's server and its page say to each other: JSON over HTTP on one origin, every answer checked against
 * these schemas on both sides. The page knows nothing else of the program.
 * One file of contract/ a subject; query-contract.ts is what the console, which is loaded later, says.
 */
export * from './contract/as-of.ts';
export * from './contract/entity.ts';
export * from './contract/evidence.ts';
export * from './contract/failure.ts';
export * from './contract/file.ts';
export * from './contract/graph.ts';
export * from './contract/overview.ts';
export * from './contract/pair.ts';
export * from './contract/path.ts';
export * from './contract/traits.ts';
