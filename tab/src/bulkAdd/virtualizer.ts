/**
 * TanStack's hook returns functions that must not be memoized. Its one user, useRowWindow, opts out of memoizing
 * ("use no memo") and hands on fresh plain objects, so the lint rule against it has nothing left to protect.
 */
export { defaultRangeExtractor, useVirtualizer as useUnmemoizedVirtualizer } from '@tanstack/react-virtual';
