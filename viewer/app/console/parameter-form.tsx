/** One field for each parameter of the query: typed, with its meaning, default and an example. */
import type { GraphSchema } from '../../query-contract.ts';
import { predicateWords } from '../text/words.ts';
import type { ParameterField } from './parameters.ts';

interface Props {
  fields: readonly ParameterField[];
  values: Readonly<Record<string, string>>;
  schema: GraphSchema | null;
  onValue: (name: string, value: string) => void;
}

const hintOf = ({ type, required, default: preset, example, min, max }: ParameterField): string =>
  [
    type === 'entity' ? 'id, name or alias' : type === 'date' ? 'YYYY, YYYY-MM or YYYY-MM-DD' : '',
    min !== null && max !== null ? `${min} to ${max}` : '',
    required ? '' : preset === null ? 'may be left empty' : `default ${String(preset)}`,
    example === null ? '' : `for example ${String(example)}`,
  ]
    .filter((part) => part !== '')
    .join('; ');

const Control = ({
  field,
  value,
  schema,
  onValue,
}: {
  field: ParameterField;
  value: string;
  schema: GraphSchema | null;
  onValue: (value: string) => void;
}) => {
  const id = `parameter-${field.name}`;
  const shared = { id, 'aria-describedby': `${id}-hint`, required: field.required };
  const options =
    field.type === 'boolean'
      ? ['true', 'false']
      : field.type === 'predicate'
        ? schema?.relationshipTypes.flatMap(({ type, meaning }) => (meaning === null ? [] : [type]))
        : undefined;
  if (options) {
    return (
      <select {...shared} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{field.required ? 'choose…' : 'any'}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {predicateWords(option)}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === 'integer' || field.type === 'number') {
    return (
      <input
        {...shared}
        type="number"
        step={field.type === 'integer' ? 1 : 'any'}
        min={field.min ?? undefined}
        max={field.max ?? undefined}
        placeholder={field.default === null ? '' : String(field.default)}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      type="text"
      pattern={field.type === 'date' ? '\\d{4}(-\\d{2}(-\\d{2})?)?' : undefined}
      placeholder={field.default === null ? '' : String(field.default)}
      autocomplete="off"
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  );
};

export const ParameterForm = ({ fields, values, schema, onValue }: Props) => {
  if (fields.length === 0) return null;
  return (
    <fieldset class="parameters">
      <legend class="visually-hidden">Parameters</legend>
      {fields.map((field) => (
        <div key={field.name} class="parameter">
          <label for={`parameter-${field.name}`}>
            <code>${field.name}</code> {field.meaning}
          </label>
          <Control
            field={field}
            value={values[field.name] ?? ''}
            schema={schema}
            onValue={(value) => onValue(field.name, value)}
          />
          <span class="quiet small" id={`parameter-${field.name}-hint`}>
            {hintOf(field)}
          </span>
        </div>
      ))}
    </fieldset>
  );
};
