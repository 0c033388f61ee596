import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { Button, FoldedForm, FormActions, Select } from '#kernel/ui'
import { load } from '#commons/dossiers'
import {
  type AgendaLine,
  type Item,
  itemPath,
  items,
  type Meeting,
  meetingOf,
} from '#modules/deliberations'
import { type Applying, applyVote } from '../applying.ts'
import type { RecordedVote } from '../recorded.ts'
import { ApplyingForm } from '../schema.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

interface ApplyProps {
  item: Item
  meeting: Meeting
  votes: readonly RecordedVote[]
  lines: readonly AgendaLine[]
}

/** The same vote on the points that follow, as far as one of them. */
export function Apply({ item, meeting, votes, lines }: ApplyProps) {
  const [vote, ...others] = votes
  const following = lines.filter(
    ({ position, state }) => position > (item.position ?? 0) && state === 'frozen',
  )
  const open = meeting.state === 'decided' && may(runsMeetings) && following.length > 0
  if (!open || !vote || vote.secret || others.length > 0) return null
  return (
    <FoldedForm
      label={t('votes.applying.title')}
      action={`${itemPath(item)}/vote/applying`}
      id="applying"
    >
      <Select
        name="up_to"
        label={t('votes.applying.up_to')}
        help={t('votes.applying.help')}
        options={following.map(({ position, number, title }) => ({
          value: String(position),
          label: `${number}. ${title}`,
        }))}
        required
      />
      <FormActions>
        <Button>{t('votes.applying.apply')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

/** How many points took the vote, and which did not. */
function countsOf({ applied, left }: Applying) {
  const out = Object.values(left).flat()
  const numbers = out
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .map(({ number }) => number)
    .join(', ')
  return { count: applied.length, left: out.length, numbers }
}

pages.post('/items/:id/vote/applying', runsMeetings, form(ApplyingForm), async (c, { up_to }) => {
  const item = await load(c, items)
  const params = countsOf(await applyVote(item, await meetingOf(item), up_to))
  return redirect(c, `${itemPath(item)}/session`, { key: 'votes.applying.applied', params })
})
