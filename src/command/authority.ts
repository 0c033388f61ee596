import { parseArgs } from 'node:util'
import { addHosts, type Tenant } from '#kernel/tenancy'
import { openAuthority, switchOn } from '#commons/trades'
import type { Standing } from '../open.ts'
import { asHouse, onHouse } from './standing.ts'
import { ensureTrades } from './trade.ts'
import { Refused, Usage } from './words.ts'

const kinds = ['municipality', 'cpas']

/**
 * Opens an authority with what every one of its nature starts with. One that is there already gets the
 * hosts and trades of the command that it lacks; what modules give, the start has completed by then.
 */
export async function createAuthority(given: string[]): Promise<void> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ slug: option, name: option, kind: option, trades: option },
      host: { ...option, multiple: true },
    },
  })
  const { slug, name, kind, host: hosts = [] } = values
  if (!slug || !name || !kind || hosts.length === 0)
    throw new Usage('An authority has --slug, --name, --kind and --host.')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Usage('--slug holds small letters, digits and single hyphens: beauval, cpas-beauval.')
  if (!kinds.includes(kind)) throw new Usage(`--kind is one of ${kinds.join(', ')}.`)
  const trades = values.trades?.split(',').filter(Boolean)
  await onHouse(async (standing) => {
    const { database, gate, house } = standing
    ensureTrades(trades ?? [])
    const known = await gate.bySlug(slug)
    for (const host of hosts) {
      const owner = await gate.byHost(host)
      if (owner && owner.id !== known?.id)
        throw new Refused(`The host ${host} is of another authority.`)
    }
    if (known) return complete(standing, known, hosts, trades ?? [])
    const look = { hue: 235, arms: '', address: [], hosts, trades }
    await openAuthority(database, house, { ...look, slug, name, shortName: name, kind })
    console.log(`${name}: http://${hosts[0]}`)
  })
}

async function complete(
  standing: Standing,
  known: Tenant,
  hosts: readonly string[],
  trades: readonly string[],
): Promise<void> {
  const added = await addHosts(standing.database, known, hosts)
  const switched = await asHouse(standing, known, async () => {
    const fresh: string[] = []
    for (const name of trades)
      if (![...known.trades, ...fresh].includes(name))
        fresh.push(...(await switchOn(name)).map((one) => one.name))
    return fresh
  })
  const on = [...new Set([...known.trades, ...switched])].toSorted().join(', ')
  const stands = `The authority ${known.slug} exists (${known.name}; on: ${on || 'nothing'})`
  if (added.length + switched.length === 0)
    throw new Refused(`${stands} and lacks nothing of this.`)
  console.log(`${stands}; it was given ${[...added, ...switched].join(', ')}.`)
}
