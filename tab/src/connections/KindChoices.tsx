import { useId } from 'react';
import type { CompanyKind } from '../../../contracts/connections.js';
import { texts } from './texts.js';

type Props = { readonly title: string; readonly kinds: readonly CompanyKind[]; /** Null: those that do by default. */ readonly chosen: readonly string[] | null; readonly onChoose: (ids: string[]) => void };

/** Types or statuses to tick. */
export function KindChoices({ title, kinds, chosen, onChoose }: Props) {
  const id = useId();
  if (kinds.length === 0) return null;
  const ids = chosen ?? kinds.filter(({ takesPartByDefault }) => takesPartByDefault).map((kind) => kind.id);
  return (
    <fieldset className="kind-choices" aria-describedby={ids.length === 0 ? `${id}-none` : undefined}>
      <legend>{title}</legend>
      {kinds.map((kind) => (
        <label key={kind.id}>
          <input type="checkbox" checked={ids.includes(kind.id)} onChange={(event) => onChoose(event.target.checked ? [...ids, kind.id] : ids.filter((one) => one !== kind.id))} />
          <span>
            {kind.name} {kind.takesPartByDefault && <span className="minor">{texts.byDefault}</span>}
          </span>
        </label>
      ))}
      {ids.length === 0 && (
        <p id={`${id}-none`} className="connection-problem">
          {texts.nothingChosen}
        </p>
      )}
    </fieldset>
  );
}
