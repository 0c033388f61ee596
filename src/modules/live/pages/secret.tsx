import { Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import {
  Badge,
  Button,
  Card,
  FoldedForm,
  Form,
  FormActions,
  List,
  Note,
  PostButton,
  Row,
  Select,
  TextField,
} from '#kernel/ui'
import { fullName } from '#commons/directory'
import type { Attendee } from '#modules/sittings'
import type { Motion } from '#modules/votes'
import { bearerOf, type OpenVote, seatsOfMine } from '../open-vote.ts'
import { otherAnswers, type Question } from '../question.ts'
import type { Live } from '../state.ts'
import { livePath } from './routes.ts'

/** A secret vote that is open, as those who may see it see it. */
interface Opened {
  live: Live
  open: OpenVote & { question: Question; secret: NonNullable<OpenVote['secret']> }
}

/** The secret vote that is open, where one is. */
export const secretIn = ({ open }: Live): Opened['open'] | undefined =>
  open?.secret && !(open.poll instanceof Problem) ? { ...open, secret: open.secret } : undefined

const voteApi = ({ live, open }: Opened) => `/api${livePath(live.meeting)}/votes/${open.id}`

/** What may be answered, and how that is called. */
export const answersTo = (question: Question): { id: string; name: string }[] => [
  ...question.named,
  ...otherAnswers(question).map((id) => ({ id, name: t(`votes.vote.choice.${id}`) })),
]

/** The ballots of the one who looks: their device draws, seals and casts them. */
export function SecretBallots(opened: Opened) {
  const { poll } = opened.live.open ?? {}
  if (!poll || poll instanceof Problem) return null
  const mine = seatsOfMine(poll)
  if (mine.length === 0) return opened.live.leads ? null : <Note>{t('live.vote.not_mine')}</Note>
  return (
    <>
      {mine.map((seat) => (
        <SecretBallot {...opened} seat={seat} own={bearerOf(poll, seat).id === seat.id} />
      ))}
    </>
  )
}

function SecretBallot({ live, open, seat, own }: Opened & { seat: Attendee; own: boolean }) {
  const { question, secret } = open
  const type = question.most > 1 ? 'checkbox' : 'radio'
  const choices = [...answersTo(question), { id: '', name: t('live.secret.blank') }]
  const title = own ? t('live.secret.title') : t('live.vote.for_another', { who: fullName(seat) })
  return (
    <Card title={title} id={`ballot-${seat.id}`}>
      <secret-ballot
        id={`secret-${open.id}-${seat.id}`}
        data-vote={open.id}
        data-seat={seat.id}
        data-paper-key={secret.paperKey}
        data-box-key={secret.boxKey}
        data-papers={`${voteApi({ live, open })}/papers`}
        data-most={String(question.most)}
      >
        <p class="note" data-step="unable">
          {t('live.secret.no_scripts_member')}
        </p>
        <output data-step="preparing" hidden>
          {t('live.secret.preparing')}
        </output>
        <fieldset class="secret-choices" data-step="ready" hidden>
          <legend>{t('live.secret.most', { most: question.most })}</legend>
          {choices.map(({ id, name }) => (
            <label class={`choice ${type}`}>
              <input type={type} name={`secret-${seat.id}`} value={id} />
              <span>{name}</span>
            </label>
          ))}
          <p class="muted">{t('live.secret.help')}</p>
          <p class="small muted" data-words={t('live.secret.mark', { mark: '{mark}' })} data-mark />
          <p class="note warn" role="alert" data-missing hidden>
            {t('live.secret.choose_first')}
          </p>
          <button type="button" class="button primary" data-choose>
            {t('live.secret.send')}
          </button>
        </fieldset>
        <div data-step="sure" hidden>
          <p tabindex={-1} data-words={t('live.secret.sure', { choice: '{choice}' })} />
          <p class="row">
            <button type="button" class="button primary" data-cast>
              {t('live.secret.send')}
            </button>
            <button type="button" class="button normal" data-back>
              {t('live.secret.back')}
            </button>
          </p>
        </div>
        <output
          class="note good"
          data-step="done"
          data-words={t('live.secret.done', { number: '{number}' })}
          hidden
        />
        <div data-step="failed" hidden>
          <p class="note bad" role="alert" data-words={t('live.secret.failed', { why: '{why}' })} />
          <button type="button" class="button normal" data-again>
            {t('live.secret.retry')}
          </button>
        </div>
      </secret-ballot>
    </Card>
  )
}

/** For whom a paper was given; who cast theirs is known to nobody. */
export function PapersGiven({ live, open: { secret } }: Opened) {
  const { poll } = live.open ?? {}
  if (!poll || poll instanceof Problem) return null
  return (
    <Card title={t('live.secret.who')} flush>
      <List
        label={t('live.secret.who')}
        items={poll.voters.map((seat) => {
          const given = secret.given.has(seat.id)
          return {
            title: fullName(seat),
            why: seat.title,
            due: (
              <Badge tone={given ? 'good' : 'warn'}>
                {t(given ? 'live.secret.given' : 'live.secret.not_given')}
              </Badge>
            ),
          }
        })}
      />
    </Card>
  )
}

/** What is the same on all screens, so that nobody is given a paper that could be told from others. */
export const VoteMark = ({ open: { secret } }: Pick<Opened, 'open'>) => (
  <p class="small muted">{t('live.secret.mark', { mark: secret.mark })}</p>
)

/** Opens a secret vote: the device makes the key of the box, and keeps it. */
export function OpenSecretly({ live, motion }: { live: Live; motion: Motion | undefined }) {
  const { line, meeting } = live
  if (!line) return null
  const what = motion && { motion_id: motion.id }
  return (
    <box-keys>
      <PostButton
        action={`${livePath(meeting)}/votes`}
        fields={{ item_id: line.id, ...what, box_key: '' }}
        icon="vote"
        tone="primary"
      >
        {motion ? t('live.vote.open_motion', { title: motion.title }) : t('live.secret.open')}
      </PostButton>
      <span class="small muted">{t('live.secret.no_scripts')}</span>
    </box-keys>
  )
}

/** Opens the box and counts. */
export function CountBox({ live, open }: Opened) {
  const { question, secret, id } = open
  const action = `${livePath(live.meeting)}/votes/${id}/counting`
  // Who was given no paper on a device may vote on paper: two at least, since one alone would say whose it is.
  const { poll } = live.open ?? {}
  const voters = poll && !(poll instanceof Problem) ? poll.voters : []
  const without = voters.filter((seat) => !secret.given.has(seat.id))
  const alone = without.length === 1 ? without[0] : undefined
  const numbers = [
    ...answersTo(question).map(({ id: answer, name }) => ({
      name: `named.${answer}`,
      label: t('live.secret.by_hand', { answer: name }),
    })),
    ...(question.kind === 'election' ? [{ name: 'papers', label: t('live.secret.papers') }] : []),
    { name: 'blank', label: t('live.secret.by_hand_blank') },
    { name: 'invalid', label: t('live.secret.by_hand_invalid') },
  ]
  return (
    <box-keys data-seals={secret.boxKey}>
      <Form action={action} id="counting" unkept>
        <Card title={t('live.secret.count')}>
          <p class="muted">{t('live.secret.count_help')}</p>
          <TextField
            name="key"
            label={t('live.secret.key')}
            help={t('live.secret.key_help')}
            autocomplete="off"
            maxlength={100}
            required
          />
          {alone && <Note>{t('live.secret.alone', { who: fullName(alone) })}</Note>}
          {without.length > 1 && (
            <div class="count-fields">
              {numbers.map(({ name, label }) => (
                <TextField
                  name={name}
                  label={label}
                  type="number"
                  inputmode="numeric"
                  size="short"
                  value="0"
                />
              ))}
            </div>
          )}
          <FormActions>
            <Button tone="primary" icon="check">
              {t('live.secret.count')}
            </Button>
          </FormActions>
        </Card>
      </Form>
    </box-keys>
  )
}

/** Somebody says that they cannot cast their paper. */
export function LostPaper({ live, open: { id, secret } }: Opened) {
  const { poll } = live.open ?? {}
  if (!poll || poll instanceof Problem) return null
  const given = poll.voters.filter((seat) => secret.given.has(seat.id))
  if (given.length === 0) return null
  return (
    <Row>
      <FoldedForm
        label={t('live.secret.lost')}
        action={`${livePath(live.meeting)}/votes/${id}/losses`}
        id="lost"
        unkept
      >
        <p class="muted">{t('live.secret.lost_help')}</p>
        <Select
          name="seat_id"
          label={t('live.vote.aloud_who')}
          prompt={t('live.vote.aloud_choose')}
          options={given.map((seat) => ({ value: seat.id, label: fullName(seat) }))}
          required
        />
        <FormActions>
          <Button tone="danger">{t('live.secret.lost_save')}</Button>
        </FormActions>
      </FoldedForm>
    </Row>
  )
}

/** The numbers of the papers that were counted; a device that cast one finds its own. */
export function CountedPapers({ counted }: Pick<Live, 'counted'>) {
  return (
    <>
      {counted.map(({ vote, numbers }) => (
        <Card title={t('live.secret.numbers')}>
          <p class="muted">{t('live.secret.numbers_help')}</p>
          <counted-papers
            data-vote={vote}
            data-words={t('live.secret.yours', { number: '{number}' })}
          >
            <output />
            <p class="figures">{numbers.join(' · ')}</p>
          </counted-papers>
        </Card>
      ))}
    </>
  )
}
