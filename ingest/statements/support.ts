/** Verbs that carry an event noun and lend it their subject: "hold talks", "impose a ban", "launch an attack". */
export const SUPPORT_VERBS: ReadonlySet<string> = new Set(
  (
    'hold have conduct launch carry stage make pay impose announce sign reach issue lodge file raise express voice give ' +
    'provide offer send begin start open resume continue undertake mount perform take deliver declare extend maintain ' +
    'establish build lead order commit execute initiate complete plan organize organise schedule step intensify ' +
    'pursue wage enjoy keep renew restart attend join enter adopt speed accelerate hasten prolong'
  ).split(' '),
);

/** Verbs whose subject the deed is done to or aimed at: "faces sanctions", "sparked protests by". */
export const UNDERGO_VERBS: ReadonlySet<string> = new Set(
  'face suffer undergo receive sustain survive escape endure draw spark trigger prompt provoke elicit attract'.split(
    ' ',
  ),
);

/** "the target of an attack", "the subject of sanctions". */
export const UNDERGO_NOUNS: ReadonlySet<string> = new Set('target subject victim object'.split(' '));

/** "engage in violence", "take part in an attack". */
export const ENGAGE_VERBS: ReadonlySet<string> = new Set('engage participate take partake involve'.split(' '));

/** Verbs that say that an event takes place. */
export const OCCURRENCE_VERBS: ReadonlySet<string> = new Set(
  'break erupt occur take continue resume begin start end intensify escalate happen follow rage'.split(' '),
);

/** Nouns that say what kind of thing the event is, and have its arguments: "the impeachment motion of X by Y". */
export const CONTAINERS: ReadonlySet<string> = new Set(
  'motion attempt campaign operation effort series wave bid process rally mission talk round threat'.split(' '),
);

/** Prepositions through which a verb lends its subject: "responded with air strikes on X", "agreed to a withdrawal from Y". */
export const LENDING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['with', new Set('respond retaliate answer reply react proceed go press continue counter'.split(' '))],
  ['to', new Set('agree consent commit resort return proceed resolve'.split(' '))],
]);

/** Verbs whose subject a request or a threat was made to: "rejected a request from X", "defying a threat by X". */
export const ANSWERING: ReadonlySet<string> = new Set(
  'reject refuse decline ignore accept heed defy dismiss rebuff face receive get answer spurn consider obey resist deny'.split(
    ' ',
  ),
);
