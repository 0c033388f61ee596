import { bears } from '#kernel/access'
import { formatDate, t } from '#kernel/i18n'
import { TradeTabs } from '#kernel/pages'
import {
  Badge,
  Button,
  DateField,
  FoldedForm,
  FormActions,
  List,
  Select,
  SideSection,
  TextField,
} from '#kernel/ui'
import { today } from '#commons/clock'
import { services } from '#commons/directory'
import type { Dossier } from '#commons/dossiers'
import { StateBadge } from '#commons/workflow'
import { decidedStates, deliberationTabs, items, secretariat } from '#modules/deliberations'
import { type Task, tasks, tasksOf, taskWorkflow } from './task.ts'

/** Whether something was to be done before today. */
const isLate = ({ state, due_on }: Pick<Task, 'state' | 'due_on'>): boolean =>
  state === 'asked' && due_on !== null && Temporal.PlainDate.compare(due_on, today()) < 0

/** At the side of a point that was decided: what is to be done of it, by whom and by when. */
export async function Followups({ dossier }: { dossier: Dossier }) {
  if (dossier.kind !== items.name) return null
  const all = await tasksOf(dossier.id)
  const asks = bears(secretariat.principal) && decidedStates.includes(dossier.state)
  if (all.length === 0 && !asks) return null
  const known = await services()
  return (
    <SideSection title={t('followups.title')}>
      {all.length > 0 && (
        <List
          label={t('followups.title')}
          items={all.map((one) => ({
            title: one.title,
            href: tasks.path(one.id),
            why: [
              known.find(({ id }) => id === one.service_id)?.label,
              one.due_on && t('followups.by', { day: formatDate(one.due_on, 'short') }),
            ]
              .filter(Boolean)
              .join(' · '),
            due: isLate(one) ? (
              <Badge tone="bad">{t('followups.late')}</Badge>
            ) : (
              <StateBadge flow={taskWorkflow} state={one.state} />
            ),
          }))}
        />
      )}
      {asks && (
        <FoldedForm label={t('followups.ask')} action={`/followups/of/${dossier.id}`} id="followup">
          <TextField name="title" label={t('followups.task.what')} required maxlength={300} />
          <Select
            name="service_id"
            label={t('followups.task.service')}
            options={known.map(({ id, label }) => ({ value: id, label }))}
            value={dossier.service_id ?? ''}
            required
          />
          <DateField name="due_on" label={t('followups.task.due')} />
          <FormActions>
            <Button icon="plus">{t('followups.ask')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}

/** Where the list of follow-ups stands among the tabs of deliberations. */
export const FollowupTabs = () => <TradeTabs of={deliberationTabs} current="/followups/tasks" />
