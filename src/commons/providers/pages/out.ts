import { currentAddress } from '#kernel/audit'
import { atDoor, refusedAt } from '#kernel/auth'
import { NotFound, TooMany } from '#kernel/errors'
import type { Call } from '#kernel/http'
import {
  addressAt,
  type Bound,
  clientOf,
  newBound,
  type Reached,
  sendOut,
  type WayOut,
} from '#kernel/single-sign-on'
import { backHere, keepBrowser } from './routes.ts'

/** Somebody is about to leave for a provider: where to, and what is kept of it once they go. */
export interface Leaving {
  href: string
  bound: Bound
}

/** Asks a provider where one goes. Throws `Failure`. `anew`: what it said before is not believed. */
export async function readyFor(
  provider: Reached,
  { fresh = false, anew = false } = {},
): Promise<Leaving> {
  const client = await clientOf(provider, anew)
  const bound = newBound(await backHere(provider.id))
  return { bound, href: await addressAt(client, provider, bound, { fresh }) }
}

/** Keeps that somebody goes, and says where to. */
export async function leave(
  c: Call,
  { bound, href }: Leaving,
  way: Omit<WayOut, 'browser'>,
): Promise<string> {
  await sendOut({ ...way, browser: keepBrowser(c) }, bound)
  return href
}

/** Anybody may ask to be sent to a provider; who does so without end, from one address, waits. */
export async function atProviderDoor(): Promise<void> {
  const here = currentAddress() ?? ''
  const may = await atDoor('provider', here)
  if (!may.open) throw new TooMany('auth.sign_in.too_many', { minutes: may.minutes })
  await refusedAt('provider', here)
}

/** A provider that is off is none, for whoever is not its administrator. */
export function ensureOpen(provider: Reached): Reached {
  if (!provider.is_on) throw new NotFound()
  return provider
}
