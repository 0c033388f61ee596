import { type Attempt, type Call, form, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Cut,
  EmptyState,
  Facts,
  Form,
  FormActions,
  Head,
  History,
  List,
  type ListItem,
  PostButton,
  Stack,
  TextField,
} from '#kernel/ui'
import { allServices, roles } from '#commons/directory'
import { deedInWords, deedsOf } from '../history.ts'
import { type Key, keysOf, makeKey, opens, revokeKey } from '../key.ts'
import { type Program, programNamed, resumeProgram, suspendProgram } from '../program.ts'
import { keyDays, KeyFields } from '../schema.ts'
import { scopeInWords } from '../scopes.ts'
import { dayOf, ProgramBadge } from './list.tsx'
import { keeps, pages, programPath } from './routes.ts'

pages.get('/:id', keeps, (c) => programPage(c))

async function programPage(c: Call, attempt?: Attempt): Promise<Response> {
  const program = await programNamed(c.req.param('id'))
  const path = programPath(program.id)
  return page(
    c,
    { title: program.name, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('programs.title'), href: '/programs' }, { label: program.name }]}
      />
      <Head
        title={program.name}
        state={<ProgramBadge of={program} />}
        facts={program.purpose}
        actions={<Acts of={program} />}
      />
      <Stack>
        <Card>
          <Facts facts={await factsOf(program)} />
        </Card>
        <Card title={t('programs.keys')} acts={`${path}/keys`} flush>
          <Keys of={program} keys={await keysOf(program.id)} />
        </Card>
        <Card title={t('programs.key_make')}>
          <p>{t('programs.key_lead')}</p>
          <Form
            action={`${path}/keys`}
            errors={attempt?.errors ?? {}}
            values={typed(attempt)}
            id="new-key"
            shows
          >
            <TextField
              name="days"
              label={t('programs.days')}
              help={t('programs.days_help', { most: keyDays.most })}
              inputmode="numeric"
              size="short"
              value={String(keyDays.usual)}
              required
            />
            <FormActions>
              <Button icon="key-round">{t('programs.key_make')}</Button>
            </FormActions>
          </Form>
        </Card>
        <Card title={t('programs.history')}>
          <Deeds id={program.id} all={wantsAll(c, 'deeds')} />
        </Card>
      </Stack>
    </>,
  )
}

function Acts({ of: { id, name, suspended_at } }: { of: Program }) {
  const path = programPath(id)
  return (
    <>
      <ButtonLink href={`${path}/edit`} icon="pencil">
        {t('programs.edit')}
      </ButtonLink>
      {suspended_at ? (
        <PostButton action={`${path}/resumption`} icon="play">
          {t('programs.resume')}
        </PostButton>
      ) : (
        <PostButton
          action={`${path}/suspension`}
          icon="pause"
          tone="danger"
          confirm={t('programs.suspend_sure', { name })}
        >
          {t('programs.suspend')}
        </PostButton>
      )}
    </>
  )
}

async function factsOf(one: Program) {
  const labels = new Map((await allServices()).map(({ id, label }) => [id, label]))
  const held = roles.every().filter(({ name }) => one.roles.includes(name))
  const works = one.services.map((id) => labels.get(id) ?? '—')
  return [
    { label: t('programs.client_id'), value: <code>{one.id}</code> },
    { label: t('programs.field.scopes'), value: one.scopes.map(scopeInWords).join(', ') },
    {
      label: t('programs.field.roles'),
      value: held.map(({ called }) => t(called)).join(', ') || t('programs.no_role'),
    },
    ...(works.length > 0
      ? [{ label: t(`programs.function.${one.function}`), value: works.join(', ') }]
      : []),
    { label: t('programs.field.service_id'), value: labels.get(one.service_id) ?? '—' },
    { label: t('programs.field.contact'), value: one.contact },
    { label: t('programs.field.per_minute'), value: String(one.per_minute) },
    {
      label: t('programs.made_by'),
      value: t('programs.made_by_on', { name: one.made_by_name, day: dayOf(one.made_at) }),
    },
  ]
}

function Keys({ of, keys }: { of: Program; keys: readonly Key[] }) {
  if (keys.length === 0) return <EmptyState icon="key-round" sentence={t('programs.no_keys')} />
  return <List label={t('programs.keys')} items={keys.map((key) => item(of, key))} />
}

const item = ({ id }: Program, key: Key): ListItem => ({
  title: <code>…{key.tail}</code>,
  why: t('programs.key_facts', {
    made: dayOf(key.made_at),
    by: key.made_by_name,
    used: key.used_at ? dayOf(key.used_at) : t('programs.never'),
    from: key.used_from ?? '—',
  }),
  due: key.revoked_at ? (
    <Badge>{t('programs.revoked_on', { day: dayOf(key.revoked_at) })}</Badge>
  ) : (
    <Badge tone={opens(key) ? 'good' : 'neutral'}>
      {t('programs.until', { day: dayOf(key.expires_at) })}
    </Badge>
  ),
  act: opens(key) && (
    <PostButton
      action={`${programPath(id)}/keys/${key.id}/revocation`}
      tone="quiet"
      confirm={t('programs.revoke_sure', { key: key.tail })}
      small
    >
      {t('programs.revoke')}
    </PostButton>
  ),
})

async function Deeds({ id, all }: { id: string; all: boolean }) {
  const deeds = await deedsOf(id, all ? null : 50)
  return (
    <>
      <History
        entries={deeds.rows.map((deed) => ({
          who: deed.actor_name,
          what: deedInWords(deed),
          when: { text: formatDateTime(deed.at, 'short'), datetime: deed.at },
        }))}
      />
      <Cut of={deeds} href={`${programPath(id)}?all=deeds`} />
    </>
  )
}

pages.post('/:id/keys', keeps, form(KeyFields, programPage), async (c, { days }) => {
  const program = await programNamed(c.req.param('id'))
  const { secret, expiresAt } = await makeKey(program.id, days)
  const title = t('programs.key_made', { name: program.name })
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('programs.key_once', { day: dayOf(expiresAt) })} />
      <Stack>
        <Card title={t('programs.key')}>
          <p>
            <code class="secret">{secret}</code>
          </p>
        </Card>
        <Card title={t('programs.how')}>
          <p>{t('programs.how_bearer')}</p>
          <p>{t('programs.how_oauth', { id: program.id })}</p>
        </Card>
        <p>
          <ButtonLink href={programPath(program.id)} icon="arrow-left">
            {t('programs.key_kept')}
          </ButtonLink>
        </p>
      </Stack>
    </>,
  )
})

pages.post('/:id/keys/:key/revocation', keeps, async (c) => {
  const program = await programNamed(c.req.param('id'))
  await revokeKey(program.id, c.req.param('key') ?? '')
  return redirect(c, programPath(program.id), { key: 'programs.revoked' })
})

pages.post('/:id/suspension', keeps, async (c) => {
  const { id, name } = await programNamed(c.req.param('id'))
  await suspendProgram(id)
  return redirect(c, programPath(id), { key: 'programs.suspended', params: { name } })
})

pages.post('/:id/resumption', keeps, async (c) => {
  const { id, name } = await programNamed(c.req.param('id'))
  await resumeProgram(id)
  return redirect(c, programPath(id), { key: 'programs.resumed', params: { name } })
})
