import './details.css';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts } from './texts.js';

/** Every key of the grid. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { keys } = texts;
  const lines = [
    { of: [keys.enter], does: texts.help.accept },
    { of: ['1', '2', '3'], does: texts.help.choose },
    { of: ['/'], does: texts.help.search },
    { of: ['I'], does: texts.help.ignore },
    { of: ['N'], does: texts.help.next },
    { of: ['D'], does: texts.help.details },
    { of: [keys.space], does: texts.help.include },
    { of: ['A'], does: texts.help.acceptMany },
    { of: ['↑', '↓', '←', '→'], does: texts.help.move },
    { of: [`${keys.ctrl}+Z`], does: texts.help.undo },
    { of: [`${keys.ctrl}+${keys.shift}+Z`], does: texts.help.redo },
    { of: [`${keys.ctrl}+${keys.enter}`], does: texts.help.review },
    { of: ['?'], does: texts.help.help },
  ] as const;
  return (
    <ModalDialog title={texts.keysTitle} onClose={onClose}>
      <p>{texts.keysText}</p>
      <dl className="facts key-list">
        {lines.map(({ of, does }) => (
          <div key={does} className="key-line">
            <dt>
              {of.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </ModalDialog>
  );
}
