import { sql } from 'kysely'
import { actor, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { ensureEdition } from '#kernel/pages'
import { canonicalJson } from '#commons/publication'
import { compose, type Draft } from './compose.ts'
import { type AnyContent, type Name, names } from './content.ts'
import { published, type Published, titleOf } from './published.ts'

const publishing = event('statements.statement.publish', { toDossier: false })

/** How a statement stands: what would be published, what is, and whether these say the same. */
export interface Standing extends Draft {
  readonly name: Name
  readonly last: Published | undefined
  readonly by: string | undefined
  /** `lacking` and never published; `ready` to be; `current`; `changed` since; `broken`: published, and something lacks since. */
  readonly state: 'lacking' | 'ready' | 'current' | 'changed' | 'broken'
}

/** How each of the statements stands. */
export async function standings(): Promise<Standing[]> {
  const all = []
  for (const name of names) all.push(await standing(name))
  return all
}

export async function standing(name: Name): Promise<Standing> {
  const draft = await compose(name)
  const last = await published(name)
  return {
    ...draft,
    name,
    last,
    by: last && (await whoPublished(name)),
    state: stateOf(draft, last),
  }
}

function stateOf({ made }: Draft, last: Published | undefined): Standing['state'] {
  if (!made) return last ? 'broken' : 'lacking'
  if (!last) return 'ready'
  return isSame(made, last) ? 'current' : 'changed'
}

/** Dates of JSON are texts, and so are those of a draft. */
const isSame = ({ content }: AnyContent, last: Published) =>
  canonicalJson(JSON.parse(JSON.stringify(content))) === canonicalJson(last.content)

async function whoPublished(name: Name): Promise<string | undefined> {
  const row = await db()
    .selectFrom('commons.statement')
    .distinctOn('statement')
    .select('published_by')
    .where('statement', '=', name)
    .orderBy('statement')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row?.published_by
}

/**
 * Publishes a statement as it would read now; what was published before stays kept. Throws `Conflict` where a fact lacks or
 * nothing changed, `Stale` where it is not what `edition` showed.
 */
export async function publish(name: Name, edition?: string): Promise<number> {
  ensureInPerson()
  await sql`select pg_advisory_xact_lock(hashtextextended('statement' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const { made, missing, last, state } = await standing(name)
  if (!made) throw new Conflict('statements.lacks', { what: inWords(missing) })
  if (edition !== undefined) ensureEdition(made, edition)
  ensure(state !== 'current', Conflict, 'statements.unchanged')
  const number = (last?.number ?? 0) + 1
  await db()
    .insertInto('commons.statement')
    .values({
      ...{ statement: name, number, published_by: actor().name },
      content: sql`${JSON.stringify(made.content)}::jsonb`,
    })
    .execute()
  await emit(publishing, null, { statement: t(titleOf(name)), number })
  return number
}

/** What lacks, in a sentence. */
export const inWords = (missing: Draft['missing']): string =>
  missing.map(({ what }) => t(what)).join(', ')
