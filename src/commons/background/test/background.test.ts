import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { Conflict } from '#kernel/errors'
import { addCatalogue } from '#kernel/i18n'
import { addTasks, enqueue, task } from '#kernel/jobs'
import { create } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'

let authority: TestAuthority
let clerk: TestPerson
let administrator: TestPerson
let errand: Errand
/** What the next job meets. */
let met: Error | undefined
let done: number

const paint = task('test.paint', z.object({ dossier: z.uuid() }), work, {
  dossiers: ({ dossier }) => [dossier],
})

function work(): Promise<void> {
  if (met) return Promise.reject(met)
  done += 1
  return Promise.resolve()
}

beforeAll(async () => {
  await prepareErrands()
  addCatalogue('test', { fr: { 'task.paint': 'Peinture' }, en: {} })
  addTasks([paint])
  authority = await givenAuthority()
})

afterAll(removeErrands)

beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  done = 0
  met = new Conflict('errors.forbidden')
  clerk = await authority.person({ roles: [] })
  administrator = await authority.person({ roles: ['administrator'] })
  errand = await authority.asSystem(() =>
    create(errands, { title: 'Le portail', state: 'open' }, { seen_by: `user:${clerk.id}` }),
  )
  await authority.as(clerk, () => enqueue(paint, { dossier: errand.id }))
  await authority.drain()
})

interface Work {
  failed: { id: string; reason: string; sender: string }[]
  waiting: { failures: number; next: string | null }[]
}
const workOf = async (who: TestPerson) => (await who.visitor.api('GET', '/background')).json<Work>()
interface Notice {
  title: string
  words: string
  href: string
}
const toldTo = async (who: TestPerson) =>
  (await who.visitor.api('GET', '/notices')).json<{ new: number; notices: Notice[] }>()

test('who asked for what failed is told why, of the dossier; the administrators that it failed (R12)', async () => {
  const words = expect.stringContaining('n’a pas pu être fait. Vous n’avez pas')
  expect(await toldTo(clerk)).toMatchObject({
    new: 1,
    notices: [{ title: 'Le portail', words, href: `/test/errands/${errand.id}` }],
  })
  expect(await toldTo(administrator)).toMatchObject({
    new: 1,
    notices: [{ title: 'Travaux en arrière-plan', words, href: '/background' }],
  })
  const page = await administrator.visitor.get('/notices')
  expect(page.text).toContain('n’a pas pu être fait')
  const other = await authority.person({ roles: ['agent'] })
  expect((await toldTo(other)).new).toBe(0)
})

test('what failed is listed with « again » for who asked for it and for the administrators', async () => {
  const [failed] = (await workOf(clerk)).failed
  const other = await authority.person({ roles: ['agent'] })
  expect((await workOf(other)).failed).toEqual([])
  expect((await other.visitor.post(`/background/${failed?.id}/again`, {})).status).toBe(404)
  const page = await clerk.visitor.get('/background')
  expect(page.text).toContain('Recommencer')
  expect(page.text).toContain('Le portail')
  // The dossier is not for the administrator: its title is not told.
  const all = await administrator.visitor.get('/background')
  expect(all.text).toContain('Recommencer')
  expect(all.text).not.toContain('Le portail')
  met = undefined
  expect((await clerk.visitor.post(`/background/${failed?.id}/again`, {})).status).toBe(303)
  await authority.drain()
  expect(done).toBe(1)
  expect((await workOf(clerk)).failed).toEqual([])
})

test('what failed is let be by an administrator, once', async () => {
  const { failed } = await workOf(administrator)
  const mine = failed.find(({ id }) => id === failed[0]?.id)
  const gone = () => administrator.visitor.api('DELETE', `/background/${mine?.id}`)
  expect((await gone()).status).toBe(200)
  expect((await gone()).status).toBe(404)
})

test('what is put off is listed with its tries, and tried now by an administrator only', async () => {
  met = Object.assign(new Error('/srv/data'), { code: 'ENOSPC' })
  await authority.as(clerk, () => enqueue(paint, { dossier: errand.id }))
  await authority.drain()
  expect((await workOf(clerk)).waiting).toMatchObject([{ failures: 1 }])
  expect((await clerk.visitor.get('/background')).text).not.toContain('/srv/data')
  expect((await clerk.visitor.api('POST', '/background/haste', {})).status).toBe(403)
  met = undefined
  const hastened = await administrator.visitor.api('POST', '/background/haste', {})
  expect(hastened.json<{ tried: number }>()).toEqual({ tried: 1 })
  await authority.drain()
  expect([done, (await workOf(clerk)).waiting]).toEqual([1, []])
})
