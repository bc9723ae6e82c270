import { expect } from 'chai';
import { AppError, errorCodes, errorTable, toAppError } from './errors.js';

describe('AppError', () => {
  it('takes the sentence of its code unless it has its own', () => {
    expect(new AppError('cancelled', 'log text').sentence).to.equal('Cancelled.');
    expect(new AppError('cancelled', 'log text', { sentence: 'You cancelled.' }).sentence).to.equal('You cancelled.');
  });

  it('keeps cause, and is not retryable unless told', () => {
    const cause = new Error('below');
    const error = new AppError('internal', 'above', { cause });
    expect([error.cause, error.isRetryable, error.retryAfterSeconds]).to.deep.equal([cause, false, undefined]);
  });
});

describe('errorTable', () => {
  it('has an error status and a whole sentence for every code', () => {
    expect(Object.keys(errorTable)).to.have.members([...errorCodes]);
    for (const code of errorCodes) {
      expect(errorTable[code].status, code).to.be.within(400, 599);
      expect(errorTable[code].sentence, code).to.match(/^[A-Z].*\.$/);
    }
  });
});

describe('toAppError', () => {
  it('leaves an AppError as it is', () => {
    const error = new AppError('not-found', 'x');
    expect(toAppError(error)).to.equal(error);
  });

  it('makes an abort `cancelled`, and anything else `internal` with a sentence that tells nothing', () => {
    expect(toAppError(new DOMException('stop', 'AbortError')).code).to.equal('cancelled');
    for (const thrown of [new Error('canary'), 'canary', undefined, { message: 'canary' }]) {
      const error = toAppError(thrown);
      expect(error.code).to.equal('internal');
      expect(error.sentence).not.to.include('canary');
    }
  });
});
