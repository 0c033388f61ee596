import { z } from 'zod'
import { forOwnAccess } from '#kernel/access'
import { changePassword } from '#kernel/auth'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { giveSession, page, redirect, sessionTokenOf } from '#kernel/pages'
import { Button, ButtonLink, Card, Form, FormActions, Head, Stack, TextField } from '#kernel/ui'
import { own } from '../own.ts'
import { securityCards } from '../places.ts'
import { NewPassword, newPassword, same, typedPassword } from './new-password.tsx'
import { Sessions } from './sessions.tsx'
import { Telephone } from './telephone.tsx'

const path = '/security'
const Change = z.object({ old_password: typedPassword(), ...newPassword }).superRefine(same)

/** What each person does for the safety of their own access. */
export function securityPages(pages: PageRoutes): void {
  pages.get(path, own, (c) => securityPage(c))
  pages.post(
    `${path}/password`,
    forOwnAccess,
    form(Change, securityPage),
    async (c, { old_password: old, password }) => {
      const changed = await changePassword(old, password, sessionTokenOf(c))
      // Answered, not thrown: that it was tried is kept.
      if (changed.outcome === 'refused')
        return securityPage(c, wrong('old_password', t('identity.password.wrong')))
      if (changed.outcome === 'too_many')
        return securityPage(c, wrong('', t('auth.sign_in.too_many', changed)))
      if (changed.session) giveSession(c, changed.session)
      return redirect(c, path, { key: 'identity.password.changed' })
    },
  )
}

const wrong = (field: string, sentence: string): Attempt => ({
  values: {},
  errors: { [field]: [sentence] },
})

async function securityPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('identity.security.title')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('identity.security.lead')} />
      <Stack>
        <Card title={t('identity.password.title')}>
          <Form action={`${path}/password`} errors={attempt?.errors ?? {}}>
            <TextField
              name="old_password"
              type="password"
              label={t('identity.password.old')}
              autocomplete="current-password"
              required
            />
            <NewPassword />
            <FormActions>
              <Button type="submit" tone="primary" icon="check">
                {t('identity.password.change')}
              </Button>
            </FormActions>
          </Form>
        </Card>
        <Telephone />
        <Card title={t('identity.passkey.title')}>
          <p>{t('identity.passkey.lead')}</p>
          <p>
            <ButtonLink href="/security/passkeys" icon="key-round">
              {t('identity.passkey.link')}
            </ButtonLink>
          </p>
        </Card>
        {securityCards.all().map(({ Card: Own }) => (
          <Own />
        ))}
        <Sessions c={c} />
      </Stack>
    </>,
  )
}
