import { Fragment } from 'react';

/** A domain that breaks after a dot before it breaks within a word. */
export function DomainName({ domain }: { readonly domain: string }) {
  const [first = '', ...others] = domain.split('.');
  return (
    <bdi>
      {first}
      {others.map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
