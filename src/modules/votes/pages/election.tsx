import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, form } from '#kernel/http'
import { EditionField, ensureEdition, redirect, typed } from '#kernel/pages'
import {
  Button,
  Card,
  FoldedForm,
  Form,
  FormActions,
  PostButton,
  Row,
  TextArea,
  TextField,
} from '#kernel/ui'
import { lastToChange, load } from '#commons/dossiers'
import { cite } from '#commons/law'
import { type Item, itemPath, items, type Meeting, meetingOf } from '#modules/deliberations'
import {
  type Candidate,
  countRound,
  type Election as Held,
  electionRule,
  electionsOf,
  nextRound,
  standFor,
  takeBackRound,
} from '../election.ts'
import { RoundForm, StandsForm } from '../schema.ts'
import { pollOn } from '../session.ts'
import type { Poll } from '../vote.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')
const sessionPath = (item: { id: string }) => `${itemPath(item)}/session`
const papers = ['papers', 'blank', 'invalid'] as const

interface ElectionProps {
  item: Item
  meeting: Meeting
  poll: Poll | null
  attempt: Attempt | undefined
}

/** Of a point that appoints or presents: who stands, and the round that is to be counted. */
export async function Election({ item, meeting, poll, attempt }: ElectionProps) {
  const rule = await electionRule(item, meeting)
  if (!rule || !may(runsMeetings) || item.state !== 'frozen') return null
  const election = (await electionsOf([item.id])).get(item.id)
  const next = election && nextRound(election, rule.value)
  const begun = election && election.rounds.length > 0
  return (
    <>
      {next && poll && (
        <Form
          action={`${itemPath(item)}/round`}
          errors={attempt?.errors ?? {}}
          values={typed(attempt)}
          id="round"
        >
          <EditionField of={election.rounds} attempt={attempt} />
          <Card title={t('votes.election.round', { number: next.number })} aside={cite(rule)}>
            <p class="muted">{t('votes.election.help', { posts: next.posts })}</p>
            <div class="count-fields">
              {next.candidates.map((one) => (
                <Number name={`votes.${one.id}`} label={one.name} />
              ))}
              {papers.map((name) => (
                <Number name={name} label={t(`votes.election.${name}`)} />
              ))}
            </div>
          </Card>
          <FormActions>
            <Button tone="primary" icon="vote">
              {t('votes.election.count')}
            </Button>
          </FormActions>
        </Form>
      )}
      {begun && (
        <Row>
          <PostButton
            action={`${itemPath(item)}/round/removal`}
            tone="danger"
            confirm={t('votes.vote.take_back_sure')}
          >
            {t('votes.election.take_back')}
          </PostButton>
        </Row>
      )}
      {(!begun || lacksBirths(next?.candidates)) && <Standing item={item} election={election} />}
    </>
  )
}

/** Whether a tie could not be decided: days of birth are noted until the end. */
const lacksBirths = (candidates: readonly Candidate[] = []) =>
  candidates.some(({ born_on }) => born_on === null)

const Number = ({ name, label }: { name: string; label: string }) => (
  <TextField name={name} type="number" inputmode="numeric" size="short" label={label} value="0" />
)

function Standing({ item, election }: { item: Item; election: Held | undefined }) {
  return (
    <FoldedForm
      label={t('votes.election.title')}
      action={`${itemPath(item)}/candidates`}
      id="candidates"
    >
      <TextField
        name="posts"
        type="number"
        inputmode="numeric"
        size="short"
        label={t('votes.election.posts')}
        value={String(election?.posts ?? 1)}
        required
      />
      <TextArea
        name="candidates"
        label={t('votes.election.candidates')}
        help={t('votes.election.candidates_help')}
        value={election?.candidates.map(lineOf).join('\n') ?? ''}
        rows={6}
        maxlength={10_000}
      />
      <FormActions>
        <Button>{t('votes.election.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

/** « Jeanne Roselle ; 1971-03-14 » */
const lineOf = ({ name, born_on }: Candidate) =>
  born_on ? `${name} ; ${born_on.toString()}` : name

pages.post('/items/:id/candidates', runsMeetings, form(StandsForm), async (c, told) => {
  const item = await load(c, items)
  await standFor(item, await meetingOf(item), told)
  return redirect(c, sessionPath(item), { key: 'votes.election.saved' })
})

pages.post(
  '/items/:id/round',
  runsMeetings,
  form(RoundForm),
  async (c, { edition, ...counted }) => {
    const item = await load(c, items)
    const meeting = await meetingOf(item)
    const standing = (await electionsOf([item.id])).get(item.id)?.rounds
    ensureEdition(standing, edition, await lastToChange(item.id))
    await countRound(item, meeting, await pollOn(item, meeting), counted)
    return redirect(c, sessionPath(item), { key: 'votes.vote.saved' })
  },
)

pages.post('/items/:id/round/removal', runsMeetings, async (c) => {
  const item = await load(c, items)
  await takeBackRound(item)
  return redirect(c, sessionPath(item), { key: 'votes.vote.taken_back' })
})
