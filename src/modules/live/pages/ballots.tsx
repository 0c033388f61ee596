import { Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { kept } from '#kernel/jsx'
import { ActText } from '#kernel/pages'
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
import { type Attendee, enumerated } from '#modules/sittings'
import { borneBy, type Poll } from '#modules/votes'
import { bearerOf, seatsOfMine } from '../open-vote.ts'
import type { Live } from '../state.ts'
import { livePath } from './routes.ts'
import { answersTo } from './secret.tsx'

interface Opened {
  live: Live
}

/** What is voted on where that is not the whole point, for all who look; an amendment with the words that it brings. */
export function AskedOf({ live: { open }, brief }: Opened & { brief?: true }) {
  const { motion, question } = open ?? {}
  const named = question?.named ?? []
  if (named.length > 0)
    return <p>{t('live.vote.between', { names: enumerated(named.map(({ name }) => name)) })}</p>
  if (!motion) return null
  const words = brief ? '' : motion.proposal
  const on = t('live.vote.on', { title: motion.title })
  if (!words) return <p>{on}</p>
  return (
    <Card title={on}>
      <ActText html={words} label={motion.title} />
    </Card>
  )
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
  const answers = live.open ? answersTo(live.open.question) : []
  const choice = answers.find(({ id }) => id === given?.choice)?.name ?? ''
  return (
    <Card title={title} id={`ballot-${seat.id}`}>
      <div class="live-ballot">
        {answers.map(({ id, name }) => (
          <PostButton
            action={action}
            fields={{ seat_id: seat.id, choice: id }}
            icon={given?.choice === id ? 'check' : undefined}
            tone={given?.choice === id ? 'primary' : 'normal'}
          >
            {name}
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

/** Who has voted, and never what, as long as the vote is open. The same for all who see it, and written once for them. */
export function WhoVoted({ live: { open } }: Opened) {
  if (!open || open.poll instanceof Problem) return null
  const { poll } = open
  const rows = poll.voters.map((seat) => ({
    name: fullName(seat),
    why: [seat.title, ...borneBy(poll, seat)],
    given: open.choices.get(seat.id)?.aloud,
  }))
  const list = kept(`live.who ${JSON.stringify(rows)}`, () => (
    <List
      label={t('live.vote.who')}
      items={rows.map(({ name, why, given }) => ({
        title: name,
        why: [...why, given && t('live.vote.cast_aloud')].filter(Boolean).join(' · '),
        due: (
          <Badge tone={given === undefined ? 'warn' : 'good'}>
            {t(given === undefined ? 'live.vote.waiting' : 'live.vote.cast')}
          </Badge>
        ),
      }))}
    />
  ))
  return (
    <Card title={t('live.vote.who')} flush>
      {list}
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
          options={answersTo(open.question).map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <FormActions>
          <Button icon="check">{t('live.vote.aloud_save')}</Button>
        </FormActions>
      </FoldedForm>
    </Row>
  )
}
