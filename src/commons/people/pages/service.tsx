import { type Attempt, type Call, form, wantsAll } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  Facts,
  Form,
  FormActions,
  Head,
  List,
  Note,
  PostButton,
  Select,
  Stack,
} from '#kernel/ui'
import {
  namesOf,
  officesIn,
  pastNames,
  type Service,
  services,
  todayHere,
} from '#commons/directory'
import { Closing, ServiceFields } from '../schema.ts'
import {
  changeService,
  closeServiceOn,
  goOnWith,
  holdsOf,
  lockedService,
  serviceNamed,
  standingService,
} from '../service.ts'
import { dayAfter, holdingInWords, lastDayOf, periodInWords, serviceLabels } from '../words.ts'
import { Deeds } from './deeds.tsx'
import { keeps, pages, personPath, servicePath } from './routes.ts'
import { daysOf, ServiceBadge, ServiceInputs } from './services.tsx'

pages.get('/services/:id', keeps, (c) => servicePage(c))

const Changed = ServiceFields.extend(Edition.partial().shape)

/** What the form of a service is made from. */

pages.post('/services/:id', keeps, form(Changed, servicePage), async (c, sent) => {
  const service = await lockedService(c.req.param('id'))
  if (sent.edition) ensureEdition(standingService(service), sent.edition)
  await changeService(service, { name: sent.name, parentId: sent.parent_id })
  return redirect(c, servicePath(service.id), {
    key: 'people.service.saved',
    params: { name: sent.name },
  })
})

async function servicePage(c: Call, attempt?: Attempt): Promise<Response> {
  const service = await serviceNamed(c.req.param('id'))
  const path = servicePath(service.id)
  return page(
    c,
    { title: service.name, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[{ label: t('people.services'), href: '/services' }, { label: service.name }]}
      />
      <Head
        title={service.label}
        state={<ServiceBadge of={service} />}
        facts={daysOf(service)}
        actions={
          !service.closed_on && (
            <ButtonLink href={`${path}/closing`}>{t('people.service.close')}</ButtonLink>
          )
        }
      />
      <Stack>
        <Ending service={service} />
        <Card title={t('people.title')} flush>
          <Members service={service} />
        </Card>
        <Card title={t('people.service.change')}>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)}>
            <EditionField of={standingService(service)} attempt={attempt}>
              {service.label}
            </EditionField>
            <ServiceInputs all={await services()} of={service} />
            <FormActions>
              <Button tone="primary" icon="save">
                {t('people.save')}
              </Button>
            </FormActions>
          </Form>
        </Card>
        <PastNames service={service} />
        <Card title={t('people.history')}>
          <Deeds id={service.id} path={path} all={wantsAll(c, 'deeds')} />
        </Card>
      </Stack>
    </>,
  )
}

async function Ending({ service }: { service: Service }) {
  const { closed_on, successor_id } = service
  if (!closed_on) return null
  const successor = successor_id && (await serviceNamed(successor_id))
  return (
    <Note
      tone="warn"
      title={t('people.service.ends', { day: formatDate(lastDayOf(closed_on), 'long') })}
    >
      {successor && (
        <p>
          {t('people.service.goes_on_in')} <a href={servicePath(successor.id)}>{successor.name}</a>
        </p>
      )}
      <PostButton
        action={`${servicePath(service.id)}/reopening`}
        icon="undo-2"
        confirm={t('people.service.reopen_sure', { name: service.name })}
      >
        {t('people.service.reopen')}
      </PostButton>
    </Note>
  )
}

async function Members({ service }: { service: Service }) {
  const offices = await officesIn(service.id, todayHere())
  if (offices.length === 0) return <EmptyState icon="users" sentence={t('people.service.nobody')} />
  const names = await namesOf(offices.map(({ person_id }) => person_id))
  const labels = await serviceLabels()
  return (
    <List
      label={t('people.title')}
      items={offices.map((office) => ({
        title: names.get(office.person_id) ?? '',
        href: personPath(office.person_id),
        why: [holdingInWords(office, labels), periodInWords(office)].join(' · '),
      }))}
    />
  )
}

async function PastNames({ service }: { service: Service }) {
  const names = await pastNames(service.id)
  if (names.length === 0) return null
  return (
    <Card title={t('people.service.past_names')}>
      <Facts facts={names.map((one) => ({ label: one.called, value: periodInWords(one) }))} />
    </Card>
  )
}

pages.get('/services/:id/closing', keeps, (c) => closingPage(c))

pages.post('/services/:id/closing', keeps, form(Closing, closingPage), async (c, sent) => {
  const service = await serviceNamed(c.req.param('id'))
  const gone = dayAfter(sent.last_day) ?? todayHere()
  await closeServiceOn(service, { gone, successorId: sent.successor_id })
  return redirect(c, servicePath(service.id), {
    key: 'people.service.will_close',
    params: { name: service.name },
  })
})

async function closingPage(c: Call, attempt?: Attempt): Promise<Response> {
  const service = await serviceNamed(c.req.param('id'))
  const { people, dossiers, parts } = await holdsOf(service)
  const title = t('people.service.close_title', { name: service.name })
  const path = servicePath(service.id)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('people.services'), href: '/services' },
          { label: service.name, href: path },
          { label: t('people.service.close') },
        ]}
      />
      <Head title={title} facts={t('people.service.close_lead')} />
      <Stack>
        <Card title={t('people.service.holds')}>
          <Facts
            facts={[
              { label: t('people.title'), value: String(people) },
              { label: t('people.service.dossiers'), value: String(dossiers) },
              {
                label: t('people.service.parts'),
                value: parts.map(({ name }) => name).join(', ') || '—',
              },
            ]}
          />
        </Card>
        <Form action={`${path}/closing`} errors={attempt?.errors ?? {}} values={typed(attempt)}>
          <DateField
            name="last_day"
            label={t('people.last_day')}
            help={t('people.leave_last_day_help')}
          />
          <Select
            name="successor_id"
            label={t('people.service.successor')}
            help={t('people.service.successor_help')}
            prompt={t('people.service.no_successor')}
            options={(await services())
              .filter(({ id }) => id !== service.id)
              .map(({ id, label }) => ({ value: id, label }))}
          />
          <FormActions>
            <Button tone="danger" icon="archive">
              {t('people.service.close')}
            </Button>
            <ButtonLink href={path}>{t('people.back')}</ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}

pages.post('/services/:id/reopening', keeps, async (c) => {
  const service = await serviceNamed(c.req.param('id'))
  await goOnWith(service)
  return redirect(c, servicePath(service.id), {
    key: 'people.service.reopened',
    params: { name: service.name },
  })
})
