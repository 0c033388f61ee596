import { openToAll } from '#kernel/access'
import { linkAt, useLink } from '#kernel/auth'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { plainPage, redirect } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { Button, ButtonLink, Form, FormActions } from '#kernel/ui'
import { invitedWays } from '../places.ts'
import { Chosen, NewPassword } from './new-password.tsx'

const path = '/sign-in/link/:token'

/** Where a link leads by which somebody gives themselves a password. */
export function linkPages(pages: PageRoutes): void {
  pages.get(path, openToAll, (c) => linkPage(c))
  pages.post(path, openToAll, form(Chosen, linkPage), async (c, { password }) =>
    (await useLink(tokenOf(c), password))
      ? redirect(c, '/sign-in', { key: 'identity.link.done' })
      : linkPage(c),
  )
}

const tokenOf = (c: Call) => c.req.param('token') ?? ''

async function linkPage(c: Call, attempt?: Attempt): Promise<Response> {
  const found = await linkAt(tokenOf(c))
  if (!found)
    return plainPage(
      c,
      { title: t('identity.link.over'), path: '/sign-in', status: 404 },
      <>
        <p>{t('identity.link.over_help')}</p>
        <p>
          <ButtonLink href="/sign-in/forgotten" icon="send">
            {t('identity.link.ask')}
          </ButtonLink>
        </p>
      </>,
    )
  const { account, kind } = found
  const title = t(`identity.link.${kind}`)
  return plainPage(
    c,
    {
      ...{ title, path: c.req.path, status: attempt ? 422 : 200 },
      facts: t('identity.link.for', { login: account.login, authority: tenant().name }),
    },
    <>
      {kind === 'invitation' && invitedWays.all().map(({ Way }) => <Way token={tokenOf(c)} />)}
      <Form action={c.req.path} errors={attempt?.errors ?? {}}>
        {/* What a keeper of passwords writes down with the new one. */}
        <input type="hidden" name="username" value={account.login} autocomplete="username" />
        <NewPassword />
        <FormActions>
          <Button type="submit" tone="primary" icon="check">
            {t('identity.link.choose')}
          </Button>
        </FormActions>
      </Form>
    </>,
  )
}
