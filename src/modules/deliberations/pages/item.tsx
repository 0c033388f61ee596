import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, form, uploads } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import { Badge, ButtonLink, Facts, Head, SideSection, WithSide } from '#kernel/ui'
import { addAnnex, AnnexCard, annexesOf, removeAnnex } from '#commons/annexes'
import { allServices, WhoSees } from '#commons/directory'
import { history, load, read, readMany } from '#commons/dossiers'
import {
  ActionBar,
  ActionDialogs,
  actions,
  change,
  DossierHistory,
  Obstacles,
  StateBadge,
  stateName,
} from '#commons/workflow'
import { allTerms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { type Item, itemPath, items, mayEdit } from '../item.ts'
import { meetingPath, meetings } from '../meeting.ts'
import { withdraw } from '../order.ts'
import { PlainStep, plainSteps } from '../schema.ts'
import { organ } from '../organ.ts'
import { votesOn } from '../vote.ts'
import { itemWorkflow } from '../workflow.ts'
import { ItemText } from './item-text.tsx'
import { PresentForm } from './present.tsx'
import { VoteResult } from './poll.tsx'
import { pages } from './routes.ts'

pages.get('/items/:id', permission('deliberations.read'), (c) => itemPage(c))

async function itemPage(c: Call, attempt?: Attempt): Promise<Response> {
  const item = await load(c, items)
  const possible = await actions(itemWorkflow, item)
  const plain = possible.filter(({ verb }) => plainSteps.some((one) => one === verb))
  const action = `${itemPath(item)}/steps`
  return page(
    c,
    { title: item.title, status: attempt ? 422 : 200 },
    <>
      <Head
        reference={item.reference || t('deliberations.item.name')}
        title={item.title}
        state={
          <>
            <StateBadge flow={itemWorkflow} state={item.state} />
            {item.list_type === 'late' && <Badge tone="warn">{t('deliberations.item.late')}</Badge>}
          </>
        }
        actions={
          <>
            {mayEdit(item) && (
              <ButtonLink href={`${itemPath(item)}/edit`} icon="pencil">
                {t('deliberations.item.edit')}
              </ButtonLink>
            )}
            <ActionBar action={action} actions={plain} />
            {item.state === 'frozen' && may('deliberations.meeting.run') && (
              <ButtonLink href={`${itemPath(item)}/session`} icon="vote" tone="primary">
                {t('deliberations.vote.open')}
              </ButtonLink>
            )}
          </>
        }
      />
      <ActionDialogs action={action} actions={plain} attempt={attempt} />
      <Obstacles actions={plain} />
      <WithSide side={<ItemSide item={item} />}>
        {possible.some(({ verb, openness }) => verb === 'present' && openness.open) && (
          <PresentForm item={item} />
        )}
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

async function ItemSide({ item }: { item: Item }) {
  const body = await organ(item.organ_id)
  const service = (await allServices()).find(({ id }) => id === item.service_id)
  const category = (await allTerms(categories.name)).find(({ id }) => id === item.category_id)
  // The one who reads the point may not be among those who see the meeting.
  const [meeting] = await readMany(meetings, item.meeting_id ? [item.meeting_id] : [])
  return (
    <>
      <SideSection title={t('deliberations.item.facts')}>
        <Facts
          facts={[
            { label: t('deliberations.item.organ'), value: body.name },
            {
              label: t('deliberations.item.meeting'),
              value: meeting ? <a href={meetingPath(meeting)}>{meeting.title}</a> : '—',
            },
            { label: t('deliberations.item.service'), value: service?.label ?? '—' },
            { label: t('deliberations.item.category'), value: category?.name ?? '—' },
            {
              label: t('deliberations.item.privacy'),
              value: t(`deliberations.item.privacy.${item.privacy}`),
            },
            {
              label: t('deliberations.item.poll'),
              value: t(`deliberations.item.poll.${item.poll_type}`),
            },
          ]}
        />
      </SideSection>
      <WhoSees readers={item.readers} />
      <SideSection title={t('deliberations.meeting.tab.history')}>
        <DossierHistory lines={await history(item.id)} />
      </SideSection>
    </>
  )
}

pages.post(
  '/items/:id/steps',
  permission('deliberations.item.step'),
  form(PlainStep, itemPage),
  async (c, { verb, comment }) => {
    // Withdrawing locks the meeting before its points, as every change of an agenda does.
    const item =
      verb === 'withdraw' ? await read(items, c.req.param('id') ?? '') : await load(c, items)
    const stepped =
      verb === 'withdraw'
        ? await withdraw(item)
        : await change(items, itemWorkflow, item, verb, { comment })
    const state = stateName('deliberations.item', stepped.state)
    const said = { key: 'deliberations.item.stepped', params: { state } } as const
    // Once it is with others, the point may be out of sight of the one who sent it on.
    const visible = await read(items, item.id).catch(() => null)
    return redirect(c, visible ? itemPath(item) : '/deliberations/items', said)
  },
)

pages.post(
  '/items/:id/annexes',
  permission('deliberations.item.edit'),
  form(z.object({ files: uploads() })),
  async (c, { files }) => {
    const item = await load(c, items)
    ensure(mayEdit(item), Forbidden, 'deliberations.item.not_editable')
    for (const file of files.filter(({ size }) => size > 0))
      await addAnnex(item, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return redirect(c, itemPath(item))
  },
)

pages.post(
  '/items/:id/annexes/:annex/removal',
  permission('deliberations.item.edit'),
  async (c) => {
    const item = await load(c, items)
    await removeAnnex(item, c.req.param('annex') ?? '')
    return redirect(c, itemPath(item))
  },
)
