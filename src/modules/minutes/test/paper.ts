import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF as a reader meets it: by sight (pages) and by ear (elements with their role). */
export interface Paper {
  title: string | undefined
  pages: string[]
  /** In reading order, over all pages. */
  elements: { role: string; text: string }[]
  /** First level of the outline, with the number of entries below each. */
  bookmarks: { title: string; below: number }[]
}

type PdfNode = { role?: string; id?: string; children?: PdfNode[] }

export async function read(pdf: Uint8Array): Promise<Paper> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const { info } = await document.getMetadata()
  const outline = (await document.getOutline()) ?? []
  const paper: Paper = {
    title: (info as { Title?: string }).Title,
    pages: [],
    elements: [],
    bookmarks: outline.map(({ title, items }) => ({ title, below: items.length })),
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const words = await markedWords(page)
    paper.pages.push(plain([...words.values()].join('')))
    walk((await page.getStructTree()) as PdfNode | null, words, paper)
  }
  await document.loadingTask.destroy()
  return paper
}

/** Words by the mark that ties them to an element. */
async function markedWords(page: PDFPageProxy): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  let mark = ''
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item)
      words.set(mark, `${words.get(mark) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`)
    else if (item.type === 'beginMarkedContentProps') mark = item.id ?? ''
  }
  return words
}

function walk(node: PdfNode | null, words: Map<string, string>, paper: Paper): string {
  if (!node) return ''
  if (node.id !== undefined) return words.get(node.id) ?? ''
  const element = { role: node.role ?? '', text: '' }
  paper.elements.push(element)
  const text = (node.children ?? []).map((child) => walk(child, words, paper)).join('')
  element.text = plain(text)
  return text
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** The words of the elements that have this role, in reading order. */
export function texts(paper: Paper, role: string): string[] {
  return paper.elements.filter((element) => element.role === role).map(({ text }) => text)
}
