import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { create } from '#commons/dossiers'
import { errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { askDocument } from '../document.ts'
import { mostWaiting } from '../waiting.ts'

beforeAll(prepareErrands)
afterAll(removeErrands)

test('twenty documents may wait for one dossier: more are refused in words (S11)', async () => {
  const authority = await givenAuthority()
  const clerk = await authority.person({ roles: ['agent'] })
  const errand = await authority.asSystem(() =>
    create(errands, { title: 'Course', state: 'open' }, { seen_by: 'role:agent' }),
  )
  const ask = () =>
    authority.as(clerk, () =>
      askDocument(errand, 'test.letter', { title: 'Lettre', fileName: 'lettre.pdf' }),
    )
  for (let count = 0; count < mostWaiting.dossier; count++) await ask()
  const refused = await ask().then(
    () => undefined,
    (problem: unknown) => problem,
  )
  expect(refused).toBeInstanceOf(Conflict)
  expect((refused as Conflict).sentence).toContain('20 documents attendent déjà')
  await authority.asSystem(() =>
    db().updateTable('commons.document').set({ state: 'failed' }).execute(),
  )
  await ask()
})
