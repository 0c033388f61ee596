// Node runs this file by itself, in a process beside the one that answers.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { opened } from './pdf.ts'

/** Why a PDF does not leave as it stands: what it holds besides its pages, or that nobody can say what. */
export const besides = ['script', 'attachment', 'author', 'encrypted', 'damaged'] as const
export type Besides = (typeof besides)[number]

/** What a PDF holds besides its pages that everybody would be given with them: scripts, files, the name of who wrote it. */
export async function heldBesides({ bytes }: { bytes: Uint8Array }): Promise<Besides | null> {
  const told = await opened(bytes, async (file) => ({ held: await heldIn(file) }), Infinity)
  if ('held' in told) return told.held
  return told.refused === 'encrypted' ? 'encrypted' : 'damaged'
}

async function heldIn(file: PDFDocumentProxy): Promise<Besides | null> {
  if ((await file.getJSActions()) || file.isPureXfa) return 'script'
  if (await file.getAttachments()) return 'attachment'
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    if (await page.getJSActions()) return 'script'
    for (const note of (await page.getAnnotations()) as { subtype?: string; actions?: unknown }[]) {
      if (note.actions) return 'script'
      if (holders.has(note.subtype ?? '')) return 'attachment'
    }
    page.cleanup()
  }
  const { info, metadata } = await file.getMetadata()
  const names = [(info as { Author?: unknown }).Author, metadata?.get('dc:creator')].flat()
  return names.some((name) => typeof name === 'string' && name.trim()) ? 'author' : null
}

/** Notes that hold a file (ISO 32000-1, 12.5.6). */
const holders = new Set(['FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D'])
