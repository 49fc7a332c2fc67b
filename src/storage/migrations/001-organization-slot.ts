import type { Migration } from './migration.js';

/** The first Org Admin became a member by the write that created the organization. */
const ownerOf = ({ members, createdAt }: Readonly<Record<string, unknown>>): string => {
  const list = members as readonly { readonly userId: string; readonly addedAt: string }[];
  return (list.find(({ addedAt }) => addedAt === createdAt) ?? list[0])?.userId ?? '';
};

export const migration: Migration = {
  kind: 'organizations',
  describe: 'note who created an organization, and that it holds no numbered slot',
  up: (document) => ({ ...document, ownerId: ownerOf(document), slot: document.id }),
};
