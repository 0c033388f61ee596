import { parseArgs } from 'node:util'
import { allServices } from '#commons/directory'
import {
  allPrograms,
  keyDays,
  keysOf,
  makeKey,
  makeProgram,
  opens,
  type Program,
  ProgramFields,
  revokeKey,
} from '#commons/programs'
import { within } from './within.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const

async function programCalled(name: string | undefined): Promise<Program> {
  if (!name) throw new Usage('Say which by --name.')
  const found = (await allPrograms()).find((one) => one.name === name)
  if (!found) throw new Refused(`No service account is called « ${name} ».`)
  return found
}

async function serviceCalled(name: string | undefined): Promise<string> {
  const found = (await allServices()).find((one) => one.name === name || one.label === name)
  if (!found) throw new Refused(`No service is called « ${name ?? ''} ».`)
  return found.id
}

/** Makes a service account; it comes in once it has a key. */
export function makeAccount(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ authority: option, name: option, purpose: option, contact: option, service: option },
      ...{ scope: many, role: many, in: many, editor: { type: 'boolean' } },
    },
  })
  const { name, purpose, contact, scope = [], role: roles = [], in: where = [] } = values
  if (!name || !purpose || !contact || scope.length === 0)
    throw new Usage('A service account has --name, --purpose, --contact, --service and --scope.')
  return within(values.authority, async () => {
    const services = []
    for (const one of where) services.push(await serviceCalled(one))
    const said = ProgramFields.parse({
      ...{ name, purpose, contact, roles, services, scopes: scope },
      service_id: await serviceCalled(values.service),
      function: values.editor ? 'editor' : 'observer',
    })
    return `${name} has the client_id ${await makeProgram(said)}.`
  })
}

/** Makes a key for a service account, and says it this once. */
export function makeAccountKey(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: { authority: option, name: option, days: option },
  })
  const days = values.days === undefined ? keyDays.usual : Number(values.days)
  if (!Number.isInteger(days)) throw new Usage('--days is a whole number.')
  return within(values.authority, async () => {
    const { id } = await programCalled(values.name)
    const { secret, expiresAt } = await makeKey(id, days)
    return `${secret}\nIt is said this once, and is good until ${expiresAt.toString().slice(0, 10)}.`
  })
}

/** Revokes one key of a service account, by its last four signs, or all of them. */
export function revokeAccountKey(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: { authority: option, name: option, key: option },
  })
  return within(values.authority, async () => {
    const { id, name } = await programCalled(values.name)
    const keys = (await keysOf(id)).filter(
      (one) => opens(one) && (values.key === undefined || one.tail === values.key),
    )
    if (keys.length === 0) throw new Refused(`${name} has no such key that is good.`)
    for (const key of keys) await revokeKey(id, key.id)
    return `Revoked: ${keys.map(({ tail }) => `…${tail}`).join(', ')}.`
  })
}

/** Says which service accounts there are, with their scopes and keys. */
export function listAccounts(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { authority: option } })
  return within(values.authority, async () => {
    const lines = []
    for (const one of await allPrograms()) {
      const keys = (await keysOf(one.id)).filter(opens)
      const said = keys.map(({ tail, expires_at: until }) => `…${tail} until ${until}`)
      const state = one.suspended_at ? ', suspended' : ''
      lines.push(`${one.name}${state}: ${one.scopes.join(' ')}; ${said.join(', ') || 'no key'}`)
    }
    return lines.join('\n') || 'There is no service account.'
  })
}
