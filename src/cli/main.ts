#!/usr/bin/env node
/** The process: its environment, its arguments, its output and its exit code. */
import { pino } from 'pino';
import { runCommandLine } from './command-line.js';

const { stdout, stderr } = process;
const code = await runCommandLine(process.argv.slice(2), {
  variables: process.env,
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  log: pino.destination({ fd: 2, sync: true }),
});
process.exitCode = code;
// What a failed start has left open must not keep the process.
if (code !== 0) process.exit();
