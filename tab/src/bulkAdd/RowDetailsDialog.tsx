import './details.css';
import type { ComponentProps } from 'react';
import { ModalDialog } from '../app/ModalDialog.js';
import { useLayout } from '../app/useLayout.js';
import { RowDetails } from './RowDetails.js';

/** The details of a row where there is no room beside the grid: a dialog, or a sheet over a narrow tab. */
export function RowDetailsDialog({ onClose, ...details }: Omit<ComponentProps<typeof RowDetails>, 'hasKeys'> & { readonly onClose: () => void }) {
  const layout = useLayout();
  return (
    <ModalDialog title={details.row.tenant.name} className={layout === 'narrow' ? 'sheet details' : 'details'} onClose={onClose}>
      <RowDetails key={details.row.tenant.tenantId} {...details} hasKeys={false} />
    </ModalDialog>
  );
}
