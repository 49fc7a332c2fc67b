import type { ChangePlaceErrorCode } from '../generated/resolvers-types.js';
import { problemWithSlug } from '../names.js';

/** Why an organization, a project or a target was not renamed or deleted. */
export interface PlaceProblem {
  readonly code: ChangePlaceErrorCode;
  readonly message: string;
}

export const ORGANIZATION_NOT_FOUND: PlaceProblem = { code: 'NOT_FOUND', message: 'The organization does not exist.' };
export const PROJECT_NOT_FOUND: PlaceProblem = { code: 'NOT_FOUND', message: 'The project does not exist.' };
export const TARGET_NOT_FOUND: PlaceProblem = { code: 'NOT_FOUND', message: 'The target does not exist.' };

type Kind = Parameters<typeof problemWithSlug>[0];

/** What is wrong with a new slug; undefined for a valid one. */
export function slugProblem(kind: Kind, slug: string): PlaceProblem | undefined {
  const message = problemWithSlug(kind, slug);
  return message === null ? undefined : { code: 'INVALID_SLUG', message };
}

export const slugTaken = (kind: Kind): PlaceProblem => ({
  code: 'SLUG_TAKEN',
  message: `${kind} slug is already taken`,
});
