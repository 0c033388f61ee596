import { expect, test } from 'vitest'
import { Unavailable } from '#kernel/errors'
import { enterTenant, type Tenant } from '#kernel/tenancy'
import { givenAuthority } from '#test/harness'
import { aside, TooMuch } from '../index.ts'
import { Place } from '../place.ts'

const work = 'kernel/aside/test/work.ts'

test('work aside gives its outcome or its failure', async () => {
  await expect(aside(work, 'twice', 21)).resolves.toBe(42)
  await expect(aside(work, 'broken', 0)).rejects.toThrow('broken')
})

test('work without end is ended, and the next is done (S3)', async () => {
  await expect(aside(work, 'endless', 0, 300)).rejects.toBeInstanceOf(TooMuch)
  await expect(aside(work, 'twice', 21)).resolves.toBe(42)
})

test('work that takes all memory ends its process and no other (S3)', async () => {
  await expect(aside(work, 'greedy', 0)).rejects.toBeInstanceOf(TooMuch)
  await expect(aside(work, 'twice', 21)).resolves.toBe(42)
})

test('a file of one authority that never ends holds up no other, and who waits too long is told so (R4)', async () => {
  const place = new Place(1000)
  const [loud, quiet] = [(await givenAuthority()).tenant, (await givenAuthority()).tenant]
  const does = (who: Tenant, name: string, most: number) =>
    enterTenant(who, () => place.run({ file: work, name, given: 21 }, most))
  const endless = does(loud, 'endless', 2000).catch((failure: unknown) => failure)
  const behind = does(loud, 'twice', 4000).catch((failure: unknown) => failure)
  expect(await does(quiet, 'twice', 4000)).toBe(42)
  expect(await behind).toBeInstanceOf(Unavailable)
  expect(await endless).toBeInstanceOf(TooMuch)
})
