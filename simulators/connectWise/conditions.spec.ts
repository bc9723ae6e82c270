import { expect } from 'chai';
import { ConditionError, parseConditions } from './conditions.js';

const record = {
  id: 250,
  name: 'Say "Hi" GmbH',
  identifier: 'SayHi',
  deletedFlag: false,
  website: null,
  status: { id: 1, name: 'Active', _info: {} },
  types: [{ id: 1, name: 'Customer' }, { id: 2, name: 'Prospect' }],
  integratorTags: [],
  lastUpdated: '2026-03-02T09:14:55Z',
};

describe('simulators/connectWise/conditions', () => {
  const truths: [string, boolean][] = [
    ['id = 250', true],
    ['id>249 and id<251', true],
    ['id >= 251', false],
    ['id != 250', false],
    ['deletedFlag=False', true],
    ['deletedFlag = true', false],
    ['website = null', true],
    ['name = "say \\"hi\\" gmbh"', true],
    ['name contains "HI"', true],
    ['name like "Say*"', true],
    ['name like "%gmbh"', true],
    ['name like "ay*"', false],
    ['name not like "ay*"', true],
    ['status/name="Active"', true],
    ['status/id in (2, 1)', true],
    ['status/id in (2,3)', false],
    ['not (status/id in (2,3))', true],
    ['types/name="Prospect"', true],
    ['types/name="Vendor"', false],
    ['integratorTags/name="x"', false],
    ['lastUpdated > [2026-03-01T00:00:00Z]', true],
    ['lastUpdated > [2026-03-03T00:00:00Z]', false],
    ['id=1 or id=250 and deletedFlag=False', true],
    ['(id=1 or id=250) and deletedFlag=True', false],
    ['name > 5', false],
  ];
  for (const [text, expected] of truths) it(`${text} is ${expected}`, () => expect(parseConditions(text)(record)).to.equal(expected));

  for (const text of ['', 'id', 'id =', '= 5', 'id = 5 and', '(id = 5', 'id = 5)', 'name = unquoted', 'id in 5', 'id in ()', 'name like 5', 'id = 5 6', "name = 'x'", 'lastUpdated > [yesterday]', 'nickname = "x"', 'status/colour = "x"', 'name = "open']) {
    it(`refuses ${text || 'nothing'}`, () => expect(() => parseConditions(text)(record)).to.throw(ConditionError));
  }
});
