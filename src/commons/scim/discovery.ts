import { originHere } from '#kernel/auth'
import { enterprise, groupSchema, mostOfPage, userSchema } from './resource.ts'

const schemaOf = (name: string) => [`urn:ietf:params:scim:schemas:core:2.0:${name}`]
const meta = async (resourceType: string, path: string) => ({
  resourceType,
  location: `${await originHere()}/scim/v2/${path}`,
})

/** What of SCIM is spoken here (RFC 7643 § 5). */
export const serviceProviderConfig = async (): Promise<object> => ({
  schemas: schemaOf('ServiceProviderConfig'),
  documentationUri: `${await originHere()}/api/openapi.json`,
  patch: { supported: true },
  // One after the other: what one of many did could not be undone for another.
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostOfPage },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      ...{ type: 'oauthbearertoken', name: 'OAuth Bearer Token', primary: true },
      description: 'A key of a service account with the scope scim:act, or a token for it',
    },
  ],
  meta: await meta('ServiceProviderConfig', 'ServiceProviderConfig'),
})

/** The kinds of resources (RFC 7643 § 6). */
export const resourceTypes = async (): Promise<object[]> => [
  {
    schemas: schemaOf('ResourceType'),
    ...{ id: 'User', name: 'User', endpoint: '/Users', schema: userSchema },
    description: 'People who have an account',
    schemaExtensions: [{ schema: enterprise, required: false }],
    meta: await meta('ResourceType', 'ResourceTypes/User'),
  },
  {
    schemas: schemaOf('ResourceType'),
    ...{ id: 'Group', name: 'Group', endpoint: '/Groups', schema: groupSchema },
    description: 'Services, and roles that are no person’s own',
    schemaExtensions: [],
    meta: await meta('ResourceType', 'ResourceTypes/Group'),
  },
]

interface Attribute {
  type?: 'string' | 'boolean' | 'complex'
  multiValued?: true
  required?: true
  caseExact?: true
  mutability?: 'readOnly' | 'readWrite' | 'immutable'
  uniqueness?: 'server'
  subAttributes?: object[]
}

const attribute = (name: string, given: Attribute = {}) => ({
  ...{ name, type: 'string', multiValued: false, required: false, caseExact: false },
  ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none', ...given },
})

const readOnly = { mutability: 'readOnly' } as const

/** What each kind says (RFC 7643 § 7). */
export const schemas = async (): Promise<object[]> => [
  {
    schemas: schemaOf('Schema'),
    ...{ id: userSchema, name: 'User', description: 'A person who has an account' },
    attributes: [
      attribute('userName', { required: true, mutability: 'immutable', uniqueness: 'server' }),
      attribute('name', {
        type: 'complex',
        subAttributes: [
          attribute('givenName'),
          attribute('familyName'),
          attribute('formatted', readOnly),
        ],
      }),
      attribute('displayName'),
      attribute('emails', {
        ...{ type: 'complex', multiValued: true },
        subAttributes: [
          attribute('value'),
          attribute('type'),
          attribute('primary', { type: 'boolean' }),
        ],
      }),
      attribute('active', { type: 'boolean' }),
      attribute('groups', {
        ...{ type: 'complex', multiValued: true, ...readOnly },
        subAttributes: [attribute('value', readOnly), attribute('display', readOnly)],
      }),
    ],
    meta: await meta('Schema', `Schemas/${userSchema}`),
  },
  {
    schemas: schemaOf('Schema'),
    ...{
      id: enterprise,
      name: 'EnterpriseUser',
      description: 'The number of the personnel office',
    },
    attributes: [attribute('employeeNumber', { caseExact: true, uniqueness: 'server' })],
    meta: await meta('Schema', `Schemas/${enterprise}`),
  },
  {
    schemas: schemaOf('Schema'),
    ...{ id: groupSchema, name: 'Group', description: 'A service or a role' },
    attributes: [
      attribute('displayName', readOnly),
      attribute('members', {
        ...{ type: 'complex', multiValued: true },
        subAttributes: [attribute('value'), attribute('display', readOnly)],
      }),
    ],
    meta: await meta('Schema', `Schemas/${groupSchema}`),
  },
]
