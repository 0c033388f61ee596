import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { forSignedIn } from '#kernel/access'
import { db } from '#kernel/db'
import { ApiRoutes } from '#kernel/http'
import { tellsOf } from '#kernel/once'
import { refreshPrincipals } from '#commons/directory'
import { create, load, read, write } from '../index.ts'
import { type Errand, errands, prepareErrands, removeErrands } from './errand.ts'

const api = new ApiRoutes('/test')
api.on(
  'post',
  '/errands/:id/place',
  forSignedIn,
  {
    summary: 'Say where an errand goes',
    body: z.object({ place: z.string() }),
    answer: z.object({ title: z.string() }),
  },
  async (c, { place }) => {
    const errand = await load(c, errands)
    const { title } = await write(errands, errand, { place }, 'edit')
    return { title }
  },
)

let authority: TestAuthority
let works: string
let alix: TestPerson

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  works = await authority.service('Travaux')
  alix = await authority.person({ in: works })
})

afterAll(removeErrands)

const opened = () =>
  authority.asSystem(() =>
    create(
      errands,
      { title: 'Au moulin de Mme Secret', state: 'open' },
      { seen_by: `service:${works}:editor,user:${alix.id}` },
    ),
  )

/** Says where the errand goes, with a key of a program. */
const say = (who: TestPerson, { id }: Errand, key: string) =>
  authority
    .visitorOf({ list: api.list }, who)
    .api('POST', `/test/errands/${id}/place`, { place: 'Moulin' }, { 'idempotency-key': key })

test('an answer is given again as long as its dossier is seen, and not after', async () => {
  const [errand, key] = [await opened(), randomUUID()]
  const first = await say(alix, errand, key)
  expect(first.json()).toEqual({ title: 'Au moulin de Mme Secret' })
  expect((await say(alix, errand, key)).text).toBe(first.text)
  await authority.asSystem(async () =>
    write(errands, await read(errands, errand.id), { seen_by: 'user:nobody' }, 'edit'),
  )
  const again = await say(alix, errand, key)
  expect(again.status).toBe(403)
  expect(again.text).not.toContain('Secret')
})

test('nor whatever was told before on the same connection, of however many dossiers', async () => {
  await authority.asSystem(async () => tellsOf(Array.from({ length: 1000 }, () => randomUUID())))
  const [errand, key] = [await opened(), randomUUID()]
  expect((await say(alix, errand, key)).status).toBe(200)
  await authority.asSystem(async () =>
    write(errands, await read(errands, errand.id), { seen_by: 'user:nobody' }, 'edit'),
  )
  expect((await say(alix, errand, key)).status).toBe(403)
})

test('an answer is not given again to whoever bears less than when it was given', async () => {
  const [errand, key] = [await opened(), randomUUID()]
  expect((await say(alix, errand, key)).status).toBe(200)
  await authority.asSystem(async () => {
    await db().deleteFrom('commons.membership').where('person_id', '=', alix.id).execute()
    await refreshPrincipals(alix.id)
  })
  const again = await say(alix, errand, key)
  expect(again.status).toBe(403)
  expect(again.text).toContain('vos droits ont changé')
})
