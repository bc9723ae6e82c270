import type { ReactNode } from 'react';

/** What a row is called, and smaller what goes with it. */
export function NameCell({ name, minor }: { readonly name: string; readonly minor: ReactNode }) {
  return (
    <>
      <bdi>{name}</bdi>
      <span className="minor block">{minor}</span>
    </>
  );
}
