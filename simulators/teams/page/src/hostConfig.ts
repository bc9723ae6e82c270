import { HostConfig } from 'adaptivecards';

const color = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle, var(--${name}))` });
const foregroundColors = {
  default: color('text'),
  dark: color('text'),
  light: color('text-subtle'),
  accent: color('accent'),
  good: color('good'),
  warning: color('warning'),
  attention: color('attention'),
};
const style = (background: string) => ({ backgroundColor: `var(--${background})`, borderColor: 'var(--line)', foregroundColors });

/** Sizes as Teams has them; colours are the page's, so that a card follows the theme at once. */
export const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('surface'),
    emphasis: style('surface-2'),
    accent: style('accent-back'),
    good: style('good-back'),
    warning: style('warning-back'),
    attention: style('attention-back'),
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } },
    errorMessage: { color: 'attention', size: 'small' },
  },
  actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left', allowTitleToWrap: true, showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' } },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
});
