import { expect } from 'chai';
import { hostOf } from './hostOf.js';

describe('hostOf', () => {
  it('reads the host out of whatever a PSA holds', () => {
    expect(['http://Contoso.example:8080/a?b', ' www.contoso.example ', '', 'contoso.example/uk'].map(hostOf)).to.deep.equal(['contoso.example', 'contoso.example', '', 'contoso.example']);
  });
});
