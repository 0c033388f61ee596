import { parseArgs } from 'node:util'
import { type Quotas, type QuotaName, setQuotas, shareOf, type Use, useOfAll } from '#kernel/quotas'
import { restrictionOf } from '#kernel/tenancy'
import { kindInWords } from '#commons/trades'
import { authorityOf, everyAuthority, onHouse } from './standing.ts'
import { Usage } from './words.ts'

const written = ({ name, used, most }: Use) => {
  const amount = (value: number) => (name === 'files' ? `${(value / 1e9).toFixed(1)} GB` : value)
  // Counted by each process of the server in its own memory.
  if (name === 'requests')
    return `requests at most ${most ?? 'without end'} a minute (how many now: beffroi_quota_used_ratio at /metrics)`
  const share = shareOf({ name, used, most })
  const of = most === null ? 'without end' : `of ${amount(most)} (${share} %)`
  return `${name} ${amount(used)} ${of}`
}

/** Says how each authority stands, and what is used most of what it may. */
export async function listAuthorities(given: string[]): Promise<void> {
  parseArgs({ args: given })
  await onHouse(async (standing) => {
    const uses = new Map((await useOfAll(standing.database)).map((one) => [one.slug, one.uses]))
    for (const one of await everyAuthority(standing)) {
      const kind = restrictionOf(one)?.kind ?? 'open'
      const fullest = (uses.get(one.slug) ?? [])
        .filter(({ name }) => name !== 'requests')
        .toSorted((a, b) => (shareOf(b) ?? -1) - (shareOf(a) ?? -1))[0]
      const until = restrictionOf(one)?.until
      const erased = restrictionOf(one)?.eraseAfter
      const stands = [kind, until && `until ${until}`, erased && `erased after ${erased}`]
      console.log(
        [
          ...[one.slug.padEnd(24), kindInWords(one.kind).padEnd(28), one.number || '-'],
          stands.filter(Boolean).join(', '),
          `${one.name}; ${fullest ? written(fullest) : ''}`,
        ].join(' '),
      )
    }
  })
}

/** Says how one stands, and all that it uses. */
export async function showAuthority(given: string[]): Promise<void> {
  const { positionals } = parseArgs({ args: given, allowPositionals: true })
  const [slug, more] = positionals
  if (!slug || more) throw new Usage('Which one? beffroi authority show SLUG')
  await onHouse((standing) => show(standing, slug))
}

type Standing = Parameters<Parameters<typeof onHouse>[0]>[0]

async function show(standing: Standing, slug: string): Promise<void> {
  const one = await authorityOf(standing, slug)
  const restriction = restrictionOf(one)
  const uses = (await useOfAll(standing.database)).find((known) => known.slug === slug)?.uses ?? []
  console.log(
    [
      `${one.name} (${one.slug}, ${one.id}), ${one.kind}; pages in ${one.languages.join(', ')}`,
      restriction
        ? `${restriction.kind} since ${restriction.since}, until ${restriction.until ?? 'told'}: ${restriction.words}`
        : 'open',
      ...(restriction?.eraseAfter ? [`erased after ${restriction.eraseAfter}`] : []),
      ...uses.map(written),
    ].join('\n'),
  )
}

const options = {
  requests: 'requests',
  'storage-gb': 'files',
  jobs: 'jobs',
  mails: 'mails',
  people: 'people',
} as const satisfies Record<string, QuotaName>

/** Changes what one may use. */
export async function changeQuotas(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.keys(options).map((name) => [name, { type: 'string' as const }]),
    ),
  })
  const [slug, more] = positionals
  const changed: Quotas = {}
  const usual: QuotaName[] = []
  for (const [option, name] of Object.entries(options)) {
    const value = values[option]
    if (value === undefined) continue
    if (value === 'usual') usual.push(name)
    else changed[name] = amount(String(value), name)
  }
  if (!slug || more || Object.keys(changed).length + usual.length === 0)
    throw new Usage('Which one, how much? beffroi authority quota SLUG --storage-gb 500')
  await onHouse(async (standing) => {
    await setQuotas(standing.database, await authorityOf(standing, slug), changed, usual)
    // In the same house: a process assembles one.
    await show(standing, slug)
  })
}

function amount(value: string, name: QuotaName): number | null {
  if (value === 'none') return null
  if (!/^\d{1,9}$/.test(value)) throw new Usage(`« ${value} » is a number, « usual » or « none ».`)
  return Number(value) * (name === 'files' ? 1e9 : 1)
}
