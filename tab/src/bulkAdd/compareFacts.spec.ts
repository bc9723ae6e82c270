import { expect } from 'chai';
import { compareFacts } from './compareFacts.js';

const likeness = (tenant: [string, string], company: [string, string]) => compareFacts({ name: tenant[0], domain: tenant[1] }, { name: company[0], website: company[1] }).map((pair) => pair.likeness);

describe('compareFacts', () => {
  it('tells what is the same however it is written', () => {
    expect(likeness(['Müller & Söhne', 'mueller.example'], ['Muller and Sohne', 'https://www.mueller.example/de'])).to.deep.equal(['same', 'same']);
  });

  it('tells what differs, and what only adds a word', () => {
    expect(likeness(['Fabrikam', 'fabrikam.example'], ['Fabrikam Ltd', 'fabrikam-group.example'])).to.deep.equal(['near', 'differs']);
    expect(likeness(['Fabrikam', 'fabrikam.example'], ['Contoso', 'contoso.example'])).to.deep.equal(['differs', 'differs']);
  });

  it('claims nothing where a side says nothing', () => {
    expect(likeness(['', ''], ['Contoso', ''])).to.deep.equal(['unknown', 'unknown']);
    expect(likeness(['Contoso', 'contoso.onmicrosoft.com'], ['Contoso', 'contoso.example'])).to.deep.equal(['same', 'unknown']);
  });
});
