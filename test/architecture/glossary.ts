import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '#kernel/config'

/** A line of the glossary of a folder: a French term of art, its name in the code, what it means. */
export interface Term {
  readonly folder: string
  readonly cells: readonly string[]
}

/** The lines of all `glossary.md`, each below the head of its table. */
export function termsOfHouse(): Term[] {
  return globSync('src/*/*/glossary.md', { cwd: projectRoot })
    .toSorted()
    .flatMap((path) => termsIn(dirname(path), readFileSync(join(projectRoot, path), 'utf8')))
}

export const termsIn = (folder: string, text: string): Term[] =>
  text
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => ({
      folder,
      cells: line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    }))

/** Lines that are none, terms that two folders explain, and names that the code does not hold. */
export function checkTerms(terms: readonly Term[], code: string): string[] {
  const french = terms.map(({ cells }) => cells[0])
  return terms.flatMap(({ folder, cells }, at) => {
    const [term = '', names = ''] = cells
    if (cells.length !== 3 || cells.includes(''))
      return [`${folder}: « ${cells.join(' | ')} » is no line`]
    const twice = french.indexOf(term) !== at ? [`« ${term} » is explained twice`] : []
    const lost = [...names.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
      isSaid(name, code) ? [] : [`« ${term} »: ${name} is not in the code`],
    )
    return [...twice, ...lost]
  })
}

/** What is named by pieces (`Plan.counted`, `poll_type: 'secret'`) is there when each of its words is. */
const isSaid = (name: string, code: string) =>
  (name.match(/[a-z_]\w*/gi) ?? []).every((word) => code.includes(word))

const { compare } = new Intl.Collator('fr')

/** docs/glossary.md: the lines of all folders, by the French. */
export const glossaryPage = (terms: readonly Term[]): string =>
  [
    '# Glossary',
    '',
    'The French term of art, its name in the code, and what it means. Written by `bin/schema` from the',
    '`glossary.md` of each folder: change that one. German, Dutch and the words of the house are in',
    '[words](words.md). CDLD: Code de la démocratie locale et de la décentralisation. Where a term is a value, the',
    'column that holds it stands before it.',
    '',
    '| French | in the code | meaning | folder |',
    '| --- | --- | --- | --- |',
    ...terms
      .toSorted((a, b) => compare(a.cells[0] ?? '', b.cells[0] ?? ''))
      .map(({ folder, cells }) => `| ${cells.join(' | ')} | \`${folder.replace('src/', '')}\` |`),
    '',
  ].join('\n')
