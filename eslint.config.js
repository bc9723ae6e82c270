import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noReading = (object, property, message) => ({ object, property, message });

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', '*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        noReading('process', 'env', 'Configuration is parsed once by loadConfig(env).'),
        noReading('Math', 'random', 'Use node:crypto, or a seeded generator in simulators.'),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSNonNullExpression', message: 'Handle the missing value instead.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Names come from other systems: render text only.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['tab/src/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  // TanStack Virtual's hook returns functions that change with each scroll; its one caller opts out of memoising.
  { files: ['tab/src/bulkAdd/useRowWindow.ts'], rules: { 'react-hooks/incompatible-library': 'off' } },
  { files: ['**/*.spec.ts', '**/*ContractSuite.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  {
    files: ['bot/index.ts', 'cli/**', 'bench/**', 'test/**', 'simulators/index.ts', 'simulators/**/start*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['*.config.{js,ts}', '**/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
