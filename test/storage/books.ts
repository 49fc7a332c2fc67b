/** Documents to try an engine with. */
import type { DocumentType, Document } from '../../src/storage/collection.js';

export interface Book extends Document {
  readonly title: string;
  readonly shelf: string | null;
  readonly pages: number;
  readonly lent: boolean;
  readonly tags: readonly string[];
  readonly notes: unknown;
}

export const books: DocumentType<Book> = {
  name: 'books',
  fields: { title: 'string', shelf: 'string', pages: 'number', lent: 'boolean', tags: 'strings', notes: 'json' },
  unique: [['title'], ['shelf', 'pages']],
  lists: [[], ['lent'], ['tags', 'lent'], ['shelf'], ['tags', 'lent', 'shelf']],
};

export const id = (n: number) => `book-${String(n).padStart(6, '0')}`;
export const book = (n: number, fields: Partial<Book> = {}) => ({
  id: id(n),
  title: `Title ${n}`,
  shelf: 'A',
  pages: n,
  lent: false,
  tags: ['all'],
  notes: null,
  ...fields,
});
