import { actAs, system } from '#kernel/access'
import { type Config, readConfig } from '#kernel/config'
import { configureLog } from '#kernel/log'
import type { House } from '#kernel/module'
import { inTenant, type Tenant } from '#kernel/tenancy'
import { buildHouse } from '../house.ts'
import { open, type Standing } from '../open.ts'
import { Refused } from './words.ts'

let house: House | undefined

/** The house of this process, which assembles one, however many commands it runs. */
export const houseOf = ({ sessionHours }: Pick<Config, 'sessionHours'>): House =>
  (house ??= buildHouse(sessionHours))

/** Runs `work` on the house of this data folder, whether the server runs or not. */
export async function onHouse<T>(work: (standing: Standing) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  configureLog({ ...config.log, level: 'warn' })
  const standing = await open(config, true, houseOf(config))
  try {
    return await work(standing)
  } finally {
    await standing.close()
  }
}

/** The authority of this slug, or the first that was opened. Throws `Refused` where there is none. */
export async function authorityOf(
  { gate, database }: Standing,
  slug: string | undefined,
): Promise<Tenant> {
  const { rows } = await database.owner.query<{ slug: string }>(
    'select slug from kernel.tenant order by created_at, id',
  )
  const slugs = rows.map((row) => row.slug)
  const found = await gate.bySlug(slug ?? slugs[0] ?? '')
  if (!found) throw new Refused(`There is no authority ${slug}, but ${slugs.join(', ')}.`)
  return found
}

/** All authorities, in the order of their opening. */
export async function everyAuthority({ gate, database }: Standing): Promise<Tenant[]> {
  const { rows } = await database.owner.query<{ slug: string }>(
    'select slug from kernel.tenant order by created_at, id',
  )
  const found = await Promise.all(rows.map(({ slug }) => gate.bySlug(slug)))
  return found.filter((one) => one !== null)
}

/** The authority that was named, or every one where none was. */
export const authoritiesOf = async (
  standing: Standing,
  slug: string | undefined,
): Promise<Tenant[]> =>
  slug === undefined ? everyAuthority(standing) : [await authorityOf(standing, slug)]

/** Runs verbs as the house itself, for one authority, in one transaction. */
export const asHouse = <T>({ database }: Standing, authority: Tenant, work: () => Promise<T>) =>
  actAs(system, () => inTenant(database, authority, work))
