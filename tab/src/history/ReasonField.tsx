import { Input } from '@fluentui/react-components';
import { texts } from './texts.js';

/** Why; it is kept with the save. */
export function ReasonField({ reason, onChange }: { readonly reason: string; readonly onChange: (reason: string) => void }) {
  return (
    <label className="reason-field">
      {texts.reason}
      <Input maxLength={500} value={reason} onChange={(_, { value }) => onChange(value)} />
    </label>
  );
}
