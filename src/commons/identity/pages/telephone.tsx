import { z } from 'zod'
import { forProven } from '#kernel/access'
import { type Attempt, type Call, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { hasTotp, recoveryCodesLeft } from '#kernel/second-factor'
import {
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  PostButton,
  Row,
  Stack,
} from '#kernel/ui'
import { confirmTelephone, me, removeTelephone, renewCodes } from '../keeping.ts'
import { own } from '../own.ts'
import { CodeField, Codes, Enrolment, oneTime } from './codes.tsx'

const path = '/security/telephone'
const Code = z.object({ one_time_password: oneTime() })

/** The codes of a telephone: set up, renewed, removed by their person. */
export function telephonePages(pages: PageRoutes): void {
  pages.get(path, own, (c) => setUpPage(c))
  pages.post(path, forProven, form(Code, setUpPage), async (c, { one_time_password: code }) => {
    const { id } = await me()
    if (await hasTotp(id)) return redirect(c, '/security', null)
    const codes = await confirmTelephone(code)
    return codes
      ? codesPage(c, codes)
      : setUpPage(c, { values: {}, errors: { one_time_password: [t('identity.second.wrong')] } })
  })
  pages.post(`${path}/codes`, forProven, async (c) => codesPage(c, await renewCodes()))
  pages.post(`${path}/remove`, forProven, async (c) => {
    await removeTelephone()
    return redirect(c, '/security', { key: 'identity.second.removed' })
  })
}

async function codesPage(c: Call, codes: readonly string[]): Promise<Response> {
  const title = t('identity.codes.title')
  return page(
    c,
    { title },
    <>
      <Head title={title} />
      <Codes codes={codes} />
      <p>
        <ButtonLink href="/security" icon="arrow-left">
          {t('identity.security.title')}
        </ButtonLink>
      </p>
    </>,
  )
}

async function setUpPage(c: Call, attempt?: Attempt): Promise<Response> {
  const account = await me()
  if (await hasTotp(account.id)) return redirect(c, '/security', null)
  const title = t('identity.second.begin')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} />
      <Stack>
        <Form action={path} errors={attempt?.errors ?? {}} shows>
          <Enrolment of={account} />
          <CodeField />
          <FormActions>
            <Button type="submit" tone="primary" icon="check">
              {t('identity.second.confirm')}
            </Button>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}

/** Whether the codes of a telephone protect the one who looks. */
export async function Telephone() {
  const { id } = await me()
  const on = await hasTotp(id)
  const left = on ? await recoveryCodesLeft(id) : 0
  return (
    <Card title={t('identity.second.card')} acts={path}>
      <p>{on ? t('identity.second.on', { left }) : t('identity.second.off')}</p>
      <Row>
        {on ? (
          <>
            <PostButton action={`${path}/codes`} icon="printer" small shows>
              {t('identity.codes.renew')}
            </PostButton>
            <PostButton
              action={`${path}/remove`}
              tone="quiet"
              confirm={t('identity.second.remove_confirm')}
              small
            >
              {t('identity.second.remove')}
            </PostButton>
          </>
        ) : (
          <ButtonLink href={path} icon="shield-check">
            {t('identity.second.set_up')}
          </ButtonLink>
        )}
      </Row>
    </Card>
  )
}
