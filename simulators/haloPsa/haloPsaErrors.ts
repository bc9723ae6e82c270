import type { Fault } from '../faults.js';

/** Ready-made answers to queue with `faults.next`: the shapes of error that HaloPSA was seen to use. */
export const haloPsaFaults = {
  throttled: { kind: 'status', status: 429, body: 'Rate Limit Reached - 300 Requests per rolling 5 minute window' },
  resultCode: { kind: 'status', status: 400, body: { resultCode: 4, errorMessage: 'The request is invalid.' } },
  className: { kind: 'status', status: 500, body: { ClassName: 'System.Exception', Message: 'Something failed.' } },
  message: { kind: 'status', status: 403, body: { Message: 'You do not have access to this area.' } },
  error: { kind: 'status', status: 400, body: { error: 'invalid_request' } },
  plainText: { kind: 'status', status: 503, body: 'The service is unavailable.' },
} as const satisfies Record<string, Fault>;
