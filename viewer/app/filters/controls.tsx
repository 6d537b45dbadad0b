/** The controls that filters are made of: a part that folds, a button that stays pressed, a choice among many. */
import type { ComponentChildren } from 'preact';
import { brief, number } from '../text/words.ts';

export const Part = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) => (
  <details class="filter-part" open={open}>
    <summary>{title}</summary>
    <div class="filter-part-body">{children}</div>
  </details>
);

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
