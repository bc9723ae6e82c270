import type { z } from 'zod';
import type { Remark } from '../domain/remark.js';
import { AppError } from './errors.js';
import type { HttpResponse } from './httpClient.js';

/** The body of an answer as its schema has it. Throws AppError `source-odd-answer`; values never get into the message. */
export function readAnswer<Answer>(response: HttpResponse, schema: z.ZodType<Answer>, system: string): Answer {
  const parsed = schema.safeParse(readJson(response, system));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'body'}: ${issue.code}`);
  throw oddAnswer(system, `unexpected shape (${where.join(', ')})`);
}

/** Each row as its schema has it; those that do not fit are counted, so that none is lost in silence. */
export function readRows<Row>(rows: readonly unknown[], schema: z.ZodType<Row>): { items: Row[]; unreadable: number } {
  const items = rows.map((row) => schema.safeParse(row)).flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  return { items, unreadable: rows.length - items.length };
}

/** What an answer without success means. `remarks` replace the general ones. */
export function answerFailure(response: Pick<HttpResponse, 'status'>, system: string, remarks: { readonly unauthorized?: Remark; readonly forbidden?: Remark } = {}): AppError {
  const message = `${system} answered ${response.status}`;
  switch (response.status) {
    case 401:
      return new AppError('source-unauthorized', message, remarks.unauthorized ?? { sentence: `${system} refused our credentials.`, facts: [{ code: 'credentials-refused', system }] });
    case 403:
      return new AppError('source-forbidden', message, remarks.forbidden ?? { sentence: `Our account has no right to read this in ${system}.`, facts: [{ code: 'right-missing', system }] });
    default:
      if (response.status === 408 || response.status >= 500) return new AppError('source-unavailable', message, { isRetryable: true, sentence: `${system} does not answer properly. Please try again later.`, facts: [{ code: 'system-silent', system }] });
      return oddAnswer(system, message);
  }
}

/** For an answer that is none we know. `message` is for logs and must hold no values of the answer. */
export function oddAnswer(system: string, message: string): AppError {
  return new AppError('source-odd-answer', `${system}: ${message}`, { sentence: `${system} gave an answer that we do not understand.`, facts: [{ code: 'answer-odd', system }] });
}

function readJson(response: HttpResponse, system: string): unknown {
  try {
    return response.json();
  } catch (error) {
    throw error instanceof AppError ? oddAnswer(system, error.message) : error;
  }
}
