import { expect } from 'chai';
import { errorCodes, errorTable } from '../../../services/runtime/errors.js';
import { ApiError, makeApiError } from '../apiError.js';
import { speechOf } from '../app/language.js';
import { speak } from '../app/words.js';
import { texts } from './texts.js';

describe('what the server tells', () => {
  afterEach(() => speak(speechOf('en')));

  it("has the server's sentence for every code of a failed call", () => {
    for (const code of errorCodes) expect(texts.errors[code], code).to.equal(errorTable[code].sentence);
    expect(Object.keys(texts.errors).length).to.equal(errorCodes.length + 4);
  });

  it("keeps the server's own words in English, and puts them beside the person's language elsewhere", async () => {
    const problem = { code: 'source-unauthorized', sentence: 'ConnectWise refused the keys.', requestId: 'r1' };
    const inEnglish = new ApiError('refused', problem);
    expect([inEnglish.problem.sentence, inEnglish.original]).to.deep.equal(['ConnectWise refused the keys.', '']);
    await speak(speechOf('de'));
    const inGerman = new ApiError('refused', problem);
    expect([inGerman.problem.sentence, inGerman.original]).to.deep.equal(['Das verbundene System lehnt unsere Anmeldedaten ab.', 'ConnectWise refused the keys.']);
    expect(new ApiError('refused', { ...problem, sentence: errorTable['source-unauthorized'].sentence }).original).to.equal('');
    expect([makeApiError('network').problem.sentence, makeApiError('network').original]).to.deep.equal(['Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.', '']);
    const withFacts = new ApiError('refused', { ...problem, facts: [{ code: 'connection-refused', system: 'ConnectWise', connection: 'Support', where: 'System > Members' }] });
    expect([withFacts.problem.sentence, withFacts.original]).to.deep.equal(['ConnectWise lehnt die Anmeldedaten der Verbindung „Support“ ab. Prüfen Sie sie dort unter System > Members.', '']);
    expect(new ApiError('refused', { code: 'of-a-newer-server', sentence: 'Not today.', requestId: '' }).original).to.equal('Not today.');
  });
});
