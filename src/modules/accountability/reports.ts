import { type Actor, actAs, permission } from '#kernel/access'
import { formatDate, t, euros, percent } from '#kernel/i18n'
import { type RichText, isEmpty, toTree } from '#kernel/richtext'
import { inItsLanguage, itsLanguage } from '#kernel/tenancy'
import { today } from '#commons/clock'
import {
  type DocumentTemplate,
  formats,
  type Report,
  type ReportBlock,
  type ReportCell,
} from '#commons/documents'
import { agent } from '#commons/directory'
import { read } from '#commons/dossiers'
import { stateName } from '#commons/workflow'
import {
  loadTree,
  type Plan,
  type PlanTab,
  plans,
  shownFields,
  workflowOf,
} from '#modules/strategy'
import { type ContentElement, contentOf, type PlanContent } from './content.ts'
import {
  centsOf,
  factsOf,
  healthOf,
  indicatorsIn,
  isAction,
  named,
  peopleOf,
  stateOf,
  type Told,
  toldOf,
  unique,
} from './told.ts'

/** The reports of a plan: of its follow-up (rapport de suivi), by service, and in full. */
export const reportNames = ['follow_up', 'by_manager', 'detail'] as const
type ReportName = (typeof reportNames)[number]

const reads = permission('strategy.read')

/** The tabs of a plan that tell how it goes. */
export const reportTabs: PlanTab[] = [
  { name: 'dashboard', label: 'accountability.tab.dashboard', permission: reads, position: 10 },
  { name: 'actions', label: 'strategy.tab.actions', permission: reads, position: 20 },
  { name: 'board', label: 'accountability.tab.board', permission: reads, position: 30 },
  { name: 'gantt', label: 'accountability.tab.gantt', permission: reads, position: 40 },
  { name: 'one-page', label: 'accountability.tab.one_page', permission: reads, position: 50 },
  { name: 'documents', label: 'accountability.tab.documents', permission: reads, position: 60 },
]

type Writer = (told: readonly Told[], content: PlanContent, plan: Plan) => ReportBlock[]

const followUp: Writer = (told, { years }) => [
  ...overview(told, years),
  ...told.flatMap((volet): ReportBlock[] => [
    { kind: 'heading', level: 1, text: volet.one.title },
    ...volet.below.flatMap(({ one, below }): ReportBlock[] => [
      { kind: 'heading', level: 2, number: one.reference, text: one.title },
      ...below.flatMap(objective),
    ]),
  ]),
]

/** Where the plan is: its strategic objectives, its actions by state, its money, what is late. */
function overview(told: readonly Told[], years: readonly number[]): ReportBlock[] {
  const all = unique(told)
  const actions = all.filter(isAction)
  const late = all.filter((each) => isAction(each) && each.one.late)
  const states = Object.keys(workflowOf['strategy.action'].states).filter(
    (name) => name !== 'created',
  )
  const names = states.map((name) => stateName('strategy.action', name))
  return [
    { kind: 'heading', level: 1, text: t('accountability.report.overview') },
    ...told.flatMap(({ below }) => below.flatMap(bar)),
    {
      kind: 'table',
      caption: t('accountability.board.states'),
      columns: [...names, t('budgets.total')].map((header) => ({ header, kind: 'number' })),
      rows: [
        [
          ...states.map((name) => actions.filter(({ one }) => one.state === name).length),
          actions.length,
        ],
      ],
    },
    ...budgetTable(told, years),
    ...(late.length > 0 ? [actionTable(t('accountability.report.late'), late)] : []),
  ]
}

const bar = ({ one }: Told): ReportBlock[] => progress(named(one), one)

/** How far an element is; nothing where the plan hides it. */
const progress = (label: string, { done: value }: ContentElement): ReportBlock[] =>
  value === null ? [] : [{ kind: 'progress', label, value }]

/** Sources down, years across: the totals of the volets, in which nothing counts twice. */
function budgetTable(told: readonly Told[], years: readonly number[]): ReportBlock[] {
  const amounts = told.flatMap(({ one }) => one.total)
  const sources = [...new Set(amounts.map(({ source }) => source))]
  const row = (name: string, wanted: typeof amounts): ReportCell[] => {
    const sum = (some: typeof amounts) =>
      some.reduce((total, { cents }) => total + cents, 0) || null
    return [
      name,
      ...years.map((when) => sum(wanted.filter(({ year }) => year === when))),
      sum(wanted),
    ]
  }
  const heads = [...years.map(String), t('budgets.total')]
  return [
    {
      kind: 'table',
      caption: t('budgets.totals'),
      columns: [
        { header: t('budgets.source'), width: 2 },
        ...heads.map((header) => ({ header, kind: 'money' as const })),
      ],
      rows: sources
        .toSorted((a, b) => a.localeCompare(b, itsLanguage()))
        .map((name) =>
          row(
            name,
            amounts.filter(({ source }) => source === name),
          ),
        ),
      total: row(t('budgets.total'), amounts),
    },
  ]
}

const answering = [
  'mandataries',
  'administrators',
  'managers',
  'planned_end',
  'indicators',
  'remark',
]

