import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { atItsTime, hasten } from '#kernel/jobs'
import { type Message, send, useMailServer, useOpenLetterbox } from '#kernel/mail'
import { create } from '#commons/dossiers'
import { errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { openPostOffice, type PostOffice } from '../../../kernel/mail/test/post-office.ts'
import { outbox } from '../index.ts'

let authority: TestAuthority
let administrator: TestPerson
let office: PostOffice

beforeAll(async () => {
  await prepareErrands()
})

afterAll(removeErrands)

beforeEach(async () => {
  authority = await givenAuthority()
  administrator = await authority.person({ roles: ['administrator'] })
  office = await openPostOffice()
  useMailServer(office.server)
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(async () => {
  useMailServer(null)
  await office.close()
})

const letter: Message = {
  to: { address: 'alix@commune.be', name: 'Alix Terval' },
  subject: 'Votre point',
  text: 'Bonjour,\n\nIl a été renvoyé.\n',
}
const sending = (message: Partial<Message> = {}) =>
  authority.asSystem(() => send({ ...letter, ...message }))
const again = async () => {
  await authority.asSystem(hasten)
  await authority.drain()
}

const provenAgo = (ago: { minutes: number }) =>
  authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract(ago) })
      .where('account_id', '=', administrator.id)
      .execute(),
  )

interface Told {
  id: string
  state: string
  reason: string | null
  subject: string | null
  text?: string | null
}
const messages = async (who = administrator, query = '') =>
  (await who.visitor.api('GET', `/outbox${query}`)).json<{
    messages: Told[]
    next: string | null
  }>()

test('a message goes to the server for mail once what it tells is written, and once', async () => {
  const id = await sending({ html: '<p>Il a été <b>renvoyé</b>.</p>' })
  expect(office.letters).toEqual([])
  await authority.drain()
  await authority.drain()
  const [sent] = office.letters
  expect(office.letters).toHaveLength(1)
  expect(sent).toMatchObject({ from: 'maison@beffroi.test', to: ['alix@commune.be'] })
  expect(sent?.head('Message-ID')).toBe(`<${id}@beffroi.test>`)
  expect(sent?.head('Auto-Submitted')).toBe('auto-generated')
  expect(sent?.head('Content-Type')).toContain('multipart/alternative')
  expect((await messages()).messages).toMatchObject([{ id, state: 'sent', reason: null }])
})

test('of an act that did not happen nothing is written to anybody', async () => {
  const failed = authority.asSystem(async () => {
    await send(letter)
    throw new Error('undone')
  })
  await expect(failed).rejects.toThrow('undone')
  await authority.drain()
  expect([office.letters, (await messages()).messages]).toEqual([[], []])
})

test('names and subjects bring no head of their own, and nobody is added', async () => {
  await sending({
    to: { address: 'alix@commune.be', name: 'Zoé\r\nBcc: x@y.be, "Ève" <z@y.be>' },
    subject: 'Renvoyé\r\nBcc: x@y.be\r\n\r\nautre texte',
  })
  await authority.drain()
  const [sent] = office.letters
  expect(sent?.to).toEqual(['alix@commune.be'])
  expect(sent?.head('Bcc')).toBeUndefined()
  expect(sent?.head('Subject')).toMatch(/^=\?UTF-8\?/)
  await expect(sending({ to: { address: 'a@b.be\nBcc: x@y.be' } })).rejects.toThrow(
    'errors.invalid',
  )
  await expect(sending({ text: 'a'.repeat(500_001) })).rejects.toThrow('mail.too_long')
})

test('a server that puts us off is asked again; one that does not answer too, under the same id', async () => {
  office.answer = { code: 451, words: 'greylisted' }
  const id = await sending()
  await authority.drain()
  expect((await messages()).messages).toMatchObject([{ state: 'waiting' }])
  useMailServer({ ...office.server, port: 1 })
  await again()
  expect((await messages()).messages).toMatchObject([{ state: 'waiting' }])
  office.answer = undefined
  useMailServer(office.server)
  await again()
  expect((await messages()).messages).toMatchObject([{ state: 'sent' }])
  expect(office.letters.map((one) => one.head('Message-ID'))).toEqual([`<${id}@beffroi.test>`])
})

