import { expect, test } from 'vitest'
import { askedNow, readTogether } from '#kernel/together'
import { givenAuthority } from '#test/harness'

test('a reading serves who asked before it began; who asks later, or acts, is given nothing older than that', async () => {
  const [here, there] = [await givenAuthority(), await givenAuthority()]
  const together = readTogether<number>()
  let readings = 0
  const read = async () => (readings += 1)
  const now = Promise.withResolvers<void>()
  const asks = (of: typeof here, key = 'meeting') =>
    askedNow(async () => {
      await now.promise
      return of.asSystem(() => together(key, read))
    })
  const asked = [asks(here), asks(here), asks(here), asks(there), asks(here, 'another')]
  now.resolve()
  const answers = await Promise.all(asked)
  expect(new Set(answers.slice(0, 3)).size).toBe(1)
  expect(new Set(answers).size).toBe(3)
  expect(await asks(here)).toBe(4)
  expect(await here.asSystem(() => together('meeting', read))).toBe(5)
})

test('where the one who reads for all is cut off, each reads for itself', async () => {
  const here = await givenAuthority()
  const together = readTogether<string>()
  let readings = 0
  const read = async () => {
    readings += 1
    if (readings === 1) throw new Error('cut off')
    return 'read'
  }
  const now = Promise.withResolvers<void>()
  // Whichever of them comes first reads for both.
  const asks = () =>
    askedNow(async () => {
      await now.promise
      return here.asSystem(() => together('meeting', read))
    })
  const both = [asks(), asks()]
  now.resolve()
  const answers = await Promise.allSettled(both)
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(readings).toBe(2)
})
