import { expect, test } from 'vitest'
import { givenTown } from '../../deliberations/test/council.ts'
import { givenPortal, givenPublished } from './town.ts'

const problem = { status: 404, type: expect.stringContaining('urn:beffroi:problem:') }

test('what is not there is told to programs of any site as problem details, to people as a page', async () => {
  const town = await givenTown()
  await givenPublished(town)
  const visitor = town.authority.visitor()
  const turtle = { accept: 'text/turtle' }
  const asked: [path: string, headers?: Record<string, string>][] = [
    ['/oparl/paper/cc-2026-aaaaaaaa'],
    ['/oparl/nothing'],
    ['/oparl/papers/1/2'],
    ['/decisions/cc-2026-aaaaaaaa.jsonld'],
    ['/decisions/meetings/cc-20260101.ttl'],
    ['/decisions/cc-2026-aaaaaaaa', turtle],
    ['/decisions/meetings/cc-20260101', turtle],
  ]
  for (const [path, headers] of asked) {
    const answer = await visitor.get(path, headers ?? {})
    expect(answer.headers.get('access-control-allow-origin'), path).toBe('*')
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect([answer.status, answer.json()]).toEqual([404, expect.objectContaining(problem)])
  }
  expect((await visitor.get('/oparl/papers?limit=none')).json()).toMatchObject({ status: 422 })
  const page = await visitor.get('/decisions/cc-2026-aaaaaaaa', { accept: 'text/html' })
  expect([page.status, page.text]).toEqual([404, expect.stringContaining('<h1')])
  const portal = await givenPortal()
  const refused = await portal.get('/open-data/changes?after=nothing')
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  expect(refused.json()).toMatchObject({ status: refused.status })
})
