import type { z } from 'zod';
import type { confidence } from '../../../contracts/values.js';
import { formatScore } from '../app/wording.js';
import { texts } from './texts.js';

type Confidence = z.infer<typeof confidence>;

/** Number, word and bar: "97% Certain". */
export function ConfidenceMark({ confidence: { score, band } }: { readonly confidence: Confidence }) {
  return (
    <span className={`confidence confidence-${band}`}>
      <span className="bar" aria-hidden>
        <span className="bar-fill" style={{ width: `${score * 100}%` }} />
      </span>
      <span>
        {formatScore(score)} {texts.bands[band]}
      </span>
    </span>
  );
}
