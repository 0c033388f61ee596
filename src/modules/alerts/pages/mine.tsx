import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { type Attempt, type Call, form, id } from '#kernel/http'
import { t } from '#kernel/i18n'
import { footOf, plainPage, redirect, typed } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { Button, ButtonLink, FoldedForm, FormActions, Note, PostButton, Stack } from '#kernel/ui'
import { ensureSaid, followedIn, inWords, Query } from '../followed.ts'
import { end, follow, followsOf, type Subscriber, subscriberBy, unfollow } from '../subscriber.ts'
import { pages } from './routes.ts'
import { WhatFields } from './what.tsx'

const ended = '/alerts/ended'
const pathOf = (c: Call) => `/alerts/mine/${c.req.param('way') ?? ''}`

/** Whose letter leads here: whoever reads it is asked nothing more. */
const reading = (c: Call) => subscriberBy(c.req.param('way') ?? '')

pages.get('/mine/:way', openToAll, (c) => minePage(c))

async function minePage(c: Call, attempt?: Attempt): Promise<Response> {
  const mine = await reading(c)
  if (!mine) return redirect(c, ended, null)
  const path = pathOf(c)
  const follows = await followsOf(mine.id)
  return plainPage(
    c,
    {
      ...{ title: t('alerts.mine'), path, status: attempt ? 422 : 200 },
      facts: t('alerts.mine_of', { email: mine.email, authority: tenant().name }),
      footLinks: await footOf(),
    },
    <Stack>
      {c.req.query('confirmed') !== undefined && (
        <Note tone="good" title={t('alerts.confirmed')}>
          <p>{t('alerts.confirmed_help')}</p>
        </Note>
      )}
      <ul>
        {follows.map((one) => (
          <li>
            <p>{inWords(one)}</p>
            <PostButton action={`${path}/less`} fields={{ follow: one.id }} icon="x">
              {t('alerts.unfollow')}
            </PostButton>
          </li>
        ))}
      </ul>
      <FoldedForm
        label={t('alerts.follow_more')}
        action={path}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
      >
        <WhatFields said={{ words: '', subject: '', organ: '', place: '' }} />
        <FormActions>
          <Button>{t('alerts.follow')}</Button>
        </FormActions>
      </FoldedForm>
      <PostButton action={`${path}/end`} tone="danger" icon="trash-2">
        {t('alerts.end')}
      </PostButton>
    </Stack>,
  )
}

pages.post('/mine/:way', openToAll, form(Query, minePage), async (c, query) =>
  changed(c, async ({ id: mine }) => {
    const what = followedIn(query)
    await ensureSaid(what)
    await follow(mine, what)
    return true
  }),
)

pages.post('/mine/:way/less', openToAll, form(z.object({ follow: id() })), async (c, sent) =>
  changed(c, ({ id: mine }) => unfollow(mine, sent.follow)),
)

pages.post('/mine/:way/end', openToAll, async (c) =>
  changed(c, async ({ id: mine }) => {
    await end([mine])
    return false
  }),
)

/** Does it for whose way it is, and leads to what they follow then; to who follows nothing any more it is said that it ended. */
async function changed(c: Call, act: (mine: Subscriber) => Promise<boolean>): Promise<Response> {
  const mine = await reading(c)
  return redirect(c, mine && (await act(mine)) ? pathOf(c) : ended, null)
}

// What a letter leads to, and what a program of mail opens that knows no better: one button, for a link changes nothing.
pages.get('/out/:way', openToAll, async (c) => {
  const mine = await reading(c)
  if (!mine) return redirect(c, ended, null)
  return plainPage(
    c,
    {
      ...{ title: t('alerts.out'), path: c.req.path, footLinks: await footOf() },
      facts: t('alerts.mine_of', { email: mine.email, authority: tenant().name }),
    },
    <Stack>
      <PostButton action={`${pathOf(c)}/end`} tone="primary" icon="check">
        {t('alerts.end')}
      </PostButton>
      <p>
        <a href={pathOf(c)}>{t('alerts.out_some')}</a>
      </p>
    </Stack>,
  )
})

/** Said of one that ended just now, and of one that never was. */
pages.get('/ended', openToAll, async (c) =>
  plainPage(
    c,
    { title: t('alerts.ended'), path: ended, footLinks: await footOf() },
    <>
      <p>{t('alerts.ended_help')}</p>
      <p>
        <ButtonLink href="/alerts" icon="send" tone="quiet">
          {t('alerts.again')}
        </ButtonLink>
      </p>
    </>,
  ),
)
