import { t } from '#kernel/i18n'
import type { Attempt } from '#kernel/http'
import { typed } from '#kernel/pages'
import {
  Button,
  Card,
  Form,
  FormActions,
  PostButton,
  Row,
  Stack,
  TextField,
  VoteBar,
} from '#kernel/ui'
import { printed } from '#commons/law'
import { fullName } from '#commons/directory'
import { actions } from '#commons/workflow'
import { type Attendee, attendance } from '../attendance.ts'
import { voteSentences } from '../spoken.ts'
import { type Item, itemPath } from '../item.ts'
import type { Meeting } from '../meeting.ts'
import type { Poll, RecordedVote } from '../vote.ts'
import { itemWorkflow } from '../workflow.ts'
import { Roll } from './roll.tsx'

const choices = [
  { value: 'yes', tone: 'good' },
  { value: 'no', tone: 'bad' },
  { value: 'abstain', tone: 'neutral' },
] as const
const papers = ['yes', 'no', 'abstain', 'blank', 'invalid'] as const

/** How a vote went: bar, sentence, and the rule that was applied. */
export async function VoteResult({ vote, meeting }: { vote: RecordedVote; meeting: Meeting }) {
  const { yes, no, abstain } = vote.tally
  const sentences = voteSentences(vote, await attendance(meeting))
  const majority = Math.floor((yes + no) / 2) + 1
  return (
    <Card
      title={t('deliberations.vote.result')}
      aside={t('deliberations.vote.majority', { count: majority })}
    >
      <Stack>
        <VoteBar yes={yes} no={no} abstain={abstain} majority={majority} />
        <div class="act">
          {sentences.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
        <p class="small muted">
          {t('deliberations.vote.by_rule', { article: printed(vote.article) })}
        </p>
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
}

/** The ballots of the members present, or the counts of a secret ballot. */
export function PollForm({ item, poll, vote, attempt, action }: PollFormProps) {
  const secret = item.poll_type === 'secret'
  return (
    <Form action={action} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      <Card
        title={secret ? t('deliberations.vote.title') : t('deliberations.vote.members')}
        aside={printed(poll.rule.article)}
        flush={!secret}
      >
        {secret ? <Counts vote={vote} /> : <Ballots poll={poll} vote={vote} />}
      </Card>
      <FormActions>
        <Button tone="primary" icon="vote">
          {t('deliberations.vote.save')}
        </Button>
      </FormActions>
    </Form>
  )
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
        label: t(`deliberations.vote.choice.${value}`),
      }))}
      lines={presidentLast(poll.voters).map((seat) => ({
        name: `ballots.${seat.id}`,
        who: fullName(seat),
        note:
          seat.part === 'president'
            ? `${seat.title} · ${t('deliberations.vote.president_last')}`
            : seat.title,
        value: vote?.ballots.get(seat.id) ?? 'yes',
      }))}
    />
  )
}

function Counts({ vote }: { vote: RecordedVote | undefined }) {
  return (
    <>
      <p class="muted">{t('deliberations.vote.secret_help')}</p>
      {papers.map((paper) => (
        <TextField
          name={paper}
          type="number"
          inputmode="numeric"
          size="short"
          label={t(`deliberations.vote.choice.${paper}`)}
          value={String(vote?.tally[paper] ?? 0)}
        />
      ))}
    </>
  )
}

/** The decisions that the vote leaves open, and unanimity in one click. */
export async function DecisionButtons({
  item,
  meeting,
  canVote,
  voted,
}: {
  item: Item
  meeting: Meeting
  canVote: boolean
  voted: boolean
}) {
  if (meeting.state !== 'decided') return null
  const open = (await actions(itemWorkflow, item)).filter(
    ({ verb, openness }) => openness.open && verb !== 'withdraw',
  )
  if (open.length === 0) return null
  return (
    <Card title={t('deliberations.vote.decide')}>
      <Row>
        {item.state === 'frozen' && item.poll_type === 'freehand' && canVote && !voted && (
          <PostButton action={`${itemPath(item)}/unanimity`} tone="primary" icon="check">
            {t('deliberations.vote.unanimity')}
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
