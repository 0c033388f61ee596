import { expect, test } from 'vitest'
import { sources } from './house.ts'
import { checkOutgoing } from './outgoing.ts'

test('the house asks other servers by kernel/outgoing alone', () => {
  expect(checkOutgoing(sources)).toEqual([])
})

test.for([
  "await fetch('https://registry.region.be')",
  'globalThis.fetch(url)',
  "new WebSocket('wss://region.be')",
  "import { request } from 'node:https'",
  "import https from 'https'",
  "const { connect } = await import('node:net')",
  "import { Agent } from 'undici'",
])('one that asks by itself is found: %s', (text) => {
  expect(checkOutgoing([{ path: 'src/modules/mail/registry.ts', text }])).toHaveLength(1)
  expect(checkOutgoing([{ path: 'src/modules/mail/islands/index.ts', text }])).toEqual([])
  expect(checkOutgoing([{ path: 'src/modules/mail/test/registry.test.ts', text }])).toEqual([])
})

test('what is ours is not taken for another’s', () => {
  expect(checkOutgoing([{ path: 'src/kernel/x.ts', text: 'app.fetch(request)' }])).toEqual([])
})
