import { Button, Input } from '@fluentui/react-components';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { NewCompanyForm as Given } from '../../../contracts/psaWrites.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { texts as appTexts } from '../app/texts.js';
import { DuplicateList } from './DuplicateList.js';
import { texts } from './texts.js';
import { useCreateCompany } from './useCreateCompany.js';

type Props = {
  readonly given: Given;
  readonly tenantId: string;
  readonly psaConnectionId: string;
  readonly onUse: (company: CompanyView) => void;
  readonly onCreated: (company: CompanyView, psaName: string) => void;
  readonly onClose: () => void;
};

const textFields = ['name', 'website', 'phone', 'addressLine', 'city'] as const;

/** Possible duplicates, the fields, and one press that writes to the PSA. */
export function NewCompanyForm({ given, tenantId, psaConnectionId, onUse, onCreated, onClose }: Props) {
  const { psaName, types } = given;
  const id = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(given.fields);
  const [duplicates, setDuplicates] = useState(given.duplicates);
  const [isSeen, setIsSeen] = useState(false);
  const [wasAsked, setWasAsked] = useState(false);
  const creating = useCreateCompany(
    (company) => onCreated(company, psaName),
    (found) => {
      setDuplicates([...found]);
      setIsSeen(false);
      setWasAsked(false);
    },
  );
  const { state } = creating;
  const order = { tenantId, psaConnectionId, fields, seenCompanyIds: isSeen ? duplicates.map(({ company }) => company.companyId) : [] };
  const nameProblem = wasAsked && fields.name.trim() === '' ? texts.nameMissing : undefined;
  const seenProblem = wasAsked && duplicates.length > 0 && !isSeen ? texts.notSeen : undefined;
  const isReady = fields.name.trim() !== '' && (duplicates.length === 0 || isSeen);
  const isBusy = state.kind === 'creating';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasAsked(true);
    if (isReady) void creating.create(order);
    else setTimeout(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  return (
    <form ref={formRef} className="new-company" noValidate autoComplete="off" onSubmit={submit}>
      <DuplicateList psaName={psaName} duplicates={duplicates} isSeen={isSeen} problem={seenProblem} onSeen={setIsSeen} onUse={onUse} />
      {textFields.map((field) => (
        <div key={field} className="new-field">
          <label htmlFor={`${id}-${field}`}>{texts[field]}</label>
          <Input
            id={`${id}-${field}`}
            maxLength={200}
            spellCheck={false}
            disabled={isBusy || state.kind === 'unclear'}
            aria-required={field === 'name'}
            aria-invalid={field === 'name' && nameProblem !== undefined}
            aria-describedby={field === 'name' && nameProblem !== undefined ? `${id}-problem` : undefined}
            value={fields[field]}
            onChange={(_, { value }) => setFields({ ...fields, [field]: value })}
          />
          {field === 'name' && nameProblem !== undefined && (
            <p id={`${id}-problem`} className="new-problem">
              {nameProblem}
            </p>
          )}
        </div>
      ))}
      {types.length > 0 && (
        <div className="new-field">
          <label htmlFor={`${id}-type`}>{texts.type}</label>
          <select id={`${id}-type`} className="select" disabled={isBusy || state.kind === 'unclear'} value={fields.typeId ?? ''} onChange={(event) => setFields({ ...fields, typeId: event.target.value || null })}>
            <option value="">{texts.usualType(psaName)}</option>
            {types.map((type) => (
              <option key={type.id} value={type.id}>
                {type.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {state.kind === 'failed' && <ErrorNotice error={state.error} />}
      {state.kind === 'duplicates' && <Notice kind="warning">{state.sentence}</Notice>}
      {state.kind === 'unclear' && (
        <Notice
          kind="warning"
          takesFocus
          actions={
            <>
              <Button size="small" appearance="primary" onClick={() => void creating.resend(state.request)}>
                {texts.lookAgain}
              </Button>
              <Button size="small" onClick={() => void creating.create(order)}>
                {texts.again}
              </Button>
            </>
          }
        >
          {state.sentence}
        </Notice>
      )}
      {state.kind !== 'unclear' && <Notice kind="info">{texts.warning(psaName)}</Notice>}
      <div className="button-row new-actions">
        <Button appearance="primary" type="submit" disabledFocusable={isBusy || state.kind === 'unclear'}>
          {isBusy ? texts.creating(psaName) : texts.submit(psaName)}
        </Button>
        <Button onClick={onClose}>{appTexts.cancel}</Button>
      </div>
    </form>
  );
}
