// The laws of the house as far as imports show them (the tree stands in README.md, the reasons in docs/decisions). Run by tools/laws.mjs.
const api = '^apps/api/src';
const features = `${api}/features`;
const web = '^apps/web/src';
const contracts = '^packages/contracts/';
const test = '\\.test\\.tsx?$';

/** From left to right: a feature may use those before it. */
const order = [
  'activity',
  'accounts',
  'appointments',
  'organizations',
  'resolutions',
  'networks',
  'initiatives',
  'tasks',
  'templates',
  'conversations',
  'ballots',
  'budgets',
  'ideas',
  'partners',
  'funding',
  'balances',
  'positions',
  'documents',
  'meetings',
  'publications',
  'dashboards',
];

/** Files of a feature by the kind in their name: `task.policy.ts` is a policy. */
const kind = (...kinds) => `${features}/.+\\.(${kinds.join('|')})\\.ts$`;
const pure = kind('policy', 'lifecycle', 'rules', 'announcements');
const nestEdge = [
  `${api}/platform/`,
  `${api}/(main|worker|create-app|app\\.module)\\.ts$`,
  `${api}/(features|demo)/.+\\.(controller|module|guard|filter|strategy)\\.ts$`,
];

const law = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    law(
      'policies, life cycles, rules and announcements are pure',
      'They import the contracts, the kernel and each other.',
      { path: pure },
      {
        pathNot: [contracts, `${api}/kernel/`, pure],
      },
    ),
    law(
      'only stores and queries touch the database',
      'Nest’s edge, jobs and the roots of the program hand it on; nobody else names it.',
      {
        path: api,
        pathNot: [
          `${api}/platform/`,
          kind('store', 'queries', 'job'),
          `${api}/demo/[^/]+\\.(store|queries)\\.ts$`,
          ...nestEdge,
          `${api}/(foundations|reference-data|jobs)\\.ts$`,
          `${api}/demo/(template|build-world)\\.ts$`,
          test,
        ],
      },
      {
        path: `${api}/platform/database/`,
      },
    ),
    law(
      'the generated client stays in platform/database',
      'Everybody else speaks to what that folder exports.',
      { path: '^(apps|packages)/', pathNot: `${api}/platform/database/` },
      {
        path: `${api}/platform/database/generated/`,
      },
    ),
    law(
      'Nest only at the edges',
      'Controllers, modules, guards, filters, strategies and the platform import it; within are plain functions.',
      { path: api, pathNot: [...nestEdge, test] },
      {
        path: '(^|/)@nestjs/',
      },
    ),
    law(
      'the kernel stands alone',
      'It knows the contracts and itself.',
      { path: `${api}/kernel/`, pathNot: test },
      {
        pathNot: [`${api}/kernel/`, contracts],
      },
    ),
    law(
      'the platform has never heard of a gmina',
      'It imports no feature.',
      { path: `${api}/platform/`, pathNot: test },
      {
        path: [`${features}/`, `${api}/demo/`],
      },
    ),
    law(
      'the features know no demo',
      'The demo and the roots of the program use the features, not the other way round.',
      { path: [`${features}/`, `${api}/kernel/`], pathNot: test },
      {
        path: [`${api}/demo/`, `${api}/[^/]+\\.ts$`],
      },
    ),
    law(
      'a feature is used through its index.ts',
      'What is not exported there is its own affair.',
      { path: `${features}/([^/]+)/`, pathNot: test },
      {
        path: `${features}/`,
        pathNot: [`${features}/$1/`, `${features}/[^/]+/index\\.ts$`],
      },
    ),
    ...order.slice(0, -1).map((feature, index) =>
      law(
        `${feature} uses no feature to its right`,
        order.join(' · '),
        { path: `${features}/${feature}/`, pathNot: test },
        {
          path: `${features}/(${order.slice(index + 1).join('|')})/`,
        },
      ),
    ),
    law(
      'every feature has its place in the order',
      order.join(' · '),
      { path: `${features}/(?!(${order.join('|')})/)` },
      {},
    ),
    law(
      'the contracts import zod only',
      'They are the wire, used by both sides.',
      { path: contracts, pathNot: test },
      {
        pathNot: [contracts, '(^|/)node_modules/zod/'],
      },
    ),
    law(
      'api and web meet in the contracts only',
      'Neither imports the other.',
      { path: '^apps/([^/]+)/' },
      {
        path: '^apps/',
        pathNot: '^apps/$1/',
      },
    ),
    law(
      'who recounts a ballot needs nothing but Node',
      'Whoever doubts the portal need not trust its code, nor anybody else’s.',
      { path: '^apps/verify/' },
      { dependencyTypesNot: ['core'] },
    ),
    law(
      'web: ui knows no domain word',
      'It imports neither contracts nor features nor the app.',
      { path: `${web}/ui/` },
      {
        path: [contracts, `${web}/(features|app)/`],
      },
    ),
    law(
      'web: lib stands below the features',
      'It imports neither features nor the app.',
      { path: `${web}/lib/` },
      {
        path: `${web}/(features|app)/`,
      },
    ),
    law(
      'web: a feature uses lib and ui, never another feature',
      'What two features share goes down to lib or ui.',
      { path: `${web}/features/([^/]+)/` },
      {
        path: `${web}/(features|app)/`,
        pathNot: `${web}/features/$1/`,
      },
    ),
    law(
      'no cycles',
      'Two files that need each other are one file, or three.',
      { pathNot: '/generated/' },
      { circular: true },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(apps|packages)/[^/]+/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
