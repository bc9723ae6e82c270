import { teamsDarkTheme, type Theme } from '@fluentui/react-components';

/** Dark panes that let the room shine through, dark enough that white text reads well before a white wall. */
export const theme: Theme = {
  ...teamsDarkTheme,
  colorNeutralBackground1: 'rgb(32 32 32 / 88%)',
  colorNeutralBackground1Hover: 'rgb(61 61 61 / 92%)',
  colorNeutralBackground1Pressed: 'rgb(31 31 31 / 92%)',
  colorNeutralBackground2: 'rgb(24 24 24 / 78%)',
  colorNeutralBackground3: 'rgb(20 20 20 / 92%)',
  colorNeutralStroke1: '#8a8a8a',
  colorNeutralStroke2: '#707070',
};
