/** Every way to name a project or a target, for trying each on what belongs to another organization. */
import { PROJECT, TARGET } from '../organizations/operations.js';
import type { Foreign, Way } from '../organizations/way.js';
import { CREATE_TARGET, DELETE_PROJECT, DELETE_TARGET, UPDATE_PROJECT_SLUG, UPDATE_TARGET_SLUG } from './operations.js';

/** An operation that takes a reference, and the variables that it is sent with. */
type Referring = readonly [query: string, variables: (reference: object) => object];

const TO_PROJECTS: readonly Referring[] = [
  [PROJECT, (reference) => ({ reference })],
  [CREATE_TARGET, (project) => ({ input: { project, slug: 'made' } })],
  [UPDATE_PROJECT_SLUG, (project) => ({ input: { project, slug: 'mine' } })],
  [DELETE_PROJECT, (project) => ({ input: { project } })],
];

const TO_TARGETS: readonly Referring[] = [
  [TARGET, (reference) => ({ reference })],
  [UPDATE_TARGET_SLUG, (target) => ({ input: { target, slug: 'mine' } })],
  [DELETE_TARGET, (target) => ({ input: { target } })],
];

const organizationSlug = ({ organization }: Foreign) => organization.slug;
const inTarget = { projectSlug: 'only-there', targetSlug: 'production' };

const PROJECT_WAYS = TO_PROJECTS.flatMap(([query, variables]): Way[] => [
  {
    argument: 'ProjectReferenceInput.byId',
    query,
    foreign: ({ project }) => project.id,
    variables: (byId) => variables({ byId }),
  },
  {
    argument: 'ProjectSelectorInput.organizationSlug',
    query,
    foreign: organizationSlug,
    variables: (slug) => variables({ bySelector: { organizationSlug: slug, projectSlug: 'only-there' } }),
  },
  {
    argument: 'ProjectSelectorInput.projectSlug',
    query,
    foreign: ({ project }) => project.slug,
    variables: (projectSlug, { slug }) => variables({ bySelector: { organizationSlug: slug, projectSlug } }),
  },
]);

const TARGET_WAYS = TO_TARGETS.flatMap(([query, variables]): Way[] => [
  {
    argument: 'TargetReferenceInput.byId',
    query,
    foreign: ({ target }) => target.id,
    variables: (byId) => variables({ byId }),
  },
  {
    argument: 'TargetSelectorInput.organizationSlug',
    query,
    foreign: organizationSlug,
    variables: (slug) => variables({ bySelector: { ...inTarget, organizationSlug: slug } }),
  },
  {
    argument: 'TargetSelectorInput.projectSlug',
    query,
    foreign: ({ project }) => project.slug,
    variables: (projectSlug, { slug }) =>
      variables({ bySelector: { ...inTarget, organizationSlug: slug, projectSlug } }),
  },
  {
    argument: 'TargetSelectorInput.targetSlug',
    query,
    foreign: ({ target }) => target.id,
    variables: (targetSlug, { slug }) =>
      variables({ bySelector: { organizationSlug: slug, projectSlug: 'my-project', targetSlug } }),
  },
]);

export const PLACE_WAYS: readonly Way[] = [...PROJECT_WAYS, ...TARGET_WAYS];
