import { expect } from 'chai';
import { isPlain, signs, signsIn } from './signs.js';

describe('signsIn', () => {
  const cases: readonly (readonly [string, readonly (keyof typeof signs)[]])[] = [
    ['Corvane Motors Ltd.', []],
    ['Corvane & Sons', ['and']],
    ["O'Dunmore", ['apostrophe']],
    ['Corvane (Bristol)', ['bracket']],
    ['Corvane, Bristol', ['tail']],
    ['Corvane - Bristol', ['tail']],
    ['Corvane t/a Marlow', ['slash']],
    ['CorvaneLtd', ['camel']],
    ['Corvane 24', ['digit']],
    ['24Corvane', ['digit', 'camel']],
    ['Corvane  Motors', ['looseSpace']],
    [' Corvane', ['looseSpace']],
    ['Corvane ', ['looseSpace']],
    ['Corvane\tMotors', ['foreign']],
    ['Müller', ['foreign']],
    ['Corvane\u200b', ['foreign']],
    ['', ['looseSpace']],
  ];
  for (const [text, kinds] of cases) it(JSON.stringify(text), () => expect(signsIn(text)).to.equal(kinds.reduce((sum, kind) => sum | signs[kind], 0)));
});

describe('isPlain', () => {
  it('is true of English letters, digits and signs', () => expect(['Corvane & Sons (24)', '~', 'Müller', 'a\tb', '\u007f'].map(isPlain)).to.deep.equal([true, true, false, false, false]));
});
