import type { Child } from 'hono/jsx'
import { slot } from '#kernel/module'
import { Forbidden } from '#kernel/errors'
import { type Call, bearerOf, PageRoutes, problemResponse } from '#kernel/http'
import { isProven, prove } from '#kernel/auth'
import { t } from '#kernel/i18n'
import { Button, ButtonLink, Form, FormActions, Head, TextField } from '#kernel/ui'
import { forProven } from '#kernel/access'
import { redirect } from './flash.ts'
import { page } from './frame.tsx'
import { localPath } from './local-path.ts'
import { giveSession, sessionTokenOf } from './session.tsx'

/** Another proof of who somebody is, beside the password, where they have it; with the script that it needs. */
/** What is to be done once it is proven. */
export interface WayOfProof {
  /** Where it was sent, or what was to be read. */
  act: string
  reads: boolean
}
export const proofWays = slot<{ script?: string; Way: (props: WayOfProof) => Child }>('proofWays')

/**
 * Asks the one who acts to prove anew who they are, unless they did lately or just now. The page carries what was sent
 * to the act, so that proving it does the act at once; a program signs in anew.
 */
export async function proveAnew(
  c: Call,
  proof: string | undefined,
  sent: Record<string, unknown>,
): Promise<Response | undefined> {
  if (isProven()) return undefined
  if (c.get('face') === 'api')
    return problemResponse(new Forbidden(bearerOf(c) ? 'auth.proof.program' : 'auth.proof.wanted'))
  if (proof === undefined) return proofPage(c, sent)
  const result = await prove(proof, sessionTokenOf(c))
  if (result.outcome === 'refused') return proofPage(c, sent, t('auth.proof.wrong'))
  if (result.outcome === 'too_many')
    return proofPage(c, sent, t('auth.sign_in.too_many', { minutes: result.minutes }))
  if (result.session) giveSession(c, result.session)
  return undefined
}

async function proofPage(
  c: Call,
  sent: Record<string, unknown>,
  wrong?: string,
): Promise<Response> {
  const title = t('auth.proof.title')
  const reads = c.req.method === 'GET'
  return page(
    c,
    { title, status: 422, scripts: proofWays.all().flatMap(({ script }) => script ?? []) },
    <>
      <Head title={title} facts={t('auth.proof.lead')} />
      <Form
        action={reads ? `/proof?next=${encodeURIComponent(addressOf(c))}` : c.req.path}
        errors={wrong ? { form_proof_password: [wrong] } : {}}
        unkept
      >
        {!reads && <Carried sent={{ ...sent, ...draftOf(c) }} />}
        <TextField
          name="form_proof_password"
          type="password"
          label={t('auth.proof.password')}
          help={t('auth.proof.password_help')}
          autocomplete="current-password"
          required
        />
        {proofWays.all().map(({ Way }) => (
          <Way act={reads ? addressOf(c) : c.req.path} reads={reads} />
        ))}
        <FormActions>
          <Button type="submit" tone="primary" icon="check">
            {t('auth.proof.go_on')}
          </Button>
          <ButtonLink href={backOf(c)}>{t('auth.proof.leave')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

const addressOf = (c: Call) => c.req.path + new URL(c.req.url).search

const backOf = (c: Call) => {
  const from = URL.parse(c.req.header('referer') ?? '')
  return from ? localPath(from.pathname + from.search) : '/'
}

/** The draft of the form that was sent goes with the act. */
export const draftOf = (c: Call) => {
  const { of, edition } = c.get('form') ?? {}
  return of === undefined ? {} : { form_of: of, form_edition: edition }
}

/** What was sent, to be sent again; files cannot be. */
export const Carried = ({ sent }: { sent: Record<string, unknown> }) => (
  <>
    {Object.entries(sent).flatMap(([name, given]) =>
      [given]
        .flat()
        .filter((one) => typeof one === 'string')
        .map((one) => <input type="hidden" name={name} value={one} />),
    )}
  </>
)

/** Where somebody proves who they are to read something. */
export const provePages = new PageRoutes('')

provePages.post('/proof', forProven, (c) =>
  redirect(c, localPath(c.req.query('next') ?? '/'), null),
)
