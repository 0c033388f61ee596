import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { givenTown } from '../../deliberations/test/council.ts'
import { givenPortal, givenPublished } from './town.ts'

/** The examples of docs/open-data.md: what is asked, and of which type the answer is. */
const examples = [
  ...readFileSync(join(projectRoot, 'docs/open-data.md'), 'utf8').matchAll(
    /^curl (?:-O )?(?:-H 'Accept: ([^']+)' )?'?https:\/\/(beauval|region)\.example([^\s']*)'? +# (\S+)$/gm,
  ),
].map(([, accept, of, path = '', type = '']) => ({ accept, ofAll: of === 'region', path, type }))

test('each example of docs/open-data.md is answered, and as it says', async () => {
  const town = await givenTown()
  const { agenda, pages } = await givenPublished(town)
  const slugOf = (path = '') => path.split('/').at(-1) ?? ''
  expect(examples.length).toBeGreaterThan(25)
  const portal = await givenPortal()
  for (const { accept, ofAll, path, type } of examples) {
    const real = path
      .replace('cc-2026-k7m2pq9x', slugOf(pages[0]))
      .replace('cc-20260625', slugOf(agenda))
    const { status, headers } = await (ofAll ? portal : town.authority.visitor()).get(
      real,
      accept ? { accept } : {},
    )
    expect([status, headers.get('content-type')], path).toEqual([
      200,
      expect.stringContaining(type),
    ])
  }
})

test('the pages of open data speak of each address, and lead to the proof', async () => {
  const town = await givenTown()
  await givenPublished(town)
  const visitor = town.authority.visitor()
  const page = await visitor.get('/open-data')
  for (const address of ['dump.ndjson.gz', 'deliberations.csv', 'changes', 'catalogue', 'proof'])
    expect(page.text).toContain(`href="/open-data/${address}"`)
  expect(page.text).toContain('id="organ-conseil-communal"')
  expect((await visitor.get('/open-data/proof')).text).toContain('hashlib.sha256')
  expect((await visitor.get('/decisions')).text).toContain('href="/open-data"')
})
