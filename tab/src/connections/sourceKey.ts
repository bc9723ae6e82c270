import type { SourceRef } from '../../../contracts/session.js';

export function idOf(source: SourceRef): string {
  return source.kind === 'partner-account' ? source.partnerAccountId : source.psaConnectionId;
}

export function keyOf(source: SourceRef): string {
  return `${source.kind}/${idOf(source)}`;
}
