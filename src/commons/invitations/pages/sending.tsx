import { z } from 'zod'
import { type Attempt, type Call, form, id, optionalLine, several, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { isMailRead } from '#kernel/mail'
import { Edition, EditionField, page, redirect } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  type Column,
  Cut,
  EmptyState,
  filterAddress,
  Form,
  FormActions,
  Head,
  List,
  Note,
  Stack,
  Table,
} from '#kernel/ui'
import { askedIn, type ComesIn, personPath } from '#commons/people'
import {
  countComings,
  foreseeInvitations,
  type Invitable,
  invitablesStanding,
  inviteMany,
  lastRounds,
  leftInWords,
  mostInvited,
  type Whom,
} from '../round.ts'
import { previewOf } from './report.tsx'
import { keeps, pages } from './routes.ts'

const path = '/invitations'

const Chosen = z.object({
  ids: several(id()).transform((sent = []) => sent),
  /** All that the list shows, whatever is ticked. */
  all: optionalLine(2),
  /** The query of the list. */
  from: optionalLine(2000),
  again: optionalLine(2),
})
type Chosen = z.output<typeof Chosen>
const Confirmed = Chosen.extend(Edition.partial().shape)

/** Who is meant. Throws `Invalid` where the query of the list is not understood. */
const whomOf = ({ ids, all, from }: Chosen): Whom => (all ? { asked: askedIn(from) } : { ids })

const peopleAt = (access: ComesIn) => filterAddress('/people', { access })

pages.get(path, keeps, async (c) => {
  const counts = await countComings()
  const rounds = await lastRounds(wantsAll(c, 'rounds') ? null : 20)
  const title = t('people.invitations')
  const row = (access: 'never' | 'waiting' | 'lapsed') => {
    const count = counts.get(access) ?? 0
    return {
      ...{ title: t(`people.access.${access}`), href: peopleAt(access) },
      why: t('people.count', { count }),
      act: access !== 'waiting' && (access === 'never' || count > 0) && (
        <ButtonLink href={previewOf(access)} small>
          {t('people.invite_look')}
        </ButtonLink>
      ),
    }
  }
  return page(
    c,
    { title },
    <>
      <Trail />
      <Head title={title} facts={t('invitations.lead')} />
      <Stack>
        <NoMail />
        <Card title={t('people.access')} flush>
          <List
            label={t('people.access')}
            items={(['never', 'lapsed', 'waiting'] as const).map(row)}
          />
        </Card>
        <Card title={t('invitations.rounds')} flush>
          {rounds.rows.length === 0 ? (
            <EmptyState icon="send" sentence={t('invitations.rounds_none')} />
          ) : (
            <List
              label={t('invitations.rounds')}
              items={rounds.rows.map((one) => ({
                title: t('invitations.round_sent', { count: one.sent }),
                href: `${path}/rounds/${one.id}`,
                why: t('invitations.round_by', {
                  name: one.by,
                  at: formatDateTime(one.at, 'short'),
                }),
              }))}
            />
          )}
          <Cut of={rounds} href={`${path}?all=rounds`} />
        </Card>
      </Stack>
    </>,
  )
})

const Trail = () => (
  <Breadcrumbs
    trail={[{ label: t('people.title'), href: '/people' }, { label: t('people.invitations') }]}
  />
)

const NoMail = () => !isMailRead() && <Note tone="warn">{t('invitations.kept')}</Note>

pages.get(`${path}/preview`, keeps, form(Chosen), (c, chosen) => previewPage(c, chosen))

async function previewPage(c: Call, chosen: Chosen, attempt?: Attempt): Promise<Response> {
  const { ids, all, from, again } = chosen
  const back = `/people?${all ? from : ''}`
  if (!all && ids.length === 0)
    return redirect(c, back, { key: 'invitations.chosen_none', tone: 'warn' })
  const found = await foreseeInvitations(whomOf(chosen), { again: again !== '' })
  const left = found.people.filter((one) => one.left !== null)
  const follow = found.people.filter((one) => one.left === null)
  const waits = left.some((one) => one.left?.why === 'waits')
  const title = t('invitations.many')
  const kept = (
    <>
      {all && <Kept name="all" value="1" />}
      <Kept name="from" value={from} />
      {all ? null : ids.map((one) => <Kept name="ids" value={one} />)}
    </>
  )
  return page(
    c,
    { title, pageClass: 'wide', status: attempt ? 422 : 200 },
    <>
      <Trail />
      <Head
        title={title}
        facts={t('invitations.effect', { count: follow.length, left: left.length })}
      />
      <Stack>
        <NoMail />
        {found.later > 0 && (
          <Note tone="warn">
            {t('invitations.later', { most: mostInvited, later: found.later })}
          </Note>
        )}
        {(waits || again) && (
          <Card>
            <form method="get" action={`${path}/preview`}>
              {kept}
              <Checkbox name="again" label={t('invitations.again')} checked={again !== ''} />
              <FormActions>
                <Button icon="eye">{t('invitations.look_again')}</Button>
              </FormActions>
            </form>
          </Card>
        )}
        <Rows of="invitations.left" rows={left} />
        <Rows of="invitations.follow" rows={follow} />
        {follow.length === 0 ? (
          <p>
            <ButtonLink href={back}>{t('people.title')}</ButtonLink>
          </p>
        ) : (
          <Form action={path} errors={attempt?.errors ?? {}}>
            <EditionField of={invitablesStanding(found)} attempt={attempt}>
              {t('invitations.changed')}
            </EditionField>
            {kept}
            {again && <Kept name="again" value="1" />}
            <FormActions>
              <Button tone="primary" icon="send">
                {t('invitations.do', { count: follow.length })}
              </Button>
              <ButtonLink href={back}>{t('people.back')}</ButtonLink>
            </FormActions>
          </Form>
        )}
      </Stack>
    </>,
  )
}

const Kept = (of: { name: string; value: string }) => <input type="hidden" {...of} />

function Rows({
  of,
  rows,
}: {
  of: 'invitations.left' | 'invitations.follow'
  rows: readonly Invitable[]
}) {
  if (rows.length === 0) return null
  const columns: Column<Invitable>[] = [
    { header: t('people.name'), cell: ({ id: one, name }) => <a href={personPath(one)}>{name}</a> },
    { header: t('people.email'), cell: ({ address }) => address || '—' },
    {
      header: t('invitations.note'),
      cell: ({ name, left, returned }) =>
        left
          ? leftInWords(name, left)
          : returned
            ? t('invitations.returned', { at: formatDateTime(returned, 'short') })
            : '',
    },
  ]
  return (
    <Card flush>
      <Table caption={t(of, { count: rows.length })} rows={rows} columns={columns} />
    </Card>
  )
}

pages.post(
  path,
  keeps,
  form(Confirmed, (c, attempt) => previewPage(c, Chosen.parse(attempt.values), attempt)),
  async (c, { edition, ...chosen }) => {
    const round = await inviteMany(whomOf(chosen), { again: chosen.again !== '', edition })
    return redirect(c, `${path}/rounds/${round}`, {
      key: isMailRead() ? 'invitations.done' : 'invitations.done_kept',
    })
  },
)
