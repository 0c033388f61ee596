import { originHere } from '#kernel/auth'
import { editionOf } from '#kernel/pages'

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'

/** How many are answered at a time at most. */
export const mostOfPage = 200

/** A resource of SCIM: a person or a group of them. */
export interface Resource {
  schemas: string[]
  id: string
}

/** A resource with its address and version; the version is that of all it says. */
export async function withMeta<R extends Resource>(
  resource: R,
  kind: 'User' | 'Group',
): Promise<R & { meta: { resourceType: string; location: string; version: string } }> {
  const location = `${await originHere()}/scim/v2/${kind}s/${resource.id}`
  return {
    ...resource,
    meta: { resourceType: kind, location, version: `W/"${editionOf(resource)}"` },
  }
}

/** A page of a list (RFC 7644 § 3.4.2). */
export const listOf = (found: {
  all: number
  startIndex: number
  resources: readonly object[]
}): object => ({
  schemas: [listSchema],
  totalResults: found.all,
  startIndex: found.startIndex,
  itemsPerPage: found.resources.length,
  Resources: found.resources,
})

/** Attributes that are always answered, whatever is left out. */
const always = new Set(['schemas', 'id', 'meta'])

const firstOf = (name: string) =>
  (name.startsWith('urn:') ? name.replace(/^.*:(?=[A-Za-z]+$)/, '') : name)
    .split('.')[0]
    ?.toLowerCase()

/** What of a resource was asked for (RFC 7644 § 3.9): only `attributes`, or all but `excludedAttributes`. */
export function picked(
  resource: object,
  asked: { attributes?: string | undefined; excludedAttributes?: string | undefined },
): object {
  const names = (list: string) => new Set(list.split(',').map((one) => firstOf(one.trim())))
  const only = asked.attributes ? names(asked.attributes) : undefined
  const without = names(asked.excludedAttributes ?? '')
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const plain = firstOf(name)
      return always.has(name) || (only ? only.has(plain) : !without.has(plain))
    }),
  )
}
