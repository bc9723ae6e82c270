import type { Logger } from '../../services/runtime/logger.js';
import { withOperator } from './openPlace.js';
import type { BackupArguments } from './readArguments.js';

export function backup({ folder, file }: BackupArguments, { say, logger }: { readonly say: (line: string) => void; readonly logger: Logger }): Promise<number> {
  return withOperator({ kind: 'sqlite', folder }, logger, async (operator) => {
    const bytes = await operator.backUp(file);
    say(`${file}: ${(bytes / 1_000_000).toFixed(1)} MB. To go back to it: stop the app, put this file in the place of ${folder}/tenant-mapper.db, and remove the files beside it whose names end with -wal or -shm.`);
    return 0;
  });
}
