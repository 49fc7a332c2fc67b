/**
 * Finds a MongoDB for the tests: MONGODB_URI, else a server that mongodb-memory-server has or may download, else none,
 * which is said in one line. Tests read the outcome from `engines.ts`.
 */
import { randomUUID } from 'node:crypto';
import { MongoMemoryServer } from 'mongodb-memory-server';
import mongoose from 'mongoose';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty when there is no server. */
    mongoUri: string;
    /** What the names of this run's databases begin with. */
    mongoPrefix: string;
  }
}

const START_MS = 20_000;

/** Vitest calls this for each of its projects; one search serves all. */
const shared = globalThis as { mongodbForTests?: Promise<{ uri: string; server?: MongoMemoryServer }> };
const PREFIX = `latchkey-test-${randomUUID().slice(0, 8)}-`;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { uri, server } = await (shared.mongodbForTests ??= find());
  project.provide('mongoUri', uri);
  project.provide('mongoPrefix', PREFIX);
  return async () => {
    if (server) await server.stop();
    else if (uri) await dropDatabases(uri);
  };
}

/** Drops what this run's tests have left. */
async function dropDatabases(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const { databases } = await connection.listDatabases();
  for (const { name } of databases) if (name.startsWith(PREFIX)) await connection.useDb(name).dropDatabase();
  await connection.close();
}

async function find() {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI };
  const { warn, error } = console;
  try {
    // It tells at length why it cannot start; the line below is all that one needs.
    console.warn = console.error = () => undefined;
    const server = await withinTime(MongoMemoryServer.create());
    return { uri: server.getUri(), server };
  } catch {
    process.stdout.write(
      '\n!!! THE MONGODB SUITES ARE SKIPPED: no server. To run them: MONGODB_URI=mongodb://… npm test\n\n',
    );
    return { uri: '' };
  } finally {
    Object.assign(console, { warn, error });
  }
}

function withinTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no server in time')), START_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
