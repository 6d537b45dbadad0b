/** What is shown, ready to be written to a file: entities and relations with where and how they are drawn. */
import type { GraphEdge, NodeType } from '../../contract.ts';

export interface SavedNode {
  readonly id: string;
  readonly name: string;
  readonly type: NodeType;
  readonly statements: number;
  /** Pixels of the drawing, from the upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
}

export interface SavedLine {
  readonly source: string;
  readonly target: string;
  readonly thickness: number;
  readonly colour: string;
  readonly dashed: boolean;
  readonly headAtSource: boolean;
  readonly headAtTarget: boolean;
  readonly edges: readonly GraphEdge[];
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly ink: string;
  readonly nodes: readonly SavedNode[];
  readonly lines: readonly SavedLine[];
}
