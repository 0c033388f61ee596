import { z } from 'zod'
import { actAs, openToAll } from '#kernel/access'
import { audit } from '#kernel/audit'
import { accountNamed, completeSignIn, halfSession, type Welcome } from '#kernel/auth'
import { type Call, form, type PageRoutes, wayBack } from '#kernel/http'
import { t } from '#kernel/i18n'
import {
  deviceTokenOf,
  localPath,
  onwards,
  plainPage,
  redirect,
  sessionTokenOf,
  welcome,
} from '#kernel/pages'
import { confirmTotp, renewRecoveryCodes } from '#kernel/second-factor'
import { Button, ButtonLink, Form, FormActions, TextField } from '#kernel/ui'
import { trySecond } from '../second.ts'
import { CodeField, Codes, Enrolment, oneTime } from './codes.tsx'

const path = '/sign-in/second'
const Code = z.object({ one_time_password: oneTime(), next: wayBack() })

/** What is asked besides a password: the code of a telephone, or that one is set up. */
export function secondPages(pages: PageRoutes): void {
  pages.get(path, openToAll, (c) => secondPage(c, c.req.query('next') ?? '/'))
  pages.post(path, openToAll, form(Code), async (c, { one_time_password: code, next }) => {
    const half = await halfSession(sessionTokenOf(c))
    if (!half) return toDoor(c, next)
    const { accountId } = half
    if (half.awaits === 'enrolment') return enrol(c, accountId, code, next)
    const tried = await trySecond(accountId, code, deviceTokenOf(c))
    // Answered, not thrown: that it was tried is kept.
    if (tried.outcome === 'wrong') return secondPage(c, next, t('identity.second.wrong'))
    if (tried.outcome === 'too_many')
      return secondPage(c, next, t('auth.sign_in.too_many', { minutes: tried.minutes }))
    const came = await comeIn(c)
    return came ? redirect(c, onwards(came, next), null) : toDoor(c, next)
  })
}

const toDoor = (c: Call, next: string) =>
  redirect(c, `/sign-in?next=${encodeURIComponent(localPath(next))}`, {
    key: 'identity.second.over',
    tone: 'info',
  })

async function comeIn(c: Call): Promise<Welcome | undefined> {
  const result = await completeSignIn(sessionTokenOf(c), deviceTokenOf(c))
  if (result) await welcome(c, result)
  return result
}

/** The first code of a telephone: it is asked for from now on, and what helps without it is shown once. */
async function enrol(c: Call, accountId: string, code: string, next: string): Promise<Response> {
  if (!(await confirmTotp(accountId, code))) return secondPage(c, next, t('identity.second.wrong'))
  const account = await accountNamed(accountId)
  await actAs({ id: account?.id ?? null, name: account?.name ?? '', principals: [] }, () =>
    audit('second_factor', `begun ${account?.login}`),
  )
  const codes = await renewRecoveryCodes(accountId)
  if (!(await comeIn(c))) return toDoor(c, next)
  return plainPage(
    c,
    { title: t('identity.codes.title'), path: '/sign-in' },
    <>
      <Codes codes={codes} />
      <p>
        <ButtonLink href={localPath(next)} tone="primary" icon="arrow-right">
          {t('identity.codes.go_on')}
        </ButtonLink>
      </p>
    </>,
  )
}

async function secondPage(c: Call, next: string, wrong?: string): Promise<Response> {
  const half = await halfSession(sessionTokenOf(c))
  const account = half && (await accountNamed(half.accountId))
  if (!half || !account) return toDoor(c, next)
  const begins = half.awaits === 'enrolment'
  const title = begins ? t('identity.second.begin') : t('identity.second.title')
  return plainPage(
    c,
    {
      ...{ title, path, status: wrong ? 422 : 200 },
      facts: begins ? t('identity.second.needed') : t('identity.second.lead'),
    },
    <>
      <Form action={path} errors={wrong ? { one_time_password: [wrong] } : {}}>
        <input type="hidden" name="next" value={localPath(next)} />
        {begins && <Enrolment of={account} />}
        {begins ? (
          <CodeField />
        ) : (
          <TextField
            name="one_time_password"
            label={t('identity.second.code')}
            help={t('identity.second.code_help')}
            autocomplete="one-time-code"
            required
          />
        )}
        <FormActions>
          <Button type="submit" tone="primary" icon="log-in">
            {t('identity.second.submit')}
          </Button>
        </FormActions>
      </Form>
      <p>
        <ButtonLink href="/sign-in" icon="arrow-left" tone="quiet">
          {t('identity.back')}
        </ButtonLink>
      </p>
    </>,
  )
}
