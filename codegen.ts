import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/generated/resolvers-types.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: '../graphql/context.js#Context',
        scalars: {
          DateTime: { input: 'Date', output: 'string' },
          Timestamp: { input: 'Date', output: 'string' },
        },
        resolversNonOptionalTypename: { unionMember: true },
        mappers: {
          AccessToken: '../credentials/credential.js#Credential',
          OrganizationAccessToken: '../credentials/credential.js#Credential',
          Permission: '../authorization/permission-groups.js#ShownPermission',
          ProjectTargetsResourceAssignment: '../authorization/resources.js#TargetsOfProject',
          ResolvedResourcePermissionGroup: '../access/levels.js#ResolvedLevel',
          ResourceAssignment: '../authorization/resources.js#Resources',
          TargetAppDeploymentsResourceAssignment: '../authorization/resources.js#Names',
          TargetServicesResourceAssignment: '../authorization/resources.js#Names',
          WhoAmI: '../access/service.js#Self',
          BreakingChangeAssessment: '../breaking-changes/assessment.js#Assessment',
          ConditionalBreakingChangeConfiguration: '../breaking-changes/configuration.js#Rules',
          Actor: '../authorization/grants.js#ActorRef',
          Graph: '../authentication/service.js#GraphIdentity',
          GraphOsKey: '../subgraph-keys/key.js#Key',
          GraphOsKeyConnection: '../subgraph-keys/key.js#KeyPage',
          Member: '../organizations/membership.js#Membership as MembershipRow',
          Organization: '../organizations/organization.js#Organization as OrganizationRow',
          OrganizationMutation: '../organizations/organization.js#Organization as OrganizationRow',
          PersonalAccessToken: '../credentials/credential.js#Credential',
          ProjectAccessToken: '../credentials/credential.js#Credential',
          Project: '../targets/project.js#Project as ProjectRow',
          ServiceAccount: '../authentication/service.js#ServiceAccountIdentity',
          Token: '../credentials/credential.js#Credential',
          TokenConnection: '../registry-tokens/service.js#RegistryTokenPage',
          TokenInfo: '../credentials/credential.js#Credential',
          RegistryTokenPreset: '../registry-tokens/scopes.js#Preset',
          Target: '../targets/target.js#Target as TargetRow',
          UserAccessToken: '../credentials/credential.js#Credential',
          User: '../identity/user.js#User as UserRow',
        },
      },
    },
  },
};

export default config;
