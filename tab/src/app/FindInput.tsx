import { Search20Regular } from '@fluentui/react-icons';

type Props = { readonly label: string; readonly placeholder: string; readonly value: string; readonly onChange: (value: string) => void };

/** A field that narrows a list down as one types. */
export function FindInput({ label, placeholder, value, onChange }: Props) {
  return (
    <div className="field-box find">
      <Search20Regular aria-hidden className="field-icon" />
      <input type="search" aria-label={label} placeholder={placeholder} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
