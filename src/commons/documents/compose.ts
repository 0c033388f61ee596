import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { facesFor, filesOf, houseFaces, lastFaces } from '#kernel/characters'
import { asAccessible } from './accessible-pdf.ts'
import type { Pictures } from './printed.ts'

/** One document to set: what crosses from the server to the process that sets it. */
export interface Composition {
  format: 'pdf'
  /** Path below `src/`. */
  template: string
  /** JSON, as `templates/act.typ` reads it. */
  input: string
  /** The PDF's creation date, in seconds since 1970. */
  createdAt: number
  /** What we keep is PDF/A-2a and PDF/UA-1 at once; the other alone is for tests. */
  standard: 'a-2a' | 'ua-1'
  /** Pictures of its texts. */
  pictures: Pictures
}

/** What this many later documents did not need is forgotten, so that memory stays bounded. */
const generations = 4

/** What the templates take after the faces of the house (`rich.typ`). */
const families = lastFaces.map(({ family }) => family).join('|')

/**
 * A compiler that sees the files below `src/` and the faces of the house, and of the others those that some
 * document needed. `compose` gives the bytes of a PDF, or throws one sentence that says which template could not
 * be set and why.
 */
export function createComposer(projectRoot: string): (what: Composition) => Uint8Array {
  const sources = join(projectRoot, 'src')
  const faces = new Set(houseFaces)
  const create = () =>
    NodeCompiler.create({
      workspace: sources,
      fontArgs: [
        {
          fontBlobs: [...faces].flatMap((face) => filesOf(face).map((file) => readFileSync(file))),
        },
      ],
    })
  let compiler = create()

  return function compose({ template, input, createdAt, standard, pictures }) {
    const mainFilePath = templatePath(sources, template)
    const others = facesFor(input).filter((face) => !faces.has(face))
    if (others.length > 0) {
      for (const face of others) faces.add(face)
      compiler = create()
    }
    for (const [hash, { bytes }] of pictures)
      compiler.mapShadow(join(sources, 'pictures', hash), Buffer.from(bytes))
    try {
      const compiled = compiler.compile({
        mainFilePath,
        inputs: { typesetting: input, faces: families, pictures: [...pictures.keys()].join('|') },
      })
      const failure = compiled.takeError()
      if (failure) throw new Error(explain(compiler.fetchDiagnostics(failure), sources))
      const document = compiled.result
      if (!document) throw new Error('the compiler gave neither a document nor a reason')
      const as = (pdfStandard: Composition['standard']) =>
        compiler.pdf(document, { pdfStandard, creationTimestamp: createdAt })
      const pdf = as(standard)
      if (standard === 'ua-1') return pdf
      return meets(() => as('ua-1')) ? asAccessible(pdf) : pdf
    } catch (error) {
      throw new Error(`The template ${template} could not be set: ${reason(error)}`, {
        cause: error,
      })
    } finally {
      compiler.resetShadow()
      compiler.evictCache(generations)
    }
  }
}

/** A document that is not accessible in every respect is made all the same; it does not say that it is. */
function meets(set: () => unknown): boolean {
  try {
    set()
    return true
  } catch {
    return false
  }
}

function templatePath(sources: string, template: string): string {
  const path = normalize(template)
  if (path.startsWith('..') || !path.endsWith('.typ') || !existsSync(join(sources, path))) {
    throw new Error(`There is no template ${template} below src/`)
  }
  return join(sources, path)
}

/** What the compiler says of a template; severity 1 is an error, the others are its trace. */
interface Diagnostic {
  message: string
  path: string
  range: { start: { line: number } } | null
  severity: number
}

function explain(diagnostics: Diagnostic[], sources: string): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 1)
  return joined(
    errors.map(({ message, path, range }) => {
      const file = path.replace(`${sources}/`, '')
      return range ? `${message} (${file}, line ${range.start.line + 1})` : message
    }),
  )
}

/**
 * The words of an error. Those of the PDF export come as the debug print of Rust structures, from
 * which the quoted messages are taken.
 */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const quoted = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) =>
    message.replace(/\\(["'\\])/g, '$1').replaceAll('`', ''),
  )
  return quoted.length === 0 ? text : joined(quoted)
}

function joined(messages: string[]): string {
  return [...new Set(messages)].join('; ')
}
