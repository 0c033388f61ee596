import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { EmptyState, Note, Stack } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { stateName } from '#commons/workflow'
import {
  elementPath,
  loadTree,
  PlanHead,
  type PlanNode,
  plans,
  workflowOf,
} from '#modules/strategy'
import { pages } from './routes.ts'
import { Poster, type PosterLine } from './poster.tsx'

const { kind, states } = workflowOf['strategy.action']

pages.get('/plans/:id/one-page', permission('strategy.read'), async (c) => {
  const plan = await load(c, plans)
  const { roots } = await loadTree(plan)
  const bands = roots.map((volet) => ({
    ...partOf(volet),
    columns: volet.children.map((strategic) => ({
      ...partOf(strategic),
      groups: strategic.children.map((operational) => ({
        ...partOf(operational),
        lines: operational.children.map(lineOf),
      })),
    })),
  }))
  return page(
    c,
    { title: plan.title, pageClass: 'wide' },
    <>
      <PlanHead plan={plan} current="one-page" />
      <Stack>
        <Note>{t('accountability.page.print')}</Note>
        {bands.every(({ columns }) => columns.length === 0) ? (
          <EmptyState icon="target" sentence={t('accountability.board.empty')} />
        ) : (
          <Poster bands={bands} legend={legend()} />
        )}
      </Stack>
    </>,
  )
})

const partOf = (node: PlanNode) => ({
  reference: node.reference,
  text: node.title,
  href: elementPath(node),
  value: node.done,
})

const lineOf = (node: PlanNode): PosterLine => ({
  ...partOf(node),
  tone: states[node.state]?.tone ?? 'neutral',
  state: stateName(kind, node.state),
  ...(node.late && { warning: t('strategy.date.late') }),
})

/** States that share a mark stand together. */
function legend() {
  const tones = [...new Set(Object.values(states).map(({ tone = 'neutral' }) => tone))]
  return tones.map((tone) => ({
    tone,
    label: Object.keys(states)
      .filter((name) => states[name]?.tone === tone)
      .map((name) => stateName(kind, name))
      .join(', '),
  }))
}
