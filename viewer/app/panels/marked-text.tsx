/** A text with its marks. Everything is a text node: whatever a bulletin holds, it is shown and never run. */
import type { Role, Segment } from '../text/marks.ts';

const ORDER: readonly Role[] = ['subject', 'object', 'saidBy', 'place', 'quote'];
const SPOKEN: Readonly<Record<Role, string>> = {
  subject: 'subject',
  object: 'object',
  saidBy: 'said by',
  place: 'place',
  quote: 'quote',
};

/** `statement`: whose marks stand out; the others are pale. Null: all are alike. */
export const MarkedText = ({
  segments,
  statement,
  onStatement,
}: {
  segments: readonly Segment[];
  statement: string | null;
  onStatement?: (statement: string) => void;
}) => (
  <>
    {segments.map((segment) => {
      if (segment.marks.length === 0) return segment.text;
      const own = segment.marks.filter((mark) => statement === null || mark.statement === statement);
      const shown = own.length > 0 ? own : segment.marks;
      const roles = ORDER.filter((role) => shown.some((mark) => mark.role === role));
      const classes = ['mark', ...roles.map((role) => `mark-${role}`), own.length > 0 ? 'mark-own' : 'mark-other'];
      const [first] = shown;
      return (
        <mark
          key={segment.start}
          class={classes.join(' ')}
          title={roles.map((role) => SPOKEN[role]).join(', ')}
          data-own={own.length > 0 ? '' : undefined}
          onClick={onStatement && first ? () => onStatement(first.statement) : undefined}
        >
          {segment.text}
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
