/** Runs for every test file, also where files share what they import: a hook in a shared module belongs to the first alone. */
import { afterAll } from 'vitest';
import { endChildren } from './children.js';

afterAll(endChildren);
