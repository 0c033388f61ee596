import { openToAll } from '#kernel/access'
import { type Attempt, type Call, form, line, optionalLine } from '#kernel/http'
import { t } from '#kernel/i18n'
import { isMailRead, mailAddress } from '#kernel/mail'
import { footOf, plainPage, redirect, typed } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import {
  Button,
  ButtonLink,
  Form,
  FormActions,
  Note,
  PostButton,
  PublicSection,
  Stack,
  TextField,
} from '#kernel/ui'
import { ask, askedBy, confirm } from '../ask.ts'
import { type Followed, followedIn, inWords, Query, queryOf } from '../followed.ts'
import { feedLinks } from '../feed.ts'
import { wayOf } from '../subscriber.ts'
import { pages } from './routes.ts'
import { WhatFields } from './what.tsx'

const path = '/alerts'

const Asking = Query.extend({
  email: line(254).refine((text) => mailAddress(text) !== undefined, 'alerts.email_wrong'),
  /** Nobody sees it, so nobody fills it in: programs that fill in whatever there is do. */
  website: optionalLine(2000),
})

pages.get('/', openToAll, form(Query), (c, query) =>
  c.req.query('asked') === undefined ? askingPage(c, followedIn(query)) : askedPage(c),
)

pages.post('/', openToAll, form(Asking, againPage), async (c, { email, website, ...query }) => {
  const may = website ? { open: true as const } : await ask(email, followedIn(query))
  if (may.open) return redirect(c, `${path}?asked=yes`, null)
  c.header('retry-after', String(may.minutes * 60))
  const errors = { '': [t('alerts.too_many', { minutes: may.minutes })] }
  return askingPage(c, followedIn(query), { values: { email, ...query }, errors }, 429)
})

function againPage(c: Call, attempt: Attempt) {
  const { data } = Query.catch({ q: '', subject: '', organ: '', place: '' }).safeParse(
    attempt.values,
  )
  return askingPage(c, data && followedIn(data), attempt)
}

const anything: Followed = { words: '', subject: '', organ: '', place: '' }

async function askingPage(
  c: Call,
  said: Followed = anything,
  attempt?: Attempt,
  status: 422 | 429 = 422,
) {
  return plainPage(
    c,
    {
      ...{ title: t('alerts.title'), path: `${path}${queryOf(said)}` },
      ...{ status: attempt ? status : 200, footLinks: await footOf() },
      facts: t('alerts.lead', { authority: tenant().name }),
    },
    <Stack>
      <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)} unkept>
        <WhatFields said={said} />
        <TextField
          name="email"
          type="email"
          label={t('alerts.email')}
          help={t('alerts.email_help')}
          autocomplete="email"
          maxlength={254}
          required
        />
        <p class="small muted">{t('alerts.email_kept', { authority: tenant().name })}</p>
        <input type="text" name="website" hidden autocomplete="off" tabindex={-1} />
        <FormActions>
          <Button type="submit" tone="primary" icon="send">
            {t('alerts.send')}
          </Button>
        </FormActions>
      </Form>
      <PublicSection title={t('alerts.without_address')} aside>
        <p>{t('alerts.without_address_help')}</p>
        <ul>
          {feedLinks(said).map(({ href, type, title }) => (
            <li>
              <a href={href} type={type}>
                {title}
              </a>
            </li>
          ))}
          <li>
            <a href={`/feeds/meetings.ics${queryOf(said)}`} type="text/calendar">
              {t('alerts.feed.ics')}
            </a>
          </li>
        </ul>
      </PublicSection>
      <Back />
    </Stack>,
  )
}

/** Says the same of every address, of those that are known too. */
const askedPage = async (c: Call) =>
  plainPage(
    c,
    { title: t('alerts.title'), path, footLinks: await footOf() },
    <>
      <Note title={t('alerts.sent')}>
        <p>{t(isMailRead() ? 'alerts.sent_help' : 'alerts.no_mail')}</p>
      </Note>
      <Back />
    </>,
  )

const Back = () => (
  <p>
    <ButtonLink href="/decisions" icon="arrow-left" tone="quiet">
      {t('alerts.back')}
    </ButtonLink>
  </p>
)

const tokenOf = (c: Call) => c.req.param('token') ?? ''

// A program that looks at the links of a letter presses no button.
pages.get('/confirm/:token', openToAll, async (c) => {
  const asked = await askedBy(tokenOf(c))
  if (!asked) return overPage(c)
  if (asked.subscriber_id)
    return redirect(c, `${path}/mine/${await wayOf(asked.subscriber_id)}`, null)
  return plainPage(
    c,
    {
      ...{ title: t('alerts.confirm'), path: c.req.path, footLinks: await footOf() },
      facts: t('alerts.confirm_of', { authority: tenant().name }),
    },
    <>
      <p>{inWords(asked)}</p>
      <PostButton action={c.req.path} icon="check" tone="primary">
        {t('alerts.confirm_do')}
      </PostButton>
    </>,
  )
})

pages.post('/confirm/:token', openToAll, async (c) => {
  const id = await confirm(tokenOf(c))
  return id ? redirect(c, `${path}/mine/${await wayOf(id)}?confirmed=yes`, null) : overPage(c)
})

const overPage = async (c: Call) =>
  plainPage(
    c,
    { title: t('alerts.over'), path, status: 404, footLinks: await footOf() },
    <>
      <p>{t('alerts.over_help')}</p>
      <p>
        <ButtonLink href={path} icon="send">
          {t('alerts.again')}
        </ButtonLink>
      </p>
    </>,
  )
