/**
 * What the stages hand on while one bulletin is read. Each stage takes the product of those before it and adds its own:
 * nlp -> Doc; mentions -> Mention[]; coreference -> Referent[] (who each mention means); statements -> ExtractedStatement[].
 */
import type { EntityType } from '../graph/model/vocabulary.ts';
import type { Doc, TokenSpan } from './nlp/doc.ts';

/**
 * How a mention refers. `name`: a proper name. `nationality`: "Chinese" in "Chinese officials" or "the Chinese".
 * `office`: a person named by an office ("the Japanese prime minister"). `nominal`: any other common-noun phrase that can
 * act ("17 students", "the ministry", "both sides"). `pronoun`: he, they, its, who.
 */
type MentionKind = 'name' | 'nationality' | 'office' | 'nominal' | 'pronoun';

/** An office that the text gives a person: "Foreign Minister" of Japan. */
export interface OfficeOf {
  /** As the text has it, without the country: "Foreign Minister". */
  readonly title: string;
  /** Entity key of the country or organization it is an office of, where known. */
  readonly of: string | null;
  /** True for "former", "ex-", "outgoing", "late". */
  readonly former: boolean;
  /** Tokens of the whole construction, from which the REPRESENTS statement is read. */
  readonly span: TokenSpan;
}

/** A stretch of tokens that names or describes an entity. Mentions may nest ("Japan" inside "Japan's foreign ministry"). */
export interface Mention extends TokenSpan {
  /** Position in the list of mentions. */
  readonly id: number;
  /** The syntactic head token inside the span. */
  readonly head: number;
  readonly kind: MentionKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One entity of this bulletin, as the mentions together name it. */
export interface DocumentEntity {
  /** The same in every bulletin: gazetteer key, or type and normalized name. */
  readonly key: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly iso3?: string;
  readonly offices: readonly OfficeOf[];
  /** Key of the country or body that it belongs to ("Japanese citizens": Japan; a ministry: its country). */
  readonly partOf?: string;
  /** How many it stands for: one, several ("Japanese citizens"), or unknown. */
  readonly number: 'one' | 'several' | 'unknown';
  readonly mentions: readonly Mention[];
  /** Keys of the states that the words say the person is of, where only the name tells who it is. */
  readonly states?: readonly string[];
  /** Of name and aliases those that say an office or a role. */
  readonly phrases?: readonly string[];
  /** The office by which alone the bulletin refers to the person. */
  readonly office?: { readonly title: string; readonly of: string };
}

/** The document after coreference: entities, and for each token what it refers to. */
export interface ResolvedDocument {
  readonly doc: Doc;
  /** ISO date of the bulletin, or null. */
  readonly date: string | null;
  readonly mentions: readonly Mention[];
  readonly entities: readonly DocumentEntity[];
  /** By mention id: the entities meant; several for "the two sides", none where unresolved. */
  readonly referents: readonly (readonly DocumentEntity[])[];
  /**
   * By token index: the mention that the token heads, the widest where several share the head; undefined elsewhere.
   * An argument of a clause is a head token, so this is how statements find their actors.
   */
  readonly mentionByHead: readonly (Mention | undefined)[];
}
