import { formatNumber, t } from '#kernel/i18n'
import { Bars, KeyFigures } from './figures.tsx'
import { Filters } from './filters.tsx'
import { Facts, FileList, List } from './list.tsx'
import { Badge, Tag, type Tone } from './mark.tsx'
import { Outline } from './outline.tsx'
import { Card, SideSection } from './page.tsx'
import { type Column, Table } from './table.tsx'
import { History } from './timeline.tsx'

/** Lists, a table with its filters, and an outline that can be reordered. */
export function GuideData() {
  return (
    <>
      <Card title={t('ui.guide.list')} aside={t('ui.guide.list.aside')} flush>
        <List
          items={[
            {
              title: t('ui.guide.list.one'),
              href: '#main',
              icon: 'scale',
              why: t('ui.guide.list.one.why'),
              due: <Badge tone="warn">{t('ui.guide.list.one.due')}</Badge>,
              rule: t('ui.guide.list.one.rule'),
            },
            {
              title: t('ui.guide.list.two'),
              href: '#main',
              icon: 'mail',
              why: t('ui.guide.list.two.why'),
              due: t('ui.guide.list.two.due'),
            },
          ]}
        />
      </Card>
      <GuideTable />
      <GuideOutline />
    </>
  )
}

interface Case {
  subject: string
  service: string
  amount: number
  state: { tone: Tone; label: string }
}

function GuideTable() {
  const cases: Case[] = [
    {
      subject: t('ui.guide.list.one'),
      service: t('ui.guide.service.works'),
      amount: 142_500,
      state: { tone: 'warn', label: t('ui.guide.mark.soon') },
    },
    {
      subject: t('ui.guide.list.two'),
      service: t('ui.guide.service.mobility'),
      amount: 8_200,
      state: { tone: 'info', label: t('ui.guide.mark.open') },
    },
    {
      subject: t('ui.guide.outline.two'),
      service: t('ui.guide.service.finance'),
      amount: 1_960_000,
      state: { tone: 'good', label: t('ui.guide.mark.approved') },
    },
  ]
  const columns: Column<Case>[] = [
    { header: t('ui.guide.table.subject'), cell: (row) => <a href="#main">{row.subject}</a> },
    {
      header: t('ui.guide.table.service'),
      cell: (row) => row.service,
      sort: { href: '#main', now: 'ascending' },
    },
    { header: t('ui.guide.table.amount'), cell: (row) => formatNumber(row.amount), align: 'end' },
    {
      header: t('ui.guide.table.state'),
      cell: ({ state }) => <Badge tone={state.tone}>{state.label}</Badge>,
    },
  ]
  return (
    <Card title={t('ui.guide.table')} flush>
      <Filters
        action="#"
        sentence={[
          t('ui.guide.filter.cases'),
          t('ui.guide.filter.of'),
          {
            kind: 'select',
            name: 'service',
            label: t('ui.guide.table.service'),
            value: 'works',
            options: [
              { value: '', label: t('ui.guide.filter.any') },
              { value: 'works', label: t('ui.guide.service.works') },
            ],
          },
          t('ui.guide.filter.about'),
          {
            kind: 'text',
            name: 'about',
            label: t('ui.guide.table.subject'),
            placeholder: t('ui.guide.filter.word'),
          },
        ]}
        reset="#"
      />
      <Table
        caption={t('ui.guide.table.caption')}
        hideCaption
        columns={columns}
        rows={cases}
        select={{
          form: 'bulk',
          name: 'id',
          value: (row) => row.subject,
          label: (row) => row.subject,
        }}
        paging={{ previous: '#', next: '#', summary: t('ui.guide.table.summary') }}
      />
    </Card>
  )
}

function GuideOutline() {
  const open = <Badge tone="info">{t('ui.guide.mark.open')}</Badge>
  return (
    <Card title={t('ui.guide.outline')} flush>
      <Outline
        label={t('ui.guide.outline')}
        reorder={{ action: '#' }}
        parts={[
          {
            heading: t('ui.guide.outline.part'),
            items: [
              {
                id: 'a',
                number: '1',
                title: t('ui.guide.outline.one'),
                href: '#main',
                state: open,
              },
              {
                id: 'b',
                number: '2',
                title: t('ui.guide.outline.two'),
                href: '#main',
                meta: [
                  t('ui.guide.service.finance'),
                  <Tag>{t('ui.guide.mark.tag')}</Tag>,
                  t('ui.guide.outline.annex'),
                ],
                state: open,
              },
              {
                id: 'c',
                number: '2.1',
                level: 2,
                title: t('ui.guide.outline.three'),
                href: '#main',
                meta: [t('ui.guide.service.finance')],
                state: <Badge tone="warn">{t('ui.guide.mark.soon')}</Badge>,
              },
            ],
          },
          {
            heading: t('ui.guide.outline.part2'),
            items: [{ id: 'd', number: '3', title: t('ui.guide.outline.four'), href: '#main' }],
          },
        ]}
      />
    </Card>
  )
}

/** Numbers and a chart. */
export function GuideFigures() {
  return (
    <Card title={t('ui.guide.figures')}>
      <div class="stack">
        <KeyFigures
          figures={[
            { label: t('ui.guide.mark.open'), value: '61', href: '#main' },
            { label: t('ui.guide.chart.late'), value: '4', tone: 'bad' },
            { label: t('ui.guide.board.waiting'), value: '9', tone: 'warn' },
          ]}
        />
        <GuideBars />
      </div>
    </Card>
  )
}

function GuideBars() {
  return (
    <Bars
      caption={t('ui.guide.bars')}
      bars={[
        { label: t('ui.guide.bar.one'), value: 11, max: 11, text: '11 / 11' },
        { label: t('ui.guide.bar.two'), value: 52, max: 54, text: '52 / 54' },
        { label: t('ui.guide.bar.three'), value: 12, max: 18, text: '12 / 18' },
      ]}
    />
  )
}

/** What stands at the side of a dossier. */
export function GuideSide() {
  const day = (text: string, on: string) => ({ text, datetime: Temporal.PlainDate.from(on) })
  return (
    <>
      <SideSection title={t('ui.guide.facts.title')}>
        <Facts
          facts={[
            { label: t('ui.guide.fact.who'), value: t('ui.guide.fact.who.value') },
            { label: t('ui.guide.fact.since'), value: t('ui.guide.fact.since.value') },
          ]}
        />
      </SideSection>
      <GuideFiles />
      <SideSection title={t('ui.guide.history')}>
        <History
          entries={[
            {
              who: t('ui.guide.who.one'),
              what: t('ui.guide.history.what'),
              when: day(t('ui.guide.day.one'), '2026-06-08T10:12:00+02:00'),
              icon: 'check',
              detail: t('ui.guide.history.detail'),
            },
            {
              who: t('ui.guide.who.two'),
              what: t('ui.guide.history.what2'),
              when: day(t('ui.guide.day.four'), '2026-06-05T09:00:00+02:00'),
              icon: 'paperclip',
            },
          ]}
        />
      </SideSection>
    </>
  )
}

function GuideFiles() {
  return (
    <SideSection title={t('ui.guide.files')}>
      <FileList
        files={[
          { name: t('ui.guide.file.one'), href: '#main', kind: t('ui.guide.file.one.kind') },
          {
            name: t('ui.guide.file.two'),
            href: '#main',
            kind: t('ui.guide.file.two.kind'),
            confidential: true,
            note: t('ui.guide.file.note'),
          },
        ]}
      />
    </SideSection>
  )
}
