import { BlockList, isIP, isIPv6 } from 'node:net'
import { ConfigurationError } from '#kernel/config'

/** Where the house may go although it lies inside, as the operator said it. */
export interface AllowedPlace {
  /** A host by its name; null: the network. */
  name: string | null
  network: BlockList
  /** Null: the two ports of the web. */
  port: number | null
}

/** What `OUTGOING_ALLOW` holds: a name, an address or a network, each with its port or without. */
export const allowedPlaces = (entries: readonly string[]): AllowedPlace[] => entries.map(placeOf)

const entry =
  /^(?:\[([\da-f:.]+)\]|([\w.-]+|[\da-f]*:[\da-f:.]*:[\da-f:.]*))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/i

function placeOf(text: string): AllowedPlace {
  const [, bracketed, plain = '', prefix, port] = entry.exec(text) ?? []
  const host = bracketed ?? plain
  const network = new BlockList()
  const family = isIPv6(host) ? 'ipv6' : 'ipv4'
  try {
    if (isIP(host))
      network.addSubnet(host, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family)
    else if (prefix || !nameOf(host)) throw new RangeError(text)
  } catch {
    const sentence = `OUTGOING_ALLOW holds « ${text} », which is no host, address or network`
    throw new ConfigurationError(`The configuration is wrong. ${sentence}`)
  }
  return { name: isIP(host) ? null : nameOf(host), network, port: port ? Number(port) : null }
}

/** A name as the DNS compares it. */
const nameOf = (host: string): string => host.toLowerCase().replace(/\.$/, '')

/**
 * What leads nowhere outside (IANA special-purpose registries, RFC 6890): this machine, private and shared networks,
 * links, examples, groups, what is reserved, and 168.63.129.16, where Azure tells a machine about itself.
 */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')

/** Addresses of the open network are those; all that carries IPv4 in itself, or a network in a network, is not. */
const openSix = new BlockList()
openSix.addSubnet('2000::', 3, 'ipv6')
const insideSix = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  insideSix.addSubnet(network, prefix, 'ipv6')

/** Whether an address, as the resolver gives it, is one of the open network. */
export function isOpenAddress(address: string): boolean {
  if (isIP(address) === 4) return !inside.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  return openSix.check(address, 'ipv6') && !insideSix.check(address, 'ipv6')
}

/** Names that mean something on one network only (RFC 6761, 6762, 8375; `.internal` of ICANN), or to a machine itself. */
const localNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid|example)$/

/** The ports of the web. */
const ports = { 'http:': 80, 'https:': 443 } as const

/** Why an address is not asked. */
export class RefusedPlace extends Error {}

/** A host that may be asked, and at which of its addresses. */
export interface Place {
  host: string
  /** Whether the operator named it. */
  named: boolean
  reachable: (address: string) => boolean
}

/** Where a URL leads, once it is known that the house may ask there; throws `RefusedPlace`. */
export function placeFor(url: URL, allowed: readonly AllowedPlace[]): Place {
  const { protocol, username, password } = url
  if (protocol !== 'http:' && protocol !== 'https:') throw new RefusedPlace('protocol')
  if (username || password) throw new RefusedPlace('user')
  // The parser has read decimal, octal and hexadecimal spellings: an address is an address here.
  const host = nameOf(url.hostname.replaceAll(/[[\]]/g, ''))
  const port = Number(url.port || ports[protocol])
  const open = allowed.filter((one) => (one.port === null ? isOfWeb(port) : one.port === port))
  const inNetwork = (address: string) => open.some(({ network }) => holds(network, address))
  // Servers outside have names, to which their certificates speak.
  if (isIP(host) && !inNetwork(host)) throw new RefusedPlace('address')
  if (open.some(({ name }) => name === host)) return { host, named: true, reachable: () => true }
  const ordinary = host.includes('.') && !localNames.test(host)
  const usual = protocol === 'https:' && port === ports['https:']
  const networks = open.some(({ name }) => name === null)
  if (!networks && !ordinary) throw new RefusedPlace('name')
  if (!networks && !usual) throw new RefusedPlace('port')
  const reachable = (address: string) =>
    inNetwork(address) || (ordinary && usual && isOpenAddress(address))
  return { host, named: false, reachable }
}

const isOfWeb = (port: number) => port === 80 || port === 443

const holds = (network: BlockList, address: string): boolean =>
  network.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
