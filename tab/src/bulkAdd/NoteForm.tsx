import { Button } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { maxNoteLength } from '../../../contracts/draft.js';
import { texts } from './texts.js';

type Props = { readonly text: string; readonly onSave: (text: string) => void; readonly onCancel: () => void };

/** A note on a tenant, for everybody who works on this page. */
export function NoteForm({ text, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(typed.trim());
  };
  return (
    <form className="ignore-form" onSubmit={submit}>
      <label>
        {texts.noteLabel}
        <textarea className="text-area" autoFocus rows={2} maxLength={maxNoteLength} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <div className="button-row">
        <Button type="submit" appearance="primary">
          {texts.saveNote}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
