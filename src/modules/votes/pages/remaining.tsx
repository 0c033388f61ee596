import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import { PostButton, Row } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { type Item, type Meeting, meetingPath, meetings } from '#modules/deliberations'
import { adoptable, adoptRemaining, type Remaining } from '../session.ts'
import { pages } from './routes.ts'

const runsMeetings = permission('deliberations.meeting.run')

/** Below the agenda of a meeting in session: adopts what is left. */
export async function AdoptRemaining({ meeting }: { meeting: Meeting }) {
  if (!may(runsMeetings) || meeting.state !== 'decided') return null
  const remaining = await adoptable(meeting)
  if (remaining.left.length === 0) return null
  return (
    <Row>
      <PostButton
        action={`${meetingPath(meeting)}/adoption`}
        icon="list-checks"
        confirm={t('votes.remaining.confirm', countsOf(remaining))}
      >
        {t('votes.remaining.adopt')}
      </PostButton>
    </Row>
  )
}

/** How many points are adopted with the rest, and which are not. */
function countsOf({ left, voted, secret, hindered, wordless }: Remaining) {
  const numbers = (some: readonly Item[]) => some.map(({ number }) => number).join(', ')
  return {
    count: left.length,
    voted: voted.length,
    votedNumbers: numbers(voted),
    secret: secret.length,
    secretNumbers: numbers(secret),
    hindered: hindered.length,
    hinderedNumbers: numbers(hindered),
    wordless: wordless.length,
    wordlessNumbers: numbers(wordless),
  }
}

pages.post('/meetings/:id/adoption', runsMeetings, async (c) => {
  const meeting = await load(c, meetings)
  const params = countsOf(await adoptRemaining(meeting))
  const said = { key: 'votes.remaining.adopted', params } as const
  return redirect(c, meetingPath(meeting), said)
})
