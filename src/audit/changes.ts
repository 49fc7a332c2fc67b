/** What can be recorded, and what each action changes. An action with the change of another one does not compile. */
import type { Role } from '../authorization/roles.js';
import type { Instant } from '../clock.js';
import type { Plan } from '../config/plans.js';
import type { CredentialKind } from '../credentials/credential.js';

/** What something was, and what it became. `from` is also null in events of a time when it was not recorded. */
interface Change<T> {
  readonly from: T | null;
  readonly to: T;
}
/** What something became that was not there before. */
interface Begun<T> {
  readonly from: null;
  readonly to: T;
}
/** What something was that is there no more. */
interface Ended<T> {
  readonly from: T | null;
  readonly to: null;
}

/** The change that goes with each action; null where the name of the action says it all. */
interface Changes {
  'organization.created': null;
  /** Its slug. */
  'organization.renamed': Change<string>;
  'organization.nameChanged': Change<string>;
  'organization.planChanged': Change<Plan>;
  'organization.deleted': null;
  'member.added': Begun<Role>;
  'member.roleChanged': Change<Role>;
  'member.removed': Ended<Role>;
  'project.created': null;
  /** Its slug. */
  'project.renamed': Change<string>;
  'project.deleted': null;
  /** The slug of the project that it belongs to. */
  'target.created': Begun<string>;
  /** Its slug. */
  'target.renamed': Change<string>;
  'target.deleted': null;
  /** The texts may be long, and are not recorded. */
  'target.baseSchemaChanged': null;
  /** The rules are not recorded. */
  'target.breakingChangeRulesChanged': null;
  'credential.created': null;
  /** Its title. */
  'credential.renamed': Change<string>;
  /** The last characters of its secret, as lists show them; both null in events of a time when they were not recorded. */
  'credential.rotated': Change<string | null> & {
    /** When the secret that it was stops to be valid; null for at once. */
    readonly formerUntil: Instant | null;
  };
  /** Its end; null for never. */
  'credential.expirationChanged': Change<Instant | null>;
  /** The slug of the organization. */
  'credential.organizationAdded': Begun<string>;
  'credential.revoked': null;
  'credential.deleted': null;
}

/** What can be recorded. */
export type Action = keyof Changes;

/** What was done: an action with its change. */
export type Occurrence = { readonly [A in Action]: { readonly action: A; readonly change: Changes[A] } }[Action];

/** What an event can be about. */
export type SubjectKind = 'ORGANIZATION' | 'USER' | 'PROJECT' | 'TARGET' | CredentialKind;
