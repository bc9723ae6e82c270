import { Button } from '@fluentui/react-components';
import { ArrowRedoRegular, ArrowUndoRegular, CheckmarkRegular, KeyboardRegular, SparkleRegular } from '@fluentui/react-icons';
import { ActionMenu } from '../app/ActionMenu.js';
import { useLayout } from '../app/useLayout.js';
import { formatScore } from '../app/wording.js';
import { texts } from './texts.js';

type Props = {
  readonly autoMap: { readonly isPrimary: boolean; readonly isPossible: boolean; readonly onStart: () => void };
  /** `isPossible`: something waits for review. */
  readonly acceptMany: { readonly count: number; readonly threshold: number; readonly isPossible: boolean; readonly onOpen: () => void };
  /** What the next step back or forward is about; undefined: there is none. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onHelp: () => void;
  /** In a menu where there is no room for the switch. */
  readonly showAdded: { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };
};

/** What can be done with many tenants, and the way back. */
export function HeaderActions({ autoMap, acceptMany, undo, redo, onUndo, onRedo, onHelp, showAdded }: Props) {
  const layout = useLayout();
  const acceptText = texts.acceptMany(acceptMany.count, formatScore(acceptMany.threshold));
  const undoText = undo === undefined ? texts.undo : texts.undoOf(undo);
  const redoText = redo === undefined ? texts.redo : texts.redoOf(redo);
  return (
    <>
      <Button appearance={autoMap.isPrimary ? 'primary' : 'secondary'} icon={<SparkleRegular />} disabledFocusable={!autoMap.isPossible} onClick={autoMap.onStart}>
        {texts.autoMap}
      </Button>
      {layout !== 'narrow' && (
        <Button icon={<CheckmarkRegular />} aria-haspopup="dialog" disabledFocusable={!acceptMany.isPossible} onClick={acceptMany.onOpen}>
          {acceptText}
        </Button>
      )}
      <Button className="icon-only" appearance="subtle" icon={<ArrowUndoRegular />} aria-label={undoText} title={undoText} disabledFocusable={undo === undefined} onClick={onUndo} />
      {layout === 'narrow' ? (
        <ActionMenu
          label={texts.more}
          actions={[
            ...(acceptMany.isPossible ? [{ text: acceptText, onPick: acceptMany.onOpen }] : []),
            ...(redo === undefined ? [] : [{ text: redoText, onPick: onRedo }]),
            { text: showAdded.isOn ? texts.hideAdded : texts.showAdded, onPick: () => showAdded.onChange(!showAdded.isOn) },
          ]}
        />
      ) : (
        <>
          <Button className="icon-only" appearance="subtle" icon={<ArrowRedoRegular />} aria-label={redoText} title={redoText} disabledFocusable={redo === undefined} onClick={onRedo} />
          <Button className="icon-only" appearance="subtle" icon={<KeyboardRegular />} aria-label={texts.keysTitle} title={texts.keysTitle} aria-haspopup="dialog" onClick={onHelp} />
        </>
      )}
    </>
  );
}
