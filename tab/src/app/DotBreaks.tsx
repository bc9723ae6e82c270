import { Fragment } from 'react';

/** A text with long words, such as domains, that break after a dot before they break elsewhere. */
export function DotBreaks({ text }: { readonly text: string }) {
  const [first = '', ...others] = text.split('.');
  return (
    <>
      {first}
      {others.map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
