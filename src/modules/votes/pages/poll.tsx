import { z } from 'zod'
import { t } from '#kernel/i18n'
import type { Attempt } from '#kernel/http'
import { EditionField, typed } from '#kernel/pages'
import { Button, Card, Form, FormActions, PostButton, Row, Stack, TextField } from '#kernel/ui'
import { printed } from '#commons/law'
import { fullName } from '#commons/directory'
import type { HistoryLine } from '#commons/dossiers'
import { actions } from '#commons/workflow'
import {
  type Item,
  itemPath,
  itemWorkflow,
  type Meeting,
  wordsNeeded,
} from '#modules/deliberations'
import { type Attendee, everybodyIn, sittingOf, Roll } from '#modules/sittings'
import { electionsOf } from '../election.ts'
import { mannerOfVotes, spokenTogether, spokenVotesOn } from '../spoken.ts'
import type { Tally } from '../majority.ts'
import { type RecordedVote, standingVote } from '../recorded.ts'
import type { Poll } from '../vote.ts'
import { VoteBar } from './vote-bar.tsx'

const choices = [
  { value: 'yes', tone: 'good' },
  { value: 'no', tone: 'bad' },
  { value: 'abstain', tone: 'neutral' },
] as const
const papers = ['yes', 'no', 'abstain', 'blank', 'invalid'] as const

/** How the votes on a point went: bar and sentences, what was voted before the whole, and the rule that was applied. */
export async function VoteResult({
  itemId,
  votes,
  meeting,
  alone,
}: {
  itemId: string
  votes: readonly RecordedVote[]
  meeting: Meeting
  /** Where one of its votes alone is shown. */
  alone?: boolean
}) {
  const seats = everybodyIn(await sittingOf(meeting))
  const spoken = (await spokenVotesOn([itemId], seats)).get(itemId)
  const { before, vote } =
    alone === undefined
      ? (spoken ?? { before: [], vote: undefined })
      : spokenTogether(votes, seats, await mannerOfVotes())
  const whole = votes.find(({ motion }) => motion === null)
  const { yes, no, abstain } = whole?.tally ?? { yes: 0, no: 0, abstain: 0 }
  const elects = (await electionsOf([itemId])).has(itemId)
  const isChoice = elects || votes.some(({ motion }) => motion?.kind === 'option')
  const majority = Math.floor((yes + no) / 2) + 1
  return (
    <Card
      title={t('votes.vote.result')}
      aside={whole && !elects && t('votes.vote.majority', { count: majority })}
    >
      <Stack>
        {whole && !isChoice && <VoteBar yes={yes} no={no} abstain={abstain} majority={majority} />}
        <div class="act">
          {before.map((sentence) => (
            <p>{sentence}</p>
          ))}
          {vote && <p>{vote.whole}</p>}
          {vote?.dissent && <p>{vote.dissent}</p>}
        </div>
        {whole && (
          <p class="small muted">{t('votes.vote.by_rule', { article: printed(whole.article) })}</p>
        )}
      </Stack>
    </Card>
  )
}

interface PollFormProps {
  item: Item
  poll: Poll
  vote: RecordedVote | undefined
  attempt: Attempt | undefined
  action: string
  /** Where all ballots are « for », one press is enough. */
  unanimity: string | undefined
  /** Whether counts alone are kept; as the point says unless told. */
  secret?: boolean
}

