type Props = { readonly label?: string; readonly className?: string };

/** Turns while something is awaited; the label says what, to everybody. Without one it stands beside a text that does. */
export function Spinner({ label, className = '' }: Props) {
  return (
    <div className={`spinner ${className}`} {...(label === undefined ? { 'aria-hidden': true } : { role: 'status' })}>
      <span className="spinner-ring" aria-hidden />
      {label}
    </div>
  );
}
