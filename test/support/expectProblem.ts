import { expect } from 'chai';
import { problem, type Problem } from '../../contracts/problem.js';

/** Checks an error answer in full and gives its body. */
export async function expectProblem(response: Response, status: number, code: string): Promise<Problem> {
  expect(response.status).to.equal(status);
  expect(response.headers.get('content-type')).to.equal('application/json; charset=utf-8');
  const body = problem.strict().parse(await response.json());
  expect(body.code).to.equal(code);
  expect(body.requestId).to.equal(response.headers.get('x-request-id'));
  return body;
}
