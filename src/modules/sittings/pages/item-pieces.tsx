import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { ButtonLink } from '#kernel/ui'
import { readMany } from '#commons/dossiers'
import { type Item, itemPath, meetings } from '#modules/deliberations'
import { votesOn } from '../vote.ts'
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
      {t('sittings.vote.open')}
    </ButtonLink>
  )
}

/** On the page of a point: how its vote went, for who may see its meeting. */
export async function ItemVote({ item }: { item: Item }) {
  const vote = (await votesOn([item.id])).get(item.id)
  if (!vote || !item.meeting_id) return null
  const [meeting] = await readMany(meetings, [item.meeting_id])
  return meeting ? <VoteResult vote={vote} meeting={meeting} /> : null
}
