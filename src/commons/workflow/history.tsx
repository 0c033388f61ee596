import type { Child } from 'hono/jsx'
import type { Latest } from '#kernel/db'
import { formatDateTime } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { Badge, Cut, History } from '#kernel/ui'
import type { HistoryLine } from '#commons/dossiers'
import { deedName, stateName } from './change.ts'
import type { Workflow } from './definition.ts'

interface DossierHistoryProps {
  lines: Latest<HistoryLine>
  /** The address of the page, which shows all of it where its query says `all=history`. */
  path: string
  /** What the fields are called that an edit changed, by their names. */
  labels?: Readonly<Record<string, string>>
  /** What more is told of a line, by its id; it stands for the names of fields. */
  told?: ReadonlyMap<string, Child>
}

/** The history of a dossier: who did what, when, and why. */
export function DossierHistory({ lines, path, labels = {}, told }: DossierHistoryProps) {
  return (
    <>
      <History
        entries={lines.rows.map(({ id, type, actor_name, at, data }) => ({
          who: actor_name,
          what: deedName(type),
          when: { text: formatDateTime(at, 'short'), datetime: at },
          detail: told?.get(id) ?? detailOf(data, labels),
        }))}
      />
      <Cut of={lines} href={`${path}?all=history`} />
    </>
  )
}

function detailOf(
  data: HistoryLine['data'],
  labels: Readonly<Record<string, string>>,
): Child | undefined {
  const { comment, title, fields, at, into } = data
  const levels = [at, into].filter((one) => typeof one === 'string')
  const said = [levels.join(' → '), comment ?? title].filter(
    (one) => typeof one === 'string' && one,
  )
  if (said.length > 0) return <span lang={itsLanguage()}>{said.join(' · ')}</span>
  const named = Array.isArray(fields) ? fields.flatMap((name) => labels[String(name)] ?? []) : []
  return named.join(', ') || undefined
}

/** The state of a dossier in a word, with its tone. */
export function StateBadge({ flow, state }: { flow: Workflow; state: string }) {
  return <Badge tone={flow.states[state]?.tone ?? 'neutral'}>{stateName(flow.kind, state)}</Badge>
}
