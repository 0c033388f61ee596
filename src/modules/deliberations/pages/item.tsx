import { may, permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, wantsAll } from '#kernel/http'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Facts, SideSection, WithSide } from '#kernel/ui'
import { AnnexCard, annexesOf, annexRoutes } from '#commons/annexes'
import { WhoSees } from '#commons/directory'
import { type HistoryLine, latestHistory, load, readMany } from '#commons/dossiers'
import {
  copyPath,
  factsOf,
  type Fields,
  RecordHistory,
  rewordingRoute,
  without,
} from '#commons/records'
import { actions, BesideDossier, DossierHead, Obstacles, stepRoute } from '#commons/workflow'
import { type Item, itemFields, itemPath, items, mayEdit, servicesOf } from '../item.ts'
import { itemSteps } from '../item-steps.ts'
import { meetingPath, meetings } from '../meeting.ts'
import { itemWorkflow } from '../workflow.ts'
import { Chain } from './chain.tsx'
import { ItemHints } from './hints.tsx'
import { ItemText } from './item-text.tsx'
import { PresentForm } from './present.tsx'
import { sittingPieces } from './sitting-pieces.ts'
import { pages } from './routes.ts'

const reads = permission('deliberations.read')
const writes = permission('deliberations.item.write')

pages.get('/items/:id', reads, (c) => itemPage(c))
rewordingRoute(pages, '/items', items, itemFields, reads, (item) => ({ whole: servicesOf(item) }))

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
        after={sittingPieces.all().map(({ step: Step }) => (
          <Step item={item} />
        ))}
      />
      <WithSide side={<ItemSide item={item} all={wantsAll(c, 'history')} />}>
        <ItemHints item={item} />
        {presenting && !presenting.openness.open && <Obstacles actions={[presenting]} />}
        {presenting?.openness.open && <PresentForm item={item} />}
        {sittingPieces.all().map(({ card: Card }) => (
          <Card item={item} />
        ))}
        <Chain item={item} />
        <ItemText item={item} />
        <AnnexCard
          annexes={await annexesOf(item.id)}
          action={mayEdit(item) ? `${itemPath(item)}/annexes` : undefined}
        />
      </WithSide>
    </>,
  )
}

/** What a line of history tells of what the sitting noted. */
const toldOfSitting = (line: HistoryLine) =>
  sittingPieces.all().flatMap(({ tells }) => tells(line) ?? [])[0]

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
      <WhoSees readers={item.readers} kind={item.kind} />
      <BesideDossier dossier={item} />
      <SideSection title={t('deliberations.meeting.tab.history')}>
        <RecordHistory
          of={item}
          fields={itemFields}
          tells={toldOfSitting}
          lines={await latestHistory(item.id, { whole: servicesOf(item), all })}
          reworded
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
