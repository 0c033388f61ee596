import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, wantsAll } from '#kernel/http'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Facts, SideSection, WithSide } from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { WhoSees } from '#commons/directory'
import { latestHistory, load, readMany } from '#commons/dossiers'
import { copyPath, factsOf, type Fields, RecordHistory, without } from '#commons/records'
import { actions, DossierHead, stepRoute } from '#commons/workflow'
import { type Item, itemFields, itemPath, items, mayEdit, servicesOf } from '../item.ts'
import { itemSteps } from '../item-steps.ts'
import { meetingPath, meetings } from '../meeting.ts'
import { votesOn } from '../vote.ts'
import { itemWorkflow } from '../workflow.ts'
import { ItemText } from './item-text.tsx'
import { PresentForm } from './present.tsx'
import { VoteResult } from './poll.tsx'
import { pages } from './routes.ts'

const writes = permission('deliberations.item.write')
const runsMeetings = permission('deliberations.meeting.run')

pages.get('/items/:id', permission('deliberations.read'), (c) => itemPage(c))

async function itemPage(c: Call, attempt?: Attempt): Promise<Response> {
  const item = await load(c, items)
  const [presenting] = await actions(itemWorkflow, item, ['present'])
  return page(
    c,
    { title: item.title, status: attempt ? 422 : 200 },
    <>
      <DossierHead
        dossier={item}
        steps={itemSteps}
        marks={
          item.list_type === 'late' && <Badge tone="warn">{t('deliberations.item.late')}</Badge>
        }
        before={
          <>
            {mayEdit(item) && (
              <ButtonLink href={`${itemPath(item)}/edit`} icon="pencil">
                {t('deliberations.item.edit')}
              </ButtonLink>
            )}
            {may(writes) && (
              <ButtonLink href={copyPath('/deliberations/items', item)} icon="copy">
                {t('records.copy')}
              </ButtonLink>
            )}
          </>
        }
        after={
          item.state === 'frozen' &&
          may(runsMeetings) && (
            <ButtonLink href={`${itemPath(item)}/session`} icon="vote" tone="primary">
              {t('deliberations.vote.open')}
            </ButtonLink>
          )
        }
      />
      <WithSide side={<ItemSide item={item} all={wantsAll(c, 'history')} />}>
        {presenting?.openness.open && <PresentForm item={item} />}
        <ItemVote item={item} />
        <ItemText item={item} />
        <AnnexCard
          annexes={await annexesOf(item.id)}
          action={mayEdit(item) ? `${itemPath(item)}/annexes` : undefined}
        />
      </WithSide>
    </>,
  )
}

async function ItemVote({ item }: { item: Item }) {
  const vote = (await votesOn([item.id])).get(item.id)
  if (!vote || !item.meeting_id) return null
  const [meeting] = await readMany(meetings, [item.meeting_id])
  return meeting ? <VoteResult vote={vote} meeting={meeting} /> : null
}

/** What stands in the head of the page, before its meeting, and as the text of the point; the rest is facts. */
const shownElsewhere = ['title', 'organ_id', 'motivation', 'decision'] as const

async function ItemSide({ item, all }: { item: Item; all: boolean }) {
  const organ = await factsOf(itemFields, item, ['organ_id'])
  const facts = await factsOf<Fields>(without(itemFields, shownElsewhere), item as object)
  // The one who reads the point may not be among those who see the meeting.
  const [meeting] = await readMany(meetings, item.meeting_id ? [item.meeting_id] : [])
  return (
    <>
      <SideSection title={t('deliberations.item.facts')}>
        <Facts
          facts={[
            ...organ,
            {
              label: t('deliberations.item.meeting'),
              value: meeting ? <a href={meetingPath(meeting)}>{meeting.title}</a> : '—',
            },
            ...facts,
          ]}
        />
      </SideSection>
      <WhoSees readers={item.readers} />
      <SideSection title={t('deliberations.meeting.tab.history')}>
        <RecordHistory
          of={item}
          fields={itemFields}
          lines={await latestHistory(item.id, { whole: servicesOf(item), all })}
        />
      </SideSection>
    </>
  )
}

stepRoute(pages, '/items/:id', permission('deliberations.item.step'), itemSteps, {
  again: itemPage,
  away: '/deliberations/items',
})

annexRoutes(pages, '/items/:id', items, permission('deliberations.item.edit'), mayEdit)
