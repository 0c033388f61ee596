import { sql } from 'kysely'
import { may, permission } from '#kernel/access'
import { db } from '#kernel/db'
import { isId } from '#kernel/http'
import { knownMessage, t } from '#kernel/i18n'
import { localPath } from '#kernel/pages'
import { namesOf, people, roles } from '#commons/directory'
import { pathOf, seen } from '#commons/dossiers'
import type { AuditLine } from './lines.ts'

/** On what something was done, as a person reads it. */
export interface Subject {
  words: string
  /** Where it is, for whoever may open it. */
  href?: string
}

const keepsPeople = permission('people.keep')

type Told = ReadonlyMap<string, Subject>

const ids = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g

/** What these lines are about, by what they say: names and titles in the place of ids and logins. Five queries, however many. */
export async function subjectsOf(lines: readonly Pick<AuditLine, 'subject'>[]): Promise<Told> {
  const said = [...new Set(lines.flatMap(({ subject }) => subject ?? []))]
  const found = said.flatMap((one) => one.match(ids) ?? []).filter(isId)
  const words = [...new Set(said.flatMap((one) => (one.startsWith('/') ? [] : one.split(' '))))]
  const known = new Map([...(await persons(found, words)), ...(await dossiers(found))])
  return new Map(said.map((one) => [one, told(one, known)]))
}

function told(said: string, known: Told): Subject {
  if (said.startsWith('/')) {
    const [id] = said.match(ids) ?? []
    const one = id === undefined ? undefined : known.get(id)
    if (one) return one
    // What is nothing that one knows of stands as it was typed: a refusal says what was asked.
    return { words: said, ...(id === undefined && { href: localPath(said) }) }
  }
  const parts = said.split(' ')
  const about = parts.flatMap((part) => known.get(part) ?? [])
  const rest = isOffice(parts) ? officeInWords(parts) : parts
  const words = rest.map((part) => known.get(part)?.words ?? part).join(' ')
  const href = about.find((one) => one.href !== undefined)?.href
  return { words, ...(href !== undefined && { href }) }
}

const isOffice = ([kind]: readonly string[]) =>
  kind === 'role' || kind === 'function' || kind === 'mandate'

/** « role administrator <id> »: what is held in words, then of whom. A title of a mandate has words of its own. */
function officeInWords([kind = '', what = '', ...rest]: readonly string[]): string[] {
  const role = kind === 'role' ? roles.every().find(({ name }) => name === what) : undefined
  const key = knownMessage(kind === 'function' ? `people.function.${what}` : '')
  return [role ? t(role.called) : key ? t(key) : what, ...rest.slice(0, -1), '·', ...rest.slice(-1)]
}

/** Persons by their ids and logins. */
async function persons(found: readonly string[], words: readonly string[]): Promise<Told> {
  const rows = await db()
    .selectFrom('kernel.account')
    .select(['id', 'login', 'name'])
    .where((e) =>
      e.or([
        e('id', '=', sql<string>`any(${[...found]}::uuid[])`),
        e('login', '=', sql<string>`any(${[...words]}::text[])`),
      ]),
    )
    .execute()
  const names = await namesOf([...found, ...rows.map(({ id }) => id)])
  const keeps = may(keepsPeople)
  const one = (id: string, otherwise: string): Subject => ({
    words: names.get(id) ?? otherwise,
    ...(keeps && names.has(id) && { href: `/people/${id}` }),
  })
  return new Map([
    ...found.filter((id) => names.has(id)).map((id) => [id, one(id, '')] as const),
    ...rows.flatMap(({ id, login, name }) => [
      [id, one(id, name)] as const,
      [login, one(id, name)] as const,
    ]),
  ])
}

/** Dossiers by their ids and by those of their files and documents; of those that the reader may not see nothing. */
async function dossiers(found: readonly string[]): Promise<Told> {
  const { rows } = await sql<{
    of: string
    id: string
    kind: string
    title: string
    reference: string
  }>`
    with meant as (
      select a.id as of, a.dossier_id from commons.annex a where a.id = any(${[...found]}::uuid[])
      union all
      select o.id, o.dossier_id from commons.document o where o.id = any(${[...found]}::uuid[])
      union all
      select id, id from unnest(${[...found]}::uuid[]) as id
    )
    select m.of, d.id, d.kind, d.title, d.reference
    from meant m join commons.dossier d on d.id = m.dossier_id where ${seen()}`.execute(db())
  return new Map(
    rows.map(({ of, id, kind, title, reference }) => [
      of,
      { words: [reference, title].filter(Boolean).join(' '), href: pathOf(kind, id) },
    ]),
  )
}

/** What lines may say of somebody of this name: their ids and their logins. Of names that many bear, nothing. */
export async function namedIn(typed: string): Promise<string[]> {
  const some = typed.trim() === '' ? [] : await people({ search: typed })
  if (some.length === 0 || some.length > 20) return []
  const rows = await db()
    .selectFrom('kernel.account')
    .select('login')
    .where(
      'id',
      'in',
      some.map(({ id }) => id),
    )
    .execute()
  return [...some.map(({ id }) => id), ...rows.map(({ login }) => login)]
}
