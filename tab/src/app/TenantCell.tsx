import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton.js';

/** A tenant by its name; its id is there to be copied. */
export function TenantCell({ name, minor, tenantId }: { readonly name: string; readonly minor: ReactNode; readonly tenantId: string }) {
  return (
    <>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      <span className="minor block">{minor}</span>
      <span className="minor block guid">
        <bdi>{tenantId}</bdi> <CopyButton text={tenantId} of={name} />
      </span>
    </>
  );
}
