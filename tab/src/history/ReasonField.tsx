import { Input } from '@fluentui/react-components';
import { texts } from './texts.js';

/** Why; it is kept with the save. */
export function ReasonField({ reason, onChange, takesFocus = false }: { readonly reason: string; readonly onChange: (reason: string) => void; /** Where a press brought the field up. */ readonly takesFocus?: boolean }) {
  return (
    <label className="reason-field">
      {texts.reason}
      <Input autoFocus={takesFocus} maxLength={500} value={reason} onChange={(_, { value }) => onChange(value)} />
    </label>
  );
}
