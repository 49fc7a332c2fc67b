/** Events of a time when subject, actor and what changed were not fields of their own: steps 13 to 20. */
import { expect, it } from 'vitest';
import { auditEvents } from '../../../src/audit/event.js';
import { checkFields } from '../../../src/storage/declared.js';
import { KINDS } from '../../../src/services.js';
import { MIGRATIONS } from '../../../src/storage/migrations/index.js';
import type { StoredDocument } from '../../../src/storage/migrations/migration.js';

const FIRST = 13;
const RECORDED = KINDS.filter(({ fields }) => 'pending' in fields).map(({ name }) => name);

const subject = { kind: 'SUBGRAPH_KEY', id: 'the-key', title: 'The key' };
/** What stays as it is. */
const SAME = {
  id: 'the-event',
  organizationIds: ['an-organization'],
  at: '2026-01-01T00:00:00.000Z',
  credentialId: 'a-token',
  requestId: 'a-request',
  ip: null,
  userAgent: null,
};
const event = (action: string, detail: string | null = null) => ({
  ...SAME,
  action,
  subject,
  detail,
  actor: { type: 'USER', id: 'somebody' },
});

const migrated = (kind: string, document: StoredDocument): Record<string, unknown> =>
  MIGRATIONS.slice(FIRST - 1)
    .filter((step) => step.kind === kind)
    .reduce((now, step) => ({ ...step.up(now), id: now.id, version: now.version }), document);

it.each([
  ['organization.created', null, null],
  ['organization.planChanged', 'STANDARD', { from: null, to: 'STANDARD' }],
  ['member.added', 'MEMBER', { from: null, to: 'MEMBER' }],
  ['member.roleChanged', 'MEMBER', { from: null, to: 'MEMBER' }],
  ['member.removed', null, { from: null, to: null }],
  ['project.renamed', 'new', { from: 'The key', to: 'new' }],
  ['organization.nameChanged', 'New', { from: null, to: 'New' }],
  ['target.deleted', null, null],
  ['target.baseSchemaChanged', null, null],
  ['target.created', 'my-project', { from: null, to: 'my-project' }],
  ['credential.created', null, null],
  ['credential.renamed', null, { from: null, to: 'The key' }],
  ['credential.rotated', null, { from: null, to: null, formerUntil: null }],
  ['credential.rotated', '2026-02-01', { from: null, to: null, formerUntil: '2026-02-01' }],
  ['credential.expirationChanged', '2026-02-01', { from: null, to: '2026-02-01' }],
  ['credential.expirationChanged', 'NEVER', { from: null, to: null }],
  ['credential.organizationAdded', 'another', { from: null, to: 'another' }],
  ['credential.revoked', null, null],
])('an event of %s with %s keeps what it became', (action, detail, change) => {
  const after = migrated('auditEvents', { ...event(action, detail), version: 1 });
  expect(after).toEqual({
    ...SAME,
    version: 1,
    action,
    change,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectTitle: subject.title,
    actorType: 'USER',
    actorId: 'somebody',
    actorTitle: null,
  });
});

it.each(RECORDED)('pending events on documents of %s have the fields of the trail', (kind) => {
  const before = { id: 'a-document', version: 3, pending: [event('credential.rotated')], hasPending: true };
  const { pending, ...others } = migrated(kind, before);
  expect(others).toMatchObject({ id: 'a-document', version: 3, hasPending: true });
  expect(pending).toHaveLength(1);
  for (const one of pending as object[]) expect(() => checkFields(auditEvents, one)).not.toThrow();
});
