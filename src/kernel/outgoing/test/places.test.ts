import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowedPlaces, isOpenAddress, placeFor } from '../places.ts'

const refused = (url: string, ...allow: string[]) => {
  try {
    placeFor(new URL(url), allowedPlaces(allow))
    return false
  } catch {
    return true
  }
}

test.for([
  'http://idp.example.org/', // not over TLS
  'https://idp.region.be:8443/',
  'ftp://region.be/',
  'file:///etc/passwd',
  'data:text/plain,x',
  'https://user@region.be/',
  'https://user:password@region.be/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://a.localhost/',
  'https://intranet/',
  'https://metadata.google.internal/',
  'https://printer.local/',
  'https://router.home.arpa/',
  'https://8.8.8.8/', // a server outside has a name
  'https://[2001:4860:4860::8888]/',
])('what is not a server of the open web is not asked: %s', (url) => {
  expect(refused(url)).toBe(true)
})

test.for(['https://idp.region.be/', 'https://IDP.Région.be./x?y', 'https://a-b.c.eu:443/'])(
  'a server of the open web is asked by its name, over TLS: %s',
  (url) => {
    expect(refused(url)).toBe(false)
  },
)

/** Addresses that lead inside, whatever the last bytes. */
const inside = fc.oneof(
  ...[
    [127, 0, 0, 0, 8],
    [10, 0, 0, 0, 8],
    [0, 0, 0, 0, 8],
    [172, 16, 0, 0, 12],
    [192, 168, 0, 0, 16],
    [169, 254, 0, 0, 16],
    [100, 64, 0, 0, 10],
    [198, 18, 0, 0, 15],
    [224, 0, 0, 0, 4],
    [240, 0, 0, 0, 4],
  ].map(([a = 0, b = 0, c = 0, d = 0, prefix = 0]) =>
    fc
      .nat(2 ** (32 - prefix) - 1)
      .map((rest) => ((a << 24) | (b << 16) | (c << 8) | d | rest) >>> 0),
  ),
)

const parts = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255] as const
const dotted = (n: number) => parts(n).join('.')
const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')

/** The spellings of an address that the URL standard knows, and those by which IPv6 carries IPv4. */
const spellings: readonly ((n: number) => string)[] = [
  dotted,
  String,
  (n) => `0x${n.toString(16)}`,
  (n) => `0${n.toString(8)}`,
  (n) =>
    parts(n)
      .map((part) => `0${part.toString(8)}`)
      .join('.'),
  (n) =>
    parts(n)
      .map((part) => `0x${hex(part, 2)}`)
      .join('.'),
  (n) => `${n >>> 24}.${n & 0xff_ff_ff}`,
  (n) => `${dotted(n)}.`,
  (n) => `[::ffff:${dotted(n)}]`,
  (n) => `[::ffff:${hex(n >>> 16, 4)}:${hex(n & 0xff_ff, 4)}]`,
  (n) => `[::${dotted(n)}]`,
  (n) => `[64:ff9b::${dotted(n)}]`,
  (n) => `[2002:${hex(n >>> 16, 4)}:${hex(n & 0xff_ff, 4)}::1]`,
]

test('no spelling of an inside address is asked, with or without user and port', () => {
  fc.assert(
    fc.property(
      inside,
      fc.constantFrom(...spellings),
      fc.constantFrom('', ':80', ':443', ':8080'),
      fc.constantFrom('http', 'https'),
      (address, spelt, port, protocol) =>
        !URL.canParse(`${protocol}://${spelt(address)}${port}/`) ||
        refused(`${protocol}://${spelt(address)}${port}/`),
    ),
    { numRuns: 2000 },
  )
})

test('no inside address that a name resolves to is reached', () => {
  const open = placeFor(new URL('https://idp.region.be/'), [])
  fc.assert(
    fc.property(inside, (address) => {
      const carried = `${hex(address >>> 16, 4)}:${hex(address & 0xff_ff, 4)}`
      return [
        dotted(address),
        `::ffff:${dotted(address)}`,
        `::${carried}`,
        `64:ff9b::${carried}`,
        `2002:${carried}::`,
        `2001:0:${carried}::`,
      ].every((one) => !open.reachable(one) && !isOpenAddress(one))
    }),
  )
})

test.for([
  '::',
  '::1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '3fff::1',
  'fec0::1',
  '168.63.129.16',
  '192.0.0.192',
  '100.100.100.200',
  '255.255.255.255',
  'nothing',
])('neither is %s', (address) => {
  expect(isOpenAddress(address)).toBe(false)
})

test.for(['8.8.8.8', '193.191.0.1', '172.32.0.1', '100.128.0.1', '2a02:2788::1', '2001:4860::1'])(
  'an address of the open network is reached: %s',
  (address) => {
    expect(isOpenAddress(address)).toBe(true)
  },
)

test('the operator allows a host, an address or a network, at its port or at those of the web', () => {
  expect(refused('http://127.0.0.1:4000/', '127.0.0.1:4000')).toBe(false)
  expect(refused('http://2130706433:4000/', '127.0.0.1:4000')).toBe(false)
  expect(refused('http://127.0.0.1:4001/', '127.0.0.1:4000')).toBe(true)
  expect(refused('http://127.0.0.2:4000/', '127.0.0.1:4000')).toBe(true)
  expect(refused('http://10.2.3.4/', '10.2.0.0/16')).toBe(false)
  expect(refused('http://10.3.3.4/', '10.2.0.0/16')).toBe(true)
  expect(refused('https://[fd00::7]:8443/', '[fd00::]/8:8443')).toBe(false)
  expect(refused('http://idp.commune.lan/', 'IDP.commune.lan')).toBe(false)
  expect(refused('http://idp.commune.lan:8080/', 'idp.commune.lan')).toBe(true)
  expect(refused('http://other.commune.lan/', 'idp.commune.lan')).toBe(true)
})

test('what he allowed by its network is reached there only, whatever a name says', () => {
  const place = placeFor(new URL('https://idp.commune.lan/'), allowedPlaces(['10.2.0.0/16']))
  expect(place.reachable('10.2.0.9')).toBe(true)
  expect(place.reachable('10.3.0.9')).toBe(false)
  expect(place.reachable('8.8.8.8')).toBe(false)
  const plain = placeFor(new URL('http://idp.region.be/'), allowedPlaces(['10.2.0.0/16']))
  expect(plain.reachable('8.8.8.8')).toBe(false)
})

test.for(['10.0.0.0/40', 'https://region.be', 'a/8', '', 'a b', '[::1', '10.2.0.0/16:x'])(
  'what is no place stops the start, and is named: « %s »',
  (entry) => {
    expect(() => allowedPlaces([entry])).toThrow(`OUTGOING_ALLOW holds « ${entry} »`)
  },
)
