import { expect } from 'chai';
import type { RemarkFacts } from '../../../services/domain/remarkFacts.js';
import { remark as remarkSchema, remarkFacts, type RemarkFactsView } from '../../../contracts/remark.js';
import { remarkExamples } from '../../../test/support/remarkExamples.js';
import { languages } from '../app/language.js';

/** Imported as the translations are, so that there is one page and not two. */
async function loadPage() {
  const [{ speechOf }, { speak }, { remarkText }] = await Promise.all([import('../app/language.js'), import('../app/words.js'), import('./remarkText.js')]);
  return { speak: (language: string) => speak(speechOf(language)), remarkText };
}
const { speak, remarkText } = await loadPage();

const others = languages.filter((language) => language !== 'en');
const english = (facts: RemarkFacts) => remarkText({ sentence: 'In English.', facts: [facts] });
/** Every text, number and name among the facts, as the language writes them. */
const factsIn = ({ code: _, ...facts }: RemarkFacts): string[] => Object.values(facts as Record<string, unknown>).flat().flatMap((value) => (typeof value === 'string' && /[A-Z0-9/]/.test(value) ? [value] : typeof value === 'number' ? [String(value)] : []));
/** Without the separators of thousands, and days by their year. */
const plain = (text: string) => text.replace(/(?<=\d)[.,\u00A0\u202F](?=\d{3})/g, '');
const wanted = (fact: string) => (/^\d{4}-\d{2}-\d{2}$/.test(fact) ? fact.slice(0, 4) : fact);

describe('remarks', () => {
  afterEach(() => speak('en'));

  it('have an example of every code', () => {
    const codes = remarkFacts.options.flatMap(({ shape: { code } }) => ('options' in code ? code.options : [...code.values]));
    expect(new Set(remarkExamples.map(({ code }) => code))).to.deep.equal(new Set(codes));
    expect(codes).to.have.lengthOf(new Set(codes).size).and.to.have.lengthOf.above(100);
  });

  for (const language of others) {
    it(`are whole sentences in ${language}, and leave no fact out`, async () => {
      await speak(language);
      for (const facts of remarkExamples) {
        const said = remarkText({ sentence: 'In English.', facts: [facts] });
        expect(said).to.not.match(/In English|undefined|null|NaN|\[object|=>/);
        expect(said, JSON.stringify(facts)).to.match(/[.!]$/);
        if (facts.code === 'general') continue;
        const missing = factsIn(facts).map(wanted).filter((fact) => !plain(said).includes(fact));
        expect(missing, said).to.deep.equal([]);
      }
    });
  }

  it('are words of their own in each language', async () => {
    const said = new Map<string, string[]>();
    for (const language of others) {
      await speak(language);
      for (const facts of remarkExamples) said.set(JSON.stringify(facts), [...(said.get(JSON.stringify(facts)) ?? []), remarkText({ sentence: 'In English.', facts: [facts] })]);
    }
    for (const [facts, sentences] of said) expect(new Set(sentences).size, `${facts}: ${sentences.join(' ')}`).to.equal(others.length);
    // Whoever forgets to translate writes English.
    expect([...said.values()].flat().filter((sentence) => /\b(the|does|has no|must be|can't|was not|gave)\b/i.test(sentence))).to.deep.equal([]);
  });

  it("are the server's own sentence in English", () => {
    for (const facts of remarkExamples) expect(english(facts)).to.equal('In English.');
  });

  it('say one sentence for each of their facts, in order', async () => {
    await speak('de');
    const facts: RemarkFacts[] = [{ code: 'lines-unreadable', count: 2 }, { code: 'line-without-id', line: 4 }, { code: 'line-without-name', line: 7 }];
    expect(remarkText({ sentence: '2 lines of the file can\'t be read. Line 4: there is no id. Line 7: there is no name.', facts })).to.equal('2 Zeilen der Datei sind nicht lesbar. Zeile 4: Die ID fehlt. Zeile 7: Der Name fehlt.');
  });

  it('stay in English where nothing tells the facts, or this page does not know one of them', async () => {
    await speak('fr');
    expect(remarkText({ sentence: 'Only these words.' })).to.equal('Only these words.');
    expect(remarkText({ sentence: 'Only these words.', facts: [] })).to.equal('Only these words.');
    const newer = remarkSchema.parse({ sentence: 'Of a newer server.', facts: [{ code: 'waits-for-room' }, { code: 'of-a-newer-server', host: 'x' }] });
    expect(remarkText(newer)).to.equal('Of a newer server.');
    expect(remarkText({ sentence: 'Of a newer server.', facts: [{ code: 'general', error: 'of-a-newer-server' }] })).to.equal('Of a newer server.');
    expect(remarkText({ sentence: 'Any.', facts: [{ code: 'general', error: 'source-unavailable' }] })).to.equal('Le système connecté ne répond pas.');
  });

  it('pass the contract with all their facts', () => {
    for (const facts of remarkExamples) expect(remarkSchema.parse({ sentence: '', facts: [facts] }).facts).to.deep.equal([facts] satisfies readonly RemarkFactsView[]);
  });

  it('keep names apart that run against the page', async () => {
    await speak('nl');
    expect(remarkText({ sentence: '', facts: [{ code: 'sign-in-ended', account: 'שלום (בע"מ)' }] })).to.equal('De aanmelding bij account ‘\u2068שלום (בע"מ)\u2069’ is verlopen.');
  });
});
