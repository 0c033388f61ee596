import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { adding, type ApiRoutes, form, id, line, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, TradeTabs } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  Stack,
  TextField,
} from '#kernel/ui'
import { annexesOf } from '#commons/annexes'
import type { Asked } from '#commons/advices'
import { load } from '#commons/dossiers'
import { organs } from '#commons/organs'
import {
  deliberationTabs,
  ItemAnswer,
  itemFields,
  itemPath,
  meetingPath,
  meetings,
} from '#modules/deliberations'
import { begin } from './beginning.ts'
import { placedOn, putBack, remove } from './recurring.ts'
import { type Template, templates, templatesToBegin } from './template.ts'
import { treeOf } from './tree.ts'

const [reads, keeps, begins, runs] = [
  permission('templates.read'),
  permission('templates.write'),
  permission('templates.begin'),
  permission('templates.recurring'),
]

const Beginning = z.object({ title: line(500), organ_id: id(), service_id: id() })
const OnMeeting = z.object({ template_id: id(), verb: z.enum(['remove', 'put']) })

/** Where a point begins from a template. */
const beginPath = ({ id: of }: { id: string }) => `${templates.path(of)}/begin`

/** At the side of a template: that a point may begin from it. */
export const BeginHere = ({ template }: { template: Template }) =>
  may(begins) &&
  template.state === 'used' && (
    <ButtonLink href={beginPath(template)} tone="primary" icon="plus">
      {t('templates.begin')}
    </ButtonLink>
  )

/** Adds the tree of templates, the form by which a point begins, and what the card of a meeting posts to. */
export function templatePages(pages: PageRoutes): void {
  pages.get('/', reads, async (c) => {
    const names = new Map((await organs()).map(({ id: one, name }) => [one, name]))
    const tree = await treeOf(await templatesToBegin(), t('templates.everywhere'))
    return page(
      c,
      { title: t('templates.title') },
      <>
        <Head
          title={t('templates.title')}
          actions={
            may(keeps) && (
              <>
                <ButtonLink href="/templates/points" icon="list">
                  {t('templates.point.list')}
                </ButtonLink>
                <ButtonLink href="/templates/points/new" icon="plus">
                  {t('templates.point.write')}
                </ButtonLink>
              </>
            )
          }
        />
        <TemplateTabs />
        <Stack>
          <p>{t('templates.lead')}</p>
          {tree.length === 0 && <EmptyState icon="copy" sentence={t('templates.point.none')} />}
          {tree.map(({ name, templates: some }) => (
            <Card title={name} flush>
              <List
                label={name}
                items={some.map((one) => ({
                  title: one.title,
                  href: may(begins) ? beginPath(one) : templates.path(one.id),
                  why: [
                    names.get(one.organ_id ?? ''),
                    one.recurs !== 'never' && t(`templates.recurs.${one.recurs}`),
                  ]
                    .filter(Boolean)
                    .join(' · '),
                }))}
              />
            </Card>
          ))}
        </Stack>
      </>,
    )
  })

  pages.get('/points/:id/begin', begins, async (c) => {
    const template = await load(c, templates)
    const annexes = await annexesOf(template.id)
    const carried = [
      annexes.length > 0 && t('templates.with_annexes', { count: annexes.length }),
      template.advices.length > 0 &&
        t('templates.with_advices', { count: template.advices.length }),
    ].filter(Boolean)
    return page(
      c,
      { title: t('templates.begin') },
      <>
        <Head reference={t('templates.begin')} title={template.title} />
        <Card>
          <Stack>
            <p>{t('templates.begin_lead')}</p>
            {carried.length > 0 && <p>{carried.join(' ')}</p>}
            <Form action={beginPath(template)}>
              <TextField
                name="title"
                label={t('deliberations.item.title')}
                value={template.title}
                required
                maxlength={500}
              />
              {await itemFields.organ_id.input('organ_id', template.organ_id ?? undefined, {})}
              {await itemFields.service_id.input('service_id', template.service_id, {})}
              <FormActions>
                <Button tone="primary" icon="plus">
                  {t('templates.begin')}
                </Button>
                <ButtonLink href="/templates">{t('records.back')}</ButtonLink>
              </FormActions>
            </Form>
          </Stack>
        </Card>
      </>,
    )
  })

  pages.post('/points/:id/begin', begins, adding(form(Beginning)), async (c, said) => {
    const { item, advices } = await begin(await load(c, templates, { lock: false }), said)
    return redirect(c, itemPath(item), {
      key: notAsked(advices).length > 0 ? 'templates.begun_without' : 'templates.begun',
      params: { advices: notAsked(advices).join(', ') },
    })
  })

  pages.post('/meetings/:id', runs, form(OnMeeting), async (c, { template_id, verb }) => {
    const meeting = await load(c, meetings)
    await (verb === 'remove' ? remove(meeting, template_id) : putBack(meeting, template_id))
    return redirect(c, meetingPath(meeting), { key: `templates.done.${verb}` })
  })
}

const notAsked = (advices: readonly Asked[]): string[] =>
  advices.flatMap(({ type, why }) => (why ? type.title : []))

const Begun = z.object({
  item: ItemAnswer,
  advices: z.array(z.object({ type_id: z.uuid(), title: z.string(), why: z.string().nullable() })),
})
const Placed = z.object({
  items: z.array(
    z.object({
      template_id: z.uuid(),
      title: z.string(),
      item_id: z.uuid().nullable(),
      state: z.enum(['placed', 'removed', 'halted']),
      why: z.string().describe('Why it could not be put on the agenda.'),
    }),
  ),
})

async function placed(meeting: { id: string }): Promise<z.input<typeof Placed>> {
  return {
    items: (await placedOn(meeting)).map(({ template, item, state, why }) => ({
      ...{ template_id: template.id, title: template.title, item_id: item?.id ?? null },
      ...{ state, why },
    })),
  }
}

/** The same for programs. */
export function templateApi(api: ApiRoutes): void {
  api.on(
    'post',
    '/points/:id/begin',
    begins,
    {
      summary: 'Begin a point from a template, with its annexes and the advices that it asks',
      body: Beginning,
      answer: Begun,
      status: 201,
    },
    async (c, said) => {
      const { item, advices } = await begin(await load(c, templates, { lock: false }), said)
      const told = advices.map(({ type, why }) => ({
        ...{ type_id: type.id, title: type.title, why: why && t(why) },
      }))
      return { item, advices: told }
    },
  )
  api.on(
    'get',
    '/meetings/:id',
    runs,
    { summary: 'The recurring points of a meeting', answer: Placed },
    async (c) => placed(await load(c, meetings)),
  )
  api.on(
    'post',
    '/meetings/:id',
    runs,
    {
      summary: 'Take a recurring point off an agenda, or put it back',
      body: OnMeeting,
      answer: Placed,
    },
    async (c, { template_id, verb }) => {
      const meeting = await load(c, meetings)
      await (verb === 'remove' ? remove(meeting, template_id) : putBack(meeting, template_id))
      return placed(meeting)
    },
  )
}

/** Where templates stand among the tabs of deliberations. */
export const TemplateTabs = () => <TradeTabs of={deliberationTabs} current="/templates" />
