import { openToAll } from '#kernel/access'
import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { footOf, plainPage, redirect, typed } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { Button, ButtonLink, Form, FormActions, Note, TextField } from '#kernel/ui'
import { Chosen, NewPassword } from '#commons/identity'
import { askedBy, askSpace, openAsked } from '../asked.ts'
import { AskedFields } from '../schema.ts'
import { pages } from './routes.ts'

const path = '/me/new'

pages.get('/new', openToAll, (c) =>
  c.req.query('asked') === undefined ? newPage(c) : askedPage(c),
)

pages.post('/new', openToAll, form(AskedFields, newPage), async (c, asker) => {
  const may = await askSpace(asker)
  if (may.open) return redirect(c, `${path}?asked=yes`, null)
  c.header('retry-after', String(may.minutes * 60))
  const errors = { '': [t('citizens.too_many', { minutes: may.minutes })] }
  return newPage(c, { values: asker, errors }, 429)
})

async function newPage(c: Call, attempt?: Attempt, status: 422 | 429 = 422) {
  const title = t('citizens.new.title')
  return plainPage(
    c,
    {
      ...{ title, path, status: attempt ? status : 200 },
      facts: t('citizens.new.lead', { authority: tenant().name }),
      footLinks: await footOf(),
    },
    <>
      <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <TextField
          name="first_name"
          label={t('citizens.first_name')}
          autocomplete="given-name"
          maxlength={100}
          required
        />
        <TextField
          name="last_name"
          label={t('citizens.last_name')}
          autocomplete="family-name"
          maxlength={100}
          required
        />
        <TextField
          name="email"
          type="email"
          label={t('citizens.email')}
          help={t('citizens.email_help')}
          autocomplete="email"
          maxlength={200}
          required
        />
        <FormActions>
          <Button type="submit" tone="primary" icon="send">
            {t('citizens.new.send')}
          </Button>
        </FormActions>
      </Form>
      <Back />
    </>,
  )
}

/** Says the same of every address, of those that are known too. */
const askedPage = (c: Call) =>
  plainPage(
    c,
    { title: t('citizens.new.title'), path },
    <>
      <Note title={t('citizens.new.sent')}>
        <p>{t('citizens.new.sent_help')}</p>
      </Note>
      <Back />
    </>,
  )

const Back = () => (
  <p>
    <ButtonLink href="/sign-in" icon="arrow-left" tone="quiet">
      {t('citizens.new.back')}
    </ButtonLink>
  </p>
)

const tokenOf = (c: Call) => c.req.param('token') ?? ''

pages.get('/new/:token', openToAll, (c) => confirmPage(c))

pages.post('/new/:token', openToAll, form(Chosen, confirmPage), async (c, { password }) =>
  (await openAsked(tokenOf(c), password))
    ? redirect(c, '/sign-in?next=/me', { key: 'citizens.opened' })
    : confirmPage(c),
)

async function confirmPage(c: Call, attempt?: Attempt): Promise<Response> {
  const asker = await askedBy(tokenOf(c))
  if (!asker)
    return plainPage(
      c,
      { title: t('citizens.new.over'), path, status: 404 },
      <>
        <p>{t('citizens.new.over_help')}</p>
        <p>
          <ButtonLink href={path} icon="send">
            {t('citizens.new.again')}
          </ButtonLink>
        </p>
      </>,
    )
  const { email, first_name: first, last_name: last } = asker
  return plainPage(
    c,
    {
      ...{ title: t('citizens.new.confirm'), path: c.req.path, status: attempt ? 422 : 200 },
      facts: t('citizens.new.for', { name: `${first} ${last}`, email, authority: tenant().name }),
    },
    <Form action={c.req.path} errors={attempt?.errors ?? {}}>
      {/* What a keeper of passwords writes down with the new one. */}
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <NewPassword />
      <FormActions>
        <Button type="submit" tone="primary" icon="check">
          {t('citizens.new.open')}
        </Button>
      </FormActions>
    </Form>,
  )
}
