import { Search20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export type ComboOption = { readonly key: string; readonly content: ReactNode; readonly isChosen?: boolean };

type Props = {
  readonly label: string;
  /** Set when a visible label stands elsewhere. */
  readonly labelId?: string;
  readonly inputId?: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: readonly ComboOption[];
  readonly onPick: (key: string) => void;
  /** A sentence under the list: loading, nothing found, how many more. */
  readonly hint: string;
  /** true: the list is always shown and takes the height it gets. */
  readonly isListOnly?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string;
};

/** An ARIA combobox whose options come from outside, searched there; shows all it is given (at most about 100). */
export function SearchCombobox(props: Props) {
  const { label, labelId, inputId, placeholder, query, onQuery, options, onPick, hint, isListOnly = false, isInvalid = false, describedBy } = props;
  const [isOpen, setIsOpen] = useState(isListOnly);
  const [activeKey, setActiveKey] = useState<string>();
  const listRef = useRef<HTMLDivElement>(null);
  const listId = useId();
  const isShown = isListOnly || isOpen;
  const at = options.findIndex((option) => option.key === activeKey);
  const active = options[at === -1 && (isListOnly || query !== '') ? 0 : at];
  const optionId = (key: string) => `${listId}-${options.findIndex((option) => option.key === key)}`;

  useEffect(() => {
    listRef.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.key, isShown]);

  const pick = (key: string) => {
    setIsOpen(isListOnly);
    setActiveKey(undefined);
    onPick(key);
  };
  const step = (by: number) => {
    setIsOpen(true);
    const from = active ? options.indexOf(active) : by > 0 ? -1 : options.length;
    setActiveKey(options[Math.min(options.length - 1, Math.max(0, from + by))]?.key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isShown && active) pick(active.key);
      else setIsOpen(true);
    } else if (event.key === 'Escape' && !isListOnly && isOpen) {
      event.stopPropagation();
      setIsOpen(false);
    }
  };

  return (
    <div className={`combo ${isListOnly ? 'combo-list-only' : ''}`}>
      <div className={`field-box ${isInvalid ? 'invalid' : ''}`}>
        <Search20Regular aria-hidden className="field-icon" />
        <input
          id={inputId}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          data-first-focus={isListOnly || undefined}
          {...(labelId === undefined ? { 'aria-label': label } : { 'aria-labelledby': labelId })}
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && active ? optionId(active.key) : undefined}
          aria-invalid={isInvalid}
          aria-describedby={describedBy}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value);
            setActiveKey(undefined);
            setIsOpen(true);
          }}
          onFocus={(event) => event.target.select()}
          onClick={() => setIsOpen(true)}
          onBlur={() => setIsOpen(isListOnly)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={isShown ? 'combo-popup' : 'combo-popup hidden'} onMouseDown={(event) => event.preventDefault()}>
        <div ref={listRef} id={listId} role="listbox" aria-label={label} className="combo-options">
          {isShown &&
            options.map((option) => (
              <div
                key={option.key}
                id={optionId(option.key)}
                role="option"
                aria-selected={option.isChosen ?? false}
                data-active={option === active}
                className="combo-option"
                onClick={() => pick(option.key)}
              >
                {option.content}
              </div>
            ))}
        </div>
        <p className="combo-hint" role="status">
          {isShown ? hint : ''}
        </p>
      </div>
    </div>
  );
}
