import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** One document to set: what crosses from the server to the thread that sets it. */
export interface Composition {
  format: 'pdf'
  /** Path below `src/`. */
  template: string
  /** JSON, as `templates/act.typ` reads it. */
  input: string
  /** The PDF's creation date, in seconds since 1970. */
  createdAt: number
  /** PDF/A-2a is what we keep; PDF/UA-1 is for tests, as the compiler takes one at a time. */
  standard: 'a-2a' | 'ua-1'
}

const fonts = [
  'literata/400Regular/Literata_400Regular.ttf',
  'literata/400Regular_Italic/Literata_400Regular_Italic.ttf',
  'literata/600SemiBold/Literata_600SemiBold.ttf',
  'literata/600SemiBold_Italic/Literata_600SemiBold_Italic.ttf',
  'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf',
]

/** What this many later documents did not need is forgotten, so that memory stays bounded. */
const generations = 4

/**
 * A compiler that sees the files below `src/` and the two faces of the house. `compose` gives the
 * bytes of a PDF, or throws one sentence that says which template could not be set and why.
 */
export function createComposer(projectRoot: string): (what: Composition) => Uint8Array {
  const sources = join(projectRoot, 'src')
  const packages = join(projectRoot, 'node_modules/@expo-google-fonts')
  const compiler = NodeCompiler.create({
    workspace: sources,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(join(packages, font))) }],
  })

  return function compose({ template, input, createdAt, standard }) {
    const mainFilePath = templatePath(sources, template)
    try {
      const compiled = compiler.compile({ mainFilePath, inputs: { typesetting: input } })
      const failure = compiled.takeError()
      if (failure) throw new Error(explain(compiler.fetchDiagnostics(failure), sources))
      const document = compiled.result
      if (!document) throw new Error('the compiler gave neither a document nor a reason')
      return compiler.pdf(document, { pdfStandard: standard, creationTimestamp: createdAt })
    } catch (error) {
      throw new Error(`The template ${template} could not be set: ${reason(error)}`, {
        cause: error,
      })
    } finally {
      compiler.evictCache(generations)
    }
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
