import type { Child } from 'hono/jsx'
import {
  type MessageKey,
  formatDate,
  formatNumber,
  knownMessage,
  t,
  euros,
  percent,
} from '#kernel/i18n'
import { goalKey } from '#commons/vocabularies'
import { ActText } from '#kernel/pages'
import { Table } from '#kernel/ui'
import { parts } from '#modules/strategy'
import type { ComparedField, Difference } from '../compare.ts'
import type { ContentElement } from '../content.ts'
import { saidFacts } from '../said.ts'
import { stateIn } from '../version-report.ts'

type Known = ReadonlyMap<string, ContentElement>

/** What a field is called where it is not `strategy.field.<its name>`. */
const labels: Partial<Record<ComparedField, MessageKey>> = {
  state: 'strategy.element.state',
  due_on: 'strategy.field.planned_end',
  done: 'strategy.field.progress',
  health_reason: 'strategy.health.reason',
  said: 'strategy.labels',
  people: 'strategy.people',
  places: 'strategy.places',
  own: 'strategy.field.budget',
}

function labelOf(field: ComparedField): string {
  const key = labels[field] ?? knownMessage(`strategy.field.${field}`)
  return key ? t(key) : field
}

const dates: readonly ComparedField[] = [
  'planned_begin',
  'due_on',
  'effective_begin',
  'effective_end',
]

/** Values that are not said as they are kept, each in lines of words. */
const sayings: Partial<
  Record<ComparedField, (one: ContentElement, known: Known) => readonly string[]>
> = {
  state: (one) => [stateIn(one)],
  sdgs: ({ sdgs }) => sdgs.map((goal) => t('strategy.sdg.tag', { goal, name: t(goalKey(goal)) })),
  priority: ({ priority }) => (priority === null ? [] : [t(`strategy.priority.${priority as 0}`)]), // 0 to 2.
  done: ({ done }) => (done === null ? [] : [percent(done)]),
  health: ({ health }) => [t(`strategy.health.${health ?? 'unknown'}`)],
  fte: ({ fte }) => [formatNumber(fte)],
  said: (one) => saidFacts(one).map(({ label, value }) => labelled(label, value)),
  people: ({ people }) =>
    parts.flatMap((part) => {
      const names = people.filter((one) => one.part === part).map(({ name }) => name)
      return names.length > 0 ? [labelled(t(`strategy.part.${part}`), names.join(', '))] : []
    }),
  places: ({ places }, known) =>
    places.map(({ parent, weight }) => {
      const above = known.get(parent)
      return labelled(above ? nameOf(above) : '', percent(weight / 100))
    }),
  own: ({ own }) =>
    own.map(({ year, source, cents }) => labelled(`${year}, ${source}`, euros(cents))),
  indicators: ({ indicators }) =>
    indicators.map(({ label, value, target, unit }) => {
      const figure = (number: number | null) => (number === null ? '—' : formatNumber(number))
      return labelled(label, `${figure(value)} / ${figure(target)} ${unit}`)
    }),
}

function say(field: ComparedField, one: ContentElement, known: Known): readonly string[] {
  const own = sayings[field]
  if (own) return own(one, known)
  const words = [one[field]].flat().filter(Boolean).map(String)
  return dates.includes(field)
    ? words.map((day) => formatDate(Temporal.PlainDate.from(day)))
    : words
}

const labelled = (label: string, value: string) =>
  t('accountability.compare.labelled', { label, value })

/** « OO.2 Réduire la consommation des bâtiments » */
export const nameOf = ({ reference, title }: ContentElement) =>
  [reference, title].filter(Boolean).join(' ')

interface ChangesProps {
  difference: Extract<Difference, { kind: 'changed' }>
  known: Known
}

/** What changed in an element, before and after side by side, in words. */
export function Changes({ difference, known }: ChangesProps) {
  const said = (field: ComparedField, one: ContentElement, Mark: 'del' | 'ins'): Child => {
    const lines = say(field, one, known)
    if (lines.length === 0) return <span class="muted">{t('accountability.compare.nothing')}</span>
    // Whole texts stand side by side: struck through, they would be hard to read.
    if (field === 'description')
      return <ActText html={lines.join('')} label={t('strategy.field.description')} />
    return lines.map((line) => (
      <div>
        <Mark>{line}</Mark>
      </div>
    ))
  }
  return (
    <Table
      caption={nameOf(difference.element)}
      hideCaption
      rows={difference.fields}
      columns={[
        { header: t('accountability.compare.field'), cell: labelOf },
        {
          header: t('accountability.compare.before'),
          cell: (field) => said(field, difference.before, 'del'),
        },
        {
          header: t('accountability.compare.after'),
          cell: (field) => said(field, difference.element, 'ins'),
        },
      ]}
    />
  )
}
