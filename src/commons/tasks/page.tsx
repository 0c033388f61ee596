import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { form, optionalLine, PageRoutes } from '#kernel/http'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { page } from '#kernel/pages'
import {
  Card,
  Count,
  EmptyState,
  Head,
  Hidden,
  Icon,
  List,
  type ListItem,
  Note,
  Pagination,
  PostButton,
  Stack,
  Tabs,
  WithSide,
} from '#kernel/ui'
import { DueBadge, spokenDay, today } from '#commons/clock'
import { kinds, pathOf } from '#commons/dossiers'
import { asksOf, kindName, offeredStep } from '#commons/workflow'
import { ComingCard, ComingSide, whatComes } from './coming.tsx'
import {
  type Inbox,
  type Section,
  type Tally,
  type Waiting,
  countsOf,
  inbox,
  sections,
} from './inbox.ts'
import { aboveInbox, dueReasons } from './places.ts'

/** The one inbox over all trades: what waits for me, why, until when. */
export const pages = new PageRoutes('/inbox')

const Asked = z.object({
  kind: optionalLine().transform((kind) => kind || undefined),
  when: z.enum(['later']).optional(),
  after: optionalLine(500).transform((key) => key || undefined),
})
type Asked = z.output<typeof Asked>

pages.get('/', permission('tasks.inbox'), form(Asked), async (c, sent) => {
  const isKnown = sent.kind === undefined || kinds.all().some(({ name }) => name === sent.kind)
  const asked = isKnown ? sent : { ...sent, kind: undefined }
  const found = await inbox(asked)
  const counts = countsOf(found.tallies)
  const ahead = await whatComes()
  const reasons = await reasonsOf(found.items)
  const above = []
  for (const { permission: needed, shows } of aboveInbox.all())
    if (may(needed)) above.push(await shows())
  const nothing = found.tallies.length === 0
  return page(
    c,
    { title: t('tasks.title'), counts },
    <>
      <Head title={t('tasks.title')} facts={lead(found.tallies)} />
      {!isKnown && <Note tone="warn">{t('tasks.kind_wrong', { kind: sent.kind ?? '' })}</Note>}
      {counts.size > 1 && asked.when !== 'later' && <Kinds counts={counts} asked={asked} />}
      <Stack>
        {above}
        {nothing ? (
          <Stack>
            {ahead.length > 0 && <ComingCard coming={ahead} />}
            <EmptyState icon="inbox" sentence={t('tasks.empty')} />
          </Stack>
        ) : (
          <WithSide side={ahead.length > 0 && <ComingSide coming={ahead} />}>
            <Sections found={found} asked={asked} reasons={reasons} />
          </WithSide>
        )}
      </Stack>
    </>,
  )
})

const of = (tallies: readonly Tally[], section: Section, kind?: string) =>
  tallies.filter((one) => one.section === section && (kind === undefined || one.kind === kind))
const sum = (tallies: readonly Tally[]) => tallies.reduce((all, { count }) => all + count, 0)

/** « mardi 16 juin · 12 dossiers vous attendent, dont 1 en retard, 2 pour aujourd’hui » */
function lead(tallies: readonly Tally[]): string {
  const now = tallies.filter(({ section }) => section !== 'later')
  const all = t('tasks.lead', { count: sum(now) })
  const pressing = [
    t('tasks.lead.late', { count: sum(of(tallies, 'late')) }),
    t('tasks.lead.today', { count: sum(of(tallies, 'today')) }),
    t('tasks.lead.tomorrow', { count: sum(of(tallies, 'tomorrow')) }),
  ].filter(Boolean)
  return `${spokenDay(today())} · ${[all, ...pressing].join(', ')}`
}

