/** Migrates the embedded store in a directory, says a letter for every 20 documents, and is killed by interrupted.test.ts. */
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../../src/storage/embedded/store.js';
import { KINDS_OF_TWO, TWO } from './steps.js';

const [, , directory = '', hours = '0'] = process.argv;
// Its clock is later than that of the process that was killed before it, whose lease has ended.
const { now } = Date;
Date.now = () => now() + Number(hours) * 3_600_000;

let documents = 0;
const migrations = TWO.map((step) => ({
  ...step,
  up: (document: Parameters<typeof step.up>[0]) => {
    if (++documents % 20 === 0) writeSync(1, '.');
    return step.up(document);
  },
}));
await (await openEmbedded(directory, KINDS_OF_TWO, { migrations })).close();
