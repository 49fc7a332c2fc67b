/** The boundaries between the parts of the source, held by reading it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url).pathname;

interface Import {
  /** A file of this project from its root, or a package's name. */
  readonly to: string;
  /** Gone once compiled. */
  readonly typeOnly: boolean;
}
interface File {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly syntax: ts.SourceFile;
}

const filesIn = (folder: string): File[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fileOf(join(folder, file)));

function fileOf(path: string): File {
  const text = readFileSync(join(root, path), 'utf8');
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  walk(syntax, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return;
      imports.push({ to: target(path, node.moduleSpecifier.text), typeOnly: isTypeOnly(node) });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      for (const argument of node.arguments)
        if (ts.isStringLiteral(argument)) imports.push({ to: target(path, argument.text), typeOnly: false });
  });
  return { path, lines: text.trimEnd().split('\n').length, imports, syntax };
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly: type }) => type);
}

function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1');
  return normalize(join(dirname(from), specifier)).replace(/\.js$/, '.ts');
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

const holds = (file: File, test: (node: ts.Node) => boolean): boolean => {
  let found = false;
  walk(file.syntax, (node) => (found ||= test(node)));
  return found;
};

const source = filesIn('src');
/** What other services run: `@latchkey/verifier`. */
const verifier = filesIn('packages/verifier/src');
const sources = source.filter(({ path }) => !path.startsWith('src/generated/'));
const runtime = ({ imports }: File): string[] => imports.filter(({ typeOnly }) => !typeOnly).map(({ to }) => to);
const pathsOf = (files: readonly File[]): string[] => files.map(({ path }) => path).sort();

const SHARED = [
  'audit',
  'authorization',
  'credentials',
  'deliveries',
  'lifecycle',
  'quotas',
  'sdl',
  'secrets',
  'storage',
];
/** What the kinds of access token have in common. */
const COMMON = 'access-tokens';
/** What puts the domains together. */
const AROUND = ['cli', 'config', 'generated', 'graphql', 'http'];

/** What is offered through the API: a folder each, with its SDL of the same name. */
const DOMAINS = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => !SHARED.includes(name) && !AROUND.includes(name));
const domainOf = (path: string): string | undefined => DOMAINS.find((domain) => path.startsWith(`src/${domain}/`));

describe('the reading below', () => {
  it('sees files, imports and domains', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(DOMAINS).toEqual(expect.arrayContaining(['identity', 'organizations', 'subgraph-keys', 'targets']));
    const open = sources.find(({ path }) => path === 'src/cli/open.ts');
    expect(open && runtime(open)).toEqual(expect.arrayContaining(['pino', 'src/storage/mongo/store.ts']));
    for (const { path, imports } of sources)
      for (const { to } of imports)
        if (to.startsWith('src/')) expect(pathsOf(source), `${path} imports it`).toContain(to);
  });
});

describe('the verifier, which other services run', () => {
  const entry = (name: string): File => {
    const file = verifier.find(({ path }) => path === `packages/verifier/src/${name}.ts`);
    if (!file) throw new Error(`the verifier has no ${name}.ts`);
    return file;
  };
  /** What a file imports, itself or through others, types included. */
  const reached = (file: File, seen = new Set<string>()): Set<string> => {
    for (const { to } of file.imports) {
      if (seen.has(to)) continue;
      seen.add(to);
      const next = verifier.find(({ path }) => path === to);
      if (next) reached(next, seen);
    }
    return seen;
  };
  const outside = (name: string) => [...reached(entry(name))].filter((to) => !to.startsWith('packages/verifier/src/'));

  it('takes nothing along but Node, and graphql where GraphQL servers are', () => {
    for (const name of ['index', 'internal']) for (const to of outside(name)) expect(to, name).toMatch(/^node:/);
    expect(outside('graphql').filter((to) => !to.startsWith('node:'))).toEqual(['graphql']);
  });

  it('shares with the service what @latchkey/verifier/internal exports, and nothing else', () => {
    const imports = /from '(@latchkey\/verifier[^']*)'|from '([^']*packages\/[^']*)'/g;
    const named = sources.flatMap(({ syntax }) =>
      [...syntax.text.matchAll(imports)].map(([, name, path]) => name ?? path),
    );
    expect(new Set(named)).toEqual(new Set(['@latchkey/verifier/internal']));
  });
});