function hrefOf({ kind, when, after }: Partial<Asked>): string {
  const query = new URLSearchParams(
    Object.entries({ kind, when, after }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  )
  return query.size > 0 ? `/inbox?${query}` : '/inbox'
}

function Kinds({ counts, asked }: { counts: ReadonlyMap<string, number>; asked: Asked }) {
  const all = [...counts.values()].reduce((one, other) => one + other, 0)
  const kinds = [...counts].map(([kind, count]) => ({ label: kindName(kind), kind, count }))
  return (
    <Tabs
      label={t('tasks.kinds')}
      tabs={[
        { label: t('tasks.all'), href: '/inbox', count: all, current: !asked.kind },
        ...kinds.map(({ label, kind, count }) => ({
          label,
          href: hrefOf({ kind }),
          count,
          current: kind === asked.kind,
        })),
      ]}
    />
  )
}

interface SectionsProps {
  found: Inbox
  asked: Asked
  reasons: ReadonlyMap<string, string>
}

function Sections({ found, asked, reasons }: SectionsProps) {
  const { items, next, tallies } = found
  const { kind, when } = asked
  const shown = sections.filter((section) => (section === 'later') === (when === 'later'))
  const total = sum(shown.flatMap((section) => of(tallies, section, kind)))
  const later = of(tallies, 'later', kind)
  return (
    <>
      {when === 'later' && (
        <p>
          <a href={hrefOf({ kind })}>{t('tasks.back')}</a>
        </p>
      )}
      {shown.map((section) => {
        const here = items.filter((one) => one.section === section)
        if (here.length === 0) return null
        return (
          <Card
            title={
              <>
                {headingOf(section)} <Count value={sum(of(tallies, section, kind))} />
              </>
            }
            flush
          >
            <List
              items={here.map((one) => item(one, reasons, hrefOf(asked)))}
              label={headingOf(section)}
            />
          </Card>
        )
      })}
      {total === 0 && <EmptyState icon="inbox" sentence={t('tasks.nothing_now')} />}
      {when !== 'later' && later.length > 0 && <Later tallies={later} kind={kind} />}
      <Pagination
        next={next ? hrefOf({ ...asked, after: next }) : undefined}
        previous={asked.after ? hrefOf({ kind, when }) : undefined}
        summary={
          next || asked.after
            ? t('tasks.shown', { shown: items.length, total })
            : t('tasks.all_shown', { total, later: when ? 0 : sum(later) })
        }
      />
    </>
  )
}

function headingOf(section: Section): string {
  const now = today()
  const titles: Record<Section, string> = {
    late: t('tasks.section.late'),
    today: t('tasks.section.today'),
    tomorrow: t('tasks.section.tomorrow', { day: spokenDay(now.add({ days: 1 })) }),
    week: t('tasks.section.week', { day: spokenDay(now.add({ days: 7 })) }),
    none: t('tasks.section.none'),
    later: t('tasks.section.later'),
  }
  return titles[section]
}

/** What is due later: counted, and a step away. */
function Later({ tallies, kind }: { tallies: readonly Tally[]; kind: string | undefined }) {
  const [first] = tallies
    .flatMap((one) => one.first ?? [])
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other))
  return (
    <p class="folded">
      <Icon name="calendar-clock" />
      <span>
        {t('tasks.later', { count: sum(tallies), date: first ? formatDate(first) : '' })}{' '}
        <a href={hrefOf({ kind, when: 'later' })}>{t('tasks.later.show')}</a>
      </span>
    </p>
  )
}

/** `back`: the address of this page, to which its acts lead back. */
function item(one: Waiting, reasons: ReadonlyMap<string, string>, back: string): ListItem {
  const why = [kindName(one.kind), one.service_name, ...asksOf(one)]
  return {
    title: one.title,
    href: pathOf(one.kind, one.id),
    why: why.filter(Boolean).join(' · '),
    due: one.due_on ? due(one.due_on, one.section, reasons.has(one.id)) : since(one.changed_at),
    act: <NextStep of={one} back={back} />,
    rule: reasons.get(one.id),
  }
}

/** The step that leads on, where it can be taken from here; what is in its way is said in the row. */
function NextStep({ of: one, back }: { of: Waiting; back: string }) {
  const step = offeredStep(one)
  return (
    step && (
      <PostButton
        action={`${pathOf(one.kind, one.id)}/steps`}
        fields={{ verb: step.verb, back }}
        small
      >
        {step.label}
        <Hidden> : {one.title}</Hidden>
      </PostButton>
    )
  )
}

/** Red where the day is past or is today, amber where it is tomorrow; else in words. */
function due(date: Temporal.PlainDate, section: Section, legal: boolean) {
  if (section === 'week') return spokenDay(date)
  return section === 'later' ? formatDate(date) : <DueBadge date={date} legal={legal} />
}

const since = (at: Temporal.Instant) =>
  t('tasks.since', { date: formatDate(at.toZonedDateTimeISO(timeZone).toPlainDate(), 'short') })

/** Why these are due when they are, by id. */
async function reasonsOf(items: readonly Waiting[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    dueReasons.all().map(({ kind, of: reasons }) => {
      const due = items.flatMap(({ id, kind: own, due_on }) =>
        own === kind && due_on ? [{ id, due_on }] : [],
      )
      return due.length > 0 ? reasons(due) : new Map<string, string>()
    }),
  )
  return new Map(found.flatMap((map) => [...map]))
}
