import type { Clock } from './clock.js';
import type { HttpClient } from './httpClient.js';
import type { Logger } from './logger.js';
import type { TrustAnchors } from './trustAnchors.js';

/** What every client of an outside system is given. */
export type SourceTools = { readonly http: HttpClient; readonly clock: Clock; readonly logger: Logger; readonly anchors: TrustAnchors };
