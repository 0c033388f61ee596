import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { id, isId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Select, TextField } from '#kernel/ui'
import { annexesOf } from '#commons/annexes'
import { pathOf, seen } from '#commons/dossiers'
import { type Field, labels, type Said } from './field.ts'

interface Linked {
  id: string
  kind: string
  title: string
  reference: string
}

/** How many are proposed to whoever types; the others are found by what they are called. */
const mostProposed = 50

const inWords = ({ reference, title }: Linked) => [reference, title].filter(Boolean).join(' · ')

/** Dossiers of some kinds that the one who acts may see, the last changed first. */
async function linkable(
  kinds: readonly string[],
  { ids, said, but, most }: { ids?: readonly string[]; said?: string; but?: string; most: number },
): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    select d.id, d.kind, d.title, d.reference from commons.dossier d
    where d.kind = any(${[...kinds]}::text[]) and ${seen()}
      and ${ids ? sql`d.id = any(${[...ids]}::uuid[])` : sql`true`}
      and ${but ? sql`d.id <> ${but}` : sql`true`}
      and ${
        said === undefined
          ? sql`true`
          : sql`(${said} in (d.title, d.reference, concat_ws(' · ', nullif(d.reference, ''), d.title)))`
      }
    order by d.changed_at desc, d.id limit ${most}`.execute(db())
  return rows
}

/**
 * Another dossier, of one of these kinds, that the one who acts may see. A form takes its reference or
 * its title, the API its id. One that may not be seen stays, without a name.
 */
export const link = (kinds: readonly string[], said: Said): Field<string, string> => ({
  ...said,
  links: true,
  schema: z.string().trim().min(1).max(700),
  answer: z.uuid(),
  input: async (name, value, { required = true, of }) => {
    const [now] = value ? await linkable(kinds, { ids: [value], most: 1 }) : []
    const hidden = value && !now ? t('records.unseen') : ''
    const proposed = await linkable(kinds, { ...(of && { but: of.id }), most: mostProposed + 1 })
    const more =
      proposed.length > mostProposed && t('records.more_to_link', { count: mostProposed })
    const { help, ...asked } = labels(name, said)
    return (
      <TextField
        {...asked}
        help={[help, more].filter(Boolean).join(' ') || undefined}
        value={now ? inWords(now) : hidden}
        suggestions={proposed.slice(0, mostProposed).map(inWords)}
        autocomplete="off"
        required={required}
      />
    )
  },
  kept: async (given, name, before) => {
    if (before !== undefined && (given === before || given === t('records.unseen'))) return before
    const [found, second] = await linkable(kinds, {
      ...(isId(given) ? { ids: [given] } : { said: given }),
      most: 2,
    })
    if (!found) throw Invalid.field(name, 'records.no_dossier')
    if (second) throw Invalid.field(name, 'records.several_dossiers')
    return found.id
  },
  shown: async (values) => {
    const known = await namesOf(kinds, values)
    return (value) => {
      const one = known.get(value)
      if (!one) return <span class="muted">{t('records.unseen')}</span>
      return <a href={pathOf(one.kind, one.id)}>{inWords(one)}</a>
    }
  },
  plain: async (values) => {
    const known = await namesOf(kinds, values)
    return (value) => {
      const one = known.get(value)
      return one ? inWords(one) : t('records.unseen')
    }
  },
  leaves: null,
  order: null,
})

async function namesOf(kinds: readonly string[], ids: readonly string[]) {
  const found = ids.length > 0 ? await linkable(kinds, { ids, most: ids.length }) : []
  return new Map(found.map((one) => [one.id, one]))
}

/** One of the annexes of the dossier itself: it is added there first, then chosen here. */
export const file = (said: Said): Field<string> => ({
  ...said,
  copied: false,
  typed: null,
  later: true,
  schema: id(),
  answer: z.uuid(),
  input: async (name, value, { required = true, of }) => {
    const annexes = of ? await annexesOf(of.id) : []
    return (
      <Select
        {...labels(name, said)}
        {...(annexes.length === 0 && { help: t('records.no_annex') })}
        options={annexes.map((one) => ({ value: one.id, label: one.title }))}
        prompt="—"
        value={value ?? ''}
        required={required}
      />
    )
  },
  check: async (given, name, _before, of) => {
    const annexes = of ? await annexesOf(of.id) : []
    if (!annexes.some((one) => one.id === given)) throw Invalid.field(name, 'http.field.choose')
  },
  shown: async (values) => {
    const titles = await titlesOf(values)
    return (value) => {
      const title = titles.get(value)
      return title && <a href={`/annexes/${value}`}>{title}</a>
    }
  },
  plain: async (values) => {
    const titles = await titlesOf(values)
    return (value) => titles.get(value) ?? null
  },
  leaves: null,
  order: null,
})

/** The titles of annexes; those of dossiers that may not be seen, or withdrawn since, have none. */
async function titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: string }>`
    select a.id, a.title from commons.annex a
    join commons.dossier d on d.tenant_id = a.tenant_id and d.id = a.dossier_id
    where a.id = any(${[...ids]}::uuid[]) and a.removed_at is null and ${seen()}`.execute(db())
  return new Map(rows.map((row) => [row.id, row.title]))
}
