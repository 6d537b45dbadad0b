/**
 * A bulletin's text as it came, with the words of every entity coloured by its type and opening it, and the words of every
 * statement marked; one statement at a time is in the light. Everything is a text node: it is shown and never run.
 */
import type { Ref } from 'preact';
import type { Mention } from '../../contract.ts';
import type { Palette } from '../graph/palette.ts';
import type { Role } from '../text/marks.ts';
import type { Run, Words } from '../text/reading.ts';
import { nextOf, statementsAt } from '../text/reading.ts';

const ORDER: readonly Role[] = ['subject', 'object', 'saidBy', 'place', 'quote'];

interface Props {
  runs: readonly Run[];
  palette: Palette;
  /** In the light: its subject, words and object stand out. */
  lit: string | null;
  /** Chosen, as opposed to pointed at. */
  chosen: string | null;
  onPoint: (statement: string | null) => void;
  onChoose: (statement: string) => void;
  onEntity: (mention: Mention) => void;
  box: Ref<HTMLDivElement>;
}

const StatementWords = ({ words, lit, chosen, onPoint, onChoose }: Props & { words: Words }) => {
  const { marks, text } = words;
  if (marks.length === 0) return <>{text}</>;
  const statements = statementsAt(marks);
  const own = marks.filter(({ statement }) => statement === lit);
  const roles = ORDER.filter((role) => own.some((mark) => mark.role === role));
  const classes = [
    'words',
    ...(statements.length > 1 ? ['words-shared'] : []),
    ...roles.map((role) => `mark-${role}`),
    ...(own.length > 0 ? ['mark-own'] : []),
  ];
  const choose = (): void => {
    const next = nextOf(statements, chosen);
    if (next !== null) onChoose(next);
  };
  return (
    <mark
      class={classes.join(' ')}
      data-own={own.length > 0 ? '' : undefined}
      onPointerMove={() => onPoint(chosen !== null && statements.includes(chosen) ? chosen : (statements[0] ?? null))}
      onPointerLeave={() => onPoint(null)}
      onClick={choose}
    >
      {text}
    </mark>
  );
};

const MentionWords = ({ run, mention, ...props }: Props & { run: Run; mention: Mention }) => {
  const first = run.words[0]?.marks ?? [];
  return (
    <span
      role="link"
      tabIndex={run.goesOn ? -1 : 0}
      class="named"
      style={{ '--type': props.palette.types[mention.type] }}
      title={`${mention.name}, ${mention.type}`}
      onFocus={() => props.onPoint(statementsAt(first)[0] ?? null)}
      onBlur={() => props.onPoint(null)}
      onClick={(event) => {
        event.stopPropagation();
        props.onEntity(mention);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        props.onEntity(mention);
      }}
    >
      {run.words.map((words) => (
        <StatementWords key={words.start} {...props} words={words} onChoose={() => props.onEntity(mention)} />
      ))}
    </span>
  );
};

export const ReadingText = (props: Props) => (
  <div ref={props.box} class="bulletin-text" dir="auto">
    {props.runs.map((run) =>
      run.mention === null ? (
        run.words.map((words) => <StatementWords key={words.start} {...props} words={words} />)
      ) : (
        <MentionWords key={run.start} {...props} run={run} mention={run.mention} />
      ),
    )}
  </div>
);
