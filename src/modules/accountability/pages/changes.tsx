import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type MessageKey, formatDate, formatNumber, t } from '#kernel/i18n'
import { Table } from '#kernel/ui'
import { euros, parts, percent, sdgKey } from '#modules/strategy'
import type { ComparedField, Difference } from '../compare.ts'
import type { ContentElement } from '../content.ts'
import { stateIn } from '../version-report.ts'

type Known = ReadonlyMap<string, ContentElement>

/** A field: what it is called, and its value in lines of words. */
interface Spoken {
  label: MessageKey
  say: (one: ContentElement, known: Known) => readonly string[]
}

type Named<T> = { [F in ComparedField]: ContentElement[F] extends T ? F : never }[ComparedField]

const text = (label: MessageKey, field: Named<string>): Spoken => ({
  label,
  say: (one) => [one[field]],
})
const list = (label: MessageKey, field: Named<string[]>): Spoken => ({
  label,
  say: (one) => one[field],
})
const day = (label: MessageKey, field: Named<string | null>): Spoken => ({
  label,
  say: (one) => {
    const date = one[field]
    return date ? [formatDate(Temporal.PlainDate.from(date))] : []
  },
})

const fields: Readonly<Record<ComparedField, Spoken>> = {
  title: text('strategy.field.title', 'title'),
  reference: text('strategy.field.reference', 'reference'),
  state: { label: 'strategy.element.state', say: (one) => [stateIn(one)] },
  description: text('strategy.field.description', 'description'),
  comments: text('strategy.field.comments', 'comments'),
  observation: text('strategy.field.observation', 'observation'),
  budget_comments: text('strategy.field.budget_comments', 'budget_comments'),
  remark: text('strategy.field.remark', 'remark'),
  priority: {
    label: 'strategy.field.priority',
    say: ({ priority }) => (priority === null ? [] : [t(`strategy.priority.${priority as 0}`)]), // 0 to 2.
  },
  categories: list('strategy.field.categories', 'categories'),
  plans: list('strategy.field.plans', 'plans'),
  sdgs: {
    label: 'strategy.field.sdgs',
    say: ({ sdgs }) => sdgs.map((goal) => t('strategy.sdg.tag', { goal, name: t(sdgKey(goal)) })),
  },
  partners: list('strategy.field.partners', 'partners'),
  planned_begin: day('strategy.field.planned_begin', 'planned_begin'),
  due_on: day('strategy.field.planned_end', 'due_on'),
  effective_begin: day('strategy.field.effective_begin', 'effective_begin'),
  effective_end: day('strategy.field.effective_end', 'effective_end'),
  done: { label: 'strategy.field.progress', say: ({ done }) => [percent(done)] },
  health: {
    label: 'strategy.field.health',
    say: ({ health }) => [t(`strategy.health.${health ?? 'unknown'}`)],
  },
  health_reason: text('strategy.health.reason', 'health_reason'),
  fte: { label: 'strategy.field.fte', say: ({ fte }) => [formatNumber(fte)] },
  people: {
    label: 'strategy.people',
    say: ({ people }) =>
      parts.flatMap((part) => {
        const names = people.filter((one) => one.part === part).map(({ name }) => name)
        const label = t(`strategy.part.${part}`)
        return names.length > 0 ? [labelled(label, names.join(', '))] : []
      }),
  },
  places: {
    label: 'strategy.places',
    say: ({ places }, known) =>
      places.map(({ parent, weight }) => {
        const above = known.get(parent)
        return labelled(above ? nameOf(above) : '', percent(weight / 100))
      }),
  },
  own: {
    label: 'strategy.field.budget',
    say: ({ own }) =>
      own.map(({ year, source, cents }) => labelled(`${year}, ${source}`, euros(cents))),
  },
  indicators: {
    label: 'strategy.field.indicators',
    say: ({ indicators }) =>
      indicators.map(({ label, value, target, unit }) => {
        const figure = (number: number | null) => (number === null ? '—' : formatNumber(number))
        return labelled(label, `${figure(value)} / ${figure(target)} ${unit}`)
      }),
  },
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
    const lines = fields[field].say(one, known).filter(Boolean)
    if (lines.length === 0) return <span class="muted">{t('accountability.compare.nothing')}</span>
    // Whole texts stand side by side: struck through, they would be hard to read.
    if (field === 'description') return <div class="act">{raw(lines.join(''))}</div>
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
        { header: t('accountability.compare.field'), cell: (field) => t(fields[field].label) },
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
