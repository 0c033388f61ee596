import { t } from '#kernel/i18n'
import { Board } from './board.tsx'
import { Menu, PostButton } from './button.tsx'
import { Gantt, type GanttRow } from './gantt.tsx'
import { Badge, type Tone } from './mark.tsx'
import { Meter } from './meter.tsx'
import { Card } from './page.tsx'
import { Sparkline } from './shares.tsx'
import type { Column } from './table.tsx'
import { type TreeNode, TreeTable } from './tree-table.tsx'

/** Things that contain one another: as a table, on a board, in time. */
export function GuideTree() {
  return (
    <>
      <GuideTreeTable />
      <GuideBoard />
      <GuideGantt />
    </>
  )
}

interface Work {
  number: string
  name: string
  service: string
  progress: number | null
  estimated?: boolean
  state: { tone: Tone; label: string }
  year: readonly (number | null)[]
}

const leaf = (row: Work): TreeNode<Work> => ({ id: row.number, row, children: [] })

function works(): TreeNode<Work>[] {
  const open = { tone: 'info', label: t('ui.guide.mark.open') } as const
  const good = { tone: 'good', label: t('ui.guide.mark.approved') } as const
  const late = { tone: 'bad', label: t('ui.guide.mark.late') } as const
  const draft = { tone: 'neutral', label: t('ui.guide.mark.draft') } as const
  const [work, mobility] = [t('ui.guide.service.works'), t('ui.guide.service.mobility')]
  return [
    {
      id: '1',
      row: {
        number: '1',
        name: t('ui.guide.tree.one'),
        service: '',
        progress: 52,
        estimated: true,
        state: open,
        year: [12, 20, 34, 52],
      },
      children: [
        {
          id: '1.1',
          row: {
            number: '1.1',
            name: t('ui.guide.tree.two'),
            service: work,
            progress: 65,
            state: open,
            year: [10, 32, 41, 65],
          },
          children: [
            leaf({
              number: '1.1.1',
              name: t('ui.guide.tree.three'),
              service: work,
              progress: 100,
              state: good,
              year: [20, 60, 90, 100],
            }),
            leaf({
              number: '1.1.2',
              name: t('ui.guide.tree.four'),
              service: work,
              progress: 30,
              state: late,
              year: [0, 30, 30, 30],
            }),
          ],
        },
        leaf({
          number: '1.2',
          name: t('ui.guide.tree.five'),
          service: mobility,
          progress: null,
          state: draft,
          year: [null, null, 5, 8],
        }),
      ],
    },
    {
      id: '2',
      open: false,
      row: {
        number: '2',
        name: t('ui.guide.tree.six'),
        service: '',
        progress: 20,
        state: open,
        year: [5, 8, 15, 20],
      },
      children: [
        leaf({
          number: '2.1',
          name: t('ui.guide.tree.seven'),
          service: mobility,
          progress: 20,
          state: open,
          year: [5, 8, 15, 20],
        }),
      ],
    },
  ]
}

function GuideTreeTable() {
  const columns: Column<Work>[] = [
    {
      header: t('ui.guide.table.subject'),
      cell: ({ number, name }) => (
        <a href="#main">
          {number} {name}
        </a>
      ),
    },
    { header: t('ui.guide.table.service'), cell: (row) => row.service },
    {
      header: t('ui.guide.tree.progress'),
      cell: ({ progress, estimated, name, state }) => (
        <Meter value={progress} label={name} tone={state.tone} estimated={estimated} />
      ),
    },
    {
      header: t('ui.guide.tree.trend'),
      cell: ({ year, name }) => <Sparkline values={year} target={60} label={name} />,
    },
    {
      header: t('ui.guide.table.state'),
      cell: ({ state }) => <Badge tone={state.tone}>{state.label}</Badge>,
    },
  ]
  return (
    <Card title={t('ui.guide.tree')} aside={t('ui.guide.tree.aside')} flush>
      <TreeTable
        caption={t('ui.guide.tree')}
        hideCaption
        columns={columns}
        roots={works()}
        tint={({ state }) => (state.tone === 'bad' ? 'bad' : 'none')}
      />
    </Card>
  )
}

function GuideBoard() {
  const card = (id: string, title: string, tone?: Tone) => ({
    id,
    title,
    href: '#main',
    reference: id,
    end: tone && <Badge tone={tone}>{t('ui.guide.mark.late')}</Badge>,
    meta: [t('ui.guide.service.works'), t('ui.guide.day.three')],
    actions: (
      <Menu label={t('ui.guide.board.move')} icon="arrow-right" tone="quiet" small>
        <PostButton action="#">{t('ui.guide.mark.draft')}</PostButton>
        <PostButton action="#">{t('ui.guide.mark.approved')}</PostButton>
      </Menu>
    ),
  })
  return (
    <Card title={t('ui.guide.board')}>
      <Board
        label={t('ui.guide.board')}
        level={3}
        columns={[
          {
            id: 'draft',
            title: t('ui.guide.mark.draft'),
            cards: [card('1.2', t('ui.guide.tree.five'))],
          },
          {
            id: 'open',
            title: t('ui.guide.mark.open'),
            tone: 'info',
            count: 12,
            cards: [
              card('1.1.2', t('ui.guide.tree.four'), 'bad'),
              card('2.1', t('ui.guide.tree.seven')),
            ],
          },
          { id: 'late', title: t('ui.guide.board.waiting'), tone: 'warn', cards: [] },
          {
            id: 'good',
            title: t('ui.guide.mark.approved'),
            tone: 'good',
            cards: [card('1.1.1', t('ui.guide.tree.three'))],
          },
        ]}
      />
    </Card>
  )
}

function GuideGantt() {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const row = (label: string, level: number, start: string | null, end: string | null) => ({
    id: label,
    label,
    level,
    href: '#main',
    start: start === null ? null : day(start),
    end: end === null ? null : day(end),
  })
  const rows: GanttRow[] = [
    {
      ...row(t('ui.guide.tree.one'), 1, '2025-02-01', '2029-06-30'),
      inherited: true,
      progress: 52,
    },
    { ...row(t('ui.guide.tree.two'), 2, '2025-02-01', '2028-03-31'), progress: 65 },
    {
      ...row(t('ui.guide.tree.three'), 3, '2025-02-01', '2025-12-15'),
      progress: 100,
      tone: 'good',
    },
    {
      ...row(t('ui.guide.tree.four'), 3, '2025-09-01', '2026-06-30'),
      progress: 30,
      tone: 'bad',
      note: t('ui.guide.mark.late'),
    },
    { ...row(t('ui.guide.tree.five'), 2, null, '2029-06-30'), progress: null },
    { ...row(t('ui.guide.tree.six'), 1, '2027-01-01', null), progress: null },
    { ...row(t('ui.guide.tree.seven'), 2, '2029-01-01', '2031-12-31'), progress: 20, tone: 'warn' },
  ]
  return (
    <Card title={t('ui.guide.gantt')} flush>
      <Gantt
        label={t('ui.guide.gantt')}
        from={day('2025-01-01')}
        to={day('2030-12-31')}
        today={day('2026-11-25')}
        rows={rows}
      />
    </Card>
  )
}
