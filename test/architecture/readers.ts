import { type Source, at, isScript, isTest } from './source.ts'
import { inside, nodes, pieceOf, stringOf } from './syntax.ts'

/** The one place that compares those who may see a row with those who act. */
const place = 'src/commons/dossiers/seen.ts'

const overlap = /&&|@>|<@|\b(any|all|unnest)\s*\(\s*[\w."]*\breaders\b/
const named = /\breaders\b|\bprincipals\b/

/** What compares readers by hand: « who may see » is asked of `seen`, that it be one rule. */
export function checkReaders(sources: readonly Source[]): string[] {
  const scripts = sources.filter(
    ({ path }) => path.startsWith('src/') && path !== place && isScript(path) && !isTest(path),
  )
  return scripts.flatMap((source) =>
    nodes(source, 'TemplateLiteral', 'Literal')
      .filter((node) => {
        const said = inside(node, 'quasis').map(pieceOf).join('?')
        if (node.type === 'Literal') return stringOf(node) === '&&'
        return overlap.test(said) && named.test(source.text.slice(node.start, Number(node['end'])))
      })
      .map((node) => `${at(source, node.start)} compares readers: ask seen() of #commons/dossiers`),
  )
}

/** Where drafts are read, each by its own person alone. */
const drafts = 'src/kernel/drafts/'

/** What reads the drafts of people elsewhere: nobody does, the house neither. */
export function checkDrafts(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path.startsWith('src/') && isScript(path) && !isTest(path))
    .filter(({ path, text }) => !path.startsWith(drafts) && text.includes('kernel.draft'))
    .map(({ path }) => `${path} reads drafts: they are their person’s alone (#kernel/drafts)`)
}
