import { BadSetting, type Environment } from '../config/environment.js';
import { ClientError } from '../errors.js';
import { MigrationFailed, StoreUnavailable, StoreVersionMismatch } from '../storage/collection.js';
import { StoreUnusable } from '../storage/opening.js';

/** What is wrong with PORT or HOST when listening fails with these codes. */
const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another process listens on this port; stop it, or set another',
  EACCES: 'PORT: this user may not listen on this port; set one above 1023',
  EADDRNOTAVAIL: 'HOST: this is no address of this machine; set one that is, like 127.0.0.1, or 0.0.0.0 for all',
  EAFNOSUPPORT: 'HOST: this machine has no addresses of this kind; set one that it has, like 127.0.0.1',
  EINVAL: 'HOST: this address cannot be listened on; a link-local one needs its interface, like fe80::1%eth0',
  ENOTFOUND: 'HOST: no such host is known; set an address of this machine, like 127.0.0.1, or 0.0.0.0 for all',
  EAI_AGAIN: 'HOST: the name of this host cannot be looked up now; set an address, like 127.0.0.1, or 0.0.0.0 for all',
};

/** A message for the operator that repeats no setting; undefined for an internal error. */
export function explain(error: unknown, environment: Environment | undefined): string | undefined {
  const setting = problemWithSetting(error, environment);
  if (setting !== undefined) return `A setting cannot be used. ${setting}.`;
  const said = [ClientError, StoreVersionMismatch, MigrationFailed].some((kind) => error instanceof kind);
  return said ? (error as Error).message : undefined;
}

function problemWithSetting(error: unknown, environment: Environment | undefined): string | undefined {
  const onMongo = environment?.MONGODB_URI !== undefined;
  if (error instanceof BadSetting) return error.message;
  if (error instanceof StoreUnusable) return `${onMongo ? 'MONGODB_URI' : 'LATCHKEY_DATA'}: ${error.message}`;
  if (error instanceof StoreUnavailable)
    return onMongo
      ? 'MONGODB_URI: the database does not answer; see that it runs, and that hosts, ports, replica set and TLS are right'
      : 'LATCHKEY_DATA: the store is busy; try again when no other process works on it';
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo' ? LISTENING[code ?? ''] : undefined;
}
