import { parseArgs } from 'node:util'
import { openAuthority } from '#commons/trades'
import { onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

const kinds = ['municipality', 'cpas']

/** Opens an authority with what every one of its nature starts with. */
export async function createAuthority(given: string[]): Promise<void> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({
    args: given,
    options: { slug: option, name: option, kind: option, host: { ...option, multiple: true } },
  })
  const { slug, name, kind, host: hosts = [] } = values
  if (!slug || !name || !kind || hosts.length === 0)
    throw new Usage('An authority has --slug, --name, --kind and --host.')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Usage('--slug holds small letters, digits and single hyphens: beauval, cpas-beauval.')
  if (!kinds.includes(kind)) throw new Usage(`--kind is one of ${kinds.join(', ')}.`)
  await onHouse(async ({ database, gate, house }) => {
    if (await gate.bySlug(slug)) throw new Refused(`The authority ${slug} exists already.`)
    for (const host of hosts)
      if (await gate.byHost(host)) throw new Refused(`The host ${host} is of another authority.`)
    const look = { hue: 235, arms: '', address: [] }
    await openAuthority(database, house, { ...look, slug, name, shortName: name, kind, hosts })
    console.log(`${name}: http://${hosts[0]}`)
  })
}
