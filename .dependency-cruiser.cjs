// The architecture as forbidden arrows, each with its reason (docs/architecture.md tells the whole).
// scripts/arrows.test.mjs plants a violation of each and sees it reported.
// The one that is no import, `process.env` outside of settings.ts, is in .oxlintrc.json: node/no-process-env.

/** A noun's use cases: <verb>-<noun>.ts. What has a dot in its name (store, type, resolver) isn't one. */
const OPERATION = '^apps/api/src/modules/[^/]+/[^/.]+\\.ts$';
const STORE = '\\.store\\.ts$';
const TEST = '\\.test\\.tsx?$|^apps/api/(test|bench)/|^e2e/';
const SQL = '(^|/)node_modules/(drizzle-orm|postgres)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The rules of the house run in API and browser alike, and need nothing to be tested.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: TEST },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'ui-knows-nothing-of-monban',
      comment: 'The design system gets words and values; it knows no rule, no data, no address.',
      severity: 'error',
      from: { path: '^packages/ui/', pathNot: TEST },
      to: {
        path: '^packages/domain/|^apps/|(^|/)node_modules/(@apollo/|graphql/|react-router/|[^/]*i18n|react-intl/)',
      },
    },
    {
      name: 'features-stand-alone',
      comment:
        'A page can be changed or thrown away without reading another; what two share has a folder of its own.',
      severity: 'error',
      from: { path: '^apps/admin-web/src/features/([^/]+)/' },
      to: {
        path: '^apps/admin-web/src/features/',
        pathNot: '^apps/admin-web/src/features/$1/',
      },
    },
    {
      name: 'resolver-has-no-database',
      comment:
        'A resolver is one line that runs an operation; with no database in reach it can decide nothing.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: `^apps/api/src/db/|${STORE}|${SQL}` },
    },
    {
      name: 'store-only-stores',
      comment:
        'Queries hold no rule: they know no GraphQL, call no use case, and join through tables, not through each other.',
      severity: 'error',
      from: { path: STORE },
      to: {
        path: `(^|/)node_modules/type-graphql/|${OPERATION}|^apps/api/src/operation\\.ts$|${STORE}`,
      },
    },
    {
      name: 'operation-knows-neither-wire-nor-sql',
      comment:
        'A use case reads as load, decide, save: how it is asked for and how it is kept stand elsewhere.',
      severity: 'error',
      from: { path: `${OPERATION}|^apps/api/src/operation\\.ts$` },
      to: { path: `(^|/)node_modules/type-graphql/|${SQL}|\\.resolver\\.ts$` },
    },
    {
      name: 'type-is-only-a-shape',
      comment: 'What a type shows and to whom can be read in its file alone.',
      severity: 'error',
      from: { path: '\\.type\\.ts$' },
      to: { path: `${STORE}|${OPERATION}|^apps/api/src/operation\\.ts$` },
    },
    {
      name: 'argon2-only-in-secrets',
      comment: 'One place sees a PIN; nobody else hashes or compares one.',
      severity: 'error',
      from: { pathNot: '^apps/api/src/secrets/' },
      to: { path: '(^|/)node_modules/argon2/' },
    },
    {
      name: 'pins-opened-only-in-secrets',
      comment: 'Everybody may hand a PIN on; what it says is read where it is hashed and compared.',
      severity: 'error',
      from: { pathNot: '^apps/api/(src|test)/secrets/' },
      to: { path: '^apps/api/src/secrets/open-pin\\.ts$' },
    },
    {
      name: 'environment-only-in-settings',
      comment:
        'An unknown or half-set configuration stops the start in one place, with one message.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: '^apps/api/src/settings\\.ts$' },
      to: { dependencyTypes: ['core'], path: '^(node:)?process$' },
    },
    {
      name: 'apps-stand-apart',
      comment: 'The applications meet on the wire and in the domain; packages know no application.',
      severity: 'error',
      from: { path: '^(?:apps/([^/]+)|packages/[^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'examples-stand-outside',
      comment: 'Whoever integrates copies an example, and has nothing else of ours.',
      severity: 'error',
      from: { path: '^examples/([^/]+)/' },
      to: { path: '^(apps|packages|examples|e2e)/', pathNot: '^examples/$1/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What only tests need doesn’t run in production.',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment:
        'A file that nobody needs and that needs nobody is forgotten. Configurations and scripts are started by name.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.config\\.ts$|\\.css$|\\.d\\.ts$|(^|/)codegen\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'An arrow to nowhere can’t be checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-gallery|test-results|\\.turbo)/' },
    // Types are arrows too: what a file may know, not only what it loads.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
