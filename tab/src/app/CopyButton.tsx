import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { texts } from './texts.js';
import { useAnnounce } from './useAnnounce.js';

type Props = { readonly text: string; readonly of: string; readonly stop?: { readonly 'data-stop': string; readonly tabIndex: number } };

/** Copies a tenant id. Teams may forbid the clipboard; then it says so, and the id can be selected by hand. */
export function CopyButton({ text, of, stop }: Props) {
  const announce = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      announce(texts.copied(of));
    } catch {
      announce(texts.copyFailed);
    }
  };
  const Icon = isCopied ? Checkmark16Regular : Copy16Regular;
  return (
    <button type="button" className="icon-button small" {...stop} aria-label={texts.copyId(of)} title={texts.copyId(of)} onClick={() => void copy()}>
      <Icon aria-hidden />
    </button>
  );
}
