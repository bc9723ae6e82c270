/** "https://www.contoso.example/uk" is "contoso.example". */
export function hostOf(website: string): string {
  const [host = ''] = website.trim().toLowerCase().replace(/^[a-z]+:\/\//, '').split(/[/?#:]/);
  return host.replace(/^www\./, '');
}
