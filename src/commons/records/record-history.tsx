import type { Child } from 'hono/jsx'
import type { Latest } from '#kernel/db'
import type { EventData } from '#kernel/events'
import { t } from '#kernel/i18n'
import { type Dossier, type HistoryLine, pathOf } from '#commons/dossiers'
import { DossierHistory } from '#commons/workflow'
import type { Field } from './field.ts'
import { type Fields, labelsOf, toldIn } from './fields.ts'
import { link } from './links.tsx'

/**
 * What an edit changed, for its line of history: its fields, and of each what stood there before and stands
 * there now. Of a long text, and of what says something of a person, history keeps only that it changed.
 */
export function changesOf(fields: Fields, before: object, patch: object): EventData {
  const kept = Object.entries(patch).flatMap(([name, after]) => {
    const field = fields[name]
    if (!field || field.personal || field.long || !(name in before)) return []
    return [[name, [Reflect.get(before, name) ?? null, after]]]
  })
  return { fields: Object.keys(patch), changes: Object.fromEntries(kept) }
}

interface RecordHistoryProps {
  of: Dossier
  fields: Fields
  lines: Latest<HistoryLine>
}

/** The history of a dossier in words; nothing of a field that is withheld from the one who reads. */
export async function RecordHistory({ of, fields, lines }: RecordHistoryProps) {
  const readable = toldIn(fields, of) as Fields // Some of them.
  const told = new Map<string, Child>()
  for (const { id, data } of lines.rows) {
    const { copy_of, changes } = data
    if (typeof copy_of === 'string') told.set(id, await originalIn(of.kind, copy_of))
    if (changes) told.set(id, await changesIn(readable, data))
  }
  return (
    <DossierHistory
      lines={lines}
      path={pathOf(of.kind, of.id)}
      labels={labelsOf(readable)}
      told={told}
    />
  )
}

/** What changed, a line a field: « Organe : Collège → Conseil ». */
async function changesIn(fields: Fields, { fields: names, changes }: EventData): Promise<Child> {
  const kept = typeof changes === 'object' && changes !== null ? changes : {}
  const told = (Array.isArray(names) ? names.map(String) : []).flatMap((name) =>
    fields[name] ? [changeIn(fields[name], Reflect.get(kept, name))] : [],
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
