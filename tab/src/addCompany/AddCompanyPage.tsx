import './addCompany.css';
import { Button, Switch } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import { useCallback, useRef, useState, type FormEvent } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { SaveRow } from '../../../contracts/mappings.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { psaLabel } from '../app/psaLabel.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { CompanySearch } from '../companyPicker/CompanySearch.js';
import { useSuggestion } from '../companyPicker/useSuggestion.js';
import { CreateCompanyButtons } from '../newCompany/CreateCompanyButtons.js';
import { NewCompanyDialog } from '../newCompany/NewCompanyDialog.js';
import { SaveOutcome } from '../saving/SaveOutcome.js';
import { useSave } from '../saving/useSave.js';
import { useUndo, type UndoWish } from '../saving/useUndo.js';
import { listOf } from '../app/wording.js';
import { changeForm, emptyForm, isLinkedAlready, linkedNames, toSaveRow, type AddForm } from './addModel.js';
import { FormField } from './FormField.js';
import { SavedCard } from './SavedCard.js';
import { SelectField } from './SelectField.js';
import { SuggestionLine } from './SuggestionLine.js';
import { TenantField } from './TenantField.js';
import { texts } from './texts.js';

/** Company Details: one tenant, one company. */
export function AddCompanyPage() {
  const { api, canMap, connections, goTo, listsVersion } = useTab();
  const [form, setForm] = useState(emptyForm);
  const [typed, setTyped] = useState<string | null>(null);
  const [wasAsked, setWasAsked] = useState(false);
  const [creatingIn, setCreatingIn] = useState<string>();
  const formRef = useRef<HTMLFormElement>(null);
  const saving = useSave();
  const undoing = useUndo();
  const load = useCallback(
    async (signal: AbortSignal) => {
      void listsVersion;
      return (await api.call('listTenants', {}, { signal })).tenants;
    },
    [api, listsVersion],
  );
  const { data: tenants, error, reload } = useLoad(load);
  // A reload may bring another version of the chosen tenant: that one counts.
  const current: AddForm = { ...form, tenant: tenants?.find(({ tenantId }) => tenantId === form.tenant?.tenantId) ?? form.tenant };
  const suggestion = useSuggestion(canMap ? form.tenant?.tenantId : undefined, form.psaConnectionId);
  const { tenant, company } = current;
  const set = (change: Partial<AddForm>) => {
    if (saving.state.kind !== 'saving') saving.dismiss();
    undoing.dismiss();
    setForm(changeForm(current, change));
  };
  const isSame = isLinkedAlready(current);
  const companyProblem = isSame && tenant && company ? texts.same(tenant.name, company.name) : wasAsked && !company ? texts.companyMissing : undefined;
  const tenantProblem = wasAsked && !tenant ? texts.tenantMissing : undefined;
  const linked = tenant ? linkedNames(tenant) : [];

  const save = async (rows: readonly SaveRow[]) => {
    undoing.dismiss();
    const result = await saving.save(rows);
    if (result?.kind === 'saved' || result?.kind === 'unchanged') reload();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWasAsked(true);
    const row = toSaveRow(current);
    if (row) void save([row]);
    else setTimeout(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const undo = async (changeSetId: string, wish: UndoWish = {}) => {
    const result = await undoing.undo(changeSetId, wish);
    if (result?.kind === 'undone') saving.dismiss();
    reload();
  };
  const takeSuggested = (best: CompanyView) => {
    set({ company: best });
    // The button that was pressed goes with the hint.
    formRef.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  };
  const another = () => {
    saving.dismiss();
    undoing.dismiss();
    setWasAsked(false);
    setForm({ ...emptyForm, psaConnectionId: form.psaConnectionId, partnerAccountId: form.partnerAccountId });
  };

  const saved = saving.state.kind === 'answered' && saving.state.result.kind === 'saved' ? saving.state.result : undefined;
  const psas = connections.psaConnections.map((psa) => ({ id: psa.psaConnectionId, name: psaLabel(psa) }));
  const accounts = connections.partnerAccounts.map(({ partnerAccountId, name }) => ({ id: partnerAccountId, name }));
  const outcome = <SaveOutcome saving={saving} undoing={undoing} nameOf={(id) => (id === tenant?.tenantId ? tenant.name : id)} onSave={(rows) => void save(rows)} onUndo={(id, wish) => void undo(id, wish)} onReload={reload} />;

  return (
    <div className="page">
      <PageHeader
        title={texts.title}
        hasBack
        actions={
          canMap && (
            <Button icon={<TableAddRegular />} onClick={() => goTo('bulk')}>
              {texts.bulk}
            </Button>
          )
        }
      />
      <main className="page-main add-main">
        {!canMap && <Notice kind="info">{appTexts.readOnly}</Notice>}
        {error && <ErrorNotice error={error} onRetry={reload} />}
        {!tenants && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {saved && tenant && company && (
          <>
            {undoing.state.kind !== 'idle' && outcome}
            <SavedCard tenant={tenant} company={company} changeSetId={saved.summary.changeSetId} isRepeat={saved.isRepeat} isUndoing={undoing.state.kind === 'undoing'} onUndo={() => void undo(saved.summary.changeSetId)} onAnother={another} />
          </>
        )}
        {tenants && canMap && !saved && (
          <>
            {outcome}
            <form ref={formRef} className="card" noValidate onSubmit={submit}>
              <h2>{texts.section}</h2>
              <SelectField label={texts.psa} anyText={texts.anyPsa} choices={psas} chosen={form.psaConnectionId} onChoose={(psaConnectionId) => set({ psaConnectionId })} />
              <FormField label={texts.company} problem={companyProblem}>
                {(ids) => (
                  <CompanySearch
                    {...ids}
                    key={`${form.psaConnectionId ?? ''}/${company?.companyId ?? ''}`}
                    label={texts.company}
                    psaConnectionId={form.psaConnectionId}
                    candidates={suggestion.kind === 'found' ? suggestion.candidates : []}
                    chosen={company}
                    isInvalid={companyProblem !== undefined}
                    onPick={(picked) => set({ company: picked })}
                  />
                )}
              </FormField>
              <SelectField label={texts.account} anyText={texts.anyAccount} choices={accounts} chosen={form.partnerAccountId} onChoose={(partnerAccountId) => set({ partnerAccountId })} />
              <FormField
                label={texts.tenant}
                problem={tenantProblem}
                aside={<Switch className="form-switch" label={texts.showAdded} labelPosition="before" checked={form.showAdded} onChange={(_, { checked }) => set({ showAdded: checked })} />}
              >
                {(ids) => <TenantField {...ids} isInvalid={tenantProblem !== undefined} tenants={tenants} form={current} typed={typed} onType={setTyped} onPick={(picked) => set({ tenant: picked })} />}
              </FormField>
              {tenant && linked.length > 0 && !isSame && <Notice kind="warning">{texts.alsoLinked(tenant.name, listOf(linked))}</Notice>}
              <SuggestionLine suggestion={suggestion} form={current} onUse={takeSuggested} />
              {tenant && !company && (
                <div className="create-offer">
                  <CreateCompanyButtons psaConnectionId={form.psaConnectionId} onCreate={setCreatingIn} />
                </div>
              )}
              <div className="button-row">
                <Button type="submit" appearance="primary" size="large" disabledFocusable={saving.state.kind === 'saving'}>
                  {saving.state.kind === 'saving' ? saving.state.progress.text : texts.save}
                </Button>
              </div>
            </form>
          </>
        )}
      </main>
      {creatingIn !== undefined && tenant && (
        <NewCompanyDialog
          tenant={tenant}
          psaConnectionId={creatingIn}
          onChosen={(chosen) => {
            setCreatingIn(undefined);
            takeSuggested(chosen);
          }}
          onClose={() => setCreatingIn(undefined)}
        />
      )}
    </div>
  );
}
