import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { redirect } from '#kernel/pages'
import { Button, FoldedForm, FormActions, TextArea } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { type Item, itemPath, items, type Meeting, meetingOf } from '#modules/deliberations'
import type { RecordedVote } from '../recorded.ts'
import { RemarkForm } from '../schema.ts'
import { remarkOn } from '../vote.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

interface RemarkProps {
  item: Item
  meeting: Meeting
  vote: RecordedVote
}

/** What a member wants noted beside their vote, which minutes print behind it. */
export function Remark({ item, meeting, vote }: RemarkProps) {
  if (meeting.state !== 'decided' || !may(runsMeetings)) return null
  return (
    <FoldedForm
      label={t('votes.remark.title')}
      action={`${itemPath(item)}/vote/remark`}
      id="remark"
    >
      <TextArea
        name="remark"
        label={t('votes.remark.label')}
        value={vote.remark}
        maxlength={2000}
      />
      <FormActions>
        <Button>{t('votes.remark.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

pages.post('/items/:id/vote/remark', runsMeetings, form(RemarkForm), async (c, { remark }) => {
  const item = await load(c, items)
  await remarkOn(item, await meetingOf(item), remark)
  return redirect(c, `${itemPath(item)}/session`, { key: 'votes.remark.saved' })
})
