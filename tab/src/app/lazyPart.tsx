import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { wordsReady } from './words.js';

/** A part of the page that is loaded when it is first shown, together with its words. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const part = await load();
    await wordsReady();
    return { default: part };
  });
}

/** The same for a dialog or another small part: while it is on its way the page stays as it is. */
export function lazyDialog<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazyPart(load);
  return function LazyDialog(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
