/** What a permission is; catalogue.ts lists them all. */

/** Where a permission applies, from the whole to its parts; it covers what is assigned and everything below it. */
export const LEVELS = ['ORGANIZATION', 'PROJECT', 'TARGET', 'SERVICE', 'APP_DEPLOYMENT'] as const;
export type Level = (typeof LEVELS)[number];

/** A permission; `Id` is its id, `Needed` one of the ids of those that it needs. */
export interface PermissionOf<Id extends string, Needed extends string = Id> {
  readonly id: Id;
  readonly level: Level;
  /** Which group shows it; permissions of one group stand together. */
  readonly group: string;
  readonly title: string;
  readonly description: string;
  /** Permissions that a credential with this one must hold as well. */
  readonly needs: readonly Needed[];
  /** Whether it also covers what lies above the assigned resources, so that a credential can name where it lives. */
  readonly appliesToAncestors: boolean;
  /** Whether roles alone give it: no token or key may hold it. */
  readonly forUsersOnly: boolean;
}

/** A permission that needs no other, does not apply to ancestors and may be held by tokens, unless said otherwise. */
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