/** An operational objective: who answers for it, how far it is, what is measured, its actions. */
function objective(told: Told): ReportBlock[] {
  const { one, below } = told
  const rows = below.flatMap((action) => [action, ...action.below])
  const caption = t('accountability.report.actions_of', { reference: named(one) })
  return [
    { kind: 'heading', level: 3, number: one.reference, text: one.title },
    { kind: 'facts', facts: factsOf(one, answering) },
    ...progress(stateOf(one), one),
    ...(rows.length > 0 ? [actionTable(caption, rows, told)] : []),
  ]
}

/** Actions with their state, progress, deadline, people, money, health and remark. */
function actionTable(caption: string, rows: readonly Told[], whole?: Told): ReportBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: t('accountability.report.reference'), width: 0.5 },
      { header: t('strategy.level.action'), width: 3.2 },
      { header: t('strategy.element.state'), width: 1.2 },
      { header: t('accountability.report.done'), kind: 'percent', width: 0.6 },
      { header: t('strategy.field.planned_end'), kind: 'date', width: 0.8 },
      { header: t('accountability.report.people'), width: 2 },
      { header: t('strategy.field.budget'), kind: 'money', width: 1 },
      { header: t('accountability.report.remark'), width: 2.1 },
    ],
    rows: rows.map(actionRow),
    ...(whole && { total: ['', t('accountability.report.total'), ...actionRow(whole).slice(2)] }),
  }
}

function actionRow({ one, weight }: Told): ReportCell[] {
  const { reference, title, places, done, deadline, remark } = one
  const part = places.length > 1 && t('strategy.place.share', { share: percent(weight / 100) })
  const people = [...peopleOf(one, 'manager'), ...peopleOf(one, 'bearer')].join(', ')
  return [
    ...[reference, [title, part].filter(Boolean).join(', '), stateOf(one), done],
    ...[deadline && Temporal.PlainDate.from(deadline), people, centsOf(one) || null],
    sentences([healthOf(one), ...indicatorsIn(one), remark]),
  ]
}

const sentences = (said: readonly string[]) =>
  said
    .filter(Boolean)
    .map((one) => one.replace(/\.$/, ''))
    .join('. ')

/** The same actions, by the services that manage them. */
const byManager: Writer = (told) => {
  const actions = unique(told).filter(isAction)
  const services = [...new Set(actions.flatMap(({ one }) => peopleOf(one, 'manager')))]
  return services
    .toSorted((a, b) => a.localeCompare(b, itsLanguage()))
    .flatMap((service): ReportBlock[] => {
      const own = actions.filter(({ one }) => peopleOf(one, 'manager').includes(service))
      const late = own.filter(({ one }) => one.late).length
      return [
        { kind: 'heading', level: 1, text: service },
        {
          kind: 'paragraph',
          text: t('accountability.report.service', { count: own.length, late }),
        },
        actionTable(t('accountability.report.managed', { service }), own),
      ]
    })
}

/** Everything that is said of every element, once, then the money of the whole. */
const detail: Writer = (told, { years }, plan) => [
  ...unique(told).flatMap(({ one }) => described(one, plan)),
  { kind: 'heading', level: 1, text: t('strategy.field.budget') },
  ...budgetTable(told, years),
]

function described(one: ContentElement, plan: Plan): ReportBlock[] {
  const { depth, level, reference, title, by_hand, partners } = one
  const description = one.description as RichText // The content of a plan holds what `clean` wrote.
  const facts = [
    ...factsOf(one, [...shownFields(plan.fields, level), 'remark']),
    { label: t('strategy.field.partners'), value: partners.join(', ') },
    { label: t('accountability.report.by_hand'), value: by_hand ?? '' },
  ]
  const label = level === 'volet' ? t('strategy.field.progress') : stateOf(one)
  return [
    { kind: 'heading', level: headings[depth - 1] ?? 4, number: reference, text: title },
    ...(isEmpty(description) ? [] : [{ kind: 'rich' as const, blocks: toTree(description) }]),
    ...progress(label, one),
    { kind: 'facts', facts: facts.filter(({ value }) => value) },
  ]
}

const headings = [1, 2, 3] as const

const writers: Record<ReportName, Writer> = { follow_up: followUp, by_manager: byManager, detail }

/** Reads what the whole house may read, whoever asked and as whoever the job runs. */
const everyAgent: Actor = { id: null, name: '', principals: [agent.principal] }

async function reported(name: ReportName, plan: Plan): Promise<Report> {
  const content = await actAs(everyAgent, async () => contentOf(await loadTree(plan)))
  const told = toldOf(content)
  return {
    title: t(`accountability.report.${name}`),
    subtitle: plan.title,
    facts: [
      { label: t('accountability.report.on'), value: formatDate(today()) },
      { label: t('accountability.report.state'), value: stateName('strategy.plan', plan.state) },
      ...told.map(({ one }) => ({
        label: one.title,
        value: t('accountability.report.standing', {
          done: one.done === null ? '—' : percent(one.done),
          amount: euros(centsOf(one)),
        }),
      })),
    ],
    landscape: name !== 'detail',
    blocks: writers[name](told, content, plan),
  }
}

/** They hold what the whole house may read; so whoever may read the plan takes them. */
export const reportTemplates: DocumentTemplate[] = reportNames.map((name) => ({
  name: `accountability.${name}`,
  formats,
  compose: (id) =>
    inItsLanguage(async () => ({
      language: itsLanguage(),
      report: await reported(name, await read(plans, id)),
    })),
  readers: async (id) => (await read(plans, id)).readers,
}))
