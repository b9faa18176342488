/** apps → adapters → application → domain, and nothing the other way. The words are what a person sees when it fails. */
const layer = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}` },
  to: { path: `^(dist/)?(${to})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other at run time are one; a type may point back.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    layer(
      'domain-leans-on-nothing',
      'libs/domain/',
      'libs/application|libs/adapters|apps|migrations',
      'The domain is the law in plain TypeScript.',
    ),
    layer(
      'application-not-outward',
      'libs/application/',
      'libs/adapters|apps|migrations',
      'An act asks a port; the adapter implements it.',
    ),
    layer(
      'adapters-not-apps',
      'libs/adapters/',
      'apps',
      'What an app and an adapter both need belongs in the adapter.',
    ),
    layer(
      'migrations-alone',
      'migrations/',
      'apps|libs',
      'A migration is history; code it leaned on would change under it.',
    ),
    {
      name: 'apps-not-each-other',
      severity: 'error',
      comment: 'Processes meet in the database and over the network, never in code.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^(dist/)?apps/', pathNot: '^(dist/)?apps/$1/' },
    },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      comment: 'Builders and fakes are for tests.',
      from: { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(dist/)?test/' },
    },
    {
      name: 'domain-packages',
      severity: 'error',
      comment: 'The domain may use itself and luxon; not Node, not Nest, not a library.',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'],
        pathNot: '(^|/)node_modules/(@types/)?luxon/',
      },
    },
    {
      name: 'application-packages',
      severity: 'error',
      comment: 'An act may use @nestjs/common for its decorator; whatever else it needs is a port.',
      from: { path: '^libs/application/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'],
        pathNot: '(^|/)node_modules/(@nestjs/common|(@types/)?luxon)/',
      },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      comment: 'A production install leaves these out.',
      from: { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment: 'Name it in package.json.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'There is no such file.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(var|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
