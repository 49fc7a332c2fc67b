/** What can be recorded, and what each action changes. An action with the change of another one does not compile. */
import type { Role } from '../authorization/roles.js';
import type { Instant } from '../clock.js';
import type { Plan } from '../config/plans.js';
import type { CredentialKind } from '../credentials/credential.js';
import type { IpAllowlist } from '../credentials/ip-allowlist.js';
import type { TextDigest } from '../secrets/digest.js';

/** A value before and after an action. `from` is also null in older events, which did not record it. */
interface Change<T> {
  readonly from: T | null;
  readonly to: T;
}
/** A value that did not exist before an action. */
interface Added<T> {
  readonly from: null;
  readonly to: T;
}
/** A value that does not exist after an action. */
interface Removed<T> {
  readonly from: T | null;
  readonly to: null;
}

/** The value of a rule for breaking changes. */
export type RuleValue = boolean | number | string | readonly string[];

/** The type of the change for each action; null for an action without details. */
interface Changes {
  'organization.created': null;
  /** Its slug. */
  'organization.renamed': Change<string>;
  'organization.nameChanged': Change<string>;
  'organization.planChanged': Change<Plan>;
  'organization.deleted': null;
  'member.added': Added<Role>;
  'member.roleChanged': Change<Role>;
  'member.removed': Removed<Role>;
  'project.created': null;
  /** Its slug. */
  'project.renamed': Change<string>;
  'project.deleted': null;
  /** The slug of the project that it belongs to. */
  'target.created': Added<string>;
  /** Its slug. */
  'target.renamed': Change<string>;
  'target.deleted': null;
  /** Null in older events, which did not record it. The texts themselves may be long, and are not recorded. */
  'target.baseSchemaChanged': Change<TextDigest | null> | null;
  /** The rules that differ, by their names, and no others. Null in older events, which did not record them. */
  'target.breakingChangeRulesChanged': Change<Readonly<Record<string, RuleValue>>> | null;
  'credential.created': null;
  /** Its title. */
  'credential.renamed': Change<string>;
  /** The last characters of its secret, as lists show them; both null in older events, which did not record them. */
  'credential.rotated': Change<string | null> & {
    /** When the former secret stops being valid; null for at once. */
    readonly formerUntil: Instant | null;
  };
  /** Its end; null for never. */
  'credential.expirationChanged': Change<Instant | null>;
  /** Its networks; null for any address. */
  'credential.ipAllowlistChanged': Change<IpAllowlist>;
  /** The slug of the organization. */
  'credential.organizationAdded': Added<string>;
  /** The slug of the organization; null when the owner had removed it, and it is now blocked. */
  'credential.organizationRemoved': Removed<string | null> & {
    /** Whether the owner cannot add it again. */
    readonly blocked: boolean;
  };
  'credential.revoked': null;
  'credential.deleted': null;
}

/** The name of an action in the audit trail. */
export type Action = keyof Changes;

/** An action with its change. */
export type Occurrence = { readonly [A in Action]: { readonly action: A; readonly change: Changes[A] } }[Action];

/** What an event can be about. */
export type SubjectKind = 'ORGANIZATION' | 'USER' | 'PROJECT' | 'TARGET' | CredentialKind;
