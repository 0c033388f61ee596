import { type Attempt, type Call, flag, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import { type Provider, providerNamed } from '#kernel/single-sign-on'
import {
  Breadcrumbs,
  Button,
  Checkbox,
  Form,
  FormActions,
  FormSection,
  Head,
  Select,
  TextField,
} from '#kernel/ui'
import { add, rewrite } from '../keep.ts'
import { ProviderFieldsSent, Secret } from '../schema.ts'
import { keeps, pages, providerPath } from './routes.ts'

const New = ProviderFieldsSent.extend(Secret.shape)

pages.get('/providers/new', keeps, (c) => newPage(c))

pages.post(
  '/providers',
  keeps,
  form(New, newPage),
  async (c, { client_secret: secret, ...sent }) => {
    const id = await add(sent, secret)
    return redirect(c, providerPath(id), { key: 'providers.added' })
  },
)

function newPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('providers.add')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('providers.title'), href: '/providers' }, { label: title }]}
      />
      <Head title={title} facts={t('providers.add_lead')} />
      <Form action="/providers" errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <Inputs />
        <FormActions>
          <Button type="submit" tone="primary" icon="check">
            {t('providers.add_it')}
          </Button>
        </FormActions>
      </Form>
    </>,
  )
}

const Rewritten = New.extend(Edition.shape).extend({ forget_secret: flag() })

pages.get('/providers/:provider/edit', keeps, (c) => editPage(c))

pages.post(
  '/providers/:provider/edit',
  keeps,
  form(Rewritten, editPage),
  async (c, { client_secret: secret, edition, forget_secret: forget, ...sent }) => {
    const id = c.req.param('provider') ?? ''
    // An empty field keeps the secret: nobody types it anew to change a name.
    const fresh = forget ? '' : secret || null
    await rewrite(id, sent, fresh, (now) => ensureEdition(fieldsOf(now), edition))
    return redirect(c, providerPath(id), { key: 'providers.rewritten' })
  },
)

const fieldsOf = ({ is_on: _on, is_only: _only, ...fields }: Provider) => fields

async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
  const provider = await providerNamed(c.req.param('provider') ?? '')
  const { id, name } = provider
  const title = t('providers.edit')
  return page(
    c,
    { title: `${title} · ${name}`, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('providers.title'), href: '/providers' },
          { label: name, href: providerPath(id) },
          { label: title },
        ]}
      />
      <Head title={name} facts={title} />
      <Form
        action={`${providerPath(id)}/edit`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
      >
        <EditionField of={fieldsOf(provider)} attempt={attempt}>
          <p>{name}</p>
        </EditionField>
        <Inputs of={provider} />
        <FormActions>
          <Button type="submit" tone="primary" icon="check">
            {t('providers.keep')}
          </Button>
        </FormActions>
      </Form>
    </>,
  )
}

function Inputs({ of }: { of?: Provider }) {
  return (
    <>
      <TextField
        name="name"
        label={t('providers.name')}
        help={t('providers.name_help')}
        value={of?.name}
        maxlength={60}
        required
      />
      <FormSection title={t('providers.at_provider')} help={t('providers.at_provider_help')}>
        <TextField
          name="issuer"
          label={t('providers.issuer')}
          help={t('providers.issuer_help')}
          value={of?.issuer}
          type="url"
          required
        />
        <TextField
          name="client_id"
          label={t('providers.client_id')}
          value={of?.client_id}
          autocomplete="off"
          required
        />
        <TextField
          name="client_secret"
          type="password"
          label={t('providers.client_secret')}
          help={t(of?.has_secret ? 'providers.client_secret_kept' : 'providers.client_secret_help')}
          autocomplete="off"
        />
        {of?.has_secret && (
          <Checkbox name="forget_secret" label={t('providers.client_secret_forget')} />
        )}
      </FormSection>
      <FormSection title={t('providers.serves')}>
        <Select
          name="serves"
          label={t('providers.serves')}
          help={t('providers.serves_help')}
          value={of?.serves ?? 'staff'}
          options={(['staff', 'citizens'] as const).map((value) => ({
            value,
            label: t(`providers.serves.${value}`),
          }))}
        />
        <TextField
          name="number_claim"
          label={t('providers.number_claim')}
          help={t('providers.number_claim_help')}
          value={of?.number_claim}
        />
      </FormSection>
      <FormSection title={t('providers.asked')}>
        <TextField
          name="scopes"
          label={t('providers.scopes')}
          help={t('providers.scopes_help')}
          value={of?.scopes ?? 'openid profile email'}
          required
        />
        <Select
          name="subject_claim"
          label={t('providers.subject_claim')}
          help={t('providers.subject_claim_help')}
          value={of?.subject_claim ?? 'sub'}
          options={(['sub', 'oid'] as const).map((value) => ({
            value,
            label: t(`providers.subject_claim.${value}`),
          }))}
        />
        <TextField
          name="acr_values"
          label={t('providers.acr_values')}
          help={t('providers.acr_values_help')}
          value={of?.acr_values}
        />
        <Checkbox
          name="asks_user_info"
          label={t('providers.asks_user_info')}
          checked={of?.asks_user_info ?? false}
        />
        <Checkbox
          name="takes_external_id"
          label={t('providers.takes_external_id')}
          help={t('providers.takes_external_id_help')}
          checked={of?.takes_external_id ?? false}
        />
      </FormSection>
    </>
  )
}
