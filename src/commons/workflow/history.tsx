import { formatDateTime } from '#kernel/i18n'
import { Badge, History } from '#kernel/ui'
import type { HistoryLine } from '#commons/dossiers'
import { deedName, stateName } from './change.ts'
import type { Workflow } from './definition.ts'

/** The history of a dossier: who did what, when, and why. */
export function DossierHistory({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <History
      entries={lines.map(({ type, actor_name, at, data }) => ({
        who: actor_name,
        what: deedName(type),
        when: { text: formatDateTime(at, 'short'), datetime: at.toString() },
        detail: detailOf(data),
      }))}
    />
  )
}

function detailOf(data: HistoryLine['data']): string | undefined {
  const said = data['comment'] ?? data['title']
  return typeof said === 'string' ? said : undefined
}

/** The state of a dossier in a word, with its tone. */
export function StateBadge({ flow, state }: { flow: Workflow; state: string }) {
  return <Badge tone={flow.states[state]?.tone ?? 'neutral'}>{stateName(flow.kind, state)}</Badge>
}
