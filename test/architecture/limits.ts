import { type Source, at, isScript, isTest } from './source.ts'

/** The pieces that cut a list and say so, and what is cut for another reason. */
const mayCut: Readonly<Record<string, string>> = {
  'src/kernel/db/latest.ts': 'tells how many there are; <Cut> says so and leads to all of them',
  'src/commons/dossiers/paging.ts': 'pages by key',
  'src/commons/notifications/notice.ts': 'pages by key',
  'src/commons/records/list.ts': 'counts to 10 000; past that the list says « more than »',
  'src/commons/records/links.tsx': 'proposes fifty, and says below the field how to give another',
  'src/modules/deliberations/coming.ts': 'the next four meetings, on the home page, are no list',
  'src/kernel/auth/account.ts': 'whether there is one',
  'src/commons/dossiers/history.ts': 'the last deed',
  'src/commons/publication/publication.ts': 'the last copy',
  'src/commons/directory/people.ts': 'the last mandate of each',
  'src/commons/vocabularies/vocabulary.ts': 'whether a word is used, and where for example',
}

const limit = /\.limit\(|\blimit\s+(?:\$\{|\d)|\bfetch first\b/gi

/** Lists that are cut where nothing says so; files that cut nothing any more must leave `mayCut`. */
export function checkLimits(sources: readonly Source[], known = mayCut): string[] {
  const cutting = sources.filter(
    ({ path, text }) =>
      path.startsWith('src/') && isScript(path) && !isTest(path) && text.search(limit) >= 0,
  )
  const silent = cutting
    .filter(({ path }) => !known[path])
    .flatMap((source) =>
      [...source.text.matchAll(limit)].map(
        ({ index }) => `${at(source, index)} cuts a list, and nothing says so`,
      ),
    )
  const over = Object.keys(known).filter((path) => !cutting.some((one) => one.path === path))
  return [...silent, ...over.map((path) => `${path} cuts nothing: take it off the list`)]
}
