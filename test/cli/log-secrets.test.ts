/** The log of a process: whatever is written to it, no secret of the settings stands in it. */
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../src/cli/open.js';
import { readEnvironment } from '../../src/config/environment.js';

const ROUTER_SECRET = 'router"secret\\0123456789abcdefghijklmnop';
const [PASSWORD, ENCODED] = ['p"ss\\w@rd/42', 'p%22ss%5Cw%40rd%2F42'];
const URI = `mongodb://me:${ENCODED}@db.example:27017/latchkey?authSource=admin`;

/** What is logged of an error, its cause and a field that hold `text`. */
function logged(text: string): string {
  let lines = '';
  const write = (line: string) => void (lines += line);
  const variables = { LATCHKEY_ROUTER_SECRET: ROUTER_SECRET, MONGODB_URI: URI };
  const io = { variables, out: write, err: write, log: { write } };
  const cause = new Error(`because of ${text}`);
  createLogger(readEnvironment(variables), io).error({ err: new Error(`with ${text}`, { cause }), text }, `of ${text}`);
  return lines;
}

describe('the log keeps to itself', () => {
  it.each([
    ['the router secret', ROUTER_SECRET],
    ['the address of the database', URI],
    ['its password as it is written in the address', ENCODED],
    ['its password as the database knows it', PASSWORD],
  ])('%s', (_, secret) => {
    const lines = logged(secret);
    const line = JSON.parse(lines) as { msg: string; text: string };
    expect(line).toMatchObject({ msg: 'of [secret]', text: '[secret]' });
    for (const form of [secret, JSON.stringify(secret).slice(1, -1)]) expect(lines).not.toContain(form);
  });

  it('nothing else', () => {
    expect(JSON.parse(logged('db.example'))).toMatchObject({ msg: 'of db.example' });
  });
});
