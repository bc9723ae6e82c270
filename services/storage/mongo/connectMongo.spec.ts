import { expect } from 'chai';
import { pino } from 'pino';
import { rejection } from '../../../test/support/rejection.js';
import { connectMongo } from './connectMongo.js';

// What follows an unescaped "@" is taken for the host, so the driver's own message would quote the rest of the password.
const unreadable = [
  { name: 'a password with "@" and ":"', uri: 'mongodb://user:first@SecretRest:x:y/db' },
  { name: 'a password with "@"', uri: 'mongodb://user:first@SecretRest@db.example/x' },
  { name: 'a password with "%"', uri: 'mongodb://user:Secret%Rest@db.example/x' },
  { name: 'an unknown option', uri: 'mongodb://db.example/x?secretRest=1' },
];

describe('connectMongo', () => {
  for (const { name, uri } of unreadable) {
    it(`says that a URI with ${name} can't be read, and quotes none of it`, async () => {
      const lines: string[] = [];
      const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
      const error = await rejection(connectMongo(uri, logger));
      expect(error.code).to.equal('configuration');
      expect(error.sentence).to.match(/^MONGODB_URI/);
      logger.fatal({ err: error }, 'could not start');
      expect([error.sentence, ...lines].join('\n')).to.not.match(/secret/i);
    });
  }
});
