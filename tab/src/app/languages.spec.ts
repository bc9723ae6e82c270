import { expect } from 'chai';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Language } from './language.js';

const source = fileURLToPath(new URL('..', import.meta.url));
const folders = readdirSync(source).filter((folder) => existsSync(`${source}${folder}/texts.de.ts`));
const others = ['de', 'fr', 'nl', 'es'] as const satisfies readonly Exclude<Language, 'en'>[];
const languages = ['en', ...others] as const;

/** Imported as the translations are, so that there is one page and not two. */
async function speak(language: Language): Promise<void> {
  const [{ speechOf }, words] = await Promise.all([import('./language.js'), import('./words.js')]);
  await words.speak(speechOf(language));
}

/** A text with blanks: the kinds of its parameters, and which of them it uses. */
type Sentence = { readonly parameters: readonly string[]; readonly used: readonly number[] };

/** The sentences of one file, by key, nested keys with dots. */
function sentencesOf(file: string): Map<string, Sentence> {
  const found = new Map<string, Sentence>();
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const read = (object: ts.ObjectLiteralExpression, prefix: string) => {
    for (const property of object.properties) {
      const key = `${prefix}${property.name?.getText(tree) ?? ''}`;
      const value = ts.isPropertyAssignment(property) ? unwrapped(property.initializer) : ts.isShorthandPropertyAssignment(property) ? constantOf(tree, property.name.text) : undefined;
      const named = value && ts.isIdentifier(value) ? constantOf(tree, value.text) : value;
      if (named && ts.isObjectLiteralExpression(named)) read(named, `${key}.`);
      else if (named && ts.isArrowFunction(named)) found.set(key, sentenceOf(named));
    }
  };
  const words = constantOf(tree, file.endsWith('/texts.ts') ? 'english' : 'texts');
  if (!words || !ts.isObjectLiteralExpression(words)) throw new Error(`${file} holds no words`);
  read(words, '');
  return found;
}

function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node) ? unwrapped(node.expression) : node;
}

function constantOf(tree: ts.SourceFile, name: string): ts.Expression | undefined {
  const all = tree.statements.flatMap((statement) => (ts.isVariableStatement(statement) ? statement.declarationList.declarations : []));
  const found = all.find((declaration) => declaration.name.getText(tree) === name)?.initializer;
  return found && unwrapped(found);
}

function sentenceOf(arrow: ts.ArrowFunction): Sentence {
  const mentioned = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) mentioned.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(arrow.body);
  const isUsed = ({ name }: ts.ParameterDeclaration) => (ts.isObjectBindingPattern(name) ? name.elements.every((element) => mentioned.has(element.name.getText())) : mentioned.has(name.getText()));
  return { parameters: arrow.parameters.map(({ type }) => type?.getText() ?? ''), used: arrow.parameters.flatMap((parameter, index) => (isUsed(parameter) ? [index] : [])) };
}

/** Values that can be found again in a sentence; undefined for kinds of which only the key's own folder knows what is allowed. */
function valuesFor(kind: string): fc.Arbitrary<unknown> | undefined {
  const name = fc.stringMatching(/^[A-Z][a-z]{3,8} [0-9]{2}q$/);
  if (kind === 'string') return name;
  if (kind === 'number') return fc.integer({ min: 0, max: 99 });
  if (kind === 'string | undefined') return fc.option(name, { nil: undefined });
  return kind === 'readonly string[]' ? fc.array(name, { minLength: 1, maxLength: 3 }) : undefined;
}

const namesIn = (args: readonly unknown[]) => args.flat().filter((arg): arg is string => typeof arg === 'string');
type Said = Readonly<Record<string, unknown>>;
const at = (words: Said, key: string) => key.split('.').reduce<unknown>((value, part) => (value as Said)[part.replace(/^'|'$/g, '')], words);

describe('the words of every language', () => {
  afterEach(() => speak('en'));

  it('lie in every folder with words', async () => {
    expect((await import('./language.js')).languages).to.deep.equal(languages);
    const withoutWords = readdirSync(source).filter((folder) => existsSync(`${source}${folder}/texts.ts`) && !folders.includes(folder));
    expect(withoutWords).to.deep.equal([]);
    expect(folders.flatMap((folder) => others.filter((language) => !existsSync(`${source}${folder}/texts.${language}.ts`)))).to.deep.equal([]);
    expect(folders.length).to.be.greaterThan(8);
  });

  for (const folder of folders) {
    for (const language of others) {
      it(`${folder}: ${language} fills the blanks that English fills`, () => {
        const wanted = sentencesOf(`${source}${folder}/texts.ts`);
        const given = sentencesOf(`${source}${folder}/texts.${language}.ts`);
        const differing = [...wanted].flatMap(([key, { used }]) => (given.get(key)?.used.join() === used.join() ? [] : [`${key}: ${given.get(key)?.used.join() ?? 'none'} instead of ${used.join()}`]));
        expect(differing).to.deep.equal([]);
      });
    }

    it(`${folder}: every language says every name that English says`, async () => {
      const { texts } = (await import(`../${folder}/texts.js`)) as { texts: Said };
      for (const [key, { parameters }] of sentencesOf(`${source}${folder}/texts.ts`)) {
        const arbitraries = parameters.map(valuesFor);
        if (parameters.length === 0 || arbitraries.some((arbitrary) => arbitrary === undefined)) continue;
        const samples = fc.sample(fc.tuple(...arbitraries.flatMap((arbitrary) => arbitrary ?? [])), { numRuns: 20, seed: 7 });
        const said = new Map<string, string>();
        for (const language of languages) {
          await speak(language);
          const say = at(texts, key) as (...args: unknown[]) => unknown;
          for (const args of samples) {
            const sentence = [say(...args)].flat().join(' ');
            const missing = namesIn(args).filter((name) => !sentence.includes(name)).join();
            const inEnglish = said.get(JSON.stringify(args)) ?? missing;
            said.set(JSON.stringify(args), inEnglish);
            expect(missing, `${key} in ${language}: ${sentence}`).to.equal(inEnglish);
            expect(sentence, `${key} in ${language}`).to.not.match(/undefined|null|NaN|\[object|=>/);
          }
        }
      }
    });
  }

  it('is really another language: no text but names is as in English', async () => {
    const same = new Map<string, number>();
    for (const folder of folders) {
      const { texts } = (await import(`../${folder}/texts.js`)) as { texts: Said };
      await speak('en');
      const english = { ...texts };
      for (const language of others) {
        await speak(language);
        const long = Object.entries(texts).filter(([key, text]) => typeof text === 'string' && text.includes(' ') && text === english[key]);
        if (long.length > 0) same.set(`${folder} ${language}: ${long.map(([key]) => key).join()}`, long.length);
      }
    }
    expect([...same.keys()]).to.deep.equal([]);
  });
});
