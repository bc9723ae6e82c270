import { expect } from 'chai';
import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ApiError } from '../apiError.js';
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
});