describe('resolvers translate, call their service and answer', () => {
  const resolvers = sources.filter(({ path }) => path.endsWith('/resolvers.ts'));

  it.each(resolvers.map((file) => [file.path, file] as const))('%s', (_, file) => {
    expect(holds(file, ts.isTryStatement), 'no try').toBe(false);
    for (const to of runtime(file)) {
      expect(to, 'no storage').not.toMatch(/^src\/storage\//);
      expect(to, 'no permission check').not.toMatch(/^src\/authorization\//);
      expect(to, 'no secrets').not.toMatch(/^src\/secrets\//);
    }
  });
});

describe('a domain', () => {
  const inDomains = sources.filter(({ path }) => domainOf(path) !== undefined);

  it('knows the storage port alone, and never an engine', () => {
    for (const { path, imports } of inDomains)
      for (const { to } of imports)
        if (to.startsWith('src/storage/')) expect(to, path).toBe('src/storage/collection.ts');
  });

  it('knows nothing of GraphQL or HTTP when it runs', () => {
    for (const file of inDomains)
      for (const to of runtime(file)) expect(to, file.path).not.toMatch(/^(graphql|@apollo|@as-integrations|fastify)/);
  });

  it("imports another domain's types alone, but for what access tokens have in common", () => {
    for (const file of inDomains)
      for (const to of runtime(file))
        expect([undefined, COMMON, domainOf(file.path)], `${file.path} imports ${to}`).toContain(domainOf(to));
  });

  it('is not imported by anything that all domains share', () => {
    const shared = ({ path }: File) => SHARED.some((name) => path.startsWith(`src/${name}/`));
    for (const file of sources.filter(shared))
      for (const { to } of file.imports) expect(domainOf(to), `${file.path} imports ${to}`).toBeUndefined();
  });
});

describe('what only one place may use', () => {
  const importing = (name: string) => pathsOf(sources.filter((file) => file.imports.some(({ to }) => to === name)));

  it('mongoose: storage/mongo/', () => {
    expect(importing('mongoose').length).toBeGreaterThan(0);
    for (const path of importing('mongoose')) expect(path).toMatch(/^src\/storage\/mongo\//);
  });

  it('libsql: storage/embedded/', () => {
    expect(importing('libsql').length).toBeGreaterThan(0);
    for (const path of importing('libsql')) expect(path).toMatch(/^src\/storage\/embedded\//);
  });

  it('which engine it is: cli/open.ts', () => {
    const outside = sources.filter(({ path }) => !path.startsWith('src/storage/'));
    const engine = /^src\/storage\/(mongo|embedded)\//;
    expect(pathsOf(outside.filter(({ imports }) => imports.some(({ to }) => engine.test(to))))).toEqual([
      'src/cli/open.ts',
    ]);
  });

  it('the environment: cli/main.ts', () => {
    const reads = (node: ts.Node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env';
    expect(pathsOf(sources.filter((file) => holds(file, reads)))).toEqual(['src/cli/main.ts']);
  });

  it('hashes: secrets/ and credentials/', () => {
    const named = (node: ts.Node) => ts.isIdentifier(node) && node.text === 'hash';
    const knowing = pathsOf(sources.filter((file) => holds(file, named)));
    expect(knowing.length).toBeGreaterThan(0);
    for (const path of knowing) expect(path).toMatch(/^src\/(secrets|credentials)\//);
  });

  it('cryptography: secrets/', () => {
    const knowing = sources.filter((file) => runtime(file).some((to) => /^(node:)?crypto$/.test(to)));
    for (const path of pathsOf(knowing)) expect(path).toMatch(/^src\/secrets\//);
  });
});

it('every SDL file has its resolvers among the domains of graphql/subgraph.ts', () => {
  const files = readdirSync(join(root, 'schema')).map((file) => file.replace(/\.graphql$/, ''));
  const keys: string[] = [];
  const subgraph = sources.find(({ path }) => path === 'src/graphql/subgraph.ts');
  if (!subgraph) throw new Error('there is no graphql/subgraph.ts');
  walk(subgraph.syntax, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'DOMAINS') return;
    const given = node.initializer && ts.isCallExpression(node.initializer) ? node.initializer.arguments[0] : undefined;
    if (given && ts.isObjectLiteralExpression(given))
      for (const property of given.properties)
        keys.push(
          property.name && ts.isStringLiteral(property.name) ? property.name.text : (property.name?.getText() ?? ''),
        );
  });
  expect(keys.sort()).toEqual(files.sort());
});

it('no import cycle exists at run time', () => {
  const edges = new Map([...sources, ...verifier].map((file) => [file.path, runtime(file)]));
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    expect(way, 'a cycle').not.toContain(path);
    if (done.has(path)) return;
    for (const to of edges.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
});

it('no file is longer than 200 lines of source or 300 of tests', () => {
  const long = [
    ...[...sources, ...verifier].filter(({ lines }) => lines > 200),
    ...filesIn('test').filter(({ lines }) => lines > 300),
  ];
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});
