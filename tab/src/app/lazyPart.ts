import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { wordsReady } from './words.js';

/** A part of the page that is loaded when it is first shown, together with its words. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const part = await load();
    await wordsReady();
    return { default: part };
  });
}
