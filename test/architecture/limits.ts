import { type Source, at, isScript, isTest } from './source.ts'

/** The pieces that cut a list and say so, and what is cut for another reason. */
const mayCut: Readonly<Record<string, string>> = {
  'src/kernel/db/latest.ts': 'tells how many there are; <Cut> says so and leads to all of them',
  'src/commons/dossiers/paging.ts': 'pages by key',
  'src/commons/advices/many-api.ts': 'pages by key',
  'src/commons/advices/many.ts': 'proposes two hundred, and says how to find others',
  'src/commons/notifications/notice.ts': 'pages by key',
  'src/commons/outbox/messages.ts': 'pages by key',
  'src/commons/privacy/gather.ts': 'says in the file that there is more',
  'src/commons/journal/lines.ts': 'pages by key; the last walk',
  'src/kernel/audit-chain/chain.ts': 'the ends of the chain',
  'src/kernel/audit-chain/verify.ts':
    'page after page; past a thousand findings the log proves nothing',
  'src/commons/scim/user.ts': 'a page from a place in the list, with how many there are (RFC 7644)',
  'src/commons/records/list.ts':
    'counts to 2 000, or 10 000 where it adds up; past that the list says « more than »',
  'src/commons/records/links.tsx': 'proposes fifty, and says below the field how to give another',
  'src/modules/deliberations/planning.ts': 'the next one',
  'src/modules/register/enter.ts': 'the end of a chain',
  'src/modules/register/entries.ts': 'pages by key',
  'src/kernel/audit-chain/pseudonym.ts': 'page after page, until none is left',
  'src/modules/register/verify.ts': 'page after page, until none is left',
  'src/modules/deliberations/coming.ts': 'one more than are shown, which says that others follow',
  'src/modules/preparation/explanation.ts':
    'the last hundred texts of a note; its history has the others',
  'src/commons/people/returning.ts': 'the last word of an administrator about somebody',
  'src/commons/people/service.ts': 'hands over so many at a time, until none is left',
  'src/commons/tasks/coming.tsx': 'says that others follow',
  'src/modules/accountability/pages/dashboard-cards.tsx':
    'counts all, and leads to the table that has them',
  'src/kernel/pages/public-home.tsx': 'leads to all of them',
  'src/commons/records/asking.tsx': 'a text in a line',
  'src/commons/records/act-pages.tsx': 'counts the reasons that it does not name',
  'src/command/incident.ts': 'the last fifty, by their day',
  'src/commons/quotas/telling.ts': 'whether there is one',
  'src/kernel/pages/status.tsx': 'the last ten of ninety days, which the page says',
  'src/kernel/auth/account.ts': 'whether there is one',
  'src/commons/parties/known.tsx':
    'proposes fifty, and says below the field how to give another; shows the five most alike',
  'src/commons/stationery/beside.tsx': 'whether there is one',
  'src/commons/stationery/pages.tsx': 'proposes ten; others are found by their words',
  'src/commons/stationery/versions.ts': 'the last fifty, which the page says',
  'src/commons/places/known.ts': 'proposes a thousand; others are found by their names',
  'src/commons/places/retelling.ts': 'goes on until none is left',
  'src/commons/places/traces.tsx': 'says how many there are and leads to all of them; pages by key',
  'src/kernel/secrets/rotate.ts': 'goes on until nothing is left',
  'src/kernel/single-sign-on/provider.ts': 'whether there is one',
  'src/kernel/auth/brake.ts': 'whether there is one',
  'src/kernel/auth/link.ts': 'one name of the host',
  'src/kernel/tenancy/facts.ts': 'the name of a day',
  'src/kernel/auth/device.ts': 'the browsers that are kept, for the others to be forgotten',
  'src/commons/retention/going.ts': 'says that the others come next',
  'src/commons/dossiers/history.ts': 'the last deed',
  'src/modules/publications/changed.ts': 'pages by key; the last change',
  'src/commons/publication/chain.ts': 'a part of the chain at a time, to its end',
  'src/commons/publication/publication.ts': 'the last copy',
  'src/commons/annexes/scan.ts': 'the next one, and then the others',
  'src/commons/annexes/words.ts': 'the next one, and then the others',
  'src/commons/directory/people.ts': 'the last mandate of each',
  'src/modules/alerts/calendar.ts': 'the nearest; more meetings than are planned ahead in years',
  'src/modules/alerts/feed.ts': 'the latest, as feeds are; links to the search that has all',
  'src/modules/alerts/followed.ts': 'proposes five hundred; any other is typed',
  'src/modules/alerts/tell.ts': 'five hundred at a time, then the next, until none is left',
  'src/modules/regulations/public/find.ts':
    'pages by key; the board shows two hundred and leads to all of them',
  'src/modules/regulations/proof.ts': 'the latest proof; a hundred stamps at a time, then the next',
  'src/modules/regulations/pdf.ts': 'five hundred at a time, then the next',
  'src/modules/regulations/tick.ts': 'five hundred at a time, then the next',
  'src/modules/opendata/changes.ts':
    'as many as come at once, one more than is told; the answer leads to the next',
  'src/modules/opendata/oparl/rows.ts':
    'as many as are asked for at once; the answer leads to the next',
  'src/modules/opendata/reading.ts': 'a part of what is told a part at a time, to its end',
  'src/modules/opendata/sitemap.ts': 'as many as a sitemap holds; the index leads to all of them',
  'src/modules/publications/agenda.ts':
    'the nearest or the latest, and then page after page by key',
  'src/modules/restapi/search.ts': 'a page of what was asked, which says how many there are',
  'src/modules/restapi/tell-user.ts': 'one more than is told: then more words are asked for',
  'src/commons/vocabularies/vocabulary.ts': 'whether a word is used, and where for example',
}

const limit = /\.limit\(|\blimit\s+(?:\$\{|\d)|\bfetch first\b/gi
/** Where lists are shown, also what they leave of what they have. */
const shown =
  /\.limit\(|\blimit\s+(?:\$\{|\d)|\bfetch first\b|\.slice\(0, (?:most|few|limit)\w*(?: \+ 1)?\)/gi

const cuts = (path: string) => (path.endsWith('.tsx') ? shown : limit)

/** Lists that are cut where nothing says so; files that cut nothing any more must leave `mayCut`. */
export function checkLimits(sources: readonly Source[], known = mayCut): string[] {
  const cutting = sources.filter(
    ({ path, text }) =>
      path.startsWith('src/') && isScript(path) && !isTest(path) && text.search(cuts(path)) >= 0,
  )
  const silent = cutting
    .filter(({ path }) => !known[path])
    .flatMap((source) =>
      [...source.text.matchAll(cuts(source.path))].map(
        ({ index }) => `${at(source, index)} cuts a list, and nothing says so`,
      ),
    )
  const over = Object.keys(known).filter((path) => !cutting.some((one) => one.path === path))
  return [...silent, ...over.map((path) => `${path} cuts nothing: take it off the list`)]
}
