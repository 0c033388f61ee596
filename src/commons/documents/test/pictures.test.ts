import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { givenAuthority } from '#test/harness'
import { keepPicture } from '#kernel/pictures'
import type { Block } from '#kernel/richtext'
import { render } from '../render.ts'
import { read, texts } from './pdf.ts'

/** A red dot, as PNG. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

test('a picture of a text stands in PDF and DOCX with its words; one that is lost is told by them (T2)', async () => {
  const authority = await givenAuthority()
  const made = await authority.asSystem(async () => {
    const kept = await keepPicture(dot)
    if ('refused' in kept) throw new Error(kept.refused)
    const blocks: Block[] = [
      { type: 'picture', hash: kept.hash, alt: 'Le plan du quartier' },
      { type: 'picture', hash: kept.hash, alt: '', align: 'center' },
      { type: 'picture', hash: 'e'.repeat(64), alt: 'Une image perdue' },
    ]
    const report = {
      title: 'Rapport',
      subtitle: '',
      facts: [],
      blocks: [{ kind: 'rich' as const, blocks }],
    }
    const composed = { report, language: 'fr' as const }
    const at = new Date('2026-06-18T12:05:00Z')
    return [await render(composed, 'pdf', at), await render(composed, 'docx', at)] as const
  })
  const paper = await read(made[0])
  expect(paper.metadata).toContain('pdfuaid:part')
  expect(texts(paper, 'P').join()).toContain('[Une image perdue]')
  const parts = unzipSync(made[1])
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  const words = new TextDecoder().decode(parts['word/document.xml'])
  expect(words).toContain('descr="Le plan du quartier"')
  expect(words).toContain('[Une image perdue]')
})
