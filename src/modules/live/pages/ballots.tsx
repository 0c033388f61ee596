import { Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import {
  Badge,
  Button,
  Card,
  FoldedForm,
  FormActions,
  List,
  Note,
  PostButton,
  Row,
  Select,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import type { Attendee } from '#modules/sittings'
import { borneBy, type Poll } from '#modules/votes'
import { bearerOf, seatsOfMine } from '../poll.ts'
import type { Live } from '../state.ts'
import { livePath } from './routes.ts'

const choices = ['yes', 'no', 'abstain'] as const

interface Opened {
  live: Live
}

/** The ballots of the one who looks: their own, and those of whom they represent. */
export function MyBallots({ live }: Opened) {
  const { open } = live
  if (!open || open.poll instanceof Problem) return null
  const { poll } = open
  const mine = seatsOfMine(poll)
  if (mine.length === 0) return live.leads ? null : <Note>{t('live.vote.not_mine')}</Note>
  return (
    <>
      {open.motion && <p>{t('live.vote.on', { title: open.motion.title })}</p>}
      {mine.map((seat) => (
        <Ballot live={live} poll={poll} seat={seat} />
      ))}
    </>
  )
}

function Ballot({ live, poll, seat }: Opened & { poll: Poll; seat: Attendee }) {
  const given = live.open?.choices.get(seat.id)
  const own = bearerOf(poll, seat).id === seat.id
  const action = `${livePath(live.meeting)}/votes/${live.open?.id ?? ''}/ballots`
  const title = own ? t('live.vote.mine') : t('live.vote.for_another', { who: fullName(seat) })
  const choice = given ? t(`votes.vote.choice.${given.choice}`) : ''
  return (
    <Card title={title} id={`ballot-${seat.id}`}>
      <div class="live-ballot">
        {choices.map((one) => (
          <PostButton
            action={action}
            fields={{ seat_id: seat.id, choice: one }}
            icon={given?.choice === one ? 'check' : undefined}
            tone={given?.choice === one ? 'primary' : 'normal'}
          >
            {t(`votes.vote.choice.${one}`)}
          </PostButton>
        ))}
      </div>
      <p>
        {given
          ? t(given.aloud ? 'live.vote.given_aloud' : 'live.vote.given', { choice })
          : t('live.vote.not_given')}
      </p>
    </Card>
  )
}

/** Who has voted, and never what, as long as the vote is open. */
export function WhoVoted({ live: { open } }: Opened) {
  if (!open || open.poll instanceof Problem) return null
  const { poll } = open
  return (
    <Card title={t('live.vote.who')} flush>
      <List
        label={t('live.vote.who')}
        items={poll.voters.map((seat) => {
          const given = open.choices.get(seat.id)
          const note = given?.aloud ? [t('live.vote.cast_aloud')] : []
          return {
            title: fullName(seat),
            why: [seat.title, ...borneBy(poll, seat), ...note].filter(Boolean).join(' · '),
            due: (
              <Badge tone={given ? 'good' : 'warn'}>
                {t(given ? 'live.vote.cast' : 'live.vote.waiting')}
              </Badge>
            ),
          }
        })}
      />
    </Card>
  )
}

/** Who has no screen says it aloud. */
export function AloudForm({ live: { meeting, open } }: Opened) {
  if (!open || open.poll instanceof Problem) return null
  const without = open.poll.voters.filter(({ id }) => open.choices.get(id)?.aloud !== false)
  if (without.length === 0) return null
  return (
    <Row>
      <FoldedForm
        label={t('live.vote.aloud')}
        action={`${livePath(meeting)}/votes/${open.id}/aloud`}
        id="aloud"
        unkept
      >
        <Select
          name="seat_id"
          label={t('live.vote.aloud_who')}
          prompt={t('live.vote.aloud_choose')}
          options={without.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
          required
        />
        <Select
          name="choice"
          label={t('live.vote.aloud_what')}
          prompt={t('live.vote.aloud_choose_what')}
          options={choices.map((value) => ({ value, label: t(`votes.vote.choice.${value}`) }))}
          required
        />
        <FormActions>
          <Button icon="check">{t('live.vote.aloud_save')}</Button>
        </FormActions>
      </FoldedForm>
    </Row>
  )
}
