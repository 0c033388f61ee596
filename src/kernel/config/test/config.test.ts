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

test('the demonstration is never there by itself beside a database of one’s own', () => {
  const own = 'postgres://beffroi@db/beffroi'
  expect(readConfig({}).demonstration).toBe(true)
  expect(readConfig({ DATABASE_URL: own }).demonstration).toBe(false)
  expect(readConfig({ DATABASE_URL: own, DEMONSTRATION: 'true' }).demonstration).toBe(true)
  expect(readConfig({ DEMONSTRATION: 'false' }).demonstration).toBe(false)
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

test('where the house may go besides the open web is a list, in lines or with commas', () => {
  const OUTGOING_ALLOW = 'idp.commune.lan, 10.2.0.0/16\n127.0.0.1:4000'
  const OUTGOING_PROXY = 'http://proxy:3128'
  expect(readConfig({}).outgoing).toEqual({ allow: [], proxy: null })
  expect(readConfig({ OUTGOING_ALLOW, OUTGOING_PROXY }).outgoing).toEqual({
    allow: ['idp.commune.lan', '10.2.0.0/16', '127.0.0.1:4000'],
    proxy: OUTGOING_PROXY,
  })
  expect(() => readConfig({ OUTGOING_PROXY: 'socks5://proxy' })).toThrow('OUTGOING_PROXY')
})

test('a server for mail is read with its name and password, and needs the address that mail is from', () => {
  const SMTP_URL = 'smtps://maison:mot%20de%20passe@mail.region.be'
  const MAIL_FROM = 'maison@region.be'
  expect(readConfig({}).mail).toBeNull()
  expect(readConfig({ SMTP_URL, MAIL_FROM }).mail).toEqual({
    ...{ host: 'mail.region.be', port: 465, secure: true },
    ...{ user: 'maison', password: 'mot de passe', from: MAIL_FROM },
  })
  expect(() => readConfig({ SMTP_URL })).toThrow('MAIL_FROM')
  expect(() => readConfig({ SMTP_URL: 'https://mail.region.be', MAIL_FROM })).toThrow('SMTP_URL')
})
