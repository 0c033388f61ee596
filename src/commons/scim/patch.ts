import { type ScimPatchOperation, type ScimResource, scimPatch } from 'scim-patch'
import { z } from 'zod'
import { prototypeNamed, reachesPrototype } from '#kernel/characters'
import { ScimError } from './failure.ts'
import { enterprise, userSchema } from './resource.ts'

/** In characters: the library that applies a path reads it in the square of its length. */
const longestPath = 1000

/** What is to be changed of a resource (RFC 7644 § 3.5.2); verbs come in any case (Entra ID says `Replace`). */
export const Patch = z.looseObject({
  Operations: z
    .array(
      z.looseObject({
        op: z.string().max(10),
        path: z.string().max(longestPath).optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(1000),
})
export type Operation = z.output<typeof Patch>['Operations'][number]

const verbs = ['add', 'remove', 'replace'] as const

/** « False » is no (Entra ID sends yes and no as words). */
export function yesOrNo(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const word = value.toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : value
}

/** One operation as the standard has it: with a path each, without the name of our own schema before it. */
function plain({ op, path, value }: Operation): ScimPatchOperation[] {
  const verb = verbs.find((one) => one === op.toLowerCase())
  if (!verb) throw new ScimError('invalidSyntax', `There is no operation ${op}.`)
  if (path !== undefined && reachesPrototype(path))
    throw new ScimError('invalidPath', 'Nothing of a person or group has this path.')
  const own = path?.startsWith(`${userSchema}:`) ? path.slice(userSchema.length + 1) : path
  if (own) {
    const given = own.toLowerCase() === 'active' ? yesOrNo(value) : value
    if (verb === 'remove' && own === 'members' && Array.isArray(value))
      return value.map((one: unknown) => ({ op: verb, path: `members[value eq ${said(one)}]` }))
    if (verb === 'remove') return [{ op: verb, path: own, ...(value !== undefined && { value }) }]
    return [{ op: verb, path: own, value: given }]
  }
  if (verb === 'remove') throw new ScimError('noTarget', 'What is to be removed has no path.')
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ScimError('invalidValue', 'What is set without a path is an object.')
  // Keys may be paths themselves: `{ "name.givenName": "Ada" }`.
  return Object.entries(value)
    .filter(([name]) => name !== 'schemas')
    .flatMap(([name, one]) =>
      name === enterprise && typeof one === 'object' && one !== null
        ? Object.entries(one).map(([inner, each]) => ({
            name: `${enterprise}:${inner}`,
            one: each,
          }))
        : [{ name, one }],
    )
    .flatMap(({ name, one }) => plain({ op, path: name, value: one }))
}

/** The id of a member that is to go, as a filter quotes it (Entra ID lists them beside the path). */
const said = (one: unknown) => JSON.stringify(String(Reflect.get(Object(one), 'value')))

/** Names in what is set are paths too, at any depth. Throws `ScimError`. */
function ensurePlainNames(value: unknown): void {
  const named = prototypeNamed(value)
  if (named !== undefined || longestName(value) > longestPath)
    throw new ScimError('invalidValue', 'Nothing of a person or group has a name as is set here.')
}

function longestName(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (most, [name, one]) => Math.max(most, name.length, longestName(one)),
    0,
  )
}

/** So many are compared with each that is there; lists of members are not (`groupAfter`). */
const mostCompared = 200

const compared = (operations: readonly Operation[]) =>
  operations
    .filter(({ op }) => op.toLowerCase() !== 'replace')
    .reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 1), 0)

/** A resource after these operations. Throws `ScimError`. */
export function patched<R extends { id: string; schemas: string[] }>(
  resource: R,
  operations: readonly Operation[],
): R {
  const count = compared(operations)
  if (count > mostCompared) {
    const detail = `${count} changes at once are too many: send ${mostCompared} in a request.`
    throw new ScimError('invalidValue', detail, 413)
  }
  for (const { value } of operations) ensurePlainNames(value)
  const steps = operations.flatMap(plain)
  try {
    const meta = { created: new Date(0), lastModified: new Date(0) }
    const before = structuredClone({ ...resource, meta })
    const after = scimPatch<typeof before & ScimResource>(before, steps, {
      ...{ mutateDocument: false, treatMissingAsAdd: true },
    })
    return after
  } catch (failure) {
    if (!(failure instanceof Error)) throw failure
    throw new ScimError(typeOf(failure), failure.message)
  }
}

const typeOf = ({ name, message }: Error) =>
  /no ?target/i.test(`${name} ${message}`) ? 'noTarget' : 'invalidPath'
