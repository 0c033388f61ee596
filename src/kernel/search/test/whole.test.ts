import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/access'
import { indexForSearch, indexParts, search } from '../index.ts'
import { Invalid } from '#kernel/errors'
import { givenEntries } from './entries.ts'

let given: Awaited<ReturnType<typeof givenEntries>>

beforeEach(async () => {
  given = await givenEntries()
})

describe('a list of results says all there is (F2)', () => {
  test('it counts all that matches and pages through them by key, each once', async () => {
    for (let number = 0; number < 24; number++) await given.enter(`Moulin ${number}`)
    for (const byDate of [false, true]) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await given.authority.as(given.reader, () =>
          search('moulin', { after, byDate, size: 5 }),
        )
        expect(page).toMatchObject({ total: 24, exact: true })
        seen.push(...page.found.map(({ title }) => title))
        after = page.next ?? undefined
      } while (after)
      expect(seen).toHaveLength(24)
      expect(new Set(seen).size).toBe(24)
    }
  })

  test('a key of another order, or made by hand, is no page', async () => {
    for (let number = 0; number < 3; number++) await given.enter(`Moulin ${number}`)
    const { next } = await given.authority.as(given.reader, () => search('moulin', { size: 2 }))
    const hand = Buffer.from('["best","x","y","z"]').toString('base64url')
    for (const after of [hand, 'zzz', next ?? ''])
      await expect(
        given.authority.as(given.reader, () => search('moulin', { after, byDate: true, size: 2 })),
      ).rejects.toThrow(Invalid)
  })

  test('it is narrowed by kind and by period', async () => {
    const subjectId = randomUUID()
    const { principals: readers } = given.reader
    await given.enter('Moulin')
    await given.authority.asSystem(() =>
      indexForSearch([
        { subjectId, kind: 'test.other', title: 'Moulin autre', reference: '', body: '', readers },
      ]),
    )
    const ask = (narrowed: Parameters<typeof search>[1]) =>
      given.authority.as(given.reader, () => search('moulin', narrowed))
    expect(await ask({ kinds: ['test.other'] })).toMatchObject({
      total: 1,
      found: [{ title: 'Moulin autre' }],
    })
    expect(await ask({ kinds: [] })).toMatchObject({ total: 0 })
    const now = Temporal.Now.instant()
    expect(await ask({ since: now.subtract({ hours: 1 }) })).toMatchObject({ total: 2 })
    expect(await ask({ before: now.subtract({ hours: 1 }) })).toMatchObject({ total: 0 })
  })

  test('a part of a dossier is found with it, once, and where the words stand is shown', async () => {
    const subjectId = randomUUID()
    const { principals: readers } = given.reader
    const entry = {
      subjectId,
      kind: 'test.case',
      title: 'Toiture',
      reference: '',
      body: '',
      readers,
    }
    const partId = randomUUID()
    await given.authority.asSystem(async () => {
      await indexForSearch([entry])
      await indexParts([{ subjectId, partId, title: 'Devis', body: 'Les ardoises du moulin' }])
      await indexParts([{ subjectId, partId: randomUUID(), title: 'Plan', body: 'Le moulin' }])
    })
    const ask = (who: Actor) => given.authority.as(who, () => search('ardoise'))
    expect(await ask(given.reader)).toMatchObject({
      total: 1,
      found: [{ subject_id: subjectId, part_id: partId, part_title: 'Devis', parts: 1 }],
    })
    expect(await given.authority.as(given.reader, () => search('moulin'))).toMatchObject({
      total: 1,
      found: [{ subject_id: subjectId, parts: 2 }],
    })
    expect(await ask({ ...given.reader, principals: ['role:agent'] })).toMatchObject({ total: 0 })
    await given.authority.asSystem(() => indexForSearch([{ ...entry, readers: [] }]))
    expect(await ask(given.reader)).toMatchObject({ total: 0 })
  })

  test('frequent words are counted as more than what was looked through; titles are all found', async () => {
    const { principals: readers } = given.reader
    const entry = (title: string, body: string) => ({
      ...{ subjectId: randomUUID(), kind: 'test.case', reference: '', title, body, readers },
    })
    await given.authority.asSystem(() => indexForSearch([entry('Chaussée des Fusains', '')]))
    const others = Array.from({ length: 2100 }, () => entry('Divers', 'Le long de la chaussée'))
    await given.authority.asSystem(() => indexForSearch(others))
    const ranked = await given.authority.as(given.reader, () => search('chaussée'))
    expect(ranked.exact).toBe(false)
    expect(ranked.found[0]?.title).toBe('Chaussée des Fusains')
    expect(ranked.total).toBeGreaterThan(2000)
    const { next } = await given.authority.as(given.reader, () =>
      search('chaussée', { byDate: true, size: 200 }),
    )
    expect(next).not.toBeNull()
  })
})
