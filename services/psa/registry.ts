import { autotask } from './autotask/index.js';
import { connectWise } from './connectWise/index.js';
import { csv } from './csv/index.js';
import { haloPsa } from './haloPsa/index.js';
import type { PsaDefinition } from './psaAdapter.js';

/** Every PSA that the app knows. A new one is one line here. */
export const psas: readonly PsaDefinition[] = [autotask, connectWise, csv, haloPsa];

/** `psaId` as in the settings file, in its exact letter case. */
export function findPsa(psaId: string): PsaDefinition | undefined {
  return psas.find((psa) => psa.psaId === psaId);
}
