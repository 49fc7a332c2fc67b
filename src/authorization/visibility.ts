/** Decides what a caller may see. Everything else is answered as if it did not exist. */
import type { Caller } from './caller.js';
import { type Actor, isGranted } from './grants.js';
import type { Resource } from './resources.js';

/** Whether an actor may see a place: needs `organization:describe` for an organization, `project:describe` below it. */
export const isVisible = (actor: Actor, place: Resource): boolean =>
  isGranted(actor, place.projectId === undefined ? 'organization:describe' : 'project:describe', place);

interface Identified {
  readonly id: string;
}

/** `project`; undefined for one that the caller may not see. */
export const visibleProject = <T extends Identified & { readonly organizationId: string }>(
  { actor }: Caller,
  project: T | undefined,
) =>
  project && isVisible(actor, { organizationId: project.organizationId, projectId: project.id }) ? project : undefined;

/** `target`; undefined for one that the caller may not see. */
export const visibleTarget = <T extends Identified & { readonly organizationId: string; readonly projectId: string }>(
  { actor }: Caller,
  target: T | undefined,
) => {
  if (!target) return undefined;
  const { organizationId, projectId, id: targetId } = target;
  return isVisible(actor, { organizationId, projectId, targetId }) ? target : undefined;
};
