import { sql } from 'kysely'
import { asRows, db, ofTransaction } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { seen } from '#commons/dossiers'
import { townOf, type Place } from './place.ts'

/** A street as it is told apart from others. */
export interface KnownStreet {
  id: string
  title: string
  postal_code: string
  locality: string
  state: string
}

export const streetPath = (id: string) => `/places/streets/${id}`

/** « Rue de la Gare · 5100 Jambes », as it is proposed. */
const streetInWords = (one: KnownStreet): string =>
  [one.title, townOf(one)].filter(Boolean).join(between)
const between = ' · '

const known = sql`d.id, d.title, d.state, s.postal_code, s.locality`
const from = sql`commons.street s join commons.dossier d using (tenant_id, id)`

/** So many are proposed to whoever types; the others are found by what they are called. */
const mostProposed = 1000

const proposedOnce = ofTransaction(() => new Map<'all', Promise<string[]>>())

/** Those that may be named by the one who acts, in words; asked once for a page. */
export function proposedStreets(): Promise<string[]> {
  const once = proposedOnce()
  const all = once.get('all') ?? inUse()
  once.set('all', all)
  return all
}

async function inUse(): Promise<string[]> {
  const { rows } = await sql<KnownStreet>`
    select ${known} from ${from} where d.state = 'in_use' and ${seen()}
    order by d.title collate kernel.french_order, s.postal_code, d.id limit ${mostProposed}`.execute(
    db(),
  )
  return rows.map(streetInWords)
}

/** Whether the authority keeps any: one that keeps none has no unknown ones either. */
export async function hasStreets(): Promise<boolean> {
  const { rows } = await sql`select from commons.street limit 1`.execute(db())
  return rows.length > 0
}

/** Other names of these streets, by which what names them is found too. */
export async function otherNames(ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ street_id: string; names: string[] }>`
    select street_id, array_agg(called order by called) as names from commons.street_name
    where street_id = any(${[...ids]}::uuid[]) group by street_id`.execute(db())
  return new Map(rows.map(({ street_id, names }) => [street_id, names]))
}

type Found = KnownStreet & { at: number }

/**
 * Places whose streets are those of the register, where it has them: by id, or by any name, however written. A place that
 * says neither postal code nor locality takes those of its street. Nobody renames one of them until we are done.
 * Throws `Invalid` where several are called so.
 */
export async function settled(places: readonly Place[], field: string): Promise<Place[]> {
  if (places.length === 0) return []
  const asked = places.map(({ street: { id, name } }, at) => ({ at, id, name: partsOf(name)[0] }))
  const { rows } = await sql<Found>`
    select w.at, ${known}
    from jsonb_to_recordset(${asRows(asked)}) as w (at int, id uuid, name text)
    cross join lateral (
      select n.street_id from commons.street_name n where w.id is null and n.key = commons.street_key(w.name)
      union all select w.id where w.id is not null
    ) n
    join commons.street s on s.id = n.street_id
    join commons.dossier d on d.tenant_id = s.tenant_id and d.id = s.id
    order by d.id for share of d`.execute(db())
  return places.map((place, at) => {
    const found = rows.filter((one) => one.at === at)
    return place.street.id
      ? byId(place, found, `${field}.${at}`)
      : byName(place, found, `${field}.${at}`)
  })
}

/** « Rue de la Gare », « 5100 Jambes » */
function partsOf(name: string): [name: string, town: string] {
  const [street = '', town = ''] = name.split(between).map((part) => part.trim())
  return [street, town]
}

function byId(place: Place, [street]: readonly Found[], at: string): Place {
  if (!street) throw Invalid.field(`${at}.street`, 'http.field.choose')
  return placedIn(place, street)
}

function byName(place: Place, found: readonly Found[], at: string): Place {
  const [name, town] = partsOf(place.street.name)
  const fits = found.filter(
    (one) => isThere(place, one) && (!town || folded(townOf(one)) === folded(town)),
  )
  const open = fits.filter(({ state }) => state === 'in_use')
  const [street, second] = open.length > 0 ? open : fits
  if (second)
    throw Invalid.field(`${at}.street`, 'places.several_called', {
      name,
      choices: fits.map(streetInWords).join(' ; '),
    })
  return street ? placedIn(place, street) : place
}

/** Whether a street may be the one of a place: their postal codes, or else their localities, do not differ. */
function isThere({ postal_code, locality }: Place, one: KnownStreet): boolean {
  if (postal_code && one.postal_code) return postal_code === one.postal_code
  return !locality || !one.locality || folded(locality) === folded(one.locality)
}

const placedIn = (place: Place, { id, title, postal_code, locality }: KnownStreet): Place => ({
  ...place,
  street: { id, name: title },
  ...(!place.postal_code && !place.locality && { postal_code, locality }),
})
