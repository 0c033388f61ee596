import { meant } from '#commons/people'
import { asHouse, authorityOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

/** Does something for an authority, as the house, in one transaction; says what came of it. */
export const within = (slug: string | undefined, work: () => Promise<string>): Promise<void> =>
  onHouse(async (standing) => {
    const authority = await authorityOf(standing, slug)
    console.log(await asHouse(standing, authority, work))
  })

/** The person of a login, a name or an address. */
export async function personOf(login: string): Promise<string> {
  const id = await meant(login, 'login')
  if (!id) throw new Refused(`Nobody is meant by « ${login} ».`)
  return id
}

/** A day as it is written: 2026-06-25. */
export function dayOf(text: string | undefined, name: string): Temporal.PlainDate | null {
  if (text === undefined) return null
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new Usage(`--${name} is a day: 2026-06-25.`)
  return Temporal.PlainDate.from(text)
}