test('a message that is put off for five days is given up', async () => {
  office.answer = { code: 451, words: 'greylisted' }
  await sending()
  await authority.asSystem(() =>
    db()
      .updateTable('kernel.mail')
      .set({ at: Temporal.Now.instant().subtract({ hours: 24 * 5 + 1 }) })
      .execute(),
  )
  await authority.drain()
  expect((await messages()).messages).toMatchObject([
    { state: 'refused', reason: expect.stringContaining('pendant cinq jours') },
  ])
})

test('what the server refuses is final, noted in its words, told to the administrators, and sent again by them', async () => {
  office.answer = { code: 550, words: 'no such mailbox' }
  await sending()
  await authority.drain()
  expect((await messages()).messages).toMatchObject([
    { state: 'refused', reason: expect.stringContaining('no such mailbox') },
  ])
  expect((await administrator.visitor.get('/notices')).text).toContain('no such mailbox')
  const { failed } = (await administrator.visitor.api('GET', '/background')).json<{
    failed: { id: string }[]
  }>()
  office.answer = undefined
  await administrator.visitor.api('POST', `/background/${failed[0]?.id}/again`, {})
  await authority.drain()
  expect((await messages()).messages).toMatchObject([{ state: 'sent', reason: null }])
})

test('the house signs in where it is asked to; a wrong password is no fault of the message', async () => {
  const guarded = await openPostOffice({ name: 'maison', password: 'mot de passe' })
  useMailServer({ ...guarded.server, password: 'faux' })
  await sending()
  await authority.drain()
  expect((await messages()).messages).toMatchObject([{ state: 'waiting' }])
  useMailServer(guarded.server)
  await again()
  expect(guarded.letters.map(({ user }) => user)).toEqual(['maison'])
  await guarded.close()
})

test('a server elsewhere is told nothing before TLS', async () => {
  // It leads to this machine, and is not known to.
  useMailServer({ ...office.server, host: '0.0.0.0' })
  await sending()
  await authority.drain()
  expect(office.letters).toEqual([])
  expect((await messages()).messages).toMatchObject([{ state: 'waiting' }])
})

test('without a server for mail nothing leaves, and the page is the mailbox', async () => {
  useMailServer(null)
  const id = await sending()
  await authority.drain()
  expect((await messages()).messages).toMatchObject([{ state: 'kept' }])
  expect((await administrator.visitor.get('/outbox')).text).toContain('ne partent nulle part')
  const { text } = await administrator.visitor.get(`/outbox/${id}`)
  expect(text).toContain('Alix Terval &lt;alix@commune.be&gt;')
  expect(text).toContain('Il a été renvoyé.')
})

test('what lets somebody in is read by nobody else; by fictional people only where nothing leaves, and the page says so', async () => {
  useMailServer(null)
  const letsIn = { text: 'https://commune.be/sign-in/link/token', secret: true }
  const id = await sending(letsIn)
  const read = async (which: string) => [
    (await administrator.visitor.api('GET', `/outbox/${which}`)).json<Told>().text,
    (await administrator.visitor.get(`/outbox/${which}`)).text.includes('/link/token'),
  ]
  expect(await read(id)).toEqual([null, false])
  await authority.drain()
  expect(await read(id)).toEqual([null, false])
  useOpenLetterbox([authority.tenant.slug])
  try {
    const shown = await sending(letsIn)
    await authority.drain()
    expect(await read(shown)).toEqual([letsIn.text, true])
    // A browser left open reads no link that lets in as somebody else (L22).
    await provenAgo({ minutes: 11 })
    const asked = await administrator.visitor.get(`/outbox/${shown}`)
    expect(asked.text).toContain('form_proof_password')
    expect(asked.text).not.toContain('/link/token')
    expect((await administrator.visitor.api('GET', `/outbox/${shown}`)).status).toBe(403)
    await provenAgo({ minutes: 0 })
    // The letterbox of one authority is that of no other: one’s own beside the demonstration stays closed.
    const other = await givenAuthority()
    const theirs = await other.person({ roles: ['administrator'] })
    expect((await theirs.visitor.get('/outbox')).text).not.toContain('sont fictifs')
    // Nothing is left of what was written before.
    expect(await read(id)).toEqual(['', false])
    expect((await administrator.visitor.get('/outbox')).text).toContain('sont fictifs')
    useMailServer(office.server)
    expect(await read(shown)).toEqual([null, false])
  } finally {
    useOpenLetterbox([])
  }
})

