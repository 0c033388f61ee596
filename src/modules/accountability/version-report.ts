import { formatDate, t } from '#kernel/i18n'
import { toTree } from '#kernel/richtext'
import type { Report, ReportBlock, ReportCell } from '#commons/documents'
import { stateName } from '#commons/workflow'
import { levelRules } from '#modules/strategy'
import type { ContentElement } from './content.ts'
import { toldOf, unique } from './told.ts'
import type { FrozenVersion } from './version.ts'

/** A frozen version for print: what was said of the plan, then its elements, a table a volet. */
export function versionReport(version: FrozenVersion): Report {
  const { content, purpose, report, frozen_on, frozen_by, hash } = version
  // What is only created is for those who work on it, as on every page.
  const shown = new Set(unique(toldOf(content)).map(({ one }) => one.id))
  const elements = content.elements.filter(({ id }) => shown.has(id))
  const volets = elements.flatMap(({ depth }, at) => (depth === 1 ? [at] : []))
  const said: ReportBlock[] = [
    { kind: 'heading', level: 1, text: t('accountability.version.report') },
    { kind: 'rich', blocks: toTree(report) },
  ]
  return {
    title: content.title,
    subtitle: t(`accountability.purpose.${purpose}`),
    landscape: true,
    facts: [
      { label: t('accountability.version.on'), value: formatDate(frozen_on) },
      { label: t('accountability.version.by'), value: frozen_by },
      { label: t('accountability.version.hash'), value: hash },
    ],
    blocks: [
      ...(report ? said : []),
      ...volets.flatMap((from, index) => tableOf(elements.slice(from, volets[index + 1]))),
    ],
  }
}

function tableOf([volet, ...below]: readonly ContentElement[]): ReportBlock[] {
  if (!volet) return []
  return [
    { kind: 'heading', level: 1, text: volet.title },
    {
      kind: 'table',
      caption: t('accountability.version.elements'),
      columns: [
        { header: t('strategy.field.reference'), width: 1 },
        { header: t('strategy.field.title'), width: 5 },
        { header: t('strategy.field.managers'), width: 2 },
        { header: t('strategy.element.state'), width: 1 },
        { header: t('strategy.field.planned_end'), kind: 'date' },
        { header: t('strategy.field.progress'), kind: 'percent' },
        { header: t('strategy.field.budget'), kind: 'money' },
      ],
      rows: below.map(rowOf),
    },
  ]
}

const rowOf = (one: ContentElement): ReportCell[] => [
  one.reference,
  one.title,
  managersOf(one),
  stateIn(one),
  one.deadline && Temporal.PlainDate.from(one.deadline),
  one.done,
  totalOf(one) || null,
]

const managersOf = ({ people }: ContentElement) =>
  people.flatMap(({ part, name }) => (part === 'manager' ? [name] : [])).join(', ')

/** The state of an element in a word. */
export const stateIn = ({ level, state }: ContentElement) =>
  stateName(levelRules[level].kind, state)

/** What an element costs with all below it, in cents. */
export const totalOf = ({ total }: ContentElement) =>
  total.reduce((sum, { cents }) => sum + cents, 0)
