import { onEveryEngine } from '../support/engines.js';
import { conforms } from './collection.conformance.js';
import { migrationsConform } from './migrations/migrations.conformance.js';
import { pagesConform } from './pages.conformance.js';
import { upsertsConform } from './upserts.conformance.js';

onEveryEngine('the storage port', conforms);
onEveryEngine('pages of the storage port', pagesConform);
onEveryEngine('upserts of the storage port', upsertsConform);
onEveryEngine('migrations of the storage port', migrationsConform);
