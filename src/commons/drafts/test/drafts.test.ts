import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { ground, type TestPerson } from '#test/harness'
import { removeNotices, routes } from '../../records/test/notice.ts'
import { asShown, plain, townHall, type TownHall } from '../../records/test/town-hall.ts'
import { drafts } from '../index.ts'

let town: TownHall
let other: TestPerson
let administrator: TestPerson

beforeAll(async () => {
  town = await townHall()
  other = await town.authority.person({ roles: ['agent'] })
  administrator = await town.authority.person({ roles: ['agent', 'administrator'] })
})

afterAll(removeNotices)

interface KeptAnswer {
  outcome: string
  edition: string | null
  words: string
}

/** Keeps a draft as the page does, for somebody. */
async function keep(
  said: Record<string, string | string[]>,
  {
    form = newForm,
    page = '/test/notices/new',
    after = null as string | null,
    who = town.clerk,
  } = {},
): Promise<KeptAnswer> {
  const sent = { form, page, title: 'Nouvel avis', said, after }
  const answer = await who.visitor.api('PUT', '/drafts', sent)
  expect(answer.status, answer.text).toBe(200)
  return answer.json()
}

/** As the page names the form: where it is sent, what is sent besides, its id. */
const newForm = '/test/notices '
const editForm = (id: string) => `/test/notices/${id} `

const get = async (path: string, who = town.clerk) =>
  (await town.authority.visitorOf(routes, who).get(path)).text
const discardAll = async (who = town.clerk) => {
  const mine = await who.visitor.api('GET', '/drafts')
  for (const { id } of mine.items<{ id: string }>())
    await who.visitor.api('DELETE', `/drafts/${id}`)
}

