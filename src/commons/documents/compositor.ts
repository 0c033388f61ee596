// The process that makes documents (press.ts). Node runs this file as it is, from a bundle as from the sources.
// What one format needs is loaded for that one only.
import { setPriority } from 'node:os'
import { unreadPage } from './ahead.ts'
import type { Composition } from './compose.ts'
import type { OfficeInput, Pictures } from './printed.ts'

/** One document to make; `input` is JSON. An `OfficeInput` for a word processor or a spreadsheet. */
export type PressOrder = Composition | OfficeOrder

export interface OfficeOrder {
  format: 'docx' | 'ods'
  input: string
  pictures: Pictures
}

/** What comes back: the bytes, or the sentence that says why there are none. */
export type Made = { bytes: Uint8Array } | { error: string }

let composer: ((what: Composition) => Uint8Array) | undefined

async function make(what: PressOrder): Promise<Uint8Array> {
  if (what.format === 'pdf') {
    const { createComposer } = await import('./compose.ts')
    composer ??= createComposer(process.argv[2] ?? '')
    return composer(what)
  }
  const input: OfficeInput = JSON.parse(what.input)
  if (what.format === 'docx') return (await import('./docx.ts')).makeDocx(input, what.pictures)
  return (await import('./ods.ts')).makeOds(input)
}

async function answer(what: PressOrder): Promise<void> {
  let made: Made
  try {
    // A library's own buffer would cross as one of Node's.
    made = { bytes: new Uint8Array(await make(what)) }
  } catch (error) {
    made = { error: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(made)
}

setPriority(10) // Those who wait for a page come before those who wait for a document.
process.on('message', (order: PressOrder) => void answer(order))
process.on('disconnect', () => process.exit())
if (process.argv[3] === 'ahead') void make(unreadPage)
