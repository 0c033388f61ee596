import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, form } from '#kernel/http'
import { EditionField, ensureEdition, redirect, typed } from '#kernel/pages'
import { Button, Card, Form, FormActions, PostButton, Row, TextField } from '#kernel/ui'
import { fullName } from '#commons/directory'
import { lastToChange, load } from '#commons/dossiers'
import { printed } from '#commons/law'
import { type Item, itemPath, items, meetingOf } from '#modules/deliberations'
import { castChoice, countChoice, takeBackChoice } from '../choice.ts'
import type { Motion } from '../motion.ts'
import { type RecordedVote, standingVote, votesOn } from '../recorded.ts'
import { ChoiceForm as Sent } from '../schema.ts'
import { pollOn } from '../session.ts'
import type { Poll } from '../vote.ts'
import { Roll } from '#modules/sittings'
import { borneBy } from './poll.tsx'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')
const sessionPath = (item: { id: string }) => `${itemPath(item)}/session`
const others = ['no', 'abstain', 'blank', 'invalid'] as const

interface ChoiceFormProps {
  item: Item
  poll: Poll
  options: readonly Motion[]
  votes: readonly RecordedVote[]
  attempt: Attempt | undefined
}

/** Each who takes part chooses once: one of the options, none of them, or nothing. */
export function ChoiceForm({ item, poll, options, votes, attempt }: ChoiceFormProps) {
  const whole = votes.find(({ motion }) => motion === null)
  const secret = item.poll_type === 'secret'
  return (
    <>
      <Form
        action={`${itemPath(item)}/choice`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
        id="choice"
      >
        <EditionField of={standingVote(whole)} attempt={attempt}>
          {whole && <p>{t('votes.motion.choice')}</p>}
        </EditionField>
        <Card title={t('votes.motion.choice')} aside={printed(poll.rule.article)} flush={!secret}>
          {secret ? (
            <Counts options={options} votes={votes} />
          ) : (
            <Roll
              choices={[
                ...options.map(({ id, title }) => ({
                  value: id,
                  label: title,
                  tone: 'good' as const,
                })),
                { value: 'no', label: t('votes.motion.no'), tone: 'bad' },
                { value: 'abstain', label: t('votes.vote.choice.abstain'), tone: 'neutral' },
              ]}
              lines={poll.voters.map((seat) => ({
                name: `ballots.${seat.id}`,
                who: fullName(seat),
                note: [seat.title, ...borneBy(poll, seat)].join(' · '),
                value: chosenBy(seat.id, votes),
              }))}
            />
          )}
        </Card>
        <FormActions>
          <Button tone="primary" icon="vote">
            {t('votes.vote.save')}
          </Button>
        </FormActions>
      </Form>
      {whole && (
        <Row>
          <PostButton
            action={`${itemPath(item)}/choice/removal`}
            tone="danger"
            confirm={t('votes.vote.take_back_sure')}
          >
            {t('votes.vote.take_back')}
          </PostButton>
        </Row>
      )}
    </>
  )
}

function chosenBy(seat: string, votes: readonly RecordedVote[]): string {
  const vote = votes.find(({ ballots }) => ballots.has(seat))
  return vote?.motion?.id ?? vote?.ballots.get(seat) ?? 'abstain'
}

function Counts({
  options,
  votes,
}: {
  options: readonly Motion[]
  votes: readonly RecordedVote[]
}) {
  const whole = votes.find(({ motion }) => motion === null)
  const of = (motion: Motion) => votes.find((one) => one.motion?.id === motion.id)?.tally.yes ?? 0
  return (
    <>
      <p class="muted">{t('votes.vote.secret_help')}</p>
      {options.map((motion) => (
        <TextField
          name={`options.${motion.id}`}
          type="number"
          inputmode="numeric"
          size="short"
          label={motion.title}
          value={String(of(motion))}
        />
      ))}
      {others.map((paper) => (
        <TextField
          name={paper}
          type="number"
          inputmode="numeric"
          size="short"
          label={paper === 'no' ? t('votes.motion.no') : t(`votes.vote.choice.${paper}`)}
          value={String(whole?.tally[paper] ?? 0)}
        />
      ))}
    </>
  )
}

pages.post('/items/:id/choice', runsMeetings, form(Sent), async (c, { edition, ...given }) => {
  const item = await load(c, items)
  const poll = await pollOn(item, await meetingOf(item))
  const standing = (await votesOn([item.id])).get(item.id)
  ensureEdition(standingVote(standing), edition, await lastToChange(item.id))
  await (given.secret ? countChoice(item, poll, given) : castChoice(item, poll, given.ballots))
  return redirect(c, sessionPath(item), { key: 'votes.vote.saved' })
})

pages.post('/items/:id/choice/removal', runsMeetings, async (c) => {
  const item = await load(c, items)
  await takeBackChoice(item)
  return redirect(c, sessionPath(item), { key: 'votes.vote.taken_back' })
})
