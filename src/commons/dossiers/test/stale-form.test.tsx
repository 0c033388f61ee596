import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { permission } from '#kernel/access'
import { type Attempt, type Call, day, form, PageRoutes } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import { DateField, Form } from '#kernel/ui'
import { create, ensureFresh, load, read, Version, VersionField, write } from '../index.ts'
import { errands, prepareErrands, removeErrands } from './errand.ts'

const pages = new PageRoutes('/test')
pages.get('/errands/:id', permission('kernel.signed_in'), (c) => editPage(c))
pages.post(
  '/errands/:id',
  permission('kernel.signed_in'),
  form(Version.extend({ place: day() }), editPage),
  async (c, { version, place }) => {
    const errand = await load(c, errands)
    await ensureFresh(errand, version)
    await write(errands, errand, { place: place.toString() }, 'edit')
    return redirect(c, errands.path(errand.id), null)
  },
)

async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
  const errand = await load(c, errands)
  return page(
    c,
    { title: errand.title, status: attempt ? 422 : 200 },
    <Form action={errands.path(errand.id)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      <VersionField dossier={errand} attempt={attempt}>
        {errand.place}
      </VersionField>
      <DateField name="place" label={errand.title} value={errand.place} />
    </Form>,
  )
}

let authority: TestAuthority
let alix: TestPerson
let bruno: TestPerson

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  alix = await authority.person({ roles: ['agent'] })
  bruno = await authority.person({ roles: ['agent'], firstName: 'Bruno', lastName: 'Solier' })
})

afterAll(removeErrands)

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

test('a form that somebody overtook comes back with their version, keeps what was typed, and may be sent again', async () => {
  const { id } = await authority.asSystem(() =>
    create(errands, { title: 'Course', state: 'open' }, { seen_by: 'role:agent' }),
  )
  const mine = authority.visitorOf(pages, alix)
  const theirs = authority.visitorOf(pages, bruno)
  const path = errands.path(id)
  const opened = await mine.get(path)
  const version = versionIn(opened.text)
  expect(opened.text).not.toContain('a modifié ce dossier')
  expect((await theirs.post(path, { version, place: '2026-06-25' })).status).toBe(303)

  const shown = await mine.post(path, { version, place: '2026-07-01' })
  expect(shown.status).toBe(422)
  expect(shown.text).toContain('Bruno Solier a modifié ce dossier pendant que vous écriviez')
  expect(shown.text).toMatch(/Version enregistrée<\/summary>2026-06-25/)
  expect(shown.text).toContain('value="2026-07-01"')
  const place = () => authority.asSystem(async () => (await read(errands, id)).place)
  expect(await place()).toBe('2026-06-25')

  const wrong = await mine.post(path, { version: versionIn(shown.text), place: 'demain' })
  expect(wrong.text).not.toContain('a modifié ce dossier')
  const again = { version: versionIn(wrong.text), place: '2026-07-01' }
  expect((await mine.post(path, again)).status).toBe(303)
  expect(await place()).toBe('2026-07-01')
})

test('a form that was wrong stays as old as it was: it does not pass for fresh', async () => {
  const { id } = await authority.asSystem(() =>
    create(errands, { title: 'Course', state: 'open' }, { seen_by: 'role:agent' }),
  )
  const mine = authority.visitorOf(pages, alix)
  const theirs = authority.visitorOf(pages, bruno)
  const path = errands.path(id)
  const wrong = { version: '1', place: 'demain' }
  await theirs.post(path, { version: '1', place: '2026-06-25' })
  const shown = await mine.post(path, wrong)
  expect([shown.status, versionIn(shown.text)]).toEqual([422, '1'])
  const sent = await mine.post(path, { version: '1', place: '2026-07-01' })
  expect(sent.text).toContain('Bruno Solier a modifié ce dossier')
})
