import { permission } from '#kernel/access'
import { Conflict, Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { ActText, ensureEdition, page, redirect } from '#kernel/pages'
import { ButtonLink, Card, Head, Note, PostButton, Row, Stack } from '#kernel/ui'
import { lastToChange, load } from '#commons/dossiers'
import { itemPath, items, type Item, type Meeting, meetingOf } from '#modules/deliberations'
import { type Motion, motionOf } from '../motion.ts'
import { allVotesOn, type RecordedVote, standingVote } from '../recorded.ts'
import { VoteForm } from '../schema.ts'
import { pollOn } from '../session.ts'
import { castVotes, countSecretVotes, type Poll, takeBackVote } from '../vote.ts'
import { motionPath } from './motions.tsx'
import { PollForm, VoteResult } from './poll.tsx'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')
const sessionPath = (item: { id: string }) => `${itemPath(item)}/session`

pages.get('/items/:id/motions/:motion', runsMeetings, (c) => motionPage(c))

async function found(c: Call) {
  const item = await load(c, items)
  const motion = await motionOf(item, c.req.param('motion') ?? '')
  const votes = (await allVotesOn([item.id])).get(item.id) ?? []
  return { item, motion, votes, vote: votes.find((one) => one.motion?.id === motion.id) }
}

/** The vote on an amendment or a part. */
async function motionPage(c: Call, attempt?: Attempt): Promise<Response> {
  const { item, motion, votes, vote } = await found(c)
  const meeting = await meetingOf(item)
  const whole = votes.some((one) => one.motion === null)
  const poll = whole || motion.kind === 'option' ? null : await openPoll(item, meeting)
  return page(
    c,
    { title: motion.title, status: attempt ? 422 : 200 },
    <>
      <Head
        reference={<a href={sessionPath(item)}>{`${item.number}. ${item.title}`}</a>}
        title={motion.title}
        facts={t(`votes.motion.kind.${motion.kind}`)}
        actions={
          <ButtonLink href={sessionPath(item)} icon="arrow-left">
            {t('votes.motion.back')}
          </ButtonLink>
        }
      />
      <Stack>
        {poll instanceof Problem && <Note tone="warn">{poll.sentence}</Note>}
        {vote && <VoteResult itemId={item.id} votes={[vote]} meeting={meeting} alone />}
        {poll && !(poll instanceof Problem) && (
          <PollForm
            {...{ item, poll, vote, attempt }}
            action={`${motionPath(item, motion)}/vote`}
            unanimity={undefined}
            secret={motion.secret}
          />
        )}
        {vote && !whole && item.state === 'frozen' && <TakeBack {...{ item, motion }} />}
        {motion.kind === 'amendment' && (
          <Card title={t('votes.motion.text')}>
            <ActText html={motion.proposal} label={t('votes.motion.text')} />
          </Card>
        )}
      </Stack>
    </>,
  )
}

function TakeBack({ item, motion }: { item: Item; motion: Motion }) {
  return (
    <Row>
      <PostButton
        action={`${motionPath(item, motion)}/vote/removal`}
        tone="danger"
        confirm={t('votes.vote.take_back_sure')}
      >
        {t('votes.vote.take_back')}
      </PostButton>
    </Row>
  )
}

/** The poll, or why there is none for now. */
export async function openPoll(item: Item, meeting: Meeting): Promise<Poll | Problem> {
  try {
    return await pollOn(item, meeting)
  } catch (problem) {
    if (problem instanceof Conflict) return problem
    throw problem
  }
}

pages.post(
  '/items/:id/motions/:motion/vote',
  runsMeetings,
  form(VoteForm, motionPage),
  async (c, { edition, ...given }) => {
    const { item, motion, vote } = await found(c)
    const poll = await pollOn(item, await meetingOf(item))
    ensureEdition(standingVote(vote), edition, await lastToChange(item.id))
    await recordOn(item, poll, motion, given)
    return redirect(c, sessionPath(item), { key: 'votes.vote.saved' })
  },
)

type Given = Parameters<typeof countSecretVotes>[2] | { ballots: Parameters<typeof castVotes>[2] }

/** Counts, or ballots by name. */
function recordOn(
  item: Item,
  poll: Poll,
  motion: Motion | null,
  given: Given,
): Promise<RecordedVote> {
  return 'ballots' in given
    ? castVotes(item, poll, given.ballots, motion)
    : countSecretVotes(item, poll, given, motion)
}

pages.post('/items/:id/motions/:motion/vote/removal', runsMeetings, async (c) => {
  const { item, motion } = await found(c)
  await takeBackVote(item, motion)
  return redirect(c, sessionPath(item), { key: 'votes.vote.taken_back' })
})
