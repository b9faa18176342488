import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Each of our own rules says why it stands there and what to do instead. */
const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'Only libs/adapters/src/settings reads the environment: add the setting there and take a Settings.',
};
const CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The domain has no clock: take `at`.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain has no clock: let the caller pass the instant as `at`.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain has no chance: let the caller pass the id or the number, so that a test can repeat it.',
  },
];
const SKIPPING = [
  {
    selector: 'CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(skip|only|todo)$/]',
    message: 'A test is never skipped but for a missing corpus: use whenCorpusIsThere (test/setup).',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'A test is never skipped but for a missing corpus: use whenCorpusIsThere (test/setup).',
  },
];
const REPOSITORY = {
  name: 'typeorm',
  importNames: ['Repository', 'InjectRepository'],
  message: 'Rows are read and written in libs/adapters/src/postgres only; ask a port of the application instead.',
};

const UNTYPED = ['**/*.js', '**/*.mjs', '**/*.cjs'];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'var/**', 'coverage/**', 'templates/**', 'test/fixtures/**', '**/*.json'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // It calls assertions superfluous that the compiler needs (generic calls whose result is only asserted).
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      'max-lines': ['error', { max: 250 }],
      'no-restricted-properties': ['error', ENVIRONMENT],
      'no-restricted-imports': ['error', { paths: [REPOSITORY] }],
      'no-restricted-syntax': ['error', ...SKIPPING],
    },
  },
  { files: ['libs/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...SKIPPING, ...CLOCK] } },
  { files: ['libs/domain/**/*.spec.ts'], rules: { 'no-restricted-syntax': ['error', ...SKIPPING] } },
  { files: ['libs/adapters/src/settings/**', 'test/setup/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['libs/adapters/src/postgres/**'], rules: { 'no-restricted-imports': 'off' } },
  // EntitySchema over private fields cannot be typed by key (docs/decisions); the contract tests cover every column.
  {
    files: ['**/*.schema.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: UNTYPED,
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'setTimeout', 'setInterval', 'clearInterval', 'performance', 'module', 'fetch']
          .map((name) => [name, 'readonly']), // prettier-ignore
      ),
    },
    rules: { 'max-lines': ['error', { max: 250 }] },
  },
);
