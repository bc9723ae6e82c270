import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectionChange } from '../../../contracts/connections.js';
import { formatInstant } from '../app/wording.js';
import { keyOf } from './sourceKey.js';
import { texts } from './texts.js';

const atFirst = 10;

/** Who changed what, newest first. */
export function ChangeLog({ changes }: { readonly changes: readonly ConnectionChange[] }) {
  const [isWhole, setIsWhole] = useState(false);
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>{texts.changes}</h2>
      <ul className="change-log">
        {changes.slice(0, isWhole ? undefined : atFirst).map(({ source, at, by, kind, name, details }) => (
          <li key={`${keyOf(source)} ${at} ${kind}`}>
            <span className="minor">
              {formatInstant(at)}, {by.name}
            </span>
            <span>
              {texts.what(kind, name)}
              {details !== '' && <span className="minor block">{details}</span>}
            </span>
          </li>
        ))}
      </ul>
      {!isWhole && changes.length > atFirst && (
        <Button size="small" onClick={() => setIsWhole(true)}>
          {texts.moreChanges}
        </Button>
      )}
    </section>
  );
}
