import { z } from 'zod';

// Must run before the contracts' schemas are made: zod would else try `new Function`, which the page's
// Content-Security-Policy forbids and reports.
z.config({ jitless: true });
