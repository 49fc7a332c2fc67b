import { onEveryEngine } from '../support/engines.js';
import { conforms } from './collection.conformance.js';
import { pagesConform } from './pages.conformance.js';

onEveryEngine('the storage port', conforms);
onEveryEngine('pages of the storage port', pagesConform);
