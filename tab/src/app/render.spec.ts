import { expect } from 'chai';
import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ApiError } from '../apiError.js';
import { CardTable } from './CardTable.js';
import { DomainName } from './DomainName.js';
import { ErrorNotice } from './ErrorNotice.js';
import { speechOf } from './language.js';
import { StatePage } from './StatePage.js';
import { texts } from './texts.js';
import { speak } from './words.js';

const drawn = () => renderToStaticMarkup(React.createElement(StatePage, { title: texts.consentTitle, text: texts.consentText, actionText: texts.consentAction, onAction: () => undefined }));
const failed = () => renderToStaticMarkup(React.createElement(ErrorNotice, { error: new ApiError('refused', { code: 'not-found', sentence: 'This company is no longer in HaloPSA.', requestId: 'r1' }) }));

describe('what is drawn', () => {
  // Outside of the bundler JSX is compiled to calls of a global React.
  before(() => Object.assign(globalThis, { React }));
  after(() => Reflect.deleteProperty(globalThis, 'React'));
  afterEach(() => speak(speechOf('en')));

  it('speaks the language of the page, and English again after it', async () => {
    const said = [];
    for (const locale of ['en-us', 'de-de', 'fr-fr', 'nl-nl', 'es-es', 'en-us']) {
      await speak(speechOf(locale));
      said.push(/<h1>(.*?)<\/h1>/.exec(drawn())?.[1]);
    }
    expect(said).to.deep.equal(['One step before you start', 'Ein Schritt, bevor es losgeht', 'Une étape avant de commencer', 'Eén stap voordat je begint', 'Un paso antes de empezar', 'One step before you start']);
  });

  it("marks the server's own English words as English where the page speaks another language", async () => {
    expect(failed()).to.include('This company is no longer in HaloPSA.').and.not.include('lang="en"');
    await speak(speechOf('de'));
    expect(failed()).to.include('Das wurde nicht gefunden.').and.include('<span lang="en" dir="ltr" class="minor block">This company is no longer in HaloPSA.</span>');
  });

  it('gives every cell of a table its column, and reads a head out that is not shown', () => {
    type Pet = { readonly name: string; readonly age: number };
    const columns = [
      { id: 'name', head: 'Name', cell: ({ name }: Pet) => name },
      { id: 'age', head: 'Age', isHeadHidden: true, cell: ({ age }: Pet) => age },
    ];
    const html = renderToStaticMarkup(React.createElement(CardTable<Pet>, { name: 'pet', caption: 'Pets', columns, rows: [{ name: 'Ada', age: 3 }, { name: 'Bo', age: 5 }], keyOf: ({ name }) => name }));
    expect(html).to.include('<caption class="sr-only">Pets</caption>').and.include('<th scope="col" class="pet-name">Name</th><th scope="col" class="pet-age"><span class="sr-only">Age</span></th>');
    expect(html).to.include('<tr><td class="pet-name">Ada</td><td class="pet-age">3</td></tr><tr><td class="pet-name">Bo</td><td class="pet-age">5</td></tr>');
  });

  it('lets a domain break after each dot', () => {
    expect(renderToStaticMarkup(React.createElement(DomainName, { domain: 'north.fabrikam.example' }))).to.equal('<bdi>north.<wbr/>fabrikam.<wbr/>example</bdi>');
  });
});
