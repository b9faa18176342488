/** Tests are compiled by tsc with everything else; jest runs plain ESM from dist (docs/decisions/0009). */
export default {
  testEnvironment: 'node',
  rootDir: 'dist',
  testRegex: '\\.spec\\.js$',
  transform: {},
  setupFiles: ['<rootDir>/../test/setup/esm.js'],
  maxWorkers: 2,
  testTimeout: 60000,
};
