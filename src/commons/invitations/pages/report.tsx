import { formatDateTime, t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import {
  Breadcrumbs,
  ButtonLink,
  Card,
  type Column,
  filterAddress,
  Head,
  Note,
  Stack,
  Table,
} from '#kernel/ui'
import { AccessBadge, type ComesIn, personPath } from '#commons/people'
import { leftInWords, type OfRound, roundOf } from '../round.ts'
import { keeps, pages } from './routes.ts'

const path = '/invitations'
/** Where is shown what inviting all would do who come in so. */
export const previewOf = (access: ComesIn) =>
  filterAddress(`${path}/preview`, { all: '1', from: `access=${access}` })

pages.get(`${path}/rounds/:id`, keeps, async (c) => {
  const { round, people } = await roundOf(c.req.param('id'))
  const title = t('invitations.round_of', { day: formatDateTime(round.at, 'short') })
  const came = people.filter((one) => one.left === null && one.comes_in === 'in').length
  return page(
    c,
    { title, pageClass: 'wide' },
    <>
      <Breadcrumbs
        trail={[
          { label: t('people.title'), href: '/people' },
          { label: t('people.invitations'), href: path },
          { label: title },
        ]}
      />
      <Head
        title={title}
        facts={t('invitations.round_facts', {
          sent: round.sent,
          came,
          left: round.left,
          name: round.by,
        })}
      />
      <Stack>
        {round.later > 0 && (
          <Note tone="warn" title={t('invitations.round_later', { count: round.later })}>
            <ButtonLink href={previewOf('never')}>{t('people.invite_look')}</ButtonLink>
          </Note>
        )}
        <Card flush>
          <Table caption={title} hideCaption rows={people} columns={reportColumns()} />
        </Card>
      </Stack>
    </>,
  )
})

const reportColumns = (): Column<OfRound>[] => [
  { header: t('people.name'), cell: ({ id: one, name }) => <a href={personPath(one)}>{name}</a> },
  {
    header: t('invitations.round_message'),
    cell: ({ name, left, mail }) =>
      left ? leftInWords(name, left) : t(`invitations.mail.${mail ?? 'forgotten'}`),
  },
  {
    header: t('people.access'),
    cell: ({ comes_in }) => <AccessBadge access={comes_in} />,
  },
]
