import { remark } from '../../domain/remark.js';
import { AppError } from '../../runtime/errors.js';
import type { HttpResponse } from '../../runtime/httpClient.js';
import { answerFailure } from '../../runtime/sourceAnswer.js';
import { errorBody } from './schema.js';

export const system = 'Autotask';

/** What the texts of an answer say, whatever its status: Autotask answers 500 to a wrong user name and to a missing right. */
type Refusal = 'credentials' | 'permission' | 'busy' | 'other';

function refusalOf(response: Pick<HttpResponse, 'json'>): Refusal {
  const text = errorTexts(response).join(' ');
  if (/thread threshold|itgenatr005/i.test(text)) return 'busy';
  if (/permission/i.test(text)) return 'permission';
  return /user ?name|integration ?code|tracking id|credential|zone information/i.test(text) ? 'credentials' : 'other';
}

export function errorTexts(response: Pick<HttpResponse, 'json'>): readonly string[] {
  try {
    return errorBody.safeParse(response.json()).data?.errors ?? [];
  } catch {
    return [];
  }
}

/** Credentials and rights do not come back by asking again. */
export function isFinal(response: HttpResponse): boolean {
  const refusal = refusalOf(response);
  return refusal === 'credentials' || refusal === 'permission';
}

/** Any answer without success as an AppError whose sentence says what to do. */
export function explain(response: HttpResponse, connection: string): AppError {
  const message = `${system} answered ${response.status}`;
  const unauthorized = remark(`Autotask refused the user name, the secret or the tracking identifier of connection "${connection}". Check all three with the API-only user under Admin > Resources/Users.`, { code: 'connection-refused', system, connection, where: 'Admin > Resources/Users' });
  const forbidden = remark(`The API user of connection "${connection}" has no right to do this in Autotask. Its security level must allow companies and contacts.`, { code: 'connection-lacks-right', system, connection, right: 'Companies, Contacts' });
  switch (refusalOf(response)) {
    case 'busy':
      return new AppError('source-throttled', `${message}: too many at a time`, { isRetryable: true, retryAfterSeconds: 60, sentence: 'Too many requests are at work in Autotask at the same time. Please try again in a minute.', facts: [{ code: 'too-many-at-once', system }] });
    case 'permission':
      return new AppError('source-forbidden', message, forbidden);
    case 'credentials':
      return new AppError('source-unauthorized', message, unauthorized);
    case 'other':
      return answerFailure(response, system, { unauthorized, forbidden });
  }
}
