import { Input } from '@fluentui/react-components';
import { useId } from 'react';
import { texts } from './texts.js';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly example?: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly isRequired?: boolean;
  /** Not shown while it is typed, and not remembered by the browser. */
  readonly isSecret?: boolean;
  /** It has several lines. */
  readonly isLong?: boolean;
  /** One of these, or none; null: any text. */
  readonly choices?: readonly { readonly value: string; readonly title: string }[] | null;
  /** What no choice is called. */
  readonly noChoice?: string;
  readonly onChange: (value: string) => void;
};

/** Label, field, what it is for, and what is wrong with it. */
export function TextField({ label, hint = '', example = '', problem, value, isRequired = false, isSecret = false, isLong = false, choices = null, noChoice = texts.noChoice, onChange }: Props) {
  const id = useId();
  const describedBy = [hint !== '' && `${id}-hint`, problem !== undefined && `${id}-problem`].filter((part) => part !== false).join(' ');
  const aria = { id, 'aria-required': isRequired, 'aria-invalid': problem !== undefined, 'aria-describedby': describedBy === '' ? undefined : describedBy };
  return (
    <div className="connection-field">
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select {...aria} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
          {(!isRequired || value === '') && <option value="">{noChoice}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      ) : isLong ? (
        <textarea {...aria} className={`text-area ${isSecret ? 'unread' : ''}`} rows={4} autoComplete="off" spellCheck={false} placeholder={example} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input
          {...aria}
          type={isSecret ? 'password' : 'text'}
          autoComplete={isSecret ? 'new-password' : 'off'}
          spellCheck={false}
          placeholder={example}
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="connection-problem">
          {problem}
        </p>
      )}
      {hint !== '' && (
        <p id={`${id}-hint`} className="minor">
          {hint}
        </p>
      )}
    </div>
  );
}
