import type { Migration } from './migration.js';

interface OldEvent {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly title: string };
  readonly actor: { readonly type: string; readonly id: string };
  readonly detail: string | null;
}

/** What an action changed. Of old events only what it became is known. */
function changeOf({ action, subject, detail }: OldEvent): object | null {
  switch (action) {
    case 'member.removed':
      return { from: null, to: null };
    case 'organization.renamed':
    case 'project.renamed':
    case 'target.renamed':
      // They were told of under the slug that they had before.
      return { from: subject.title, to: detail };
    case 'credential.renamed':
      return { from: null, to: subject.title };
    case 'credential.rotated':
      return { from: null, to: null, formerUntil: detail };
    case 'credential.expirationChanged':
      return { from: null, to: detail === 'NEVER' ? null : detail };
    default:
      return detail === null ? null : { from: null, to: detail };
  }
}

/** An event, of the trail or of `pending`, with its subject, actor and change in fields of their own. */
export function withFields(event: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { subject, actor, detail, ...others } = event as unknown as OldEvent;
  return {
    ...others,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectTitle: subject.title,
    actorType: actor.type,
    actorId: actor.id,
    actorTitle: null,
    change: changeOf({ action: others.action, subject, actor, detail }),
  };
}

export const migration: Migration = {
  kind: 'auditEvents',
  describe: 'give the subject, the actor and the change of an event fields of their own',
  up: withFields,
};
