import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { toCsv } from './toCsv.js';
import type { AutomapOptions } from './readOptions.js';
import type { Proposal } from './proposal.js';

/** Writes the whole file or none: under another name first, which then takes the place of what was there. */
export function writeProposals({ file, format }: NonNullable<AutomapOptions['out']>, proposals: readonly Proposal[]): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, format === 'json' ? toJson(proposals) : toCsv(columns, proposals.map(toCells)), { flag: 'wx' });
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** One row a line, so that two runs can be compared line by line. */
function toJson(proposals: readonly Proposal[]): string {
  return `[\n${proposals.map((proposal) => JSON.stringify(proposal)).join(',\n')}\n]\n`;
}

const columns = ['tenantId', 'tenantName', 'domain', 'outcome', 'companyId', 'psa', 'companyName', 'bestCompanyId', 'bestPsa', 'bestCompanyName', 'score', 'band', 'reasons', 'doubts', 'otherCandidates'];

function toCells({ tenantId, tenantName, domain, outcome, companyId, psa, companyName, score, band, doubts, candidates }: Proposal): string[] {
  const [best, ...others] = candidates;
  const rest = others.map((other) => `${other.companyId} ${other.name} (${other.score.toFixed(2)})`).join('; ');
  const number = score === null ? '' : score.toFixed(4);
  return [tenantId, tenantName, domain, outcome, companyId ?? '', psa ?? '', companyName ?? '', best?.companyId ?? '', best?.psa ?? '', best?.name ?? '', number, band ?? '', (best?.reasons ?? []).join(' '), doubts.join(' '), rest];
}
