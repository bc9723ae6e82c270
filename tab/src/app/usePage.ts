import { useCallback, useEffect, useState } from 'react';
import { hashOf, pageOf, type Page } from './page.js';

/** The page shown, kept in the address so that reload and the back button work. */
export function usePage(subPageId: string): [Page, (page: Page) => void] {
  const [page, setPage] = useState(() => pageOf(window.location.hash, subPageId));
  useEffect(() => {
    const follow = () => setPage(pageOf(window.location.hash, ''));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const goTo = useCallback((next: Page) => {
    window.location.hash = hashOf(next);
    setPage(next);
  }, []);
  return [page, goTo];
}
