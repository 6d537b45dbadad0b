/** The schemas that the description of the HTTP API names. */
import { Citation, RowEvidence } from '../../queries/evidence.ts';
import { Frozen, FrozenValue } from '../../queries/frozen/frozen.ts';
import * as contract from '../contract.ts';
import * as curation from '../curation-contract.ts';
import * as queries from '../query-contract.ts';
import * as views from '../views-contract.ts';

/** Shapes of answers, and what they are made of. */
export const ANSWERS = {
  NodeType: contract.NodeType,
  GraphNode: contract.GraphNode,
  GraphEdge: contract.GraphEdge,
  Subgraph: contract.Subgraph,
  Summary: contract.Summary,
  SearchResults: contract.SearchResults,
  EntityPage: contract.EntityPage,
  EdgesAnswer: contract.EdgesAnswer,
  NodesAnswer: contract.NodesAnswer,
  TraitsAnswer: contract.TraitsAnswer,
  FileAnswer: contract.FileAnswer,
  Status: contract.Status,
  EvidenceArgument: contract.EvidenceArgument,
  Evidence: contract.Evidence,
  EvidencePage: contract.EvidencePage,
  BulletinPage: contract.BulletinPage,
  Office: contract.Office,
  EntityHistory: contract.EntityHistory,
  MentionsPage: contract.MentionsPage,
  PairRelation: contract.PairRelation,
  ToneMonth: contract.ToneMonth,
  PairHistory: contract.PairHistory,
  PathAnswer: contract.PathAnswer,
  GraphSchema: queries.GraphSchema,
  LibraryEntry: queries.LibraryEntry,
  Library: queries.Library,
  QueryAnswer: queries.QueryAnswer,
  FrozenResult: Frozen,
  FrozenValue,
  Citation,
  RowEvidence,
  JsonValue: queries.QueryAnswer.shape.rows.element.element,
  CurationState: curation.CurationState,
  CandidateEntity: curation.CandidateEntity,
  CandidateSentence: curation.CandidateSentence,
  Candidate: curation.Candidate,
  ReviewPage: curation.ReviewPage,
  JudgementShown: curation.JudgementShown,
  JudgementsPage: curation.JudgementsPage,
  JudgedAnswer: curation.JudgedAnswer,
  ViewsAnswer: views.ViewsAnswer,
  ViewAnswer: views.ViewAnswer,
  Position: contract.Position,
  Failure: contract.Failure,
} as const;
export type AnswerName = keyof typeof ANSWERS;

/** Shapes of JSON bodies of requests. */
export const BODIES = {
  EdgesQuery: contract.EdgesQuery,
  NodesQuery: contract.NodesQuery,
  TraitsQuery: contract.TraitsQuery,
  FileQuery: contract.FileQuery,
  RunQuery: queries.RunQuery,
  FreezeQuery: queries.FreezeQuery,
  JudgeBody: curation.JudgeBody,
  UndoBody: curation.UndoBody,
  SaveView: views.SaveView,
  RenameView: views.RenameView,
  DeleteView: views.DeleteView,
} as const;
export type BodyName = keyof typeof BODIES;
