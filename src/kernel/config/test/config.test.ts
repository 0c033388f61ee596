import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../index.ts'

test('an empty environment serves this machine only, on the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    trustProxy: false,
  })
  expect(isAbsolute(readConfig({}).dataFolder)).toBe(true)
})

test('the headers of a proxy are believed only where the operator says so', () => {
  expect(readConfig({ TRUST_PROXY: 'true' }).trustProxy).toBe(true)
  expect(readConfig({ TRUST_PROXY: 'false' }).trustProxy).toBe(false)
})

test('every wrong variable is named at once', () => {
  const wrong = {
    PORT: '70000',
    DATABASE_URL: 'mysql://db',
    DATABASE_POOL: '0',
    SESSION_HOURS: 'long',
    TRUST_PROXY: 'perhaps',
  }
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong), name).toThrow(name)
})

test('what the environment holds for others is none of our business', () => {
  expect(readConfig({ HOME: '/root', PATH: '/bin' })).toEqual(readConfig({}))
})
