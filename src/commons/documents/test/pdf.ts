import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a screen reader walks: an element with its role, its alternative text and its words. */
export interface Tagged {
  role: string
  alt: string | null
  text: string
  children: Tagged[]
}

export interface Paper {
  title: string | undefined
  language: string | undefined
  createdAt: string | undefined
  marked: boolean
  /** Whether a reader shows the title and not the name of the file. */
  showsTitle: boolean
  /** XMP, where PDF/A says which part and level it claims. */
  metadata: string
  /** The words of each page; hard spaces become plain ones. */
  pages: string[]
  /** The elements of all pages, in reading order. */
  elements: Tagged[]
}

type PdfNode = { role?: string; alt?: string; type?: string; id?: string; children?: PdfNode[] }

function tagged(node: PdfNode, words: Map<string, string>): Tagged {
  const own = node.id === undefined ? '' : (words.get(node.id) ?? '')
  const children = (node.children ?? []).map((child) => tagged(child, words))
  return {
    role: node.role ?? '',
    alt: node.alt ?? null,
    text: own + children.map((child) => child.text).join(''),
    children: children.filter((child) => child.role !== ''),
  }
}

function flat(node: Tagged): Tagged[] {
  return [node, ...node.children.flatMap(flat)]
}

/** Opens a PDF as a reader would. */
export async function read(pdf: Uint8Array): Promise<Paper> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const { info, metadata } = await document.getMetadata()
  const about = info as { Title?: string; Language?: string; CreationDate?: string }
  const pages: string[] = []
  const elements: Tagged[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const words = new Map<string, string>()
    let current = ''
    let text = ''
    for (const item of items) {
      if ('str' in item) {
        const piece = item.str + (item.hasEOL ? '\n' : '')
        text += piece
        words.set(current, (words.get(current) ?? '') + piece)
      } else current = item.type === 'beginMarkedContentProps' ? (item.id ?? '') : current
    }
    pages.push(text)
    const tree = await page.getStructTree()
    if (tree) elements.push(...flat(tagged(tree as PdfNode, words)))
  }
  const preferences: Record<string, unknown> = { ...(await document.getViewerPreferences()) }
  const showsTitle = preferences['DisplayDocTitle'] === true
  const marked = (await document.getMarkInfo())?.['Marked'] === true
  await document.loadingTask.destroy()
  return {
    title: about.Title,
    language: about.Language,
    createdAt: about.CreationDate,
    marked,
    showsTitle,
    metadata: metadata?.getRaw() ?? '',
    pages,
    elements,
  }
}

/** The words of the elements that have this role, in reading order. */
export function texts(paper: Paper, role: string): string[] {
  return paper.elements
    .filter((element) => element.role === role)
    .map((element) => element.text.replaceAll(/\s+/g, ' ').trim())
}
