import { AppError } from '../../services/runtime/errors.js';

/** The AppError that a promise rejects with; fails for anything else. */
export async function rejection(run: Promise<unknown>): Promise<AppError> {
  let thrown: unknown;
  try {
    await run;
  } catch (error) {
    thrown = error;
  }
  if (thrown instanceof AppError) return thrown;
  throw new Error('expected an AppError', { cause: thrown ?? 'it was resolved' });
}
