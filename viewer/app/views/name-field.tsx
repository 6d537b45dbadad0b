/** Where a view's name is typed: 1 to 200 letters, not only blanks. */
import type { Ref } from 'preact';

const MOST_LETTERS = 200;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onName: (name: string) => void;
  readonly placeholder?: string;
  readonly field?: Ref<HTMLInputElement>;
}

export const NameField = ({ label, value, onName, placeholder, field = null }: Props) => (
  <input
    ref={field}
    class="text-field"
    type="text"
    dir="auto"
    required
    pattern=".*\S.*"
    maxLength={MOST_LETTERS}
    aria-label={label}
    placeholder={placeholder}
    value={value}
    onInput={(event) => onName(event.currentTarget.value)}
  />
);
