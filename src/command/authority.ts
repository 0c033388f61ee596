import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { audit } from '#kernel/audit'
import { type Language, languages } from '#kernel/i18n'
import { addHosts, drawStartCode, type Tenant } from '#kernel/tenancy'
import {
  admit,
  ensureProfile,
  hostName,
  insteadBy,
  ProfileFields,
  startHouse,
  usualProfile,
  WhoFields,
  writeRest,
} from '#commons/authorities'
import { enterpriseNumber } from '#commons/parties'
import { kinds, openAuthority, switchOn } from '#commons/trades'
import type { Standing } from '../open.ts'
import { asHouse, onHouse } from './standing.ts'
import { ensureTrades } from './trade.ts'
import { Refused, Usage } from './words.ts'

const option = { type: 'string' } as const

/**
 * Opens an authority with what every one of its nature starts with, or with a profile; and with whoever administers it
 * first, where told. One that is there already gets the hosts and trades of the command that it lacks; what modules give,
 * the start has completed by then.
 */
export async function createAuthority(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ slug: option, name: option, kind: option, trades: option, number: option },
      ...{ profile: option, admin: option, language: option },
      ...{ 'first-name': option, 'last-name': option, email: option },
      host: { ...option, multiple: true },
    },
  })
  const { slug, name, kind: said, host: typed = [] } = values
  if (!slug || !name || !said || typed.length === 0)
    throw new Usage('An authority has --slug, --name, --kind and --host.')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Usage('--slug holds small letters, digits and single hyphens: beauval, cpas-beauval.')
  const kind = kinds.find((one) => one === said)
  if (!kind) throw new Usage(`--kind is one of ${kinds.join(', ')}.`)
  const number = values.number === undefined ? '' : enterpriseNumber(values.number)
  if (number === null) throw new Usage('--number is of the Crossroads Bank: 0207.374.617.')
  const language = languages.find((one) => one === (values.language ?? 'fr'))
  if (!language) throw new Usage(`--language is one of ${languages.join(', ')}.`)
  // What was typed may be an address: what is kept is the name in it.
  const hosts = typed.map((host) => {
    const found = hostName(host)
    if (found === null) throw new Usage(`« ${host} » is no host name.`)
    return found
  })
  const who = administratorIn(values)
  const named = await profileIn(values.profile)
  await onHouse(async (standing) => {
    const { database, gate, house } = standing
    const profile = values.profile === 'usual' ? usualProfile(kind, language) : named
    const told = values.trades?.split(',').filter(Boolean) ?? profile?.trades
    ensureTrades(told ?? [])
    const known = await gate.bySlug(slug)
    for (const host of hosts) {
      const owner = await gate.byHost(host)
      if (owner && owner.id !== known?.id)
        throw new Refused(`The host ${host} is of another authority.`)
    }
    if (known) return complete(standing, known, hosts, told ?? [])
    await ensureNumber(standing, number)
    const trades = told ?? usualProfile(kind, language).trades
    const written = profile ? ensureProfile(kind, profile).written : []
    const spoken = [...new Set<Language>([language, 'fr', 'en'])]
    const row = { hue: 235, arms: '', address: [], hosts, trades, number, languages: spoken }
    let link: string | undefined
    await openAuthority(
      database,
      house,
      { ...row, slug, name, shortName: name, kind },
      async () => {
        await writeRest(written)
        await audit('authority_opened', `${name} ${slug}`)
        if (who) link = (await admit(who, hosts[0] ?? '')).href
      },
      { instead: insteadBy(written) },
    )
    console.log(`${name}: http://${hosts[0]}`)
    if (link) console.log(`${who?.login} chooses a password at ${link}`)
  })
}

async function ensureNumber({ database }: Standing, number: string): Promise<void> {
  const { rows } = await database.owner.query<{ name: string }>(
    `select name from kernel.tenant where number = $1 and number <> ''`,
    [number],
  )
  if (rows[0]) throw new Refused(`${rows[0].name} has this number already.`)
}

/** Who administers it first, where the command says it. */
function administratorIn(values: Record<string, unknown>) {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '')
  if (!text('admin')) return undefined
  const parsed = WhoFields.safeParse({
    ...{ login: text('admin'), email: text('email') },
    ...{ first_name: text('first-name'), last_name: text('last-name') },
  })
  if (!parsed.success)
    throw new Usage(
      '--admin is a login without spaces, with --first-name and --last-name, and --email.',
    )
  return parsed.data
}

/** A profile of one's own, as the API describes it. */
async function profileIn(file: string | undefined) {
  if (file === undefined || file === 'usual') return undefined
  const parsed = ProfileFields.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Refused(`${file} is no profile: ${parsed.error.message}`)
  return parsed.data
}

/** Opens the authority that runs the house, once; says where its administrator chooses a password. */
export async function startByCommand(given: string[]): Promise<void> {
  const { values } = parseArgs({
    args: given,
    options: {
      ...{ name: option, host: option, login: option, email: option },
      ...{ 'first-name': option, 'last-name': option },
    },
  })
  const who = administratorIn({ ...values, admin: values.login })
  if (!values.name || !values.host || !who)
    throw new Usage(
      'The house is started with --name, --host, --login, --first-name and --last-name.',
    )
  const { name } = values
  const host = hostName(values.host) ?? values.host
  await onHouse(async ({ database }) => {
    const { link } = await startHouse(database, { ...who, name, host })
    console.log(`${name}: http://${host}\n${who.login} chooses a password at ${link.href}`)
  })
}

/** Draws another start code, where nobody runs the house. */
export async function tellStartCode(): Promise<void> {
  await onHouse(async ({ database }) => {
    const code = await drawStartCode(database)
    if (!code) throw new Refused('Somebody runs this house already.')
    console.log(`Open /start at a host name of no authority, with the code ${code}`)
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
