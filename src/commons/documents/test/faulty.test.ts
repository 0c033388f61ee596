import { expect, test, vi } from 'vitest'
import { Conflict } from '#kernel/errors'
import type { Block } from '#kernel/richtext'
import { givenAuthority } from '#test/harness'
import { faultyPlace } from '../faulty.ts'
import { render } from '../render.ts'
import type { Report } from '../report.ts'
import { plan } from './plan.ts'

const text = (words: string): Block[] => [
  { type: 'paragraph', children: [{ type: 'text', text: words, marks: [] }] },
]

/** Deeper than any text of ours. */
const unprintable = Array.from({ length: 30 }).reduce<Block[]>(
  (children) => [{ type: 'quote', children }],
  text('mot'),
)

test('a text that cannot be set fails its document for good, and names its part', async () => {
  const town = await givenAuthority()
  const texts = [text('un'), [...text('deux'), ...unprintable], text('trois')]
  const blocks = texts.flatMap((one, at): Report['blocks'] => [
    { kind: 'heading', level: 1, number: `${at + 1}`, text: `Point ${at + 1}` },
    { kind: 'rich', blocks: one },
  ])
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const failure = await town
    .asSystem(() => render({ report: { ...plan, blocks }, language: 'fr' }, 'pdf', new Date()))
    .catch((thrown: unknown) => thrown)
  log.mockRestore()
  expect(failure).toBeInstanceOf(Conflict) // Such a job is not tried again.
  expect(failure).toHaveProperty('sentence', expect.stringContaining('«\u00A02 Point 2\u00A0»'))
})

test('a document that cannot be set without its texts either is a fault of its template', async () => {
  expect(await faultyPlace({ title: 'A', body: text('mot') }, () => Promise.resolve(false))).toBe(
    undefined,
  )
})
