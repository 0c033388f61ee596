import { type Attempt, type Call, form } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  Card,
  Checkbox,
  Facts,
  Form,
  FormActions,
  Head,
  Note,
  Stack,
  TextArea,
  TextField,
} from '#kernel/ui'
import { enterpriseInWords } from '#commons/parties'
import { kindInWords, tradesOfHouse } from '#commons/trades'
import { authorityNamed, giveNumber, nameHosts, standingHosts } from '../known.ts'
import { HostFields, NumberFields } from '../schema.ts'
import { StandingBadge } from './list.tsx'
import { authorityPath, opens, operates, pages } from './routes.ts'

pages.get('/authorities/:slug', operates, (c) => authorityPage(c))

pages.post(
  '/authorities/:slug/hosts',
  opens,
  form(HostFields.extend(Edition.partial().shape), authorityPage),
  async (c, { hosts, other_hosts: others, edition }) => {
    const authority = await authorityNamed(c.req.param('slug'))
    if (edition !== undefined) ensureEdition(standingHosts(authority), edition)
    await nameHosts(authority, hosts, others)
    return redirect(c, authorityPath(authority.slug), {
      key: 'authorities.hosts_given',
      params: { name: authority.name },
    })
  },
)

pages.post(
  '/authorities/:slug/number',
  opens,
  form(NumberFields.extend(Edition.partial().shape), authorityPage),
  async (c, { number, edition }) => {
    const authority = await authorityNamed(c.req.param('slug'))
    if (edition !== undefined) ensureEdition(authority.number, edition)
    await giveNumber(authority, number)
    return redirect(c, authorityPath(authority.slug), {
      key: 'authorities.number_given',
      params: { name: authority.name },
    })
  },
)

async function authorityPage(c: Call, attempt?: Attempt): Promise<Response> {
  const one = await authorityNamed(c.req.param('slug'))
  const named = new Map(tradesOfHouse().map(({ name, title }) => [name, t(title)]))
  const trades = one.trades.map((name) => named.get(name) ?? name)
  return page(
    c,
    { title: one.name, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('authorities.title'), href: '/authorities' }, { label: one.name }]}
      />
      <Head title={one.name} state={<StandingBadge of={one} />} facts={kindInWords(one.kind)} />
      {one.because && <Note tone="warn">{one.because}</Note>}
      <Stack>
        <Card title={t('authorities.known')}>
          <Facts
            facts={[
              {
                label: t('authorities.number'),
                value: one.number ? enterpriseInWords(one.number) : t('authorities.no_number'),
              },
              { label: t('authorities.slug'), value: <code>{one.slug}</code> },
              { label: t('authorities.trades'), value: trades.join(', ') || '—' },
              { label: t('authorities.accounts'), value: String(one.accounts) },
              { label: t('authorities.since'), value: formatDateTime(one.created_at, 'short') },
            ]}
          />
          <p class="small muted">{t('authorities.no_rows')}</p>
        </Card>
        <Card title={t('authorities.number')}>
          <Form
            action={`${authorityPath(one.slug)}/number`}
            errors={attempt?.errors}
            values={attempt && typed(attempt)}
          >
            <EditionField of={one.number} attempt={attempt}>
              {one.number && enterpriseInWords(one.number)}
            </EditionField>
            <TextField
              name="number"
              label={t('authorities.number')}
              help={t('authorities.number_help')}
              value={one.number && enterpriseInWords(one.number)}
              inputmode="numeric"
              size="medium"
              maxlength={20}
              required
            />
            <FormActions>
              <Button icon="save">{t('authorities.give_number')}</Button>
            </FormActions>
          </Form>
        </Card>
        <Card title={t('authorities.hosts')}>
          <Form
            action={`${authorityPath(one.slug)}/hosts`}
            errors={attempt?.errors}
            values={attempt && typed(attempt)}
          >
            <EditionField of={standingHosts(one)} attempt={attempt}>
              {one.hosts.join(' · ')}
            </EditionField>
            <HostInputs hosts={one.hosts} />
            <FormActions>
              <Button tone="primary" icon="save">
                {t('authorities.give_hosts')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

/** The host names of an authority, one a line. */
export const HostInputs = ({ hosts = [] }: { hosts?: readonly string[] }) => (
  <>
    <TextArea
      name="hosts"
      label={t('authorities.hosts')}
      help={t('authorities.hosts_help')}
      value={hosts.join('\n')}
      rows={3}
      maxlength={2000}
      required
    />
    <Checkbox
      name="other_hosts"
      label={t('authorities.other_hosts')}
      help={t('authorities.other_hosts_help')}
    />
  </>
)
