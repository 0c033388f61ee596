import { expect, test } from 'vitest'
import { portions } from '../entry.ts'

const entry = (title: string, letters: number) => ({ title, body: 'a'.repeat(letters) })

test('what is told search at once is bounded, in rows and in letters, and nothing is left out (S3)', () => {
  const entries = [
    ...Array.from({ length: 500 }, (_, at) => entry(`Court ${at}`, 10)),
    ...Array.from({ length: 500 }, (_, at) => entry(`Moyen ${at}`, 600)),
    entry('Long', 400_000),
    entry('Dernier', 0),
  ]
  const made = portions(entries)
  expect(made.flat()).toEqual(entries)
  for (const some of made) {
    const letters = some.reduce((sum, { title, body }) => sum + title.length + body.length, 0)
    expect(some.length).toBeLessThanOrEqual(200)
    expect(some.length === 1 || letters <= 50_000).toBe(true)
  }
  expect(made.length).toBeLessThan(15)
})
