import { FormField } from './FormField.js';

type Props = {
  readonly label: string;
  readonly anyText: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
};

/** Asked only where there is something to choose. */
export function SelectField({ label, anyText, choices, chosen, onChoose }: Props) {
  if (choices.length < 2) return null;
  return (
    <FormField label={label}>
      {({ inputId }) => (
        <select id={inputId} className="select" value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
          <option value="">{anyText}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
