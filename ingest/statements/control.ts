/** Verbs that hand their object down as the subject of what follows, and the prepositions that do the same. */

/** "urge X to do": X does it. */
export const OBJECT_CONTROL: ReadonlySet<string> = new Set(
  (
    'urge ask tell order instruct direct command force compel require allow permit enable authorize authorise invite ' +
    'encourage persuade convince press pressure push call appeal advise warn request beg implore want expect help ' +
    'forbid ban cause lead train send deploy get oblige task commission nominate elect appoint choose challenge incite prompt provoke ' +
    'induce coax motivate bribe hire recruit assign spur tempt lure trick blackmail coerce intimidate teach entice goad prod'
  ).split(' '),
);

/** "accuse X of doing", "prevent X from doing", "criticize X for doing", "warn X against doing". */
export const OBJECT_OF_PREPOSITION: ReadonlySet<string> = new Set([
  'of',
  'from',
  'for',
  'against',
  'over',
  'about',
  'with',
  'into',
]);

/** Words that speak for whoever issues them: "signed a decree banning", "issued a statement condemning". */
export const DOCUMENTS: ReadonlySet<string> = new Set(
  (
    'statement declaration proclamation law bill resolution letter order decree report message speech remark comment ' +
    'article petition ruling directive communiqué communique motion legislation regulation tweet post interview ultimatum ' +
    'warning appeal verdict decision announcement policy programme program campaign protest rally demonstration strike'
  ).split(' '),
);

/** Verbs whose subject speaks or takes a stand: what goes on behind reported speech is the speaker's again. */
export const REACTIONS: ReadonlySet<string> = new Set(
  (
    'condemn criticize criticise denounce accuse blame call urge praise welcome thank vow pledge promise threaten warn demand ' +
    'express reject deny defend add say announce apologize apologise insist stress question appeal'
  ).split(' '),
);

/** Nouns of what somebody means to do: whose they are does what the infinitive below says. */
export const PURPOSES: ReadonlySet<string> = new Set(
  'plan plot effort bid attempt intention threat decision proposal offer conspiracy campaign vow pledge promise scheme ambition readiness refusal push desire'.split(
    ' ',
  ),
);

/** Nouns addressed to whoever is to do what follows: "an ultimatum to the rebels to leave". */
export const ADDRESSED: ReadonlySet<string> = new Set(
  'ultimatum call appeal order request demand warning plea instruction invitation'.split(' '),
);

/** "appoints X to replace Y": verbs whose object takes over, and what it does then. */
export const APPOINTING: ReadonlySet<string> = new Set(
  'appoint name nominate elect choose select pick install hire designate promote'.split(' '),
);
export const TAKING_OVER: ReadonlySet<string> = new Set(
  'replace succeed lead head chair represent oversee run'.split(' '),
);
