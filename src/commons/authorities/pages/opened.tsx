import { whence } from '#kernel/audit'
import type { Call } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Breadcrumbs, ButtonLink, Card, Facts, Head, Note, Stack } from '#kernel/ui'
import { kindInWords, tradesOfHouse } from '#commons/trades'
import type { Opened } from '../opening.ts'
import { authorityPath } from './routes.ts'

/** What was made of an authority, its link where nobody else has it, and what comes next. */
export function openedPage(c: Call, { authority, hosts, made, link }: Opened): Promise<Response> {
  const { slug, name, kind, trades } = authority
  const on = tradesOfHouse().filter((one) => trades.has(one.name))
  return page(
    c,
    { title: name },
    <>
      <Breadcrumbs
        trail={[{ label: t('authorities.title'), href: '/authorities' }, { label: name }]}
      />
      <Head
        title={t('authorities.is_open', { name })}
        facts={kindInWords(kind)}
        actions={
          <ButtonLink href={authorityPath(slug)}>{t('authorities.to_authority')}</ButtonLink>
        }
      />
      <Stack>
        {link.sentTo ? (
          <Note tone="good" title={t('authorities.invited')}>
            {t('authorities.invited_to', { address: link.sentTo })}
          </Note>
        ) : (
          <Note tone="warn" title={t('authorities.link_once')}>
            <p>{t('authorities.link_until', { until: formatDateTime(link.expiresAt, 'short') })}</p>
            <p>
              <code>{link.href}</code>
            </p>
          </Note>
        )}
        <Card title={t('authorities.made')}>
          <Facts
            facts={[
              {
                label: t('authorities.hosts'),
                value: hosts.map((host, at) => (
                  <>
                    {at > 0 && ', '}
                    <a href={addressOf(host)}>{host}</a>
                  </>
                )),
              },
              ...made.map(({ part, lines }) => ({
                label: t(part.label),
                value: lines.map((line) => line['name']).join(', ') || '—',
              })),
              {
                label: t('authorities.trades_on'),
                value: on.map(({ title }) => t(title)).join(', ') || '—',
              },
            ]}
          />
        </Card>
        <Card title={t('authorities.next')}>
          <ol>
            <li>{t('authorities.next.password')}</li>
            <li>{t('authorities.next.people')}</li>
            <li>{t('authorities.next.seats')}</li>
            <li>{t('authorities.next.settings')}</li>
          </ol>
        </Card>
      </Stack>
    </>,
  )
}

/** Where a host name of this house is asked, by the scheme and the port by which this one is. */
function addressOf(host: string): string {
  const url = new URL(whence().origin ?? 'https://x')
  url.hostname = host
  return url.origin
}
