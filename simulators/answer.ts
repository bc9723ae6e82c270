/** What a simulator replies. A string body is sent as it is, undefined sends none, anything else is sent as JSON. */
export type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };
