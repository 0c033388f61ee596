import { z } from 'zod'
import type { Assurance } from '#kernel/access'
import {
  type Identified,
  linkOf,
  linkSubject,
  linksOf,
  type Provider,
  unlink,
} from '#kernel/single-sign-on'
import { citizenIdentified, type Identity } from '#commons/citizens'
import { enterpriseNumber } from '#commons/parties'
import { lineOf, valuesAt } from './claim.ts'

const first = (who: Identified, ...names: readonly string[]): string =>
  names.flatMap((name) => valuesAt(who.claims, name)).flatMap((one) => lineOf(one, 100) || [])[0] ??
  ''

/**
 * How surely the service knows who it is: eIDAS, as it says itself or by the levels of the federal authentication service
 * (FAS: 500 the card, 450 itsme, 400 codes; unverified). What is none of these is low.
 */
export function assuranceOf({ claims }: Pick<Identified, 'claims'>): Assurance {
  const said = [...valuesAt(claims, 'acr'), ...valuesAt(claims, 'amr')].join(' ')
  const [, eidas] = /eidas\.europa\.eu\/LoA\/(low|substantial|high)\b/.exec(said) ?? []
  if (eidas === 'low' || eidas === 'substantial' || eidas === 'high') return eidas
  const [, level = '0'] = /urn:be:fedict:iam:fas:Level(\d{3})\b/.exec(said) ?? []
  return Number(level) >= 450 ? 'high' : Number(level) >= 400 ? 'substantial' : 'low'
}

const identityOf = (provider: Provider, who: Identified): Identity => ({
  first_name: first(who, 'given_name', 'givenName'),
  last_name: first(who, 'family_name', 'surname', 'name') || '—',
  number: provider.number_claim ? first(who, provider.number_claim) : '',
  assurance: assuranceOf(who),
  address: addressOf(who),
  companies: companiesOf(who),
})

/** Where they live, as OpenID Connect Core 5.1.1 says it: what is typed on a letter, or its parts. */
function addressOf({ claims }: Pick<Identified, 'claims'>): string {
  const said = z
    .object({
      ...{ formatted: z.string(), street_address: z.string(), postal_code: z.string() },
      locality: z.string(),
    })
    .partial()
    .safeParse(claims['address'])
  if (!said.success) return ''
  const { formatted, street_address: street, postal_code: code, locality } = said.data
  const town = [code, locality].filter(Boolean).join(' ')
  return (formatted ?? [street, town].filter(Boolean).join(', '))
    .split(/[\r\n]/)
    .flatMap((line) => lineOf(line, 300) || [])
    .join(', ')
    .slice(0, 300)
}

/** For which companies they act, as the service for roles says it (unverified: what is tried is our own provider). */
function companiesOf({ claims }: Pick<Identified, 'claims'>): Identity['companies'] {
  const said = z
    .array(z.object({ enterpriseNumber: z.string(), name: z.string().max(200) }))
    .max(100)
    .safeParse(claims['companies'])
  if (!said.success) return null
  return said.data.flatMap(({ enterpriseNumber: given, name }) => {
    const number = enterpriseNumber(given)
    return number ? [{ number, name: lineOf(name, 200) || number }] : []
  })
}

/**
 * Whose account it is of whom a public service speaks, made where there is none: `mine` is that of who has signed in and
 * links the two. Who has the national number of a citizen is that citizen, under whatever name the service has for them now.
 */
export async function citizenBy(
  provider: Provider,
  who: Identified,
  mine: string | null = null,
): Promise<string> {
  const known = (await linkOf(who.issuer, who.subject))?.account_id ?? null
  const id = await citizenIdentified(mine ?? known, identityOf(provider, who))
  if (known === id) return id
  const before = (await linksOf(id)).find(({ issuer }) => issuer === who.issuer)
  if (before && mine === null) await unlink(id, before.id)
  await linkSubject(id, provider, who.subject, 'self')
  return id
}
