import { beforeAll, describe, expect, test } from 'vitest'
import { ground } from '#test/harness'
import { type Database, ensureOwnSettings } from '#kernel/db'
import { urlAs } from '../logins.ts'

let database: Database

beforeAll(async () => {
  ;({ database } = await ground())
})

const roleOf: Record<string, string> = { publicPool: 'beffroi_public', front: 'beffroi_gate' }

/** What a session of a pool can make itself. */
const ways = [
  "select set_config('role', 'none', false)",
  'reset role',
  'set role beffroi',
  'set session authorization default',
  "set session authorization 'beffroi'",
  'reset all',
]

describe('a session of a request never becomes more than it is (S9)', () => {
  for (const pool of ['pool', 'publicPool', 'front', 'jobs'] as const)
    test(`on ${pool}, whatever it says`, async () => {
      const role = roleOf[pool] ?? 'beffroi_app'
      const client = await database[pool].connect()
      try {
        for (const way of ways) {
          await client.query(way).catch((refused: Error) => {
            expect(refused.message).toMatch(/permission denied/)
          })
          const { rows } = await client.query(`
            select session_user::text as logged_in, current_user::text as acts_as,
              pg_has_role(current_user, 'beffroi', 'member') as owner`)
          expect([way, rows]).toEqual([way, [{ logged_in: role, acts_as: role, owner: false }]])
        }
        await expect(client.query('delete from kernel.tenant')).rejects.toThrow(/permission denied/)
      } finally {
        client.release(true)
      }
    })
})

test('its password follows from that of the owner, and where there is none there is no way in', () => {
  const owner = 'postgres://beffroi:secret@%2Ftmp%2Fsocket:5432/beffroi'
  const url = urlAs('beffroi_app', owner) ?? ''
  expect(url).toMatch(/^postgres:\/\/beffroi_app:[\w-]{43}@%2Ftmp%2Fsocket:5432\/beffroi$/)
  expect(urlAs('beffroi_app', owner)).toBe(url)
  expect(urlAs('beffroi_app', owner.replace('secret', 'other'))).not.toBe(url)
  expect(urlAs('beffroi_app', 'postgres://beffroi@host/beffroi')).toBeUndefined()
})

test('a start behind what drops the settings of a connection is refused, in a sentence (R9)', async () => {
  await expect(ensureOwnSettings(database)).resolves.toBeUndefined()
  const asOwner = { front: database.owner, pool: database.owner }
  await expect(ensureOwnSettings(asOwner)).rejects.toThrow(
    /^Requests would run as beffroi, without limits of time: .* session mode/,
  )
})
