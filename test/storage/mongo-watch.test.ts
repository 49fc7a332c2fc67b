/** The MongoDB engine when the driver underneath it hangs, as it does when a database is killed while it is written to. */
import { Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { StoreUnavailable } from '../../src/storage/collection.js';
import { mongodb } from '../support/engines.js';
import { books } from './books.js';
import { proxyTo } from '../crash/proxy.js';
import { openMongo } from '../../src/storage/mongo.js';
