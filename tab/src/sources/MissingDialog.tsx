import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { Finding, MissingAnswer } from '../../../contracts/missing.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Spinner } from '../app/Spinner.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useDebounced } from '../app/useDebounced.js';
import { useLoad } from '../app/useLoad.js';
import { useNow } from '../app/useNow.js';
import { useTab } from '../app/useTab.js';
import { listOf } from '../app/wording.js';
import { remarkText } from '../remarks/remarkText.js';
import { listSentence } from './sourceHealthText.js';
import { texts } from './texts.js';

const shortest = 2;

/** Type a customer's name or domain, and read which list, filter, link or decision hides it. */
export function MissingDialog({ query = '', onClose }: { readonly query?: string; readonly onClose: () => void }) {
  const { api } = useTab();
  const announce = useAnnounce();
  const [text, setText] = useState(query);
  const wanted = useDebounced(text.trim(), 250);
  const load = useCallback(async (signal: AbortSignal) => (wanted.length < shortest ? undefined : { wanted, answer: await api.call('findMissing', { query: wanted }, { signal }) }), [api, wanted]);
  const { data, error, isLoading, reload } = useLoad(load);
  const answer = data?.wanted === wanted ? data.answer : undefined;
  useEffect(() => {
    if (answer) announce(texts.missingFound(answer.total));
  }, [announce, answer]);
  return (
    <ModalDialog title={texts.missing} onClose={onClose} className="missing">
      <label className="missing-label">
        {texts.missingLabel}
        <Input autoFocus value={text} maxLength={200} contentBefore={<SearchRegular />} placeholder={texts.missingPlaceholder} onChange={(_, { value }) => setText(value)} />
      </label>
      {error && <ErrorNotice error={error} onRetry={reload} />}
      {wanted.length < shortest && <p className="minor">{texts.missingHint}</p>}
      {isLoading && wanted.length >= shortest && !answer && <Spinner label={texts.missingLooking} />}
      {answer && <Answer wanted={wanted} answer={answer} />}
    </ModalDialog>
  );
}

function Answer({ wanted, answer: { findings, total, sources } }: { readonly wanted: string; readonly answer: MissingAnswer }) {
  const nowMs = useNow(30_000);
  return (
    <>
      {findings.length === 0 ? <p className="missing-none">{texts.missingNone(wanted)}</p> : <FindingList findings={findings} />}
      {total > findings.length && <p className="minor">{texts.missingMore(findings.length, total)}</p>}
      <h3>{texts.missingLists}</h3>
      <ul className="missing-lists">
        {sources.map(({ name, health }) => (
          <li key={name}>{listSentence(name, health, nowMs)}</li>
        ))}
      </ul>
    </>
  );
}

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="row-list">
      {findings.map(({ what, kind, name, detail, listedBy, why }) => (
        <li key={`${what}/${name}/${detail}/${listedBy.join()}`}>
          <strong>
            <bdi>{name}</bdi>
          </strong> <span className="chip">{texts.missingWhat[what]}</span> {kind !== 'shown' && <span className="chip">{texts.missingKind[kind]}</span>}
          <span className="minor block">
            <bdi>{detail}</bdi> · {listOf(listedBy)}
          </span>
          {why.map((one) => (
            <span key={one.sentence} className="block">
              {remarkText(one)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
