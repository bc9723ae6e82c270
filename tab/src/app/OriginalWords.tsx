/** The server's own English words beside a sentence in the person's language, marked as English for those who hear them. */
export function OriginalWords({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <span lang="en" dir="ltr" className="minor block">
      {text}
    </span>
  );
}
