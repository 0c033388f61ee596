import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { permission } from '#kernel/access'
import { db } from '#kernel/db'
import { type ApiRoutes, optionalId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Cut, List, SideSection } from '#kernel/ui'
import { kinds, load, pathOf, seen } from '#commons/dossiers'
import { type Street, streets } from './street.ts'

const reads = permission('places.read')

interface NamingDossier {
  id: string
  kind: string
  title: string
  reference: string
}

/**
 * That a place `n` names a street, in a dossier `d` that the one who acts may see, and in a field of it that they may
 * read: what is withheld from them there is not told here either.
 */
async function namesFor(id: string): Promise<RawBuilder<SqlBool>> {
  const { rows } = await sql<{ kind: string; field: string }>`
    select distinct d.kind, n.field from commons.named_place n
    join commons.dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
    where n.street_id = ${id}`.execute(db())
  const withheld = rows.flatMap(({ kind, field }) => {
    const one = kinds.all().find(({ name }) => name === kind)
    const hides = one?.withheldIn?.(field)
    return one && hides
      ? sql<SqlBool>`(d.kind = ${kind} and n.field = ${field} and exists (
          select from ${sql.table(one.table)} o where o.tenant_id = d.tenant_id and o.id = d.id and ${hides}))`
      : []
  })
  const told = withheld.length > 0 ? sql`not (${sql.join(withheld, sql` or `)})` : sql`true`
  return sql<SqlBool>`n.street_id = ${id} and ${seen()} and ${told}`
}

const naming = (names: RawBuilder<SqlBool>) => sql`
  from commons.dossier d where exists (select from commons.named_place n
    where n.tenant_id = d.tenant_id and n.dossier_id = d.id and ${names})`

/** So many stand on the page of a street. */
const mostShown = 20

/** The dossiers that name a street, of those that the one who acts may see, the last changed first. */
export async function StreetSide(street: Street) {
  const { rows } = await sql<NamingDossier & { all: number }>`
    select d.kind, d.id, d.title, d.reference, (count(*) over ())::int as all
    ${naming(await namesFor(street.id))}
    order by d.changed_at desc, d.id limit ${mostShown}`.execute(db())
  const [first] = rows
  if (!first) return null
  return (
    <SideSection title={t('places.named_by')}>
      <List
        label={t('places.named_by')}
        items={rows.map(({ kind, id, title, reference }) => ({
          ...{ title, href: pathOf(kind, id), why: reference },
        }))}
      />
      <Cut
        of={{ rows, all: first.all }}
        href={`/search?${new URLSearchParams({ q: street.title })}`}
      />
    </SideSection>
  )
}

/** So many are told to a program at a time. */
const atOnce = 100

/** Adds what a program asks: all the dossiers that name a street, page by page. */
export function tracesApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/streets/:id/dossiers',
    reads,
    {
      summary: 'The dossiers that name a street, of those that I may see, a page at a time',
      query: z.object({ after: optionalId().describe('The `next` of the page before.') }),
      answer: z.object({
        items: z.array(
          z.object({
            ...{ id: z.uuid(), kind: z.string() },
            title: z.string(),
            reference: z.string(),
          }),
        ),
        next: z.uuid().nullable(),
      }),
    },
    async (c, { after }) => {
      const { id } = await load(c, streets)
      const { rows } = await sql<NamingDossier>`
        select d.kind, d.id, d.title, d.reference ${naming(await namesFor(id))}
          and (${after}::uuid is null or d.id > ${after}::uuid)
        order by d.id limit ${atOnce + 1}`.execute(db())
      const items = rows.slice(0, atOnce)
      return { items, next: rows.length > atOnce ? (items.at(-1)?.id ?? null) : null }
    },
  )
}
