import { remark, type Remark } from '../../domain/remark.js';
import { AppError, toAppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { AutotaskClient } from './client.js';
import { system } from './refusal.js';
import { thresholdInformation } from './schema.js';

const mostUsed = 0.9;

/** What to say when nearly all requests of the hour are used up, by all integrations together; undefined otherwise, and where that can't be read. */
export async function usageWarning(client: AutotaskClient, signal: AbortSignal | undefined): Promise<Remark | undefined> {
  try {
    const { externalRequestThreshold: allowed, currentTimeframeRequestCount: used } = readAnswer(await client.call('ThresholdInformation', { signal }), thresholdInformation, system);
    if (used < allowed * mostUsed) return undefined;
    return remark(`Your integrations have made ${used.toLocaleString('en-US')} of the ${allowed.toLocaleString('en-US')} requests that Autotask allows in an hour.`, { code: 'hour-used-up', system, used, allowed });
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'source-forbidden' || code === 'source-odd-answer') return undefined;
    throw error;
  }
}

/** Leaves the rest of the hour's requests to others. */
export async function refuseNearLimit(client: AutotaskClient, signal: AbortSignal | undefined): Promise<void> {
  const warning = await usageWarning(client, signal);
  if (warning) throw new AppError('source-throttled', `${system}: nearly all requests of the hour are used up`, { isRetryable: true, retryAfterSeconds: 600, sentence: `${warning.sentence} We wait until there is room again.`, facts: [...(warning.facts ?? []), { code: 'waits-for-room' }] });
}
