import { lookup, Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { type Place, RefusedPlace } from './places.ts'

/** The addresses of a host; throws where it has none. */
export type Resolve = (host: string, named: boolean) => Promise<readonly string[]>

const resolver = new Resolver({ timeout: 2000, tries: 2 })

/**
 * Asks the DNS without a thread of ours: one that does not answer holds up nothing but its own question. Names that
 * the operator gave may also stand in the hosts file of the machine.
 */
export const resolveName: Resolve = async (host, named) => {
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const addresses = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  if (addresses.length > 0) return addresses
  const own = named ? await lookup(host, { all: true }) : []
  if (own.length === 0) throw new Error(`${host} has no address`)
  return own.map(({ address }) => address)
}

/**
 * How a connection finds its address: resolved once, here, and used as it was looked at. A host of which one address
 * lies inside is refused whole.
 */
export async function lookupOf(place: Place, resolve: Resolve): Promise<LookupFunction> {
  const { host, named } = place
  const addresses = isIP(host) ? [host] : await resolve(host, named)
  if (!addresses.every(place.reachable)) throw new RefusedPlace('address')
  const known = addresses.map((address) => ({ address, family: isIP(address) }))
  const [first] = known
  if (!first) throw new Error(`${host} has no address`)
  return (_, { all }, done) => (all ? done(null, known) : done(null, first.address, first.family))
}
