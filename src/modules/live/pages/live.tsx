import { actor, may, permission } from '#kernel/access'
import { Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { asksPart, page, part } from '#kernel/pages'
import {
  Badge,
  ButtonLink,
  EmptyState,
  Head,
  LivePart,
  Note,
  PostButton,
  WithSide,
} from '#kernel/ui'
import { tenant } from '#kernel/tenancy'
import { load } from '#commons/dossiers'
import { stateName } from '#commons/workflow'
import { itemPath, meetingPath, meetings } from '#modules/deliberations'
import { VoteResult } from '#modules/votes'
import { type Live, liveOf, type Phase, phaseOf } from '../state.ts'
import { AloudForm, AskedOf, MyBallots, WhoVoted } from './ballots.tsx'
import { livePath, pages } from './routes.ts'
import {
  CountBox,
  CountedPapers,
  LostPaper,
  OpenSecretly,
  PapersGiven,
  SecretBallots,
  secretIn,
  VoteMark,
} from './secret.tsx'
import { Attended, Following, QuorumSide } from './side.tsx'

const follows = permission('live.follow')
const runsMeetings = permission('deliberations.meeting.run')

pages.get('/meetings/:id/live', follows, async (c) => {
  const meeting = await load(c, meetings)
  const live = await liveOf(meeting)
  const body = <LiveScreen live={live} />
  if (asksPart(c)) return part(c, body)
  const title = t('live.title', { meeting: meeting.title })
  const address = livePath(meeting)
  return page(
    c,
    { title, scripts: ['live.js'] },
    <LivePart signals={`${address}/signals`} address={address} me={actor().id ?? ''}>
      {body}
    </LivePart>,
  )
})

/** Who follows is told when something changed; what, they ask for as they asked for the page. */
pages.get('/meetings/:id/live/signals', follows, async (c) => {
  const { id } = await load(c, meetings)
  const follower = { topic: id, authority: tenant().id, person: actor().id ?? '' }
  return c.get('signals').follow(follower, c.req.header('accept'))
})

const tones: Record<Phase, 'neutral' | 'info' | 'good' | 'warn' | 'bad'> = {
  ...{ before: 'neutral', waiting: 'info', suspended: 'warn', debate: 'info' },
  ...{ voting: 'bad', voted: 'good', decided: 'good', over: 'neutral' },
}

export const PhaseBadge = ({ phase }: { phase: Phase }) => (
  <Badge tone={tones[phase]}>{t(`live.phase.${phase}`)}</Badge>
)

/** What a screen reader says where the sitting goes on, and nothing of what goes on within a step. */
export function Said({ live, shown }: { live: Live; shown: boolean }) {
  const phase = phaseOf(live)
  const { item } = live
  const point = item && shown ? `${item.number}. ${item.title}` : (item?.number ?? '')
  const state = item ? stateName('deliberations.item', item.state) : ''
  return (
    <output class="visually-hidden" id="live-said">
      {t(`live.said.${phase}`, { point, state })}
    </output>
  )
}

/** The point as the head names it. */
export function pointTitle(live: Live): string {
  const { item, line } = live
  if (line) return `${line.number}. ${line.title}`
  if (item) return t('live.point.unread', { number: item.number ?? '' })
  return t(`live.point.${phaseOf(live) === 'over' ? 'over' : 'none'}`)
}

/** Before the first point, and where none was called until the end: what will be read here, or where it is. */
function NoPoint({ live }: { live: Live }) {
  const over = phaseOf(live) === 'over'
  return (
    <EmptyState icon="gavel" sentence={t(`live.empty.${over ? 'over' : 'none'}`)}>
      {over && (
        <ButtonLink href={meetingPath(live.meeting)}>{t('live.empty.decisions')}</ButtonLink>
      )}
    </EmptyState>
  )
}

function LiveScreen({ live }: { live: Live }) {
  const { meeting, line, open, votes } = live
  const phase = phaseOf(live)
  const secret = line && secretIn(live)
  return (
    <div id="live" class="live">
      <Said live={live} shown={line !== undefined} />
      <Head
        reference={<a href={meetingPath(meeting)}>{meeting.title}</a>}
        title={pointTitle(live)}
        state={<PhaseBadge phase={phase} />}
        facts={progressOf(live)}
        actions={<Steps live={live} />}
      />
      <WithSide
        side={
          <>
            <QuorumSide live={live} />
            <Following live={live} />
            <Attended live={live} />
          </>
        }
      >
        {!live.item && <NoPoint live={live} />}
        {open?.poll instanceof Problem && <Note tone="warn">{open.poll.sentence}</Note>}
        {line && <AskedOf live={live} />}
        {secret && <SecretBallots live={live} open={secret} />}
        {open && line && !secret && <MyBallots live={live} />}
        {line && (votes.length > 0 || live.elects) && (
          <VoteResult itemId={line.id} votes={[...votes]} meeting={meeting} />
        )}
        {line && !open && line.poll_type === 'secret' && votes.length === 0 && !live.elects && (
          <Note>{t('live.vote.secret')}</Note>
        )}
        {line && <CountedPapers counted={live.counted} />}
        {secret && live.leads && <CountBox live={live} open={secret} />}
        {secret && live.leads && <LostPaper live={live} open={secret} />}
        {secret && <PapersGiven live={live} open={secret} />}
        {secret && <VoteMark open={secret} />}
        {open && line && !secret && <WhoVoted live={live} />}
        {open && line && !secret && live.leads && <AloudForm live={live} />}
        {line && <Words live={live} />}
      </WithSide>
    </div>
  )
}

export function progressOf({ open, line }: Pick<Live, 'open' | 'line'>): string | undefined {
  if (!open || open.item.id !== line?.id || open.poll instanceof Problem) return undefined
  const { voters } = open.poll
  if (open.secret) {
    const { cast, given } = open.secret
    return t('live.secret.progress', { cast, given: given.size })
  }
  const cast = voters.filter(({ id }) => open.choices.has(id)).length
  return t('live.vote.progress', { cast, all: voters.length })
}

function Words({ live: { line } }: { live: Live }) {
  if (!line) return null
  return (
    <p class="row">
      <ButtonLink href={itemPath(line)} icon="file" tone="quiet">
        {t('live.point.words')}
      </ButtonLink>
      {may(runsMeetings) && (
        <ButtonLink href={`${itemPath(line)}/session`} icon="vote" tone="quiet">
          {t('live.point.by_hand')}
        </ButtonLink>
      )}
    </p>
  )
}

/** What whoever leads does next. */
function Steps({ live }: { live: Live }) {
  const { meeting, lines, line, open, leads, votes, motions } = live
  const path = livePath(meeting)
  const room = (
    <ButtonLink href={`${path}/room`} icon="presentation" tone="quiet">
      {t('live.room')}
    </ButtonLink>
  )
  if (!leads) return room
  if (open) return <OpenSteps live={live} />
  const at = lines.findIndex(({ id }) => id === line?.id)
  const [before, after] = line ? [lines[at - 1], lines[at + 1]] : [undefined, lines[0]]
  const [motion] = motions.filter(({ kind }) => kind !== 'option')
  const whole = votes.some((one) => one.motion === null)
  const opens = line?.state === 'frozen' && line.poll_type !== 'no_vote' && !whole
  const secretly = motion ? motion.secret : line?.poll_type === 'secret'
  return (
    <>
      {room}
      {before && (
        <PostButton action={`${path}/point`} fields={{ item_id: before.id }} icon="arrow-left">
          {t('live.point.previous')}
        </PostButton>
      )}
      {after && (
        <PostButton
          action={`${path}/point`}
          fields={{ item_id: after.id }}
          icon="arrow-right"
          tone={opens ? 'normal' : 'primary'}
        >
          {line ? t('live.point.next') : t('live.point.call_first')}
        </PostButton>
      )}
      {opens && secretly && <OpenSecretly live={live} motion={motion} />}
      {opens && !secretly && (
        <PostButton
          action={`${path}/votes`}
          fields={{ item_id: line.id, ...(motion && { motion_id: motion.id }) }}
          icon="vote"
          tone="primary"
        >
          {motion ? t('live.vote.open_motion', { title: motion.title }) : t('live.vote.open')}
        </PostButton>
      )}
    </>
  )
}

function OpenSteps({ live: { meeting, open } }: { live: Live }) {
  if (!open) return null
  const path = `${livePath(meeting)}/votes/${open.id}`
  return (
    <>
      <PostButton action={`${path}/removal`} tone="danger" confirm={t('live.vote.drop_sure')}>
        {t('live.vote.drop')}
      </PostButton>
      {!open.secret && (
        <PostButton action={`${path}/closing`} icon="check" tone="primary">
          {t('live.vote.close')}
        </PostButton>
      )}
    </>
  )
}
