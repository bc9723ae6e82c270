import { Button, Input } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { texts } from './texts.js';

type Props = { readonly onIgnore: (reason: string, until: string | null) => void; readonly onCancel: () => void };

/** Why a tenant needs no company, and until when. */
export function IgnoreForm({ onIgnore, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onIgnore(reason.trim(), until === '' ? null : until);
  };
  return (
    <form className="ignore-form" onSubmit={submit}>
      <p>{texts.ignoreText}</p>
      <label>
        {texts.ignoreReason}
        <Input autoFocus maxLength={500} value={reason} onChange={(_, { value }) => setReason(value)} />
      </label>
      <label>
        {texts.ignoreUntil}
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </label>
      <div className="button-row">
        <Button type="submit" appearance="primary">
          {texts.ignore}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
