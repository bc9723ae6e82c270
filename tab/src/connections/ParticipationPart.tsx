import { Button, Spinner } from '@fluentui/react-components';
import { KindChoices } from './KindChoices.js';
import { texts } from './texts.js';
import type { Draft } from './useDraft.js';

/** Which companies take part, with a count of what is chosen. */
export function ParticipationPart({ draft }: { readonly draft: Draft }) {
  const { form, set, kinds, counted, running, run } = draft;
  const { typeIds, statusIds } = form.participation;
  const isDefault = typeIds === null && statusIds === null;
  return (
    <section className="participation" aria-label={texts.participation}>
      <h3>{texts.participation}</h3>
      <p className="minor">{isDefault ? texts.participationDefault : texts.participationChosen(typeIds?.length ?? null, statusIds?.length ?? null)}</p>
      {running === 'kinds' && <Spinner size="tiny" label={texts.loadingKinds} />}
      {!kinds && running !== 'kinds' && (
        <Button size="small" onClick={() => run('kinds')}>
          {texts.choose}
        </Button>
      )}
      {kinds?.kind === 'none' && <p>{texts.noKinds}</p>}
      {kinds?.kind === 'kinds' && (
        <>
          <div className="kind-columns">
            <KindChoices title={texts.types} kinds={kinds.types} chosen={typeIds} onChoose={(ids) => set({ participation: { typeIds: ids, statusIds } })} />
            <KindChoices title={texts.statuses} kinds={kinds.statuses} chosen={statusIds} onChoose={(ids) => set({ participation: { typeIds, statusIds: ids } })} />
          </div>
          <div className="button-row">
            <Button size="small" disabledFocusable={running !== undefined} onClick={() => run('count')}>
              {running === 'count' ? texts.counting : texts.count}
            </Button>
            {!isDefault && (
              <Button size="small" appearance="subtle" onClick={() => set({ participation: { typeIds: null, statusIds: null } })}>
                {texts.asDefault}
              </Button>
            )}
          </div>
        </>
      )}
      <p role="status">{counted && <strong>{texts.counted(counted.count)}</strong>}</p>
    </section>
  );
}
