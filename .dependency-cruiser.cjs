// The import rules of docs/architecture.md. `npm run check-imports` fails on the first broken one.
const spec = '\\.spec\\.ts$|ContractSuite\\.ts$';
const only = (name, from, allowed, comment, fromNot = spec) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: fromNot },
  to: { pathNot: [...allowed, '^node:', '^(node_modules|@types)/.*@types/'], dependencyTypesNot: ['core'] },
});
const pkg = (...names) => names.map((name) => `node_modules/${name}/`);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain', '^services/domain/', ['^services/domain/'], 'Domain types depend on nothing.'),
    { name: 'runtime', comment: 'Runtime knows packages, and types of domain.', severity: 'error', from: { path: '^services/runtime/', pathNot: spec }, to: { pathNot: ['^services/runtime/', 'node_modules/'], dependencyTypesNot: ['type-only', 'core'] } },
    { name: 'runtime-types', comment: 'Of the rest of the app, runtime sees only domain types.', severity: 'error', from: { path: '^services/runtime/', pathNot: spec }, to: { path: '^(services/(?!domain/|runtime/)|contracts|bot|tab|simulators|cli)' } },
    only('matching', '^services/matching/', ['^services/(matching|domain)/', ...pkg('fuzzball', 'tldts')], 'Matching is pure.'),
    only('psa-registry', '^services/psa/registry\\.ts$', ['^services/psa/'], 'The registry names the PSA folders.'),
    only('psa-port', '^services/psa/(psaAdapter|companyFile)\\.ts$', ['^services/(domain|runtime)/', '^services/psa/companyFile\\.ts$', ...pkg('zod')], 'The port knows no PSA.'),
    {
      name: 'psa-adapter',
      comment: 'A PSA folder imports itself, its port, domain, runtime and zod; never a sibling.',
      severity: 'error',
      from: { path: '^services/psa/([^/]+)/', pathNot: spec },
      to: { pathNot: ['^services/psa/$1/', '^services/psa/(psaAdapter|companyFile)\\.ts$', '^services/(domain|runtime)/', 'node_modules/zod/'], dependencyTypesNot: ['core'] },
    },
    only('partner-center', '^services/partnerCenter/', ['^services/(partnerCenter|domain|runtime)/', ...pkg('zod')], 'Partner Center imports its own folder, domain, runtime and zod.'),
    only('storage-ports', '^services/storage/[^/]+\\.ts$', ['^services/(domain|runtime)/', '^services/storage/[^/]+\\.ts$'], 'Storage ports know no database.'),
    only('storage-sqlite', '^services/storage/sqlite/', ['^services/storage/(sqlite/|[^/]+\\.ts$)', '^services/(domain|runtime)/', ...pkg('zod', 'libsql')], 'libsql stays here.'),
    only('storage-mongo', '^services/storage/mongo/', ['^services/storage/(mongo/|[^/]+\\.ts$)', '^services/(domain|runtime)/', ...pkg('zod', 'mongoose')], 'mongoose stays here.'),
    only(
      'use-cases',
      '^services/(actions|mappings|connections|sync|notices)/',
      ['^services/(actions|mappings|connections|sync|notices|domain|matching|runtime)/', '^services/psa/(psaAdapter|companyFile)\\.ts$', '^services/partnerCenter/partnerCenter\\.ts$', '^services/storage/ports\\.ts$'],
      'Use cases see ports, never adapters.',
    ),
    only('front-door', '^services/index\\.ts$', ['^services/(actions|mappings|connections|sync|notices|domain|runtime)/', '^services/storage/ports\\.ts$', '^services/psa/(psaAdapter|companyFile)\\.ts$', '^services/partnerCenter/partnerCenter\\.ts$'], 'The front door names use cases and types.'),
    { name: 'contracts', comment: 'Contracts: zod and types of domain.', severity: 'error', from: { path: '^contracts/', pathNot: spec }, to: { pathNot: ['^contracts/', 'node_modules/zod/'], dependencyTypesNot: ['type-only', 'core'] } },
    { name: 'contracts-types', comment: 'Of the services, contracts see only domain types.', severity: 'error', from: { path: '^contracts/', pathNot: spec }, to: { path: '^(services/(?!domain/)|bot|tab|simulators|cli)' } },
    {
      name: 'bot',
      comment: 'The host imports the front door, domain, runtime and contracts. Only composition.ts names adapters.',
      severity: 'error',
      from: { path: '^bot/', pathNot: `^bot/composition\\.ts$|${spec}` },
      to: { path: '^(services|tab|simulators|cli|test|bench)/', pathNot: '^services/(index\\.ts$|domain/|runtime/)' },
    },
    { name: 'bot-packages', comment: 'botbuilder, teamsfx and restify live in bot/ only.', severity: 'error', from: { pathNot: '^(bot|test|cli|bench)/' }, to: { path: 'node_modules/(botbuilder|botframework-[a-z]+|@microsoft/teamsfx|restify)/', dependencyTypesNot: ['type-only'] } },
    { name: 'tab', comment: 'The tab imports contracts and browser packages.', severity: 'error', from: { path: '^tab/src/', pathNot: spec }, to: { path: '^(services|bot|simulators|cli|test|bench)/' } },
    { name: 'simulators', comment: 'Simulators share no mapper or schema with the clients they test.', severity: 'error', from: { path: '^simulators/', pathNot: spec }, to: { path: '^(services/(?!runtime/)|bot|tab|contracts|cli|test|bench)' } },
    {
      name: 'pure',
      comment: 'Domain and matching compute; contracts and the tab run in the browser. None of them uses Node.',
      severity: 'error',
      from: { path: '^(services/(domain|matching)|contracts|tab/src)/', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    ...[
      ['mongoose', '^services/storage/mongo/'],
      ['libsql', '^services/storage/sqlite/'],
      ['fuzzball', '^services/matching/'],
      ['tldts', '^services/matching/'],
    ].map(([name, home]) => ({
      name: `${name}-at-home`,
      comment: `${name} stays behind one folder.`,
      severity: 'error',
      from: { path: '^(services|contracts|bot|tab|simulators)/', pathNot: `${home}|${spec}` },
      to: { path: `node_modules/${name}/` },
    })),
    { name: 'no-stand-ins', comment: 'The app never imports a simulator; composition.ts neither.', severity: 'error', from: { path: '^(services|contracts|bot|tab/src)/', pathNot: spec }, to: { path: '^simulators/' } },
    { name: 'nothing-imports-tools', comment: 'Nothing imports cli, bench or test.', severity: 'error', from: { path: '^(services|contracts|bot|tab|simulators)/', pathNot: spec }, to: { path: '^(cli|bench|test)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'] },
    parser: 'tsc',
  },
};
