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
import type { Attendee } from '../presence.ts'
import { attendance } from '../sitting.ts'
import { spokenVote } from '../spoken.ts'
import type { Tally } from '../majority.ts'
import { type Poll, type RecordedVote, standingVote } from '../vote.ts'
import { Roll } from './roll.tsx'
import { VoteBar } from './vote-bar.tsx'

const choices = [
  { value: 'yes', tone: 'good' },
  { value: 'no', tone: 'bad' },
  { value: 'abstain', tone: 'neutral' },
] as const
const papers = ['yes', 'no', 'abstain', 'blank', 'invalid'] as const

/** How a vote went: bar, sentence, and the rule that was applied. */
export async function VoteResult({ vote, meeting }: { vote: RecordedVote; meeting: Meeting }) {
  const { yes, no, abstain } = vote.tally
  const { whole, dissent } = spokenVote(vote, await attendance(meeting))
  const majority = Math.floor((yes + no) / 2) + 1
  return (
    <Card
      title={t('sittings.vote.result')}
      aside={t('sittings.vote.majority', { count: majority })}
    >
      <Stack>
        <VoteBar yes={yes} no={no} abstain={abstain} majority={majority} />
        <div class="act">
          <p>{whole}</p>
          {dissent && <p>{dissent}</p>}
        </div>
        <p class="small muted">{t('sittings.vote.by_rule', { article: printed(vote.article) })}</p>
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
}

/** The ballots of the members present, or the counts of a secret ballot. */
export function PollForm({ item, poll, vote, attempt, action, unanimity }: PollFormProps) {
  const secret = item.poll_type === 'secret'
  return (
    <Form action={action} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      <EditionField of={standingVote(vote)} attempt={attempt}>
        {vote && t('sittings.vote.saved_one', { result: inCounts(vote.tally) })}
      </EditionField>
      <Card
        title={secret ? t('sittings.vote.title') : t('sittings.vote.members')}
        aside={printed(poll.rule.article)}
        flush={!secret}
      >
        {secret ? <Counts vote={vote} /> : <Ballots poll={poll} vote={vote} />}
      </Card>
      <FormActions>
        <Button tone="primary" icon="vote">
          {t('sittings.vote.save')}
        </Button>
        {unanimity && (
          <Button icon="check" formaction={unanimity}>
            {t('sittings.vote.unanimity')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

/** « 7 pour, 3 contre, 1 abstention » */
const inCounts = ({ yes, no, abstain }: Pick<Tally, 'yes' | 'no' | 'abstain'>): string =>
  [
    t('sittings.vote.bar.yes', { count: yes }),
    t('sittings.vote.bar.no', { count: no }),
    ...(abstain > 0 ? [t('sittings.vote.bar.abstain', { count: abstain })] : []),
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

function Ballots({ poll, vote }: { poll: Poll; vote: RecordedVote | undefined }) {
  return (
    <Roll
      choices={choices.map(({ value, tone }) => ({
        value,
        tone,
        label: t(`sittings.vote.choice.${value}`),
      }))}
      lines={presidentLast(poll.voters).map((seat) => ({
        name: `ballots.${seat.id}`,
        who: fullName(seat),
        note:
          seat.part === 'president'
            ? `${seat.title} · ${t('sittings.vote.president_last')}`
            : seat.title,
        value: vote?.ballots.get(seat.id) ?? 'yes',
      }))}
    />
  )
}

function Counts({ vote }: { vote: RecordedVote | undefined }) {
  return (
    <>
      <p class="muted">{t('sittings.vote.secret_help')}</p>
      {papers.map((paper) => (
        <TextField
          name={paper}
          type="number"
          inputmode="numeric"
          size="short"
          label={t(`sittings.vote.choice.${paper}`)}
          value={String(vote?.tally[paper] ?? 0)}
        />
      ))}
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
    <Card title={t('sittings.vote.decide')}>
      <Row>
        {item.state === 'frozen' && voted && (
          <PostButton
            action={`${itemPath(item)}/vote/removal`}
            tone="danger"
            confirm={t('sittings.vote.take_back_sure')}
          >
            {t('sittings.vote.take_back')}
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
