import { may, permission } from '#kernel/access'
import { adding, form, type PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import { ButtonLink } from '#kernel/ui'
import { byField, byState, type ListFilter, listRoute } from '#commons/records'
import { isOneOfIn } from '#commons/workflow'
import { adviceFields, advices, adviceWorkflow } from '../advice.ts'
import { ask, offer, subjectNamed } from '../asking.ts'
import { Asking, Offering } from '../schema.ts'

const [reads, keeps, asks] = [
  permission('advices.read'),
  permission('advices.write'),
  permission('advices.give'),
]

/** Those that the one who acts gives. */
const byGiver: ListFilter = {
  name: 'view',
  label: 'records.views',
  any: 'records.view.all',
  choices: async () => [['mine', t('advices.view.mine')]],
  where: () => isOneOfIn(['own:advisers']),
}

/** Adds the list of advices, and the two routes that the card of a dossier posts to. */
export function adviceList(pages: PageRoutes): void {
  listRoute(
    pages,
    '/advices',
    { reads, writes: keeps },
    {
      ...{ kind: advices, fields: adviceFields, flow: adviceWorkflow, list: 'advices.advices' },
      path: '/advices/advices',
      columns: ['giver', 'started_on', 'due_on', 'value', 'given_on', 'state'],
      sort: 'due_on',
      filters: [
        byGiver,
        byState(adviceWorkflow),
        byField(adviceFields, 'type_id', { any: 'advices.any_type' }),
        byField(adviceFields, 'value', { any: 'advices.any_value' }),
      ],
      views: [
        { label: 'advices.tab.mine', query: 'state=running&view=mine' },
        { label: 'records.tab.all', query: '' },
      ],
      words: {
        title: 'advices.advice.list',
        list: 'advices.advice.list',
        count: 'advices.advice.count',
        none: 'advices.advice.none',
        write: 'advices.type.write',
      },
      newAt: '/advices/types/new',
      actions: () =>
        may(asks) && (
          <ButtonLink href="/advices/asking" icon="send">
            {t('advices.many.title')}
          </ButtonLink>
        ),
    },
  )
  pages.post('/of/:id', asks, adding(form(Asking)), async (c, given) => {
    const subject = await subjectNamed(c.req.param('id') ?? '', { lock: true })
    await ask(subject, given)
    return redirect(c, subject.of.kind.path(subject.dossier.id), { key: 'advices.was_asked' })
  })
  pages.post('/of/:id/own', asks, adding(form(Offering)), async (c, { type_id }) => {
    const subject = await subjectNamed(c.req.param('id') ?? '', { lock: true })
    const { id } = await offer(subject, type_id)
    return redirect(c, advices.path(id), { key: 'advices.was_begun' })
  })
}
