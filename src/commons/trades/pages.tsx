import { z } from 'zod'
import { permission, stepUp } from '#kernel/access'
import type { Latest } from '#kernel/db'
import { type Call, form, PageRoutes, wantsAll } from '#kernel/http'
import { formatDate, formatDateTime, t, timeZone } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  Badge,
  Breadcrumbs,
  Card,
  Cut,
  EmptyState,
  Facts,
  Head,
  History,
  List,
  Note,
  PostButton,
  Stack,
} from '#kernel/ui'
import type { HistoryLine } from '#commons/dossiers'
import { stoppedBy } from './keeping.ts'
import { keptInWords, type Standing, standingOf, standings, switchings } from './standing.ts'
import { namesOf, switchOff, switchOn, tradeNamed, tradesOfHouse } from './switching.ts'

export const pages = new PageRoutes('/trades')
const keeps = stepUp(permission('trades.switch'))

const pathOf = (name: string) => `/trades/${name}`

pages.get('/', keeps, async (c) => {
  const all = await standings()
  const title = t('trades.title')
  const count = { on: all.filter(({ on }) => on).length, all: all.length }
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        state={<Badge>{t('trades.count', count)}</Badge>}
        facts={t('trades.lead')}
      />
      <Stack>
        <Card flush>
          <List label={title} items={all.map(listed)} />
        </Card>
        <Card title={t('trades.history')}>
          <Switchings lines={await switchings(wantsAll(c, 'switchings') ? null : 50)} />
        </Card>
      </Stack>
    </>,
  )
})

const listed = (one: Standing) => ({
  title: t(one.trade.title),
  href: pathOf(one.trade.name),
  why: t(one.trade.brings),
  due: <OnOrOff on={one.on !== null} />,
  rule: one.on ? sinceWhen(one.on) : undefined,
})

const OnOrOff = ({ on }: { on: boolean }) => (
  <Badge tone={on ? 'good' : 'neutral'}>{t(on ? 'trades.on' : 'trades.off')}</Badge>
)

function sinceWhen({ since, by }: NonNullable<Standing['on']>): string {
  const date = formatDate(since.toZonedDateTimeISO(timeZone).toPlainDate(), 'short')
  return by ? t('trades.since', { date, name: by }) : t('trades.since_start', { date })
}

function Switchings({ lines }: { lines: Latest<HistoryLine> }) {
  if (lines.rows.length === 0)
    return <EmptyState icon="history" sentence={t('trades.no_history')} />
  return (
    <>
      <History
        entries={lines.rows.map(({ type, actor_name, at, data }) => ({
          who: actor_name,
          what: t(type.endsWith('.switch_on') ? 'trades.did.switch_on' : 'trades.did.switch_off', {
            trade: nameOf(data['trade']),
          }),
          when: { text: formatDateTime(at, 'short'), datetime: at },
        }))}
      />
      <Cut of={lines} href="/trades?all=switchings" />
    </>
  )
}

/** What a trade is called, or the word by which history knows one that the house has no more. */
function nameOf(name: unknown): string {
  const known = tradesOfHouse().find((one) => one.name === name)
  return known ? t(known.title) : String(name)
}

pages.get('/:name', keeps, async (c) => {
  const one = await standingOf(c.req.param('name') ?? '')
  const title = t(one.trade.title)
  return page(
    c,
    { title },
    <>
      <Breadcrumbs trail={[{ label: t('trades.title'), href: '/trades' }, { label: title }]} />
      <Head
        title={title}
        state={<OnOrOff on={one.on !== null} />}
        facts={one.on && sinceWhen(one.on)}
      />
      <Stack>
        <Card>
          <Facts
            facts={[
              { label: t('trades.brings'), value: t(one.trade.brings) },
              { label: t('trades.needs'), value: namesOf(one.needs) || t('trades.nothing_needed') },
              ...(one.holding.length > 0
                ? [{ label: t('trades.needed_by'), value: namesOf(one.holding) }]
                : []),
              { label: t('trades.kept'), value: keptInWords(one) },
            ]}
          />
        </Card>
        <Card title={t('trades.effect')}>
          <Effect of={one} />
        </Card>
      </Stack>
    </>,
  )
})

/** What the act would do, said before it is done, and the act. */
function Effect({ of: one }: { of: Standing }) {
  const { name, title } = one.trade
  if (one.holding.length > 0) {
    return <Note tone="warn">{t('trades.effect.held', { names: namesOf(one.holding) })}</Note>
  }
  return (
    <Stack>
      <ul>
        {(one.on ? whenOff(one) : whenOn(one)).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <PostButton
        action={`${pathOf(name)}/switching`}
        fields={{ to: one.on ? 'off' : 'on' }}
        tone={one.on ? 'danger' : 'primary'}
        icon={one.on ? 'pause' : 'play'}
        confirm={one.on ? t('trades.sure', { name: t(title) }) : undefined}
      >
        {t(one.on ? 'trades.switch_off' : 'trades.switch_on')}
      </PostButton>
    </Stack>
  )
}

/** Whether it has anything that stays. */
const hasKept = ({ dossiers, besides }: Standing) => dossiers > 0 || besides.length > 0

function whenOn(one: Standing): string[] {
  const { trade, brought } = one
  return [
    t('trades.effect.on', { name: t(trade.title) }),
    brought.length > 0 ? t('trades.effect.on_with', { names: namesOf(brought) }) : '',
    hasKept(one) ? t('trades.effect.found_again', { kept: keptInWords(one) }) : '',
    [trade, ...brought].some(({ provision }) => provision) ? t('trades.effect.given') : '',
  ].filter(Boolean)
}

function whenOff(one: Standing): string[] {
  return [
    t('trades.effect.off'),
    ...stoppedBy(one.trade.name),
    hasKept(one)
      ? t('trades.effect.kept', { kept: keptInWords(one) })
      : t('trades.effect.kept_nothing'),
  ]
}

const Switching = z.object({ to: z.enum(['on', 'off']) })

pages.post('/:name/switching', keeps, form(Switching), async (c: Call, { to }) => {
  const { name, title } = tradeNamed(c.req.param('name') ?? '')
  if (to === 'on') {
    const names = namesOf(await switchOn(name))
    return redirect(c, pathOf(name), { key: 'trades.switched.on', params: { names } })
  }
  await switchOff(name)
  return redirect(c, pathOf(name), { key: 'trades.switched.off', params: { name: t(title) } })
})
