/** Tests are compiled by tsc with everything else; jest runs plain ESM from dist (docs/decisions/0013). */
export default {
  testEnvironment: 'node',
  rootDir: 'dist',
  testRegex: '\\.spec\\.js$',
  transform: {},
  setupFiles: ['<rootDir>/../test/setup/esm.js'],
  globalSetup: '<rootDir>/../test/setup/global-setup.js',
  globalTeardown: '<rootDir>/../test/setup/global-teardown.js',
  testSequencer: '<rootDir>/../test/setup/slow-first.js',
  reporters: ['default', '<rootDir>/../test/setup/counting-reporter.js'],
  maxWorkers: 2,
  testTimeout: 60000,
};
