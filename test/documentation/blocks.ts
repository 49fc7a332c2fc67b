/** Reads the fenced code blocks of the documentation. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** One fenced code block. */
export interface Block {
  /** The file that it stands in, from the project's root. */
  readonly document: string;
  /** The number of its first line, the one that opens the fence. */
  readonly line: number;
  /** The word after the fence; empty without one. */
  readonly language: string;
  readonly text: string;
  /** The block before it in the same section, to which a `json` block is the answer. */
  readonly before: Block | undefined;
}

/** Every document whose blocks are tested, by its path from the project's root. */
export function documents(): string[] {
  const markdown = (folder: string) =>
    readdirSync(new URL(folder || '.', ROOT))
      .filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md')
      .map((file) => folder + file);
  const examples = readdirSync(new URL('examples/', ROOT))
    .map((example) => `examples/${example}/README.md`)
    .filter((file) => existsSync(new URL(file, ROOT)));
  return [...markdown(''), ...markdown('docs/'), ...examples, 'packages/verifier/README.md'];
}

/** The blocks of one Markdown text, in their order. @throws Error for a fence that is not closed, or not written as ```. */
export function blocksOf(document: string, markdown = readFileSync(new URL(document, ROOT), 'utf8')): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; language: string; lines: string[] } | undefined;
  let before: Block | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^\s*(`{3,}|~{3,})\s*(.*)$/.exec(line);
    if (fence && !/^```\S*$/.test(line)) throw new Error(`${document}:${index + 1}: a fence is \`\`\` and one word`);
    if (!fence) {
      open?.lines.push(line);
      if (!open && line.startsWith('#')) before = undefined;
    } else if (open) {
      before = { document, line: open.line, language: open.language, text: open.lines.join('\n'), before };
      blocks.push(before);
      open = undefined;
    } else open = { line: index + 1, language: fence[2] ?? '', lines: [] };
  }
  if (open) throw new Error(`${document}:${open.line}: the fence is not closed`);
  return blocks;
}
