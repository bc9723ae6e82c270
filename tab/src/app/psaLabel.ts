/** How a PSA connection is called on the pages: "ConnectWise (Main)", or its own name where that says the product. */
export function psaLabel({ name, psaName }: { readonly name: string; readonly psaName: string }): string {
  return name.includes(psaName) ? name : `${psaName} (${name})`;
}
