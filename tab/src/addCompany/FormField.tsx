import { useId, type ReactNode } from 'react';

type FieldIds = { readonly inputId: string; readonly labelId: string; readonly describedBy: string };
type Props = { readonly label: string; readonly problem?: string | undefined; readonly aside?: ReactNode; readonly children: (ids: FieldIds) => ReactNode };

/** Label, field, and what is wrong with it. */
export function FormField({ label, problem, aside, children }: Props) {
  const id = useId();
  const ids = { inputId: `${id}-input`, labelId: `${id}-label`, describedBy: `${id}-problem` };
  return (
    <div className="form-field">
      <label id={ids.labelId} htmlFor={ids.inputId}>
        {label}
      </label>
      {aside}
      <div className="form-control">{children(ids)}</div>
      <p id={ids.describedBy} className="problem">
        {problem}
      </p>
    </div>
  );
}
