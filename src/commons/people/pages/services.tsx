import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Badge,
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  Form,
  FormActions,
  Head,
  Select,
  Stack,
  TextField,
  type TreeNode,
  TreeTable,
} from '#kernel/ui'
import { allServices, type Service, services, todayHere } from '#commons/directory'
import { NewService } from '../schema.ts'
import { beginService } from '../service.ts'
import { periodInWords } from '../words.ts'
import { keeps, pages, servicePath } from './routes.ts'

pages.get('/services', keeps, (c) => chartPage(c))

pages.post('/services', keeps, form(NewService, chartPage), async (c, sent) => {
  const { name, parent_id: parentId, first_day: firstDay } = sent
  const id = await beginService({ name, parentId, firstDay })
  return redirect(c, servicePath(id), { key: 'people.service.added', params: { name } })
})

async function chartPage(c: Call, attempt?: Attempt): Promise<Response> {
  const all = await allServices()
  const title = t('people.services')
  const nodes = (parent: string | null): TreeNode<Service>[] =>
    all
      .filter(({ parent_id }) => parent_id === parent)
      .map((row) => ({ id: row.id, row, children: nodes(row.id) }))
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs trail={[{ label: t('people.title'), href: '/people' }, { label: title }]} />
      <Head
        title={title}
        facts={t('people.services_lead')}
        actions={
          <ButtonLink href="/people" icon="users">
            {t('people.title')}
          </ButtonLink>
        }
      />
      <Stack>
        <Card flush>
          <TreeTable
            caption={title}
            hideCaption
            roots={nodes(null)}
            empty={<EmptyState icon="building-2" sentence={t('people.service.none')} />}
            columns={[
              {
                header: t('people.service'),
                cell: ({ id, name }) => <a href={servicePath(id)}>{name}</a>,
              },
              { header: t('people.service.days'), cell: daysOf },
              { header: t('people.state'), cell: (service) => <ServiceBadge of={service} /> },
            ]}
          />
        </Card>
        <Card title={t('people.service.add')}>
          <Form action="/services" errors={attempt?.errors ?? {}} values={typed(attempt)} id="new">
            <ServiceInputs all={await services()} />
            <DateField
              name="first_day"
              label={t('people.first_day')}
              help={t('people.first_day_help')}
            />
            <FormActions>
              <Button tone="primary" icon="plus">
                {t('people.service.add')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

export const daysOf = ({ opened_on, closed_on }: Service) =>
  periodInWords({ valid_from: opened_on, valid_to: closed_on })

export function ServiceBadge({ of: { opened_on, closed_on } }: { of: Service }) {
  const today = todayHere()
  if (closed_on && Temporal.PlainDate.compare(closed_on, today) <= 0)
    return <Badge>{t('people.service.closed')}</Badge>
  if (closed_on) return <Badge tone="warn">{t('people.service.closing')}</Badge>
  if (opened_on && Temporal.PlainDate.compare(opened_on, today) > 0)
    return <Badge tone="info">{t('people.service.coming')}</Badge>
  return <Badge tone="good">{t('people.service.open')}</Badge>
}

export function ServiceInputs({ all, of }: { all: readonly Service[]; of?: Service }) {
  return (
    <>
      <TextField
        name="name"
        label={t('people.service.name')}
        help={of && t('people.service.rename_help')}
        value={of?.name}
        required
      />
      <Select
        name="parent_id"
        label={t('people.service.parent')}
        prompt={t('people.service.no_parent')}
        value={of?.parent_id ?? ''}
        options={all
          .filter(({ id }) => id !== of?.id)
          .map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  )
}
