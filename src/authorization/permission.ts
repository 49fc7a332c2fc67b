/** The type of a permission; catalogue.ts lists all permissions. */

/** The levels at which permissions apply, from the organization down. A permission covers what is assigned and what is below. */
export const LEVELS = ['ORGANIZATION', 'PROJECT', 'TARGET', 'SERVICE', 'APP_DEPLOYMENT'] as const;
export type Level = (typeof LEVELS)[number];

/** A permission; `Id` is its id, `Needed` one of the ids of those that it needs. */
export interface PermissionOf<Id extends string, Needed extends string = Id> {
  readonly id: Id;
  readonly level: Level;
  /** The group that it is shown in. */
  readonly group: string;
  readonly title: string;
  readonly description: string;
  /** Permissions that a credential with this one must hold as well. */
  readonly needs: readonly Needed[];
  /** Whether it also covers the ancestors of the assigned resources, so that a credential can read what they belong to. */
  readonly appliesToAncestors: boolean;
  /** Whether only roles give it: no token and no key may hold it. */
  readonly forUsersOnly: boolean;
}

/** A permission. By default it needs no other, does not apply to ancestors, and may be held by tokens. */
export const permission = <Id extends string, Needed extends string = never>(
  id: Id,
  level: Level,
  group: string,
  title: string,
  description: string,
  rest: Partial<Pick<PermissionOf<Id, Needed>, 'needs' | 'appliesToAncestors' | 'forUsersOnly'>> = {},
): PermissionOf<Id, Needed> => ({
  id,
  level,
  group,
  title,
  description,
  needs: [],
  appliesToAncestors: false,
  forUsersOnly: false,
  ...rest,
});
