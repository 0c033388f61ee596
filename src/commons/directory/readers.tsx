import { db } from '#kernel/db'
import { knownMessage, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { SideSection } from '#kernel/ui'
import { fullName } from './people.ts'
import { agent, readersCalled, roles } from './role.ts'
import { allServices } from './service.ts'

/** Says what principals of a module's own are called, each under the principal: `organ:<id>`. */
type Naming = (principals: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** The names of principals that this folder does not know, given by the modules. */
export const principalNames = slot<Naming>('principalNames')

/** Who else sees a dossier of a kind, in words: programs, which are none of its readers by name. */
export const besideReaders =
  slot<(readers: readonly string[], kind: string) => Promise<string[]>>('besideReaders')

/** Who sees a dossier, in words: its readers are data on it. */
export async function readerNames(principals: readonly string[]): Promise<string[]> {
  const names = new Map<string, string>()
  for (const naming of [roleNames, serviceNames, personNames, ...principalNames.all()])
    for (const [principal, name] of await naming(principals)) names.set(principal, name)
  return [...new Set(principals.map((principal) => names.get(principal) ?? principal))]
}

/** The side section of a dossier's page that says who sees it. */
export async function WhoSees({ readers, kind }: { readers: readonly string[]; kind: string }) {
  const names = await readerNames(widest(readers))
  for (const others of besideReaders.all()) names.push(...(await others(readers, kind)))
  return (
    <SideSection title={t('directory.readers')}>
      <ul>
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </SideSection>
  )
}

/**
 * Without those that a wider one covers: who does something in a service, or holds a role of agents, is one of all
 * the agents; and all of a service are more than its head.
 */
function widest(readers: readonly string[]): readonly string[] {
  const all = readers.includes(agent.principal)
  const ofAgents = new Set<string>(
    roles
      .every()
      .flatMap((role) => (role !== agent && role.also.includes(agent) ? role.principal : [])),
  )
  return readers.filter((one) => {
    const [what, id, part] = one.split(':')
    if (what === 'service') return !all && (!part || !readers.includes(`service:${id}`))
    return !(all && ofAgents.has(one))
  })
}

const roleNames: Naming = async (principals) =>
  new Map(
    principals.flatMap((principal) => {
      const name = readersCalled(principal)
      return name ? [[principal, name] as const] : []
    }),
  )

/** `service:<id>`, or those who do something there: `service:<id>:head`. */
const serviceNames: Naming = async (principals) => {
  const meant = principals.filter((principal) => principal.startsWith('service:'))
  if (meant.length === 0) return new Map()
  const known = new Map((await allServices()).map(({ id, label }) => [id, label]))
  return new Map(
    meant.flatMap((principal) => {
      const [, id = '', what = 'all'] = principal.split(':')
      const key = knownMessage(`directory.reader.service.${what}`)
      const name = known.get(id)
      return name && key ? [[principal, t(key, { name })] as const] : []
    }),
  )
}

const personNames: Naming = async (principals) => {
  const ids = principals.flatMap((principal) => principal.match(/^user:([\da-f-]{36})$/)?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.person')
    .select(['id', 'civility', 'first_name', 'last_name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [`user:${row.id}`, fullName(row)]))
}
