import { expect, test } from 'vitest'
import { givenTown } from '../../deliberations/test/council.ts'

const key = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
const nul = String.fromCharCode(0)

test('a page that no page leads to is refused with a sentence, whatever stands in its address', async () => {
  const town = await givenTown()
  const visitor = town.authority.visitor()
  for (const path of [
    `/decisions?after=${key('0000-01-01', 'a', 'b')}`,
    `/decisions/meetings?after=${key('0000-01-01T00:00:00Z', 'a', 'b')}`,
    `/regulations?after=${key('0000-01-01', 'a')}`,
    `/open-data/changes?after=${key('0000-01-01T00:00:00.000Z', 'published', 'a', 'b', 1)}`,
    `/open-data/changes?after=${key('2026-01-01T00:00:00.000Z', 'published', 'a', 'b', 3_000_000_000)}`,
    `/open-data/changes?after=${key('2026-01-01T00:00:00.000Z', 'published', nul, 'b', 1)}`,
    '/oparl/papers?modified_since=0000-01-01T00:00:00Z',
    `/oparl/papers?modified_since=${encodeURIComponent('2026-01-01T00:00:00+23:59')}`,
  ])
    expect((await visitor.get(path)).status, path).toBe(422)
  // No place is so far from noon, but it is a moment all the same.
  const far = key('2026-01-01T00:00:00+23:59', 'a', 'b')
  expect((await visitor.get(`/decisions/meetings?after=${far}`)).status).toBe(200)
})
