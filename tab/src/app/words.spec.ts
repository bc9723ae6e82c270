import { expect } from 'chai';
import { speechOf } from './language.js';
import { inEveryLanguage, speak } from './words.js';
import { countOf, formatInstant, formatNumber, formatScore, formOf, listOf } from './wording.js';

const english = { hello: 'Hello.', linked: (tenant: string, count: number) => `${tenant} has ${countOf(count, 'link')}.`, states: { open: 'Open', closed: 'Closed' } };
const loaded: string[] = [];
const load = (language: string, texts: typeof english) => () => {
  loaded.push(language);
  return Promise.resolve({ texts });
};
const texts = inEveryLanguage(english, {
  de: load('de', { hello: 'Hallo.', linked: (tenant, count) => `${tenant} hat ${countOf(count, 'Verknüpfung', 'Verknüpfungen')}.`, states: { open: 'Offen', closed: 'Zu' } }),
  fr: () => Promise.reject(new Error('offline')),
  nl: load('nl', english),
  es: load('es', english),
});

describe('words', () => {
  afterEach(() => speak(speechOf('en')));

  it('speaks English until it is told otherwise, then the other language, and English again', async () => {
    expect([texts.hello, texts.linked('Contoso', 1)]).to.deep.equal(['Hello.', 'Contoso has 1 link.']);
    await speak(speechOf('de-DE'));
    expect([texts.hello, texts.states.open, texts.linked('Contoso', 1200)]).to.deep.equal(['Hallo.', 'Offen', 'Contoso hat 1.200 Verknüpfungen.']);
    await speak(speechOf('en-us'));
    expect(texts.states.closed).to.equal('Closed');
  });

  it('loads only the language in use', async () => {
    loaded.length = 0;
    await speak(speechOf('de'));
    expect(loaded).to.deep.equal(['de']);
  });

  it('stays English where a language is unknown or cannot be loaded', async () => {
    await speak(speechOf('fr-FR'));
    expect(texts.hello).to.equal('Hello.');
    await speak(speechOf('pt-BR'));
    expect(texts.hello).to.equal('Hello.');
  });

  it('keeps foreign names apart, and whole English sentences on a page that runs from right to left', async () => {
    expect(texts.linked('שלום (בע"מ)', 2)).to.equal('\u2068שלום (בע"מ)\u2069 has 2 links.');
    await speak(speechOf('ar-sa'));
    expect(texts.hello).to.equal('\u2066Hello.\u2069');
    expect(texts.linked('Contoso (UK)', 1)).to.equal('\u2066\u2068Contoso (UK)\u2069 has 1 link.\u2069');
  });
});

describe('speechOf', () => {
  it('takes what Teams says, whatever its case, and falls back to English', () => {
    const said = ['en-us', 'de-DE', 'fr-ca', 'nl', 'es-MX', 'pt-br', 'ar-sa', 'he', '', '?', 'de_AT'].map((locale) => Object.values(speechOf(locale)).join(' '));
    expect(said).to.deep.equal(['en en-US ltr', 'de de-DE ltr', 'fr fr-CA ltr', 'nl nl ltr', 'es es-MX ltr', 'en en ltr', 'en en rtl', 'en en rtl', 'en en ltr', 'en en ltr', 'de de-AT ltr']);
  });
});

describe('wording in other languages', () => {
  afterEach(() => speak(speechOf('en')));
  const say = async (locale: string) => {
    await speak(speechOf(locale));
    return [formatNumber(1_234_567), formatScore(0.975), listOf(['A', 'B', 'C']), formOf(0, 'one', 'many'), formatInstant('2026-03-01T12:00:00Z').slice(0, 10)].map((text) => text.replace(/[\u00A0\u202F]/g, '_'));
  };

  it('writes numbers, shares, lists and dates as people there do', async () => {
    expect(await say('de')).to.deep.equal(['1.234.567', '97_%', 'A, B und C', 'many', '01.03.2026']);
    expect(await say('fr')).to.deep.equal(['1_234_567', '97_%', 'A, B et C', 'one', '1 mars 202']);
    expect(await say('nl')).to.deep.equal(['1.234.567', '97%', 'A, B en C', 'many', '1 mrt 2026']);
    expect(await say('es')).to.deep.equal(['1.234.567', '97_%', 'A, B y C', 'many', '1 mar 2026']);
    expect(await say('en-us')).to.deep.equal(['1,234,567', '97%', 'A, B, and C', 'many', 'Mar 1, 202']);
  });
});
