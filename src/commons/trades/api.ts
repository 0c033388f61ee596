import { z } from 'zod'
import { permission } from '#kernel/access'
import { ApiRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { stoppedBy } from './keeping.ts'
import { type Standing, standingOf, standings } from './standing.ts'
import { switchOff, switchOn, type TradeModule } from './switching.ts'

export const api = new ApiRoutes('/trades')
const keeps = permission('trades.switch')

const Trade = z.object({
  name: z.string(),
  title: z.string(),
  on: z.boolean(),
  since: z.iso.datetime().nullable(),
  switched_by: z.string().nullable(),
  /** Switched on with it, for it needs them. */
  needs: z.array(z.string()),
  /** Those that are on and cannot do without it. */
  needed_by: z.array(z.string()),
  dossiers: z.int(),
  /** What it keeps besides dossiers, in words. */
  besides: z.array(z.string()),
  /** What its switching off stops, besides what stops of every trade. */
  stops: z.array(z.string()),
})
const Switching = z.object({ on: z.boolean() })

const names = (trades: readonly TradeModule[]) => trades.map(({ name }) => name)

const answered = (one: Standing): z.input<typeof Trade> => ({
  name: one.trade.name,
  title: t(one.trade.title),
  on: one.on !== null,
  since: one.on?.since.toString() ?? null,
  switched_by: one.on?.by || null,
  needs: names(one.needs),
  needed_by: names(one.holding),
  dossiers: one.dossiers,
  besides: one.besides.map(({ said, count }) => t(said, { count })),
  stops: stoppedBy(one.trade.name),
})

api.on(
  'get',
  '/',
  keeps,
  { summary: 'The trades of the house, and which are on', answer: z.array(Trade) },
  async () => (await standings()).map(answered),
)

api.on(
  'post',
  '/:name/switching',
  keeps,
  {
    summary: 'Switch a trade on, with all that it needs, or off',
    body: Switching,
    answer: z.array(Trade),
  },
  async (c, { on }) => {
    const { trade } = await standingOf(c.req.param('name') ?? '')
    if (on) await switchOn(trade.name)
    else await switchOff(trade.name)
    return (await standings()).map(answered)
  },
)
