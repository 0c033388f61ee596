import { z } from 'zod'
import { actor, forSignedIn } from '#kernel/access'
import { pin, unpin } from '#kernel/auth'
import { NotFound } from '#kernel/errors'
import { form, line, optionalLine, PageRoutes, wayBack } from '#kernel/http'
import { t } from '#kernel/i18n'
import {
  Button,
  Card,
  EmptyState,
  Head,
  List,
  type ListItem,
  Pin,
  type RailEntry,
  Stack,
} from '#kernel/ui'
import { page } from './frame.tsx'
import { redirect } from './flash.ts'
import { localPath } from './local-path.ts'
import { type Counts, tradesOfMine, waitingCounts } from './navigation.ts'

/** All trades of this authority that a person may use, on one page, and what they pinned of them. */
export const railPages = new PageRoutes('/rail')

const path = '/rail'

railPages.get('/', forSignedIn, form(z.object({ q: optionalLine() })), async (c, { q }) => {
  const counts = await waitingCounts()
  const groups = found(counts, q)
  const here = q ? `${path}?${new URLSearchParams({ q })}` : path
  return page(
    c,
    { title: t('pages.trades'), counts },
    <>
      <Head title={t('pages.trades')} />
      <TradeSearch q={q} />
      {groups.length === 0 && <EmptyState icon="search" sentence={t('pages.trades.none', { q })} />}
      <Stack>
        {groups.map(({ title, entries }) => (
          <Card title={title} flush>
            <List items={entries.map((entry) => item(entry, here))} label={title} />
          </Card>
        ))}
      </Stack>
    </>,
  )
})

const Pinning = z.object({ trade: line(), pinned: z.enum(['yes', 'no']), back: wayBack() })

railPages.post('/pins', forSignedIn, form(Pinning), async (c, { trade, pinned, back }) => {
  const mine = tradesOfMine(new Map()).flatMap(({ entries }) => entries)
  if (!mine.some(({ href }) => href === trade)) throw new NotFound()
  await (pinned === 'yes' ? pin(trade) : unpin(trade))
  return redirect(c, localPath(back), null)
})

/** Neither case nor accents count. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function found(counts: Counts, q: string) {
  return tradesOfMine(counts)
    .map(({ title, entries }) => ({
      title,
      entries: entries.filter(({ label }) => plain(label).includes(plain(q))),
    }))
    .filter(({ entries }) => entries.length > 0)
}

function TradeSearch({ q }: { q: string }) {
  return (
    <search aria-label={t('pages.trades.find')}>
      <form class="trade-find" method="get" action={path}>
        <label for="trade-q">{t('pages.trades.find')}</label>
        <input class="control" id="trade-q" type="search" name="q" value={q} autocomplete="off" />
        <Button type="submit" icon="search">
          {t('pages.trades.look')}
        </Button>
      </form>
    </search>
  )
}

function item(entry: RailEntry, here: string): ListItem {
  return {
    title: entry.label,
    href: entry.href,
    why: t('pages.trades.waiting', { count: entry.count ?? 0 }),
    due: (
      <Pin of={entry} pinned={actor().pinned?.includes(entry.href) ?? false} path={here} inPage />
    ),
  }
}
