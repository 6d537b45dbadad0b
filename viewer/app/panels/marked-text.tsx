/** A sentence with the marks of one statement. Everything is a text node: whatever it holds, it is shown and never run. */
import type { Mark, Role, Segment } from '../text/marks.ts';

const ORDER: readonly Role[] = ['subject', 'object', 'saidBy', 'place', 'quote'];
const SPOKEN: Readonly<Record<Role, string>> = {
  subject: 'subject',
  object: 'object',
  saidBy: 'said by',
  place: 'place',
  quote: 'quote',
};

export const MarkedText = ({ segments }: { segments: readonly Segment<Mark>[] }) => (
  <>
    {segments.map(({ text, start, marks }) => {
      if (marks.length === 0) return text;
      const roles = ORDER.filter((role) => marks.some((mark) => mark.role === role));
      return (
        <mark
          key={start}
          class={['mark', 'mark-own', ...roles.map((role) => `mark-${role}`)].join(' ')}
          title={roles.map((role) => SPOKEN[role]).join(', ')}
        >
          {text}
        </mark>
      );
    })}
  </>
);

/** What the colours in a marked text mean. */
export const MarkLegend = () => (
  <p class="mark-legend">
    {ORDER.map((role) => (
      <span key={role} class={`mark mark-own mark-${role}`}>
        {SPOKEN[role]}
      </span>
    ))}
  </p>
);
