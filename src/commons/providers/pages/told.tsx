import { audit } from '#kernel/audit'
import type { Call } from '#kernel/http'
import { t } from '#kernel/i18n'
import { plainPage } from '#kernel/pages'
import { Failure, failureInWords, failureOf, type Provider } from '#kernel/single-sign-on'
import { ButtonLink, Note } from '#kernel/ui'
import type { Child } from 'hono/jsx'

/** Says why nothing came of a way to a provider, and what else one can do; a line of audit says it too. */
export async function failurePage(
  c: Call,
  provider: Pick<Provider, 'name'>,
  failure: unknown,
  again: string,
): Promise<Response> {
  const { reason, detail } = failureOf(failure)
  await audit('provider_refused', [`${provider.name}: ${reason}`, detail].filter(Boolean).join(' '))
  return sorryPage(c, failureInWords(reason, provider.name), again, reason === 'unavailable')
}

/** What came back is of no way that this browser went: nothing is written, for anybody may send it. */
export const lostPage = (c: Call): Response | Promise<Response> =>
  sorryPage(c, failureInWords('lost', ''), '/sign-in')

/** A sentence, and how one goes on. */
export function sorryPage(
  c: Call,
  sentence: string,
  again: string,
  later = false,
): Response | Promise<Response> {
  if (later) c.header('retry-after', '60')
  return plainPage(
    c,
    { title: t('providers.sorry'), path: '/sign-in', status: later ? 503 : 422 },
    <>
      <Note tone="warn" title={sentence}>
        <p>{t('providers.sorry_help')}</p>
      </Note>
      <p>
        <ButtonLink href={again} icon="arrow-left" leaves>
          {t('providers.go_back')}
        </ButtonLink>
      </p>
    </>,
  )
}

/** A page from which the browser goes on by itself to a provider; a link does the same. */
export const onwardsPage = (
  c: Call,
  { name }: Pick<Provider, 'name'>,
  href: string,
  said: Child,
): Response | Promise<Response> =>
  plainPage(
    c,
    { title: t('providers.onwards', { name }), path: '/sign-in', onwards: href },
    <>
      <p>{said}</p>
      <p>
        <ButtonLink href={href} icon="arrow-right" tone="primary" leaves>
          {t('providers.go_on', { name })}
        </ButtonLink>
      </p>
    </>,
  )

/** What was thrown on the way out, as an act that tells it. */
export const telling =
  (c: Call, provider: Pick<Provider, 'name'>, failure: unknown, again: string) => () => {
    if (failure instanceof Failure) return failurePage(c, provider, failure, again)
    throw failure
  }
