/** Verbs that carry an event noun and lend it their subject: "hold talks", "impose a ban", "launch an attack". */
export const SUPPORT_VERBS: ReadonlySet<string> = new Set(
  (
    'hold have conduct launch carry stage make pay impose announce sign reach issue lodge file raise express voice give ' +
    'provide offer send begin start open resume continue undertake mount perform take deliver declare extend maintain ' +
    'establish build lead order commit execute initiate complete plan organize organise schedule step intensify ' +
    'pursue wage enjoy keep renew restart attend join enter adopt'
  ).split(' '),
);
