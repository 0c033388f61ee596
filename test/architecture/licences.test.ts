import { expect, test } from 'vitest'
import { components } from '../../bin/components.ts'

/** Licences under which a package may be part of a work under the EUPL-1.2 (decision 011). */
const allowed = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'Zlib',
    'BlueOak-1.0.0',
  ],
  ...['Python-2.0', 'CC0-1.0', 'Unlicense', 'OFL-1.1', 'MPL-2.0'],
  // A library that is loaded as it is, and may be exchanged.
  'LGPL-3.0-or-later',
])

/** Of « A AND B » all hold; of « A OR B » one is chosen. */
const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => allowed.has(one)))

const refused = (all: readonly { name: string; licence: string }[]) =>
  all.filter(({ licence }) => !isAllowed(licence)).map(({ name, licence }) => `${name} ${licence}`)

test('every package is under a licence that fits ours, and says which', () => {
  const all = components()
  expect(all.length).toBeGreaterThan(200)
  expect(refused(all)).toEqual([])
})

test.each([
  'AGPL-3.0-only',
  'SSPL-1.0',
  'BUSL-1.1',
  'GPL-3.0-only',
  'UNLICENSED',
  '',
  'MIT AND AGPL-3.0-only',
])('one under « %s » is found', (licence) => {
  expect(refused([{ name: 'planted', licence }])).toHaveLength(1)
  expect(refused([{ name: 'planted', licence: `(MIT OR ${licence})` }])).toEqual(
    licence.includes(' AND ') ? ['planted (MIT OR MIT AND AGPL-3.0-only)'] : [],
  )
})
