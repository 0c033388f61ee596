import { permission, stepUp } from '#kernel/access'
import { originHere } from '#kernel/auth'
import { NotFound } from '#kernel/errors'
import { type Call, isId, PageRoutes } from '#kernel/http'
import { keepSecret, secretOf as kept } from '#kernel/pages'
import { newBrowser, providerNamed, type Reached, secretOf } from '#kernel/single-sign-on'

export const pages = new PageRoutes('')

/** Decides by which providers one comes in, and what they give. */
export const keeps = stepUp(permission('providers.keep'))

export const providerPath = (id: string) => `/providers/${id}`

/** Where the browser leaves for a provider, and where it comes back to: an address of its own for each. */
export const wayTo = (id: string) => `/sign-in/with/${id}`
export const backFrom = (origin: string, id: string) => `${origin}${wayTo(id)}/back`

/** The same, of the address at which the house is asked now: a provider compares it sign by sign. */
export const backHere = async (id: string) => backFrom(await originHere(), id)

const cookie = 'way'

/** What the browser keeps while somebody is at a provider. */
export const browserOf = (c: Call): string => kept(c, cookie) ?? ''

/** Gives the browser what ways out are bound to: the one that it has, for ten minutes more. */
export function keepBrowser(c: Call): string {
  const token = browserOf(c) || newBrowser()
  keepSecret(c, cookie, token, Temporal.Now.instant().add({ minutes: 15 }))
  return token
}

/** A provider with what the house proves itself by. Throws `NotFound`. */
export async function reached(id: string): Promise<Reached> {
  const provider = await providerNamed(id)
  return { ...provider, secret: await secretOf(id) }
}

/** The id of the provider that an address names. Throws `NotFound` where it is no id. */
export function named(c: Call): string {
  const id = c.req.param('provider') ?? ''
  if (!isId(id)) throw new NotFound()
  return id.toLowerCase()
}
