import { LegalTimeline } from '#commons/law'
import { permission } from '#kernel/access'
import { Invalid, Problem } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { ensureEdition, page, redirect } from '#kernel/pages'
import { ButtonLink, Head, Note, SideSection, WithSide } from '#kernel/ui'
import { lastToChange, load } from '#commons/dossiers'
import { stateName, StateBadge } from '#commons/workflow'
import {
  type AgendaLine,
  type Item,
  type Meeting,
  agendaOf,
  hasAct,
  itemPath,
  items,
  ItemText,
  itemWorkflow,
  meetingOf,
  meetingPath,
  wordsNeeded,
} from '#modules/deliberations'
import { Decided, UnanimityForm, VoteForm } from '../schema.ts'
import { Incidents, Movements, sittingOf, Urgency } from '#modules/sittings'
import { adoptUnanimously, decide, pollOn, reopen } from '../session.ts'
import { allVotesOn, standingVote, votesOn } from '../recorded.ts'
import { castVotes, countSecretVotes, takeBackVote } from '../vote.ts'
import { Apply } from './applying.tsx'
import { ChoiceForm } from './choice.tsx'
import { electionsOf } from '../election.ts'
import { Election } from './election.tsx'
import { openPoll } from './motion-vote.tsx'
import { Motions } from './motions.tsx'
import { Remark } from './remark.tsx'
import { Tie } from './tie.tsx'
import { optionsOf } from '../choice.ts'
import { DecisionButtons, PollForm, unanimityOf, VoteResult } from './poll.tsx'
import { pages } from './routes.ts'

const sessionPath = (item: { id: string }) => `${itemPath(item)}/session`

pages.get('/items/:id/session', permission('deliberations.meeting.run'), (c) => sessionPage(c))

/** One point in session: its vote, its decision, and what follows. */
async function sessionPage(c: Call, attempt?: Attempt): Promise<Response> {
  const item = await load(c, items)
  const meeting = await meetingOf(item)
  const lines = await agendaOf(meeting.id)
  const votes = (await allVotesOn([item.id])).get(item.id) ?? []
  const vote = votes.find(({ motion }) => motion === null)
  const options = await optionsOf(item)
  const election = (await electionsOf([item.id])).get(item.id)
  const poll = item.poll_type === 'no_vote' ? null : await openPoll(item, meeting)
  const sitting = await sittingOf(meeting)
  const line = lines.find(({ id }) => id === item.id)
  const title = `${item.number}. ${item.title}`
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head
        reference={<a href={meetingPath(meeting)}>{meeting.title}</a>}
        title={title}
        state={<StateBadge flow={itemWorkflow} state={item.state} />}
        facts={t(`deliberations.item.poll.${item.poll_type}`)}
        actions={<Neighbours item={item} lines={lines} />}
      />
      <WithSide side={<Following item={item} lines={lines} />}>
        {poll instanceof Problem && item.state === 'frozen' && (
          <Note tone="warn">{poll.sentence}</Note>
        )}
        <WordsNeeded item={item} />
        <Urgency {...{ item, meeting, sitting }} />
        <Tie {...{ item, meeting, sitting, vote }} />
        {(votes.length > 0 || election) && (
          <VoteResult itemId={item.id} votes={votes} meeting={meeting} />
        )}
        {vote && <Remark item={item} meeting={meeting} vote={vote} />}
        <Apply {...{ item, meeting, votes, lines }} />
        <Motions {...{ item, meeting, sitting, votes }} />
        {poll && !(poll instanceof Problem) && options.length > 0 && (
          <ChoiceForm {...{ item, poll, options, votes, attempt }} />
        )}
        <Election {...{ item, meeting, attempt }} poll={poll instanceof Problem ? null : poll} />
        {poll && !(poll instanceof Problem) && options.length === 0 && !election && (
          <PollForm
            item={item}
            poll={poll}
            vote={vote}
            attempt={attempt}
            action={`${itemPath(item)}/vote`}
            unanimity={votes.length > 0 ? undefined : unanimityOf(item, meeting)}
          />
        )}
        <DecisionButtons item={item} meeting={meeting} voted={vote !== undefined} />
        {line && <Movements {...{ meeting, sitting, lines }} at={line} />}
        {line && <Incidents {...{ meeting, sitting, lines }} at={line} />}
        <ItemText item={item} />
      </WithSide>
    </>,
  )
}