test('the authority says how its messages are signed, and where answers go', async () => {
  await administrator.visitor.post('/settings/outbox', {
    ...{ version: '', 'outbox.sender_name': 'Secrétariat', 'outbox.reply_to': 'greffe@commune.be' },
  })
  await sending()
  await authority.drain()
  const [sent] = office.letters
  expect(sent?.head('From')).toContain('<maison@beffroi.test>')
  expect(sent?.head('From')).toContain('=?UTF-8?')
  expect(sent?.head('Reply-To')).toContain('<greffe@commune.be>')
})

test('a message of a dossier is read by the administrators who see that; by others not, and by nobody else', async () => {
  const errand = await authority.asSystem(() =>
    create(errands, { title: 'Le pli', state: 'open' }, { seen_by: `user:${administrator.id}` }),
  )
  const id = await sending({ about: [errand] })
  await sending()
  const other = await authority.person({ roles: ['administrator'] })
  expect((await messages()).messages.map(({ subject }) => subject)).toEqual([
    'Votre point',
    'Votre point',
  ])
  expect((await messages(other)).messages.map(({ subject }) => subject)).toEqual([
    'Votre point',
    null,
  ])
  expect((await other.visitor.api('GET', `/outbox/${id}`)).json<Told>()).toMatchObject({
    subject: null,
    text: null,
    dossiers: [],
  })
  const page = await other.visitor.get(`/outbox/${id}`)
  expect(page.text).not.toContain('Il a été renvoyé')
  expect(page.text).not.toContain('Le pli')
  expect((await administrator.visitor.get(`/outbox/${id}`)).text).toContain('Le pli')
  const clerk = await authority.person({ roles: ['agent'] })
  expect((await clerk.visitor.api('GET', '/outbox')).status).toBe(403)
  expect((await clerk.visitor.get(`/outbox/${id}`)).status).toBe(403)
})

test('fifty messages stand on a page, none twice; other authorities see none; old ones are forgotten', async () => {
  await authority.asSystem(async () => {
    for (let one = 0; one < 55; one++) await send(letter)
  })
  const first = await messages()
  const second = await messages(administrator, `?after=${first.next}`)
  expect([first.messages.length, second.messages.length, second.next]).toEqual([50, 5, null])
  expect(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size).toBe(55)
  const elsewhere = await givenAuthority()
  const stranger = await elsewhere.person({ roles: ['administrator'] })
  expect((await messages(stranger)).messages).toEqual([])
  const opened = await stranger.visitor.api('GET', `/outbox/${first.messages[0]?.id}`)
  expect(opened.status).toBe(404)

  const at = Temporal.Now.instant().subtract({ hours: 24 * 190 })
  await authority.asSystem(() =>
    db().updateTable('kernel.mail').set({ at, state: 'sent' }).execute(),
  )
  const [forget] = outbox.timers ?? []
  if (forget) await atItsTime((await ground()).database, forget)
  await authority.drain()
  expect((await messages()).messages).toEqual([])
})
