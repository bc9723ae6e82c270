import { expect } from 'chai';
import { partnerCenterSecretLabels, partnerCenterSettings } from '../../../services/partnerCenter/definition.js';
import { psas } from '../../../services/psa/registry.js';
import { drawForm } from '../../../services/runtime/settingsForm.js';
import { languages, speechOf } from '../app/language.js';
import { speak } from '../app/words.js';
import { fieldWords } from './fieldWords.js';
import { texts } from './texts.js';

type Words = { readonly title: string; readonly description: string; readonly choices?: Readonly<Record<string, string>> };
type Kinds = Readonly<Record<string, Readonly<Record<string, Words>>>>;

const kinds = [
  ...psas.map(({ psaId, settingsSchema, secretLabels }) => ({ typeId: psaId, settingsSchema, secretLabels })),
  { typeId: 'partnerCenter', settingsSchema: partnerCenterSettings, secretLabels: partnerCenterSecretLabels },
];
/** As the adapter asks for it. */
function askedBy({ settingsSchema, secretLabels }: (typeof kinds)[number]): Record<string, Words> {
  const fields = drawForm(settingsSchema).map(({ name, title, description, choices }) => [name, { title, description, ...(choices && { choices: Object.fromEntries(choices.map((choice) => [choice.value, choice.title])) }) }] as const);
  return Object.fromEntries([...fields, ...Object.entries<{ readonly title: string; readonly description: string }>(secretLabels).map(([name, { title, description }]) => [name, { title, description }] as const)]);
}
const flat = (words: Words) => [words.title, words.description, ...Object.values(words.choices ?? {})];

describe('the words of connection fields', () => {
  afterEach(() => speak(speechOf('en')));

  it('are those of the adapters in English, for every setting, secret and choice', () => {
    const known = Object.fromEntries(kinds.filter(({ typeId }) => Object.hasOwn(texts, typeId)).map((kind) => [kind.typeId, askedBy(kind)]));
    expect(known).to.deep.equal({ ...texts });
    expect(Object.keys(known)).to.include.members(['partnerCenter', 'connectWise', 'haloPsa', 'autotask', 'csv']);
  });

  for (const language of languages.filter((each) => each !== 'en')) {
    it(`are other words in ${language}, and name the same products, menus and rights`, async () => {
      const english = structuredClone({ ...texts }) as Kinds;
      await speak(speechOf(language));
      for (const [typeId, fields] of Object.entries(english)) {
        for (const [name, field] of Object.entries(fields)) {
          const there = flat((texts as Kinds)[typeId]?.[name] ?? { title: '', description: '' });
          for (const [index, text] of flat(field).entries()) {
            expect(there[index], `${typeId}.${name}`).to.be.a('string').that.is.not.oneOf(['', text]);
            const names = text.match(/ConnectWise PSA|ConnectWise(?= first)|HaloPSA|Halo PSA API|Autotask|Microsoft Graph|Microsoft Entra|GDAP|App\+User|PEM|[\w.]+\/ClientId|CrossTenantInformation\.\S+All|API Members|Resources\/Users|API Tracking Identifier/g) ?? [];
            for (const each of names) expect(there[index], `${typeId}.${name}`).to.include(each);
          }
        }
      }
    });
  }

  it('fall back to what the adapter says, field by field and choice by choice', async () => {
    await speak(speechOf('de'));
    const site = { name: 'site', title: 'Site', description: 'The host.', choices: null };
    expect(fieldWords('connectWise', site).title).to.equal('Website');
    expect(fieldWords('ofAnAdapterWithoutWords', site)).to.deep.equal({ title: 'Site', description: 'The host.', choices: null });
    expect(fieldWords('connectWise', { ...site, name: 'newSetting' })).to.deep.equal({ title: 'Site', description: 'The host.', choices: null });
    for (const odd of ['toString', '__proto__', 'constructor']) expect([fieldWords(odd, site).title, fieldWords('connectWise', { ...site, name: odd }).title]).to.deep.equal(['Site', 'Site']);
    const lists = { name: 'lists', title: 'Which customers', description: '', choices: [{ value: 'both', title: 'Both' }, { value: 'new', title: 'A new choice' }] };
    expect(fieldWords('partnerCenter', lists).choices).to.deep.equal([{ value: 'both', title: 'Beide' }, { value: 'new', title: 'A new choice' }]);
    await speak(speechOf('en'));
    expect(fieldWords('connectWise', site)).to.deep.equal({ title: 'Site', description: 'The host.', choices: null });
  });
});
