import { ensureProven } from '#kernel/auth'
import { audit } from '#kernel/audit'
import { Invalid } from '#kernel/errors'
import { form, optionalLine, unknownIn, validated } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import {
  Badge,
  ButtonLink,
  Card,
  Docked,
  EmptyState,
  filterAddress,
  type FilterPart,
  Filters,
  Head,
  ListBar,
  ListLine,
  Note,
  sortable,
  Table,
  type Tone,
  type ValueColumn,
} from '#kernel/ui'
import { allServices, type Service, serviceNamesOn, todayHere, roles } from '#commons/directory'
import { asFile, exportAnswer, ExportMenu, mostExported } from '#commons/exports'
import { ImportButton, listPages } from '#commons/imports'
import { checkViews, LapsedView, listViews, ViewMenu } from '#commons/views'
import { askedOf, Narrowing } from '../narrowing.ts'
import { countPeople, type ListedPerson, listPeople, orders, type PeopleOrder } from '../people.ts'
import { type ComesIn, comings } from '../coming-in.ts'
import { nameOf, type PersonState, states } from '../person.ts'
import { holdingInWords, roleInWords } from '../words.ts'
import { peopleLists } from '../import/index.ts'
import { keeps, pages, personPath } from './routes.ts'

listPages(pages, '/people', peopleLists)

const path = '/people'
const list = 'people.people'
const sorts = Object.keys(orders) as PeopleOrder[] // Its own keys.

const Query = Narrowing.extend({
  sort: optionalLine(80),
  after: optionalLine(1000),
  lapsed: optionalLine(40),
  /** Conditions that are to be filled in, by commas. */
  with: optionalLine(80),
  as: asFile(),
})

checkViews(list, () => (query) => validated(Query, Object.fromEntries(new URLSearchParams(query))))

pages.get(path, keeps, form(Query), async (c, query) => {
  const { sort: by, after, as, lapsed } = query
  const sort = sorts.find((one) => one === by) ?? 'name'
  const asked = askedOf(query)
  const services = await serviceNamesOn(asked.on ?? todayHere())
  const columns = columnsOf(services)
  const unsorted = by !== '' && sort !== by
  if (as) {
    ensureProven()
    if (unsorted) throw Invalid.field('sort', 'records.sort_wrong', { value: by })
    await audit('download', c.req.path)
    const { items } = await listPeople(asked, { sort, most: mostExported + 1 })
    return exportAnswer(as, t('people.title'), Object.values(columns), items)
  }
  const set = {
    ...{ q: query.q, service: query.service ?? '', role: query.role, state: query.state },
    access: query.access,
    ...{ on: query.on?.toString() ?? '', sort: sort === 'name' ? '' : sort },
  }
  const wrong = [
    ...unknownIn(c.req.query(), Query.shape).map((name) => t('records.narrow.unknown', { name })),
    ...(unsorted ? [t('records.sort_wrong', { value: by })] : []),
  ]
  const { items, next } = await listPeople(asked, { sort, after })
  const count = await countPeople(asked)
  const { views } = await listViews(list, builtIn())
  const address = (besides: Record<string, string>) => filterAddress(path, { ...set, ...besides })
  const shown = sortable(columns, sort, (one) => address({ sort: one })).map((column, at) =>
    // Of what people hold there is no one order.
    at === 0 || at === 2 || at === 3 ? column : { ...column, sort: undefined },
  )
  const narrowedTo = lapsed ? `lapsed=${lapsed}` : (address({}).split('?')[1] ?? '')
  return page(
    c,
    { title: t('people.title'), pageClass: 'wide' },
    <>
      <Head
        title={t('people.title')}
        actions={
          <>
            <ExportMenu href={(format) => address({ as: format })} />
            <ButtonLink href="/services" icon="building-2">
              {t('people.services')}
            </ButtonLink>
            <ButtonLink href="/invitations" icon="send">
              {t('people.invitations')}
            </ButtonLink>
            <ImportButton of={peopleLists} />
            <ButtonLink href="/people/new" tone="primary" icon="plus">
              {t('people.add')}
            </ButtonLink>
          </>
        }
      />
      {wrong.map((sentence) => (
        <Note tone="warn">{sentence}</Note>
      ))}
      <LapsedView query={narrowedTo} views={views} />
      <ListBar views={<ViewMenu list={list} path={path} query={narrowedTo} views={views} />}>
        <Sentence set={set} wanted={query.with.split(',')} services={await allServices()} />
      </ListBar>
      <ListLine totals={[t('people.count', { count })]} columns={shown} />
      <Docked
        form="acts"
        action="/invitations/preview"
        keep={{ from: narrowedTo }}
        all={t('people.count', { count })}
        acts={[{ name: 'act', value: 'invite', label: t('people.invite_look') }]}
      >
        <Card flush>
          <Table
            caption={t('people.title')}
            hideCaption
            rows={items}
            columns={shown}
            empty={<EmptyState icon="search" sentence={t('people.none')} />}
            paging={{
              first: after ? address({}) : undefined,
              next: next ? address({ after: next }) : undefined,
              summary: t('people.shown', { count: items.length, all: count }),
            }}
            select={{
              ...{ form: 'acts', name: 'ids', value: ({ id }: ListedPerson) => id },
              label: (one: ListedPerson) => t('people.pick', { name: nameOf(one) }),
              all: t('people.pick_all', { count }),
            }}
          />
        </Card>
      </Docked>
    </>,
  )
})

