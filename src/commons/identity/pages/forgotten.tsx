import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { askReset } from '#kernel/auth'
import { type Attempt, type Call, form, line, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { isMailRead } from '#kernel/mail'
import { plainPage, redirect, typed } from '#kernel/pages'
import { Button, ButtonLink, Form, FormActions, Note, TextField } from '#kernel/ui'

const path = '/sign-in/forgotten'
const Asked = z.object({ named: line(254) })

/** Where somebody who has forgotten their password asks for a link. */
export function forgottenPages(pages: PageRoutes): void {
  pages.get(path, openToAll, (c) =>
    c.req.query('asked') === undefined ? forgottenPage(c) : askedPage(c),
  )
  pages.post(path, openToAll, form(Asked, forgottenPage), async (c, { named }) => {
    const may = await askReset(named)
    if (may.open) return redirect(c, `${path}?asked=yes`, null)
    c.header('retry-after', String(may.minutes * 60))
    const errors = { '': [t('auth.sign_in.too_many', { minutes: may.minutes })] }
    return forgottenPage(c, { values: { named }, errors }, 429)
  })
}

function forgottenPage(c: Call, attempt?: Attempt, status: 422 | 429 = 422) {
  const title = t('identity.forgotten.title')
  return plainPage(
    c,
    { title, facts: t('identity.forgotten.lead'), path, status: attempt ? status : 200 },
    <>
      <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <TextField
          name="named"
          label={t('identity.forgotten.named')}
          help={t('identity.forgotten.named_help')}
          autocomplete="username"
          required
        />
        <FormActions>
          <Button type="submit" tone="primary" icon="send">
            {t('identity.forgotten.send')}
          </Button>
        </FormActions>
      </Form>
      <Back />
    </>,
  )
}

/** Says the same of everybody, of those whom nobody knows too. */
const askedPage = (c: Call) =>
  plainPage(
    c,
    { title: t('identity.forgotten.title'), path },
    <>
      <Note title={t('identity.forgotten.sent')}>
        <p>{t(isMailRead() ? 'identity.forgotten.sent_help' : 'identity.forgotten.no_mail')}</p>
      </Note>
      <Back />
    </>,
  )

const Back = () => (
  <p>
    <ButtonLink href="/sign-in" icon="arrow-left" tone="quiet">
      {t('identity.back')}
    </ButtonLink>
  </p>
)
