import type { Term } from './glossary.ts'
import type { Catalogue } from './messages.ts'
import { type Source, isScript, isTest } from './source.ts'
import { strings } from './syntax.ts'

/**
 * Classes that the kernel has a style for and only a folder above it writes: the style belongs into the
 * `style.css` of that folder.
 */
export function lodgingStyles(sources: readonly Source[]): string[] {
  const scripts = sources.filter(({ path }) => isScript(path) && !isTest(path))
  const [below, above] = [
    scripts.filter(({ path }) => path.startsWith('src/kernel/')),
    scripts.filter(({ path }) => /^src\/(commons|modules)\//.test(path)),
  ].map(wordsOf)
  return sources
    .filter(({ path }) => path.startsWith('src/kernel/') && path.endsWith('.css'))
    .flatMap(({ path, text }) =>
      [...classesIn(text)]
        .filter((name) => above?.has(name) && !below?.has(name))
        .map((name) => `${path} dresses .${name}, which no piece of the kernel is`),
    )
}

/** The words of all strings: a class is one of them, whatever others stand beside it. */
const wordsOf = (sources: readonly Source[]) =>
  new Set(sources.flatMap((one) => strings(one).flatMap(({ text }) => text.match(/[\w-]+/g) ?? [])))

const classesIn = (css: string) =>
  new Set(
    css
      .replaceAll(/\/\*.*?\*\/|url\([^)]*\)|'[^']*'/gs, '')
      .matchAll(/\.([a-z][\w-]*)/g)
      .map(([, name = '']) => name),
  )

/** Terms of art that are words of every day as well. */
const everyday = new Set([
  ...['action', 'contre', 'intitulé', 'lien', 'pour', 'présent', 'refusé', 'reprise', 'retiré'],
])

/** Messages of the kernel that say a term of art of a trade, as its glossary explains it. */
export function lodgingWords(
  messages: Catalogue,
  terms: readonly Term[],
  isKernel: (key: string) => boolean,
): string[] {
  const ofTrades = terms
    .filter(({ folder }) => folder.startsWith('src/modules/'))
    .flatMap(({ cells: [french = ''] }) => french.split(/, |\(.*?\)/))
    .map((term) => term.trim())
    .filter((term) => term !== '' && !everyday.has(term))
  return [...messages]
    .filter(([key]) => isKernel(key))
    .flatMap(([key, text]) =>
      ofTrades.filter((term) => says(text, term)).map((term) => `${key} says « ${term} »`),
    )
}

/** As a word or its plural, whatever case. */
const says = (text: string, term: string) =>
  new RegExp(`(?<!\\p{L})${RegExp.escape(term)}s?(?!\\p{L})`, 'iu').test(text)
