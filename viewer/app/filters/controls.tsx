/** The controls that filters are made of: a part that folds, a button that stays pressed, a choice among many. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { brief, number } from '../text/words.ts';

/** Opens by itself when a filter of it is set, and closes by the person's hand alone. */
export const Part = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) => {
  const [unfolded, setUnfolded] = useState(open);
  useEffect(() => {
    if (open) setUnfolded(true);
  }, [open]);
  return (
    <details
      class="filter-part"
      open={unfolded}
      onToggle={(event) => {
        setUnfolded(event.currentTarget.open);
      }}
    >
      <summary>{title}</summary>
      <div class="filter-part-body">{children}</div>
    </details>
  );
};

export const Toggle = ({
  on,
  count,
  children,
  onPress,
}: {
  on: boolean;
  count: number;
  children: ComponentChildren;
  onPress: () => void;
}) => (
  <button type="button" class="chip" aria-pressed={on} onClick={onPress}>
    {children} <span class="count">{number(count)}</span>
  </button>
);

export const Pick = ({
  label,
  value,
  choices,
  onPick,
}: {
  label: string;
  value: string;
  choices: readonly { value: string; name: string }[];
  onPick: (value: string) => void;
}) => (
  <label class="pick">
    <span>{label}</span>
    <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {brief(choice.name)}
        </option>
      ))}
    </select>
  </label>
);
