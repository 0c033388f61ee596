import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDocument, documentsOf } from '#commons/documents'
import { create } from '#commons/dossiers'
import { switchOff } from '#commons/trades'
import { givenAuthority } from '#test/harness'
import { errands, prepareErrands, removeErrands } from '../../src/commons/dossiers/test/errand.ts'

beforeAll(prepareErrands)
afterAll(removeErrands)

test('a document whose trade is off when it is made says so, and is no fault of anybody', async () => {
  const authority = await givenAuthority()
  await authority.asSystem(async () => {
    for (const trade of ['incoming', 'regulations', 'publications', 'minutes'])
      await switchOff(trade)
  })
  const made = await authority.asSystem(async () => {
    const errand = await create(
      errands,
      { title: 'Course', state: 'open' },
      { seen_by: 'role:agent' },
    )
    await askDocument(errand, 'minutes.agenda', { title: 'Ordre du jour', fileName: 'a.pdf' })
    return errand.id
  })
  await authority.drain()
  const [document] = await authority.asSystem(() => documentsOf(made))
  expect(document?.state).toBe('failed')
  expect(document?.reason).toContain('a été désactivé entre-temps')
})