describe('the draft of a form', () => {
  test('is found again in the form, with when it was kept and the way to throw it away (T4)', async () => {
    const { outcome, words } = await keep({
      title: 'Un avis commencé',
      urgent: 'on',
      why: 'La crue',
    })
    expect(outcome).toBe('kept')
    expect(words).toMatch(/^Brouillon gardé à .*, personne d’autre ne le voit\.$/)
    const page = await get('/test/notices/new')
    expect(asShown(page, 'title')).toBe('Un avis commencé')
    expect(page).toContain('repris ici')
    const discard = /\/drafts\/[\da-f-]{36}\/discard/.exec(page)?.[0] ?? ''
    const gone = await town.clerk.visitor.post(discard)
    expect(gone.headers.get('location')).toBe('/test/notices/new')
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('')
  })

  test('of something new stands beside another one: each window keeps its own', async () => {
    await keep({ title: 'Le premier' })
    const first = await get('/test/notices/new')
    const beside = /\/test\/notices\/new\?form_apart=[\da-f]{8}/.exec(first)?.[0] ?? ''
    const second = await get(beside)
    expect(asShown(second, 'title')).toBe('')
    const form = String(asShown(second, 'form_of'))
    expect(form).toMatch(/^\/test\/notices #[\da-f]{8}$/)
    const { edition, outcome } = await keep({ title: 'Le second' }, { form, page: beside })
    expect(outcome).toBe('kept')
    expect(asShown(await get(beside), 'title')).toBe('Le second')
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('Le premier')
    // One that is refused is still this one, and goes alone when it is saved.
    const fields = { ...plain, title: '', form_of: form, form_edition: edition ?? '' }
    const refused = await town.visitor.post('/test/notices', fields)
    expect(asShown(refused.text, 'form_of')).toBe(form)
    await town.visitor.post('/test/notices', { ...fields, title: 'Saved' })
    expect(await get(beside)).not.toContain('repris ici')
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('Le premier')
    await discardAll()
  })

  test('finds rows of a form again, as many as there were', async () => {
    await keep({ title: 'Lignes', 'lines.0.what': 'Banc', 'lines.1.what': 'Table' })
    const page = await get('/test/notices/new')
    expect(page).toContain('name="lines.1.what"')
    expect(asShown(page, 'lines.1.what')).toBe('Table')
    await discardAll()
  })

  test('goes when the form is saved, and only then', async () => {
    const { edition } = await keep({ title: 'Sans motif' })
    const fields = { ...plain, title: '', form_of: newForm, form_edition: edition ?? '' }
    const refused = await town.visitor.post('/test/notices', fields)
    expect(refused.status).toBe(422)
    expect(asShown(refused.text, 'form_edition')).toBe(edition)
    expect(await get('/test/notices/new')).toContain('repris ici')
    const saved = await town.visitor.post('/test/notices', { ...fields, title: 'Saved' })
    expect(saved.status).toBe(303)
    expect(await get('/test/notices/new')).not.toContain('repris ici')
  })

  test('of another tab, which is newer, is never written over unless one says so', async () => {
    const first = await keep({ title: 'Onglet A' })
    const behind = await keep({ title: 'Onglet B' })
    expect(behind.outcome).toBe('newer')
    expect(behind.words).toMatch(/plus récent, de .* Rien n’a été écrasé\./)
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('Onglet A')
    const meant = await keep({ title: 'Onglet B' }, { after: behind.edition })
    expect(meant.outcome).toBe('kept')
    expect((await keep({ title: 'Onglet A' }, { after: first.edition })).outcome).toBe('newer')
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('Onglet B')
    // A save from the tab that is behind leaves the newer text.
    const sent = { ...plain, form_of: newForm, form_edition: first.edition ?? '' }
    await town.visitor.post('/test/notices', sent)
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('Onglet B')
    await discardAll()
  })

  test('of a dossier that somebody else has written meanwhile shows both', async () => {
    const notice = await town.written({ title: 'Titre de départ' })
    const form = editForm(notice.id)
    const page = `/test/notices/${notice.id}/edit`
    await keep({ ...plain, title: 'Mon titre', version: String(notice.version) }, { form, page })
    expect(await get(page)).not.toContain('role="alert"')
    const theirs = town.authority.visitorOf(routes, other)
    const written = { ...plain, title: 'Leur titre', version: String(notice.version) }
    expect((await theirs.post(`/test/notices/${notice.id}`, written)).status).toBe(303)
    const both = await get(page)
    expect(asShown(both, 'title')).toBe('Mon titre')
    expect(both).toContain('role="alert"')
    expect(both).toContain('Leur titre')
    await discardAll()
  })

  test('is read by nobody else: neither a colleague nor an administrator', async () => {
    await keep({ title: 'Pour moi seul' })
    const [mine] = (await town.clerk.visitor.api('GET', '/drafts')).items<{ id: string }>()
    for (const who of [other, administrator]) {
      expect((await who.visitor.api('GET', '/drafts')).items()).toEqual([])
      expect((await who.visitor.api('DELETE', `/drafts/${mine?.id}`)).status).toBe(404)
      expect((await who.visitor.post(`/drafts/${mine?.id}/discard`)).status).toBe(404)
      expect(await get('/test/notices/new', who)).not.toContain('Pour moi seul')
    }
    expect(await get('/test/notices/new')).toContain('Pour moi seul')
    await discardAll()
  })

  test('holds neither passwords nor more than it may, and there is an end to their number', async () => {
    await keep({ title: 'Titre', password: 'secret', form_key: 'x' })
    const rows = await town.authority.asSystem(() =>
      db().selectFrom('kernel.draft').select('said').execute(),
    )
    expect(rows).toEqual([{ said: { title: 'Titre' } }])
    const long = await keep(
      { title: 'a'.repeat(399_000), note: 'b'.repeat(500_000) },
      { form: 'long' },
    )
    expect(long.outcome).toBe('too_long')
    const sent = {
      form: 'long',
      page: '/',
      title: '',
      said: { a: 'a'.repeat(3_000_000) },
      after: null,
    }
    expect((await town.clerk.visitor.api('PUT', '/drafts', sent)).status).toBe(413)
    for (let at = 1; at < 60; at += 1) await keep({ title: 'x' }, { form: `form ${at}` })
    const over = await keep({ title: 'x' }, { form: 'one more' })
    expect(over.outcome).toBe('too_many')
    expect(over.words).toContain('60 brouillons')
    await discardAll()
  })

  test('is kept by a button where no script does', async () => {
    const sent = { title: 'Sans script', form_of: newForm, form_edition: '' }
    const kept = await town.clerk.visitor.post('/drafts/keep', sent, '/test/notices/new')
    expect([kept.status, kept.headers.get('location')]).toEqual([303, '/test/notices/new'])
    expect(asShown(await get('/test/notices/new'), 'title')).toBe('Sans script')
    await discardAll()
  })

  test('is on the page of its person; of a dossier that they no longer see, nothing is told', async () => {
    const notice = await town.written({ title: 'Bientôt cachée' })
    await keep(
      { title: 'Fermeture du pont' },
      { form: editForm(notice.id), page: `/test/notices/${notice.id}/edit` },
    )
    const listed = async () => (await town.clerk.visitor.get('/drafts')).text
    expect(await listed()).toContain(`href="/test/notices/${notice.id}/edit"`)
    expect(await listed()).toContain('Fermeture du pont')
    await town.authority.asSystem(() =>
      sql`update commons.dossier set readers = '{}' where id = ${notice.id}`.execute(db()),
    )
    expect(await listed()).toContain('Un formulaire')
    expect(await listed()).not.toContain(notice.id)
    expect(await listed()).not.toContain('Fermeture du pont')
    await discardAll()
  })

  test('goes after thirty days without a word, and with its person', async () => {
    await keep({ title: 'Ancien' }, { form: 'old' })
    await keep({ title: 'Récent' }, { form: 'new' })
    await town.authority.asSystem(async () => {
      const long = Temporal.Now.instant().subtract({ hours: 31 * 24 })
      await db().updateTable('kernel.draft').set({ at: long }).where('form', '=', 'old').execute()
    })
    const { database } = await ground()
    for (const timer of drafts.timers ?? []) await atItsTime(database, timer)
    await town.authority.drain()
    const left = () =>
      town.authority.asSystem(() => db().selectFrom('kernel.draft').select('form').execute())
    expect(await left()).toEqual([{ form: 'new' }])
    const leaving = await town.authority.person({ roles: ['agent'] })
    await keep({ title: 'À moi' }, { who: leaving, form: 'mine' })
    await town.authority.asSystem(() =>
      db().deleteFrom('kernel.account').where('id', '=', leaving.id).execute(),
    )
    expect(await left()).toEqual([{ form: 'new' }])
    await discardAll()
  })
})

test('whoever sends a form without a session is led back to it after signing in (T4)', async () => {
  const stranger = town.authority.visitor()
  const from = '/deliberations/items/new?after=x'
  const sent = await stranger.post('/deliberations/items', { title: 'Tapé' }, from)
  expect(sent.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(from)}`)
})
