/** Two steps over the documents of `books.ts`, the second of which emits others, and the kinds as they are declared before and after each. */
import type { Document, DocumentType } from '../../../src/storage/collection.js';
import type { Migration } from '../../../src/storage/migrations/migration.js';
import { type Book, books } from '../books.js';

export interface Counted extends Document, Omit<Book, 'pages' | 'id' | 'version'> {
  /** How often the step below was applied: once for a document that was there before. */
  readonly times: number;
  /** Was `pages`. */
  readonly leaves: number;
}

/** Counts, so that a document that is migrated twice shows it. */
const count: Migration = {
  kind: 'books',
  describe: 'count the times',
  up: (document) => ({ ...document, times: Number(document.times ?? 0) + 1 }),
};

/** A document that the second step emits: a book gives rise to one, and the first to more than an engine stores at once. */
export interface Loan extends Document {
  readonly book: string;
  readonly nth: number;
}

export const loans: DocumentType<Loan> = {
  name: 'loans',
  fields: { book: 'string', nth: 'number' },
  unique: [['book', 'nth']],
  lists: [[], ['book']],
};

export const loansOf = (n: number): number => (n === 1 ? 250 : 1);

/** Renames a field of a unique key. */
const rename: Migration = {
  kind: 'books',
  describe: 'call pages leaves',
  up: ({ pages, ...document }) => ({ ...document, leaves: pages }),
  emits: {
    kind: 'loans',
    from: ({ id, pages }) =>
      Array.from({ length: loansOf(Number(pages)) }, (_, nth) => ({ id: `${id}/${nth}`, book: id, nth })),
  },
};

export const ONE = [count] as const;
export const TWO = [count, rename] as const;

const { pages, ...fields } = books.fields;

/** Declared as of the second step. */
export const counted: DocumentType<Counted> = {
  name: 'books',
  fields: { ...fields, times: 'number', leaves: pages },
  unique: [['title'], ['shelf', 'leaves']],
  lists: [[], ['lent'], ['tags', 'lent'], ['leaves']],
};

/** Declared as of the first step. */
export const countedPages: DocumentType<Book & Pick<Counted, 'times'>> = {
  ...books,
  fields: { ...books.fields, times: 'number' },
};

/** Every kind, as of the second step. */
export const KINDS_OF_TWO = [counted, loans] as const;
