import { actor, forOwnAccess } from '#kernel/access'
import { audit } from '#kernel/audit'
import { deviceInWords, endSessionOfMine, endSessionsOf, sessionsOfMine } from '#kernel/auth'
import { NotFound } from '#kernel/errors'
import { type Call, isId, type PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { redirect, sessionTokenOf } from '#kernel/pages'
import { Badge, Card, List, type ListItem, PostButton, When } from '#kernel/ui'

const path = '/security/sessions'

/** Where somebody is signed in, and how they end that. */
export function sessionRoutes(pages: PageRoutes): void {
  pages.post(`${path}/end`, forOwnAccess, async (c) => {
    const count = await endSessionsOf(actor().id ?? '', sessionTokenOf(c))
    await audit('session_ended', `others: ${count}`)
    return redirect(c, '/security', { key: 'identity.sessions.ended_all', params: { count } })
  })
  pages.post(`${path}/:id/end`, forOwnAccess, async (c) => {
    const id = c.req.param('id') ?? ''
    if (!isId(id) || !(await endSessionOfMine(id))) throw new NotFound()
    await audit('session_ended', id)
    return redirect(c, '/security', { key: 'identity.sessions.ended' })
  })
}

/** The sign-ins of the one who looks. */
export async function Sessions({ c }: { c: Call }) {
  const sessions = await sessionsOfMine(sessionTokenOf(c))
  return (
    <Card
      title={t('identity.sessions.title')}
      acts={path}
      flush
      aside={
        sessions.length > 1 && (
          <PostButton action={`${path}/end`} icon="log-out" small>
            {t('identity.sessions.end_others')}
          </PostButton>
        )
      }
    >
      <List label={t('identity.sessions.title')} items={sessions.map(item)} />
    </Card>
  )
}

type Shown = Awaited<ReturnType<typeof sessionsOfMine>>[number]

const item = (one: Shown): ListItem => ({
  title: deviceInWords(one.agent),
  why: t('identity.sessions.from', {
    address: one.address ?? '',
    since: formatDateTime(one.created_at, 'long'),
  }),
  due: one.current ? (
    <Badge tone="good">{t('identity.sessions.current')}</Badge>
  ) : (
    <When datetime={one.seen_at} text={formatDateTime(one.seen_at, 'short')} />
  ),
  act: !one.current && (
    <PostButton action={`${path}/${one.id}/end`} tone="quiet" small>
      {t('identity.sessions.end')}
    </PostButton>
  ),
})
