import { AppError } from '../../../services/runtime/errors.js';

/** An uploaded file's bytes as text. AppError `bad-request` when they are no UTF-8. */
export async function* readText(file: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of file) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw new AppError('bad-request', 'the file is no UTF-8', { cause: thrown, sentence: 'The file is not UTF-8 text. In a spreadsheet, save it as "CSV UTF-8".', facts: [{ code: 'import-no-utf8' }] });
  }
}
