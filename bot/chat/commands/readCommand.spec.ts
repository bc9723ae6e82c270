import { expect } from 'chai';
import { cleanMessage, closestCommand, findCommand } from './readCommand.js';
import { commandNames } from './words/commandNames.js';
import { commandWords } from './words/commandWords.js';
import { languages } from '../language/language.js';

describe('readCommand', () => {
  const understood = {
    'add company': ['add company', 'Add  Company', 'ADDCOMPANY', 'add-company', ' add company! ', '/add company', '<at>Tenant Mapper</at> add company', '<at id="0">Tenant Mapper</at>&nbsp;add company\n', 'add\u00a0company'],
    bulk: ['bulk', 'Bulk Add Company', 'BULK.', 'auto-map', 'Attempt Auto-Map'],
    status: ['status', 'Status?', ' status\r\n'],
    help: ['help', 'Hi', 'hello!', 'HELP', '?help'.slice(1)],
  };
  for (const [name, texts] of Object.entries(understood)) {
    for (const text of texts) it(`takes ${JSON.stringify(text)} for "${name}"`, () => expect(findCommand(text)?.name).to.equal(name));
  }

  for (const text of ['', 'add company now please', 'statuses of things', 'say help', 'bulkhead', 'hi there', '(a+)+$']) {
    it(`takes ${JSON.stringify(text)} for no command`, () => expect(findCommand(text)).to.equal(undefined));
  }

  it('understands every way of every language, and no way stands for two commands', () => {
    for (const language of languages) {
      for (const name of commandNames) for (const way of commandWords[language][name].ways) expect(findCommand(way)?.name, way).to.equal(name);
    }
  });

  const followed = {
    'find Nordwind Logistik': ['find', 'Nordwind Logistik'],
    'FIND: nordwind.example': ['find', 'nordwind.example'],
    'why is Nordwind missing?': ['why', 'Nordwind missing'],
    'link Nordwind to Nordwind AG.': ['link', 'Nordwind to Nordwind AG'],
    'verknüpfe Nordwind mit Nordwind AG': ['link', 'Nordwind mit Nordwind AG'],
    'pourquoi Nordwind ?': ['why', 'Nordwind ?'.slice(0, 8)],
    'negeer Test BV': ['ignore', 'Test BV'],
    '<at>Tenant Mapper</at> buscar Müller': ['find', 'Müller'],
  } as const;
  for (const [text, [name, argument]] of Object.entries(followed)) it(`reads ${JSON.stringify(text)} as "${name}" and what follows`, () => expect(findCommand(text)).to.deep.equal({ name, argument }));

  const misspelt = { statsu: 'status', statuss: 'status', bluk: 'bulk', 'ad compny': 'add company', unmaped: 'unmapped', histroy: 'history', hlep: 'help', 'fnid Nordwind': 'find', 'ignroe Nordwind': 'ignore', hilef: 'help', rückgangig: 'undo', pourqoi: 'why' };
  for (const [text, name] of Object.entries(misspelt)) it(`forgives ${JSON.stringify(text)}`, () => expect(findCommand(text)?.name).to.equal(name));
  for (const text of ['no', 'add company now please', 'yes please', 'ad', 'status of Nordwind', `find ${'x'.repeat(300)}`]) it(`does not take ${JSON.stringify(text.slice(0, 30))} for a misspelt one`, () => expect(findCommand(text)).to.equal(undefined));

  const guesses = { stat: 'status', 'help me please': 'help', 'please bulk': 'bulk' };
  for (const [text, name] of Object.entries(guesses)) it(`guesses "${name}" from "${text}"`, () => expect(closestCommand(text)).to.equal(name));

  for (const text of ['', 'x', 'no', 'what is the weather', '12345', 'a'.repeat(10_000)]) {
    it(`guesses nothing from ${JSON.stringify(text.slice(0, 30))}`, () => expect(closestCommand(text)).to.equal(undefined));
  }

  describe('with endless texts', () => {
    const leastMs = (work: () => unknown) =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const started = performance.now();
          work();
          return performance.now() - started;
        }),
      );
    /** How much longer ten times the text takes: 10 when the time grows as the text does, 100 when it grows with its square. */
    const growth = (take: (text: string) => unknown, piece: string) => {
      const count = 1000;
      const [text, longer] = [piece.repeat(count), piece.repeat(10 * count)];
      return leastMs(() => take(longer)) / leastMs(() => take(text));
    };

    for (const piece of ['<at>', '<at id="0"', 'add ', '&nbsp;', '<at>a</at>', '</at>']) {
      it(`takes time as their length, not as its square: ${piece}`, () => expect(growth(cleanMessage, piece)).to.be.below(30));
    }

    it('would notice one that does', () => {
      expect(growth((text) => text.replace(/<at\b[^>]*>.*?<\/at>/gis, ' '), '<at>')).to.be.above(30);
    });
  });
});
