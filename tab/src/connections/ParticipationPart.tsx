import { Button } from '@fluentui/react-components';
import type { Participation } from '../../../contracts/connections.js';
import { KindChoices } from './KindChoices.js';
import { texts } from './texts.js';
import type { Draft } from './useDraft.js';
import { Spinner } from '../app/Spinner.js';

/** Which companies take part, with a count of what is chosen. */
export function ParticipationPart({ draft, isFile = false, onChoose }: { readonly draft: Draft; /** The companies come from a file. */ readonly isFile?: boolean; readonly onChoose: (participation: Participation) => void }) {
  const { form, kinds, counted, running, run } = draft;
  const { typeIds, statusIds } = form.participation;
  const isWithoutKinds = kinds?.kind === 'kinds' && kinds.types.length + kinds.statuses.length === 0;
  const isDefault = typeIds === null && statusIds === null;
  return (
    <section className="participation" aria-label={texts.participation}>
      <h3>{texts.participation}</h3>
      <p className="minor">{isDefault ? (isFile ? texts.participationFile : texts.participationDefault) : texts.participationChosen(typeIds?.length ?? null, statusIds?.length ?? null)}</p>
      {running === 'kinds' && <Spinner label={texts.loadingKinds} />}
      {!kinds && running !== 'kinds' && (
        <Button size="small" onClick={() => run('kinds')}>
          {texts.choose}
        </Button>
      )}
      {kinds?.kind === 'none' && <p>{texts.noKinds}</p>}
      {isWithoutKinds && <p>{texts.noKindsFile}</p>}
      {kinds?.kind === 'kinds' && !isWithoutKinds && (
        <>
          <div className="kind-columns">
            <KindChoices title={texts.types} kinds={kinds.types} chosen={typeIds} onChoose={(ids) => onChoose({ typeIds: ids, statusIds })} />
            <KindChoices title={texts.statuses} kinds={kinds.statuses} chosen={statusIds} onChoose={(ids) => onChoose({ typeIds, statusIds: ids })} />
          </div>
          <div className="button-row">
            <Button size="small" disabledFocusable={running !== undefined} onClick={() => run('count')}>
              {running === 'count' ? texts.counting : texts.count}
            </Button>
            {!isDefault && (
              <Button size="small" appearance="subtle" onClick={() => onChoose({ typeIds: null, statusIds: null })}>
                {isFile ? texts.asDefaultFile : texts.asDefault}
              </Button>
            )}
          </div>
        </>
      )}
      <p role="status">{counted && <strong>{texts.counted(counted.count)}</strong>}</p>
    </section>
  );
}
