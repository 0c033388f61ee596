import { expect, test } from 'vitest'
import { aside, TooMuch } from '../index.ts'

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
