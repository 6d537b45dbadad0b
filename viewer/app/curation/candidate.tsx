/** A pair that may be one: both side by side with what is known of each and its sentences, and why they are asked about. */
import type { Candidate, CandidateEntity, CandidateSentence } from '../../curation-contract.ts';
import type { Palette } from '../graph/palette.ts';
import { Glyph, TypeIcon } from '../panels/symbols.tsx';
import { bulletinName, counted, dateWords, isolated } from '../text/words.ts';

const TYPE_WORDS: Readonly<Record<CandidateEntity['type'], string>> = {
  Person: 'person',
  Country: 'country',
  Organization: 'organization',
  Place: 'place',
  Facility: 'facility',
  Group: 'group',
  Agreement: 'agreement',
};

export const questionOf = ({ one }: Candidate): string => `Is this one ${TYPE_WORDS[one.type]}, or two?`;

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The sentence with the entity's own words marked; every part is a text node. */
const Words = ({ sentence: { text, words } }: { sentence: CandidateSentence }) => {
  const parts: (string | { words: string; at: number })[] = [];
  let from = 0;
  for (const { start, end } of words) {
    if (start < from || end <= start) continue;
    parts.push(text.slice(from, start), { words: text.slice(start, end), at: start });
    from = end;
  }
  parts.push(text.slice(from));
  return (
    <>
      {parts.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <mark key={part.at} class="mark mark-own mark-subject">
            {part.words}
          </mark>
        ),
      )}
    </>
  );
};

const Sentence = ({ sentence, onBulletin }: { sentence: CandidateSentence; onBulletin: (id: string) => void }) => (
  <li>
    <blockquote class="sentence" dir="auto">
      <Words sentence={sentence} />
    </blockquote>
    <p class="quiet candidate-source">
      {sentence.source ?? 'source not named'} · {dateWords(sentence.publishedAt)} ·{' '}
      <button
        type="button"
        class="link"
        onClick={() => onBulletin(sentence.bulletin)}
        aria-label={`Open the bulletin: ${isolated(bulletinName({ ...sentence, begins: sentence.text }))}`}
      >
        open bulletin
      </button>
    </p>
  </li>
);

const Known = ({ name, values }: { name: string; values: readonly string[] }) =>
  values.length === 0 ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{values.join(', ')}</dd>
    </div>
  );

interface Props {
  candidate: Candidate;
  palette: Palette;
  onBulletin: (id: string) => void;
}

const Side = ({ entity, candidate, palette, onBulletin }: Props & { entity: CandidateEntity }) => {
  const sentences = candidate.sentences.filter((sentence) => sentence.entity === entity.id);
  return (
    <article class="candidate-side" aria-label={entity.name}>
      <header>
        <TypeIcon type={entity.type} palette={palette} size={36} />
        <div>
          <h4 dir="auto">{entity.name}</h4>
          <p class="quiet">
            {entity.type} · in {counted(entity.bulletins, 'bulletin', 'bulletins')}
          </p>
        </div>
      </header>
      <dl class="candidate-known">
        <Known name="Of" values={entity.countries} />
        <Known name="Office" values={entity.offices} />
        <Known name="Related to" values={entity.related} />
      </dl>
      {sentences.length === 0 ? (
        <p class="empty">No statement is about it; it is only mentioned.</p>
      ) : (
        <ul class="candidate-sentences">
          {sentences.map((sentence) => (
            <Sentence key={`${sentence.bulletin} ${sentence.text}`} sentence={sentence} onBulletin={onBulletin} />
          ))}
        </ul>
      )}
    </article>
  );
};

export const CandidateView = (props: Props) => {
  const { candidate } = props;
  return (
    <>
      <section class="why" aria-labelledby="why-title">
        <h4 id="why-title">Why it is asked</h4>
        <ul>
          {candidate.reasons.map((reason) => (
            <li key={reason} class="why-for">
              <Glyph name="check" /> {sentenceCase(reason)}
            </li>
          ))}
          {candidate.doubts.map((doubt) => (
            <li key={doubt} class="why-against">
              <Glyph name="close" /> But: {doubt}
            </li>
          ))}
        </ul>
        <p class="why-score" title="How alike the names are, with what else is known; 1 is the most">
          Score {candidate.score.toFixed(2)}
        </p>
      </section>
      <div class="candidate-sides">
        <Side {...props} entity={candidate.one} />
        <Side {...props} entity={candidate.other} />
      </div>
    </>
  );
};
