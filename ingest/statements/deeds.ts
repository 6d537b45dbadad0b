/** Nouns of deeds, as far as the rules must know what hangs under them. */

/** Deeds of force with an agent of their own: "killed in an attack by rebels". */
export const FORCEFUL: ReadonlySet<string> = new Set(
  (
    'attack airstrike strike raid assault bombing shelling ambush offensive bombardment operation fire gunfire clash battle ' +
    'shooting explosion blast fighting crackdown barrage massacre invasion incursion rocket missile drone bomb'
  ).split(' '),
);

/** Deeds whose "of" names the victim: who condemns "the killing of X" does not condemn X. */
export const SUFFERED: ReadonlySet<string> = new Set(
  (
    'killing murder assassination execution massacre arrest detention imprisonment jailing abduction kidnapping ' +
    'persecution torture invasion occupation annexation bombing bombardment shelling seizure expulsion deportation ' +
    'treatment mistreatment destruction poisoning release beating shooting sentencing conviction removal ouster ' +
    'dismissal death loss siege capture conscription recruitment extradition prosecution trial eviction displacement starvation ' +
    'hanging lynching rape harassment exclusion disqualification impeachment demolition closure repatriation ' +
    'reunification unification partition division merger privatization privatisation'
  ).split(' '),
);

/** Deeds whose possessor undergoes them, where nothing else does: "the journalist's arrest". */
export const PATIENTS: ReadonlySet<string> = new Set(
  (
    'arrest detention imprisonment jailing murder assassination execution death abduction kidnapping release sentencing ' +
    'conviction removal ouster dismissal expulsion deportation poisoning beating killing'
  ).split(' '),
);

/** What takes place somewhere: the word before it ("the Iraq war") says where or which, not whose. */
export const HAPPENINGS: ReadonlySet<string> = new Set(
  (
    'war conflict election summit conference coup crisis referendum earthquake disaster pandemic festival olympics ' +
    'games tournament cup championship genocide massacre famine revolution uprising anniversary'
  ).split(' '),
);

/** What does harm only in somebody's hand. */
export const WEAPONS: ReadonlySet<string> = new Set(
  'missile rocket drone bomb shell airstrike strike bullet artillery fire jet warplane mortar attack bombing shelling'.split(
    ' ',
  ),
);

/** What happens to vehicles by themselves. */
export const MISHAPS: ReadonlySet<string> = new Set(
  'crash collide derail overturn plunge capsize sink fall ram veer skid explode'.split(' '),
);

/** What kills by accident rather than at its owner's will. */
export const VEHICLES: ReadonlySet<string> = new Set(
  'plane airplane airliner aircraft train bus car truck boat ferry van vehicle taxi ship flight lorry tram'.split(' '),
);

/** Acts of giving way, whose "of" and owner name whoever is to do them: "the withdrawal of X's troops". */
export const DECLINING: ReadonlySet<string> = new Set(
  'withdrawal pullout pull-out retreat departure disarmament surrender demilitarization demilitarisation'.split(' '),
);

/** Nouns that only say what is to become of a deed, with the prepositions before the deed itself: "an end to", "a probe into". */
export const HEADED: ReadonlyMap<string, readonly string[]> = new Map([
  ...['end', 'halt', 'stop', 'cessation', 'suspension', 'pause', 'reversal'].map(
    (noun): [string, readonly string[]] => [noun, ['to', 'of', 'in']],
  ),
  ...['investigation', 'inquiry', 'probe', 'enquiry'].map((noun): [string, readonly string[]] => [
    noun,
    ['into', 'of'],
  ]),
]);