/** What is missing before this point can be accepted, and where it is written. */
function WordsNeeded({ item }: { item: Item }) {
  const lack = hasAct(item) && item.state === 'frozen' && wordsNeeded(item)
  if (!lack) return null
  return (
    <Note tone="warn">
      {t(lack.key)} <a href={`${itemPath(item)}/edit`}>{t('deliberations.item.edit')}</a>
    </Note>
  )
}

function Neighbours({ item, lines }: { item: Item; lines: readonly AgendaLine[] }) {
  const at = lines.findIndex(({ id }) => id === item.id)
  const [before, after] = [lines[at - 1], lines[at + 1]]
  return (
    <>
      {before && (
        <ButtonLink href={sessionPath(before)} icon="arrow-left">
          {t('votes.vote.previous')}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink href={sessionPath(after)} icon="arrow-right">
          {t('votes.vote.next')}
        </ButtonLink>
      )}
    </>
  )
}

/** The points around this one, what became of those before. */
function Following({ item, lines }: { item: Item; lines: readonly AgendaLine[] }) {
  const at = lines.findIndex(({ id }) => id === item.id)
  return (
    <SideSection title={t('votes.vote.following')}>
      <LegalTimeline
        dates={lines.slice(Math.max(0, at - 2), at + 6).map((line) => ({
          what: <a href={sessionPath(line)}>{`${line.number}. ${line.title}`}</a>,
          cite: stateName('deliberations.item', line.state),
          state: line.id === item.id ? 'now' : line.state === 'frozen' ? 'later' : 'done',
        }))}
      />
    </SideSection>
  )
}

pages.post(
  '/items/:id/vote',
  permission('deliberations.meeting.run'),
  form(VoteForm, sessionPage),
  async (c, { edition, ...given }) => {
    const item = await load(c, items)
    const poll = await pollOn(item, await meetingOf(item))
    const standing = (await votesOn([item.id])).get(item.id)
    ensureEdition(standingVote(standing), edition, await lastToChange(item.id))
    if ('yes' in given) await countSecretVotes(item, poll, given)
    else await castVotes(item, poll, given.ballots)
    return redirect(c, sessionPath(item), { key: 'votes.vote.saved' })
  },
)

pages.post('/items/:id/vote/removal', permission('deliberations.meeting.run'), async (c) => {
  const item = await load(c, items)
  await takeBackVote(item)
  return redirect(c, sessionPath(item), { key: 'votes.vote.taken_back' })
})

pages.post(
  '/items/:id/unanimity',
  permission('deliberations.meeting.run'),
  form(UnanimityForm, sessionPage),
  async (c, { ballots }) => {
    const item = await load(c, items)
    const meeting = await meetingOf(item)
    const others = Object.entries(ballots).filter(([, choice]) => choice !== 'yes')
    const refusals = others.map(([seat]) => [`ballots.${seat}`, [t('votes.vote.not_unanimous')]])
    if (refusals.length > 0) throw new Invalid(Object.fromEntries(refusals))
    await adoptUnanimously(item, meeting)
    return redirect(c, await nextPath(item, meeting), { key: 'votes.vote.unanimous_done' })
  },
)

pages.post(
  '/items/:id/decision',
  permission('deliberations.meeting.run'),
  form(Decided),
  async (c, { verb }) => {
    const item = await load(c, items)
    const meeting = await meetingOf(item)
    if (verb === 'reopen') {
      const { state } = await reopen(item, meeting)
      const params = { state: stateName('deliberations.item', state) }
      return redirect(c, sessionPath(item), { key: 'workflow.stepped', params })
    }
    const decided = await decide(item, meeting, verb)
    const params = {
      number: item.number ?? '',
      state: stateName('deliberations.item', decided.state),
    }
    return redirect(c, await nextPath(item, meeting), { key: 'votes.vote.decided', params })
  },
)

/** The next point to decide, or the agenda when all are. */
async function nextPath(item: Item, meeting: Meeting): Promise<string> {
  const lines = await agendaOf(meeting.id)
  const left = lines.filter(({ state }) => state === 'frozen')
  const next = left.find(({ position }) => position > (item.position ?? 0)) ?? left[0]
  return next ? sessionPath(next) : meetingPath(meeting)
}
