import { openCsvOf } from '#commons/exports'
import type { Published } from '#commons/publication'
import { pointCopies } from '#modules/publications'
import { changedAt, latestAfter, lineOf, told } from './reading.ts'
import { scdlColumns, scdlRow } from './scdl.ts'
import type { Site } from './site.ts'
import { inParts, type Part } from './stream.ts'

/** How many copies are read at once: of a megabyte each at most. */
const size = 50

/** Everything that is public now, a copy a line (NDJSON), points first. */
export async function dump(site: Site): Promise<Response> {
  const headers = {
    'content-type': 'application/gzip',
    'content-disposition': 'attachment; filename="dump.ndjson.gz"',
    etag: await stateOf('dump'),
  }
  return inParts((after) => linesAfter(site, after), headers, { gzip: true })
}

/** Its copies after a key, a copy a line. */
export async function linesAfter(site: Site, after: string): Promise<Part> {
  const [which = '0', slug = ''] = after.split(' ')
  const index = Number(which)
  const publisher = told[index]
  if (!publisher) return { text: '', next: null }
  const some = await latestAfter(publisher.name, slug, size)
  const text = some.map((copy) => `${JSON.stringify(lineOf(site, copy))}\n`).join('')
  const last = some.length === size ? some.at(-1) : undefined
  const more = index + 1 < told.length ? `${index + 1} ` : null
  return { text, next: last ? `${index} ${last.slug}` : more }
}

/** What was decided, a decision a line (SCDL, délibérations 2.1.3). */
export async function deliberations(site: Site): Promise<Response> {
  const headers = {
    'content-type': 'text/csv; charset=UTF-8; header=present',
    'content-disposition': 'attachment; filename="deliberations.csv"',
    etag: await stateOf('csv'),
  }
  return inParts(async (after) => {
    const some = await latestAfter(pointCopies.name, after, size)
    const last = some.length === size ? some.at(-1) : undefined
    return { text: csvPart(site, some, after === ''), next: last?.slug ?? null }
  }, headers)
}

function csvPart(site: Site, some: readonly Published[], isFirst: boolean): string {
  const rows = some.flatMap((copy) => scdlRow(site, copy) ?? [])
  const csv = openCsvOf(scdlColumns, rows)
  return isFirst ? csv : csv.slice(csv.indexOf('\r\n') + 2)
}

/** What changes whenever anything that is public does: whoever has the whole already is told so (304). */
async function stateOf(what: string): Promise<string> {
  const changed = await changedAt()
  return `W/"${what}-${changed?.epochMilliseconds ?? 0}"`
}
