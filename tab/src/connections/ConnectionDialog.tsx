import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type FormEvent } from 'react';
import type { ConnectionType, ConnectionView } from '../../../contracts/connections.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import { useNow } from '../app/useNow.js';
import { formatAgo } from '../app/ago.js';
import { fieldWords } from '../connectionFields/fieldWords.js';
import { DraftNotices } from './DraftNotices.js';
import { FilePart } from './FilePart.js';
import { ParticipationPart } from './ParticipationPart.js';
import { TextField } from './TextField.js';
import { texts } from './texts.js';
import { useCompanyFile } from './useCompanyFile.js';
import { useDraft } from './useDraft.js';

type Props = {
  readonly type: ConnectionType;
  /** Undefined: a new one. */
  readonly connection?: ConnectionView | undefined;
  /** Asks for the secrets, or for a newer file, alone. */
  readonly part?: 'all' | 'secrets' | 'file';
  /** `gone`: so many companies are not in the new file, as the person has seen. */
  readonly onSaved: (name: string, saved: { readonly source: ConnectionView['source']; readonly isUnchanged: boolean; readonly gone: number }) => void;
  readonly onOtherKind?: () => void;
  readonly onClose: () => void;
};

/** A connection's form, drawn from what its kind needs: tried out before it is saved. */
export function ConnectionDialog({ type, connection, part = 'all', onSaved, onOtherKind, onClose }: Props) {
  const goneCount = useRef(0);
  const draft = useDraft(type, connection, (name, saved) => onSaved(name, { ...saved, gone: goneCount.current }));
  const { form, set, running, problems, run } = draft;
  const file = useCompanyFile(type, connection, draft);
  useEffect(() => {
    goneCount.current = file.preview?.changes?.gone ?? 0;
  }, [file.preview]);
  const isSecretsOnly = part === 'secrets';
  const formRef = useRef<HTMLFormElement>(null);
  const nowMs = useNow(60_000);
  useEffect(() => {
    if (problems.size > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
  const keptAt = (name: string) => connection?.details?.secrets.find((secret) => secret.name === name)?.setAt ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (running === undefined && !file.isReading) run('save');
  };
  const title = part === 'file' ? texts.newerFileTitle(connection?.name ?? '') : isSecretsOnly ? texts.secretsTitle(connection?.name ?? '') : connection ? texts.editTitle(connection.name) : texts.addKind(type.name);
  const hasNothingChosen = form.participation.typeIds?.length === 0 || form.participation.statusIds?.length === 0;
  const actions = (
    <>
      {onOtherKind && (
        <Button appearance="subtle" className="other-kind" onClick={onOtherKind}>
          {texts.otherKind}
        </Button>
      )}
      {!type.takesFile && (
        <Button disabledFocusable={running !== undefined} onClick={() => run('test')}>
          {running === 'test' ? texts.testing : texts.test}
        </Button>
      )}
      <Button appearance="primary" type="submit" form="connection-form" disabledFocusable={running !== undefined || hasNothingChosen || file.isReading || (part === 'file' && form.fileId === null)}>
        {running === 'save' ? texts.saving : texts.save}
      </Button>
      <Button onClick={onClose}>{appTexts.cancel}</Button>
    </>
  );
  return (
    <ModalDialog title={title} onClose={onClose} actions={actions} className="connection-dialog">
      <form id="connection-form" ref={formRef} noValidate autoComplete="off" onSubmit={submit}>
        <DraftNotices draft={draft} type={type} />
        {isSecretsOnly ? (
          <p>{texts.secretsText}</p>
        ) : (
          <>
            {part === 'all' && <TextField label={texts.name} hint={texts.nameHint} isRequired problem={problems.get('name')} value={form.name} onChange={(name) => set({ name })} />}
            {type.takesFile && <FilePart type={type} file={file} columns={form.settings} problems={problems} />}
            {!type.takesFile && type.fields.map((field) => {
              const { name, example, isRequired } = field;
              const { title: label, description, choices } = fieldWords(type.typeId, field);
              return (
                <TextField
                  key={name}
                  label={label}
                  hint={description}
                  example={example === '' ? '' : texts.example(example)}
                  isRequired={isRequired}
                  choices={choices}
                  problem={problems.get(`settings.${name}`)}
                  value={form.settings[name] ?? ''}
                  onChange={(value) => set({ settings: { ...form.settings, [name]: value } })}
                />
              );
            })}
          </>
        )}
        {type.secrets.map((secret) => {
          const { name, isRequired, isLong } = secret;
          const { title: label, description } = fieldWords(type.typeId, secret);
          const setAt = keptAt(name);
          return (
            <TextField
              key={name}
              isSecret
              isLong={isLong}
              label={label}
              hint={setAt === null ? description : `${description} ${texts.kept(formatAgo(setAt, nowMs))}`}
              isRequired={isRequired && setAt === null}
              problem={problems.get(`secrets.${name}`)}
              value={form.secrets[name] ?? ''}
              onChange={(value) => set({ secrets: { ...form.secrets, [name]: value } })}
            />
          );
        })}
        {!isSecretsOnly && type.secrets.length > 0 && <p className="minor">{texts.secretsHint}</p>}
      </form>
      {part === 'all' && type.kind === 'psa-connection' && (!type.takesFile || file.preview) && <ParticipationPart draft={draft} isFile={type.takesFile} onChoose={type.takesFile ? file.setParticipation : (participation) => set({ participation })} />}
    </ModalDialog>
  );
}
