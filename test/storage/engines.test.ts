import { onEveryEngine } from '../support/engines.js';
import { conforms } from './collection.conformance.js';

onEveryEngine('the storage port', conforms);
