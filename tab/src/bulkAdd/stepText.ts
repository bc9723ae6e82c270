import type { Step } from './decisionSteps.js';
import { texts } from './texts.js';

/** What a step was about, in a few words: "accepted Contoso", "ignored 12 tenants". */
export function stepText({ kind, rows }: Step, nameOf: (tenantId: string) => string): string {
  const [only, ...others] = rows;
  return texts.steps[kind](only && others.length === 0 ? nameOf(only.tenantId) : texts.rows(rows.length));
}