/** The ballots of the members present, or the counts of a secret ballot. */
export function PollForm({ item, poll, vote, attempt, action, unanimity, ...told }: PollFormProps) {
  const secret = told.secret ?? item.poll_type === 'secret'
  return (
    <Form action={action} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      <EditionField of={standingVote(vote)} attempt={attempt}>
        {vote && t('votes.vote.saved_one', { result: inCounts(vote.tally) })}
      </EditionField>
      <Card
        title={secret ? t('votes.vote.title') : t('votes.vote.members')}
        aside={printed(poll.rule.article)}
        flush={!secret}
      >
        {secret ? <Counts vote={vote} /> : <Ballots poll={poll} vote={vote} />}
      </Card>
      <FormActions>
        <Button tone="primary" icon="vote">
          {t('votes.vote.save')}
        </Button>
        {unanimity && (
          <Button icon="check" formaction={unanimity}>
            {t('votes.vote.unanimity')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

/** « 7 pour, 3 contre, 1 abstention » */
const inCounts = ({ yes, no, abstain }: Pick<Tally, 'yes' | 'no' | 'abstain'>): string =>
  [
    t('votes.vote.bar.yes', { count: yes }),
    t('votes.vote.bar.no', { count: no }),
    ...(abstain > 0 ? [t('votes.vote.bar.abstain', { count: abstain })] : []),
  ].join(', ')

const Told = z.object({ yes: z.int(), no: z.int(), abstain: z.int() })

/** What a line of history tells of votes: the result, and before it the one in whose place it came. */
export function votesIn({ data }: HistoryLine): string | undefined {
  const results = [data['before'], data].flatMap((one) => Told.safeParse(one).data ?? [])
  return results.map(inCounts).join(' → ') || undefined
}

/** The president votes last (CDLD L1122-27). */
const presidentLast = (voters: readonly Attendee[]) =>
  voters.toSorted((a, b) => Number(a.part === 'president') - Number(b.part === 'president'))

/** Who votes for somebody that is not there, beside their name. */
export function borneBy({ borne }: Poll, { id }: Attendee): string[] {
  const holder = borne.get(id)
  return holder ? [t('sittings.proxy.by', { who: fullName(holder) })] : []
}

function Ballots({ poll, vote }: { poll: Poll; vote: RecordedVote | undefined }) {
  return (
    <Roll
      choices={choices.map(({ value, tone }) => ({
        value,
        tone,
        label: t(`votes.vote.choice.${value}`),
      }))}
      lines={presidentLast(poll.voters).map((seat) => ({
        name: `ballots.${seat.id}`,
        who: fullName(seat),
        note: [
          seat.title,
          ...(seat.part === 'president' ? [t('votes.vote.president_last')] : []),
          ...borneBy(poll, seat),
        ].join(' · '),
        value: vote?.ballots.get(seat.id) ?? 'yes',
      }))}
    />
  )
}

function Counts({ vote }: { vote: RecordedVote | undefined }) {
  return (
    <>
      <p class="muted">{t('votes.vote.secret_help')}</p>
      <div class="count-fields">
        {papers.map((paper) => (
          <TextField
            name={paper}
            type="number"
            inputmode="numeric"
            size="short"
            label={t(`votes.vote.choice.${paper}`)}
            value={String(vote?.tally[paper] ?? 0)}
          />
        ))}
      </div>
    </>
  )
}

/** Where unanimity of a point may be noted without a vote of its own. */
export const unanimityOf = (item: Item, meeting: Meeting): string | undefined =>
  meeting.state === 'decided' &&
  item.state === 'frozen' &&
  item.poll_type === 'freehand' &&
  !wordsNeeded(item)
    ? `${itemPath(item)}/unanimity`
    : undefined

/** The decisions that the vote leaves open. */
export async function DecisionButtons({
  item,
  meeting,
  voted,
}: {
  item: Item
  meeting: Meeting
  voted: boolean
}) {
  if (meeting.state !== 'decided') return null
  const open = (await actions(itemWorkflow, item)).filter(
    ({ verb, openness }) => openness.open && verb !== 'withdraw',
  )
  if (open.length === 0) return null
  return (
    <Card title={t('votes.vote.decide')}>
      <Row>
        {item.state === 'frozen' && voted && (
          <PostButton
            action={`${itemPath(item)}/vote/removal`}
            tone="danger"
            confirm={t('votes.vote.take_back_sure')}
          >
            {t('votes.vote.take_back')}
          </PostButton>
        )}
        {open.map(({ verb, label }) => (
          <PostButton
            action={`${itemPath(item)}/decision`}
            fields={{ verb }}
            tone={voted && verb === 'accept' ? 'primary' : 'normal'}
          >
            {label}
          </PostButton>
        ))}
      </Row>
    </Card>
  )
}
