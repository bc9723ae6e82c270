import { SearchCombobox } from '../app/SearchCombobox.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { listOf } from '../app/wording.js';
import { linkedNames, offeredTenants, type AddForm } from './addModel.js';
import { texts } from './texts.js';

type Props = {
  readonly inputId: string;
  readonly labelId: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
  readonly tenants: readonly TenantRow[];
  readonly form: AddForm;
  /** What is typed; null: nothing since the last choice. */
  readonly typed: string | null;
  readonly onType: (typed: string | null) => void;
  readonly onPick: (tenant: TenantRow) => void;
};

/** The searchable list of the account's tenants. */
export function TenantField({ inputId, labelId, describedBy, isInvalid, tenants, form, typed, onType, onPick }: Props) {
  const { shown, total, hidden } = offeredTenants(tenants, { ...form, find: typed ?? '' });
  return (
    <SearchCombobox
      label={texts.tenant}
      inputId={inputId}
      labelId={labelId}
      describedBy={describedBy}
      isInvalid={isInvalid}
      placeholder={texts.tenantPlaceholder}
      query={typed ?? form.tenant?.name ?? ''}
      onQuery={onType}
      hint={total === 0 ? texts.noTenant(hidden) : texts.shown(shown.length, total)}
      options={shown.map((tenant) => ({ key: tenant.tenantId, isChosen: tenant.tenantId === form.tenant?.tenantId, content: <TenantOption tenant={tenant} /> }))}
      onPick={(key) => {
        const picked = shown.find(({ tenantId }) => tenantId === key);
        onType(null);
        if (picked) onPick(picked);
      }}
    />
  );
}

function TenantOption({ tenant }: { readonly tenant: TenantRow }) {
  const linked = linkedNames(tenant);
  return (
    <>
      <span className="option-name">
        <bdi>{tenant.name}</bdi>
      </span>
      <span className="minor block">{tenant.domain}</span>
      <span className="minor block guid">{tenant.tenantId}</span>
      {linked.length > 0 && <span className="option-linked block">{texts.linkedTo(listOf(linked))}</span>}
    </>
  );
}
