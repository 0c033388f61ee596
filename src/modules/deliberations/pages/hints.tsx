import { t } from '#kernel/i18n'
import { Note } from '#kernel/ui'
import type { AgendaLine } from '../agenda.ts'
import { hintsOf } from '../hint.ts'
import { type Item, itemPath, mayEdit } from '../item.ts'
import { hintsOnAgenda, type HintedLine } from '../agenda-hints.ts'
import type { Meeting } from '../meeting.ts'

/** On the page of a point: what its title lets one expect and it does not say, for who may still change it. */
export async function ItemHints({ item }: { item: Item }) {
  if (!mayEdit(item)) return null
  const [hints = []] = await hintsOf([item])
  return hints.map(({ key, params }) => (
    <Note tone="warn">
      {t(key, params)} <a href={`${itemPath(item)}/edit`}>{t('deliberations.item.edit')}</a>
    </Note>
  ))
}

interface AgendaHintsProps {
  meeting: Meeting
  agenda: readonly AgendaLine[]
}

/** On the page of a meeting, until it is closed: what to look at before its agenda is fixed and its points decided. */
export async function AgendaHints({ meeting, agenda }: AgendaHintsProps) {
  const lines = await hintsOnAgenda(meeting, agenda)
  if (lines.length === 0) return null
  return (
    <Note tone="warn" title={t('deliberations.meeting.hints')}>
      <ul>
        {lines.map((line) => (
          <HintLine {...line} />
        ))}
      </ul>
    </Note>
  )
}

const HintLine = ({ line, hint: { key, params } }: HintedLine) => (
  <li>
    <a href={itemPath(line)}>{`${line.number}. ${line.title}`}</a>
    {' – '}
    {t(key, params)}
  </li>
)
