import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { atItsTime } from '#kernel/jobs'
import { useMailServer } from '#kernel/mail'
import { fill } from '#kernel/module'
import { create, write } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { openPostOffice, type PostOffice } from '../../../kernel/mail/test/post-office.ts'
import { writeDaily } from '../by-mail.ts'
import { notification, notifications } from '../notification.ts'

let authority: TestAuthority
let office: PostOffice
let alix: TestPerson
let odile: TestPerson

beforeAll(async () => {
  await prepareErrands()
  const told = notification(
    errands,
    ['start', 'give_up'],
    [({ waits_for }) => waits_for.split(',')],
  )
  if (notifications.every().every(({ kind }) => kind !== told.kind))
    fill(notifications, told).place()
  authority = await givenAuthority()
})

afterAll(removeErrands)

beforeEach(async () => {
  office = await openPostOffice()
  useMailServer(office.server)
  alix = await authority.person()
  odile = await authority.person({ firstName: 'Odile' })
})

afterEach(async () => {
  useMailServer(null)
  await office.close()
})

const givenErrand = (title: string): Promise<Errand> =>
  authority.asSystem(() =>
    create(
      errands,
      { title, state: 'open' },
      { seen_by: `user:${alix.id},user:${odile.id}`, waits_for: `user:${alix.id}` },
    ),
  )
const begin = (errand: Errand) =>
  authority.as(odile, () =>
    write(errands, errand, { state: 'started' }, 'start', { comment: 'Il presse' }),
  )
const wishing = (how: string, email = 'alix@commune.be') =>
  alix.visitor.post('/notices/wishes', { email, 'how.test.errand.start': how })
const morning = async () => {
  await atItsTime((await ground()).database, writeDaily)
  await authority.drain()
}
/** The words of a letter, as its reader sees them. */
const words = (raw = '') => {
  const [, body = ''] = raw.split(/\r\n\r\n([\s\S]*)/)
  return /^content-transfer-encoding: base64/im.test(raw)
    ? Buffer.from(body, 'base64').toString('utf8')
    : Buffer.from(
        body
          .replaceAll(/=\r\n/g, '')
          .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) =>
            String.fromCodePoint(Number.parseInt(hex, 16)),
          ),
        'latin1',
      ).toString('utf8')
}

test('who wishes it so is written to at once: who did what, and where to read it, neither title nor reason', async () => {
  await wishing('mail')
  const errand = await begin(await givenErrand('Sanction de M. Untel'))
  await authority.drain()
  expect(office.letters.map(({ to }) => to)).toEqual([['alix@commune.be']])
  const said = words(office.letters[0]?.raw)
  expect(said).toContain('Odile Terval a commencé la course')
  expect(said).toContain(`http://${authority.host}/test/errands/${errand.id}`)
  expect(said).toContain(`http://${authority.host}/notices/wishes`)
  expect(office.letters[0]?.raw + said).not.toMatch(/Untel|presse/)
  expect((await alix.visitor.get('/notices')).text).toContain('Sanction de M. Untel')
  await morning()
  expect(office.letters).toHaveLength(1)
})

test('nobody is written to who did not choose so, nor of what they do not see any more', async () => {
  await begin(await givenErrand('Un'))
  await authority.drain()
  await wishing('mail')
  const errand = await givenErrand('Deux')
  await authority.as(odile, async () => {
    const begun = await write(errands, errand, { state: 'started' }, 'start')
    await write(errands, begun, { seen_by: `user:${odile.id}` }, 'hand_over')
  })
  await authority.drain()
  expect(office.letters).toEqual([])
})

test('one message a day tells what is new by then, and not what was read meanwhile', async () => {
  await wishing('daily')
  await begin(await givenErrand('Un'))
  const [read] = (await alix.visitor.api('GET', '/notices')).json<{ notices: { id: string }[] }>()
    .notices
  await alix.visitor.post('/notices/seen', { id: read?.id ?? '' })
  const two = await begin(await givenErrand('Deux'))
  const three = await begin(await givenErrand('Trois'))
  await authority.drain()
  expect(office.letters).toEqual([])
  await morning()
  await morning()
  expect(office.letters).toHaveLength(1)
  const said = words(office.letters[0]?.raw)
  expect(said.match(/\/test\/errands\/[\da-f-]+/g)).toEqual(
    [two, three].map(({ id }) => `/test/errands/${id}`),
  )
})

test('what is done in one go comes in one message, in the language in which it was chosen', async () => {
  alix.visitor.keep('language', 'en')
  await wishing('mail')
  const errandsOfIt = [await givenErrand('Un'), await givenErrand('Deux')]
  for (const errand of errandsOfIt) await begin(errand)
  await authority.drain()
  expect(office.letters).toHaveLength(1)
  expect(words(office.letters[0]?.raw)).toContain('Hello Alix Terval,')
})

test('e-mail is wished with an address that is one; an administrator who sees none of it reads none of it', async () => {
  expect((await wishing('mail', '')).status).toBe(422)
  expect((await wishing('mail', 'alix@commune')).status).toBe(422)
  expect((await wishing('mail', 'alix@mairie-évry.fr')).status).toBe(303)
  expect((await alix.visitor.get('/notices/wishes')).text).toContain('alix@mairie-évry.fr')
  await begin(await givenErrand('Un'))
  await authority.drain()
  expect(office.letters.map(({ to }) => to)).toEqual([['alix@mairie-évry.fr']])
  const administrator = await authority.person({ roles: ['administrator'] })
  const { text } = await administrator.visitor.get('/outbox')
  expect(text).toContain('Message d’un dossier que vous ne voyez pas')
})
