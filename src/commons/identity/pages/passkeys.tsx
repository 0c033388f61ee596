import { z } from 'zod'
import { actor, forProven, forOwnAccess, openToAll } from '#kernel/access'
import { audit, currentAddress } from '#kernel/audit'
import { atDoor, comeInBy, refusedAt } from '#kernel/auth'
import { Conflict, TooMany } from '#kernel/errors'
import { type Attempt, type Call, form, line, wayBack, type PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import {
  deviceTokenOf,
  localPath,
  onwards,
  page,
  redirect,
  sessionTokenOf,
  typed,
  welcome,
} from '#kernel/pages'
import { accountByKey, askKey, askNewKey, keepKey, passkeysOf } from '#kernel/passkeys'
import {
  Card,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  PostButton,
  Stack,
  TextField,
} from '#kernel/ui'
import { me, removeOwnKey } from '../keeping.ts'
import { PasskeyButton, passkeyScript } from './passkey-button.tsx'

const path = '/security/passkeys'
const answer = () => z.string().max(20_000).default('')
const SignIn = z.object({ passkey: answer(), next: wayBack() })
const Made = z.object({ passkey: answer(), name: line(60) })

/** Keys that a device keeps: used to sign in, made and removed by their person. */
export function passkeyPages(pages: PageRoutes): void {
  pages.post('/sign-in/passkey/options', openToAll, async (c) => {
    await once()
    return c.json(await askKey(null))
  })
  pages.post('/sign-in/passkey', openToAll, form(SignIn), async (c, { passkey, next }) => {
    const account = await accountByKey(passkey, null)
    const came =
      account && (await comeInBy(account, { session: sessionTokenOf(c), device: deviceTokenOf(c) }))
    if (!came) {
      await audit('passkey_refused', null)
      return redirect(c, `/sign-in?next=${encodeURIComponent(localPath(next))}`, {
        key: 'identity.passkey.refused',
        tone: 'bad',
      })
    }
    await welcome(c, came)
    return redirect(c, onwards(came, next), null)
  })
  pages.post(`${path}/proof`, forOwnAccess, async (c) => c.json(await askKey(actor().id)))
  pages.post(`${path}/options`, forProven, async (c) => {
    const options = await askNewKey(await me())
    if (!options) throw new Conflict('identity.passkey.enough')
    return c.json(options)
  })
  pages.get(path, forProven, (c) => passkeysPage(c))
  pages.post(path, forProven, form(Made, passkeysPage), async (c, { passkey, name }) => {
    const { id, login } = await me()
    if (!(await keepKey(id, passkey, name)))
      return passkeysPage(c, { values: { name }, errors: { '': [t('identity.passkey.not_made')] } })
    await audit('passkey_added', login)
    return redirect(c, path, { key: 'identity.passkey.made', params: { name } })
  })
  pages.post(`${path}/:id/remove`, forProven, async (c) => {
    const name = await removeOwnKey(c.req.param('id') ?? '')
    return redirect(c, path, { key: 'identity.passkey.removed', params: { name } })
  })
}

/** Whoever asks often what is to be signed waits: each leaves a row for five minutes. */
async function once(): Promise<void> {
  const who = currentAddress() ?? ''
  const may = await atDoor('passkey', who)
  if (!may.open) throw new TooMany('auth.sign_in.too_many', { minutes: may.minutes })
  await refusedAt('passkey', who)
}

async function passkeysPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('identity.passkey.title')
  const keys = await passkeysOf((await me()).id)
  return page(
    c,
    { title, status: attempt ? 422 : 200, scripts: [passkeyScript] },
    <>
      <Head title={title} facts={t('identity.passkey.lead')} />
      <Stack>
        <Card title={t('identity.passkey.mine')} acts={path} flush>
          {keys.length === 0 ? (
            <EmptyState icon="key-round" sentence={t('identity.passkey.none')} />
          ) : (
            <List
              label={t('identity.passkey.mine')}
              items={keys.map((key) => ({
                title: key.called,
                why: t('identity.passkey.facts', {
                  host: key.host,
                  made: formatDateTime(key.created_at, 'short'),
                  used: key.used_at
                    ? formatDateTime(key.used_at, 'short')
                    : t('identity.passkey.never'),
                }),
                act: (
                  <PostButton
                    action={`${path}/${key.id}/remove`}
                    confirm={t('identity.passkey.remove_confirm', { name: key.called })}
                    tone="quiet"
                    small
                  >
                    {t('identity.passkey.remove')}
                  </PostButton>
                ),
              }))}
            />
          )}
        </Card>
        <Card title={t('identity.passkey.make')}>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)} unkept>
            <input type="hidden" name="passkey" value="" />
            <TextField
              name="name"
              label={t('identity.passkey.name')}
              help={t('identity.passkey.name_help')}
              maxlength={60}
              required
            />
            <FormActions />
            <PasskeyButton
              does="make"
              options={`${path}/options`}
              field="passkey"
              label={t('identity.passkey.make_now')}
            />
            <noscript>{t('identity.passkey.scripts')}</noscript>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

/** On the page of signing in, beside the password. */
export const PasskeySignIn = ({ next }: { next: string }) => (
  <Form action="/sign-in/passkey" unkept>
    <input type="hidden" name="next" value={next} />
    <input type="hidden" name="passkey" value="" />
    <PasskeyButton
      does="use"
      options="/sign-in/passkey/options"
      field="passkey"
      label={t('identity.passkey.sign_in')}
    />
  </Form>
)

/** Where somebody proves who they are, for those who have a key. */
export async function PasskeyProof() {
  const { id } = actor()
  if (!id || (await passkeysOf(id)).length === 0) return <></>
  return (
    <PasskeyButton
      does="use"
      options={`${path}/proof`}
      field="form_proof_password"
      label={t('identity.passkey.prove')}
    />
  )
}
