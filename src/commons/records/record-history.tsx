import type { Child } from 'hono/jsx'
import type { Latest } from '#kernel/db'
import type { EventData } from '#kernel/events'
import { t } from '#kernel/i18n'
import { type Dossier, type History, type HistoryLine, pathOf, rewordedIn } from '#commons/dossiers'
import { DossierHistory } from '#commons/workflow'
import type { Field } from './field.ts'
import { type Fields, labelsOf, toldIn } from './fields.ts'
import { link } from './links.tsx'

/**
 * What an edit changed, for its line of history: its fields, and of each what stood there before and stands
 * there now; long texts apart (`texts`). Of what says something of a person, history keeps only that it changed.
 */
export function changesOf(fields: Fields, before: object, patch: object): History {
  const kept = Object.entries(patch).flatMap(([name, after]: [string, unknown]) => {
    const field = fields[name]
    if (!field || field.personal || !(name in before)) return []
    const was: unknown = Reflect.get(before, name)
    return [{ name, was, after, long: field.long === true }]
  })
  const changes = kept
    .filter(({ long }) => !long)
    .map(({ name, was, after }) => [name, [was ?? null, after]])
  const texts = kept.flatMap(({ name, was, after, long }) =>
    long && typeof was === 'string' && typeof after === 'string' ? [[name, [was, after]]] : [],
  )
  return {
    fields: Object.keys(patch),
    changes: Object.fromEntries(changes),
    ...(texts.length > 0 && { texts: Object.fromEntries(texts) }),
  }
}

interface RecordHistoryProps {
  of: Dossier
  fields: Fields
  lines: Latest<HistoryLine>
  /** What a line of another deed tells, where the trade says more of it. */
  tells?: (line: HistoryLine) => Child | undefined
  /** Its kind has the pages of what changed in a long text (`rewordingRoute`). */
  reworded?: true
}

/** The history of a dossier in words; nothing of a field that is withheld from the one who reads. */
export async function RecordHistory({ of, fields, lines, tells, reworded }: RecordHistoryProps) {
  const readable = toldIn(fields, of) as Fields // Some of them.
  const path = pathOf(of.kind, of.id)
  const told = new Map<string, Child>()
  for (const line of lines.rows) {
    const { id, data } = line
    const { copy_of, changes } = data
    const more = tells?.(line)
    if (more) told.set(id, more)
    if (typeof copy_of === 'string') told.set(id, await originalIn(of.kind, copy_of))
    if (changes) told.set(id, await changesIn(readable, data, reworded && `${path}/history/${id}`))
  }
  return <DossierHistory lines={lines} path={path} labels={labelsOf(readable)} told={told} />
}

/** What changed, a line a field: « Organe : Collège → Conseil ». */
async function changesIn(
  fields: Fields,
  data: EventData,
  path: string | undefined,
): Promise<Child> {
  const { fields: names, changes } = data
  const kept = typeof changes === 'object' && changes !== null ? changes : {}
  const reworded = path && rewordedIn(data)
  const told = (Array.isArray(names) ? names.map(String) : []).flatMap(
    (name): (Child | Promise<Child>)[] => {
      const field = fields[name]
      if (!field) return []
      if (!reworded || !reworded.has(name)) return [changeIn(field, Reflect.get(kept, name))]
      const sentence = t('records.changed_only', { label: t(field.label) })
      return [<a href={`${path}#${name}`}>{sentence}</a>]
    },
  )
  return (
    <>
      {(await Promise.all(told)).map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}

async function changeIn(field: Field<unknown>, change: unknown): Promise<Child> {
  const label = t(field.label)
  if (!Array.isArray(change)) return t('records.changed_only', { label })
  const [before, after] = change.map((value: unknown) => readBack(field, value))
  const tell = await field.shown([before, after])
  return (
    <>
      {label} : {tell(before) || '—'} → {tell(after) || '—'}
    </>
  )
}

/** A value of a column that was kept as JSON: days and hours are text there. */
function readBack({ schema }: Field<unknown>, value: unknown): unknown {
  const read = schema.safeParse(value)
  return read.success ? read.data : value
}

/** Of which dossier it is a copy: a link, for those who may see that one. */
async function originalIn(kind: string, id: string): Promise<Child> {
  const { shown } = link([kind], { label: 'records.copy_of' })
  return (
    <>
      {t('records.copy_of')} {(await shown([id]))(id)}
    </>
  )
}
