import { pino } from 'pino';
import { openMongoStore } from '../../services/storage/mongo/openMongoStore.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';

// Opens the store at the given place (a folder or a mongodb:// address) and closes it again; says when it begins and when it is open.
const [place = ''] = process.argv.slice(2);
const logger = pino({ level: 'silent' });
process.stdout.write('opening\n');
const store = await (place.startsWith('mongodb') ? openMongoStore({ uri: place, logger }) : openSqliteStore({ folder: place, logger }));
process.stdout.write('open\n');
await store.close();
