import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { ButtonLink } from '#kernel/ui'
import { readMany } from '#commons/dossiers'
import { type Item, itemPath, meetings } from '#modules/deliberations'
import { allVotesOn } from '../recorded.ts'
import { VoteResult } from './poll.tsx'

const runsMeetings = permission('deliberations.meeting.run')

/** At the head of a point whose organ sits: the way to its vote. */
export async function SessionLink({ item }: { item: Item }) {
  if (item.state !== 'frozen' || !item.meeting_id || !may(runsMeetings)) return null
  const [meeting] = await readMany(meetings, [item.meeting_id])
  // Nobody votes before the sitting is open.
  if (meeting?.state !== 'decided') return null
  return (
    <ButtonLink href={`${itemPath(item)}/session`} icon="vote" tone="primary">
      {t('votes.vote.open')}
    </ButtonLink>
  )
}

/** On the page of a point: how its vote went, for who may see its meeting. */
export async function ItemVote({ item }: { item: Item }) {
  const votes = (await allVotesOn([item.id])).get(item.id)
  if (!votes || !item.meeting_id) return null
  const [meeting] = await readMany(meetings, [item.meeting_id])
  return meeting ? <VoteResult itemId={item.id} votes={votes} meeting={meeting} /> : null
}
