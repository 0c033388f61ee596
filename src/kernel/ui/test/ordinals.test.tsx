import { expect, test } from 'vitest'
import { withOrdinals } from '../index.ts'

const typeset = async (html: string) => String(await withOrdinals(html))

test('the ending of « 1er » is raised in the words of a page (I5)', async () => {
  expect(await typeset('<p>dimanche 1er juin, article&nbsp;1er.</p>')).toBe(
    '<p>dimanche 1<sup class="ordinal">er</sup> juin, article&nbsp;1<sup class="ordinal">er</sup>.</p>',
  )
  expect(await typeset('<p>la 1re fois</p>')).toContain('1<sup class="ordinal">re</sup> fois')
})

test('after a drawing they are raised again, however many there are', async () => {
  expect(await typeset('<svg><g>1er</g></svg> 1er, <svg></svg>1re')).toBe(
    '<svg><g>1er</g></svg> 1<sup class="ordinal">er</sup>, <svg></svg>1<sup class="ordinal">re</sup>',
  )
  const many = '<p>le 1er</p>'
  const written = await typeset(many.repeat(20_000))
  expect(written).toBe('<p>le 1<sup class="ordinal">er</sup></p>'.repeat(20_000))
})

test('where nothing can be raised, words stay as they are', async () => {
  for (const html of [
    '<title>Séance du 1er juin</title>',
    '<option value="1er">1er juin</option>',
    '<textarea>Article 1er</textarea>',
    '<p title="le 1er juin">x</p>',
    '<p>11er, a1er, 1erx, 𝒜1er, 1er𝒜</p>',
    '<svg><text>1er</text><title>1er</title> 1er</svg>',
  ])
    expect(await typeset(html)).toBe(html)
})