const builtIn = () => [
  { label: t('people.view.all'), query: '' },
  { label: t('people.view.none'), query: 'state=none' },
  { label: t('people.view.never'), query: 'access=never' },
  { label: t('people.view.lapsed'), query: 'access=lapsed' },
  { label: t('people.view.leaving'), query: 'state=leaving' },
  { label: t('people.view.left'), query: 'state=left' },
]

const roleClause = (value: string): FilterPart[] => [
  t('people.filter.with_role'),
  {
    ...{ kind: 'select', name: 'role', label: t('people.role'), value },
    options: [
      { value: '', label: t('people.filter.any_role') },
      ...roles.all().map(({ name }) => ({ value: name, label: roleInWords(name) })),
    ],
  },
]

const dayClause = (value: string): FilterPart[] => [
  t('people.filter.on'),
  { kind: 'date', name: 'on', label: t('people.filter.on_day'), value },
]

function Sentence({
  set,
  wanted,
  services,
}: {
  set: Record<'q' | 'service' | 'role' | 'state' | 'access' | 'on' | 'sort', string>
  wanted: readonly string[]
  services: readonly Service[]
}) {
  const any = (label: string, options: readonly { value: string; label: string }[]) => [
    { value: '', label },
    ...options,
  ]
  const stands = (name: 'role' | 'on') => Boolean(set[name]) || wanted.includes(name)
  const offered = [
    { name: 'role', label: t('people.role') },
    { name: 'on', label: t('people.filter.on_day') },
  ] as const
  return (
    <Filters
      action={path}
      more={offered
        .filter(({ name }) => !stands(name))
        .map(({ name, label }) => ({
          label,
          href: filterAddress(path, { ...set, with: [...wanted, name].filter(Boolean).join() }),
        }))}
      keep={set.sort ? { sort: set.sort } : undefined}
      reset={Object.values({ ...set, sort: '' }).some(Boolean) ? path : undefined}
      sentence={[
        t('people.filter.people'),
        {
          ...{ kind: 'select', name: 'state', label: t('people.state'), value: set.state },
          options: any(
            t('people.filter.any_state'),
            states.map((value) => ({ value, label: t(`people.state.${value}`) })),
          ),
        },
        {
          ...{ kind: 'select', name: 'access', label: t('people.access'), value: set.access },
          options: any(
            t('people.filter.any_access'),
            comings.map((value) => ({ value, label: t(`people.access.${value}`) })),
          ),
        },
        t('people.filter.of_service'),
        {
          ...{ kind: 'select', name: 'service', label: t('people.service'), value: set.service },
          options: any(
            t('people.filter.any_service'),
            services.map(({ id, label }) => ({ value: id, label })),
          ),
        },
        ...(stands('role') ? roleClause(set.role) : []),
        ...(stands('on') ? dayClause(set.on) : []),
        t('people.filter.words'),
        { kind: 'text', name: 'q', label: t('people.filter.words'), value: set.q },
      ]}
    />
  )
}

const tones: Record<PersonState, Tone> = {
  active: 'good',
  leaving: 'warn',
  suspended: 'bad',
  none: 'neutral',
  left: 'neutral',
}

export const PersonBadge = ({ state }: { state: PersonState }) => (
  <Badge tone={tones[state]}>{t(`people.state.${state}`)}</Badge>
)

/** How somebody comes in. */
export const AccessBadge = ({ access }: { access: ComesIn }) => (
  <Badge tone={access === 'in' ? 'good' : access === 'lapsed' ? 'warn' : 'neutral'}>
    {t(`people.access.${access}`)}
  </Badge>
)

type Told = Record<string, ValueColumn<ListedPerson>>

function columnsOf(services: ReadonlyMap<string, string>): Told {
  const holds = ({ holds: all }: ListedPerson) =>
    all.map((one) => holdingInWords(one, services)).join(' · ')
  return {
    name: {
      header: t('people.name'),
      value: ({ last_name, first_name }) => `${last_name} ${first_name}`,
      cell: ({ id, last_name, first_name }) => (
        <a href={personPath(id)}>
          {last_name} {first_name}
        </a>
      ),
    },
    holds: { header: t('people.holds'), value: holds, width: 'wide' },
    email: { header: t('people.email'), value: ({ email }) => email },
    login: { header: t('people.login'), value: ({ login }) => login },
    state: {
      header: t('people.state'),
      value: ({ state }) => t(`people.state.${state}`),
      cell: ({ state }) => <PersonBadge state={state} />,
    },
    access: {
      header: t('people.access'),
      value: ({ comes_in }) => t(`people.access.${comes_in}`),
      cell: ({ comes_in }) => <AccessBadge access={comes_in} />,
    },
  }
}
