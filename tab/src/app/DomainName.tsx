import { DotBreaks } from './DotBreaks.js';

export function DomainName({ domain }: { readonly domain: string }) {
  return (
    <bdi>
      <DotBreaks text={domain} />
    </bdi>
  );
}
