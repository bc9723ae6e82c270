import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useId, useRef, useState, type KeyboardEvent } from 'react';

export type MenuAction = { readonly text: string; readonly onPick: () => void };
type Props = { readonly label: string; readonly actions: readonly MenuAction[] };

const widthPx = 240;

/** A "…" button with a menu of actions, in the browser's top layer. */
export function ActionMenu({ label, actions }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const menuRef = useRef<HTMLDivElement>(null);
  const menuId = useId();

  const open = () => {
    const menu = menuRef.current;
    const button = buttonRef.current;
    if (!menu || !button) return;
    const { left, right, bottom, top } = button.getBoundingClientRect();
    menu.showPopover();
    const fitsBelow = bottom + menu.offsetHeight + 8 < window.innerHeight;
    // The menu ends where its button ends, whichever way the page runs.
    const start = getComputedStyle(button).direction === 'rtl' ? Math.min(left, window.innerWidth - widthPx - 8) : Math.max(8, right - widthPx);
    menu.style.left = `${start}px`;
    menu.style.top = `${fitsBelow ? bottom + 4 : Math.max(8, top - menu.offsetHeight - 4)}px`;
    menu.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
  const close = () => {
    menuRef.current?.hidePopover();
    buttonRef.current?.focus();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Tab') close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...(menuRef.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <>
      <button ref={buttonRef} type="button" className="icon-button" aria-label={label} aria-haspopup="menu" aria-expanded={isOpen} aria-controls={menuId} onClick={open}>
        <MoreHorizontalRegular aria-hidden />
      </button>
      <div ref={menuRef} id={menuId} popover="auto" role="menu" tabIndex={-1} aria-label={label} className="menu" onToggle={(event) => setIsOpen(event.newState === 'open')} onKeyDown={move}>
        {actions.map(({ text, onPick }) => (
          <button
            key={text}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="menu-item"
            onClick={() => {
              close();
              onPick();
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </>
  );
}
