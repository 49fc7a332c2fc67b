/** Type-checks TypeScript of the documentation as a module of a project that has Latchkey installed, as strict as ours. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the problems of each text are; an empty list for one that compiles. Imports resolve by the package's exports. */
export function typeErrors(texts: readonly string[]): string[][] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  options.noUnusedLocals = false;
  // The package has hundreds of dependencies for its command, which nothing here runs.
  options.paths = { ...options.paths, '@graphql-hive/gateway': ['./test/documentation/hive-gateway.d.ts'] };
  const host = ts.createCompilerHost(options);
  const files = new Map(texts.map((text, index) => [`${ROOT}docs/block-${index}.mts`, text]));
  const disk = ts.createCompilerHost(options);
  host.fileExists = (name) => files.has(name) || disk.fileExists(name);
  host.getSourceFile = (name, version, ...more) => {
    const text = files.get(name);
    return text === undefined
      ? disk.getSourceFile(name, version, ...more)
      : ts.createSourceFile(name, text, version, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ messageText, start = 0 }) => {
        const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
      },
    );
  });
}

/** JavaScript of TypeScript, without a check. */
export const compiled = (text: string): string =>
  ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 } })
    .outputText;
