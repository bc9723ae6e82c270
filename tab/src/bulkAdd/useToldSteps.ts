import { useEffect, useEffectEvent, useRef } from 'react';
import { useAnnounce } from '../app/useAnnounce.js';
import type { BulkState } from './bulkState.js';
import { stepText } from './stepText.js';
import { texts } from './texts.js';

/** Says what a step back or forward has changed, and what others had decided since and kept. */
export function useToldSteps(turned: BulkState['turned'], nameOf: (tenantId: string) => string): void {
  const announce = useAnnounce();
  const seen = useRef(turned);
  const tell = useEffectEvent(() => {
    if (!turned || seen.current === turned) return;
    seen.current = turned;
    const { kind, step, kept } = turned;
    const what = stepText(step, nameOf);
    const done = step.rows.length === 0 ? '' : kind === 'undo' ? texts.undone(what) : texts.redone(what);
    announce([done, kept > 0 ? texts.keptByOthers(kept) : ''].filter(Boolean).join(' '));
  });
  useEffect(() => tell(), [turned]);
}
