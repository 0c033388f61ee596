import { t } from '#kernel/i18n'
import { today } from '#commons/clock'
import { toField } from '#kernel/richtext'
import {
  CheckboxGroup,
  DateField,
  FormSection,
  RichTextField,
  Select,
  TextArea,
  TextField,
} from '#kernel/ui'
import { fullName, mandataries, people, services } from '#commons/directory'
import { type Element, coordinates, healths } from '../element.ts'
import { type Field, useOf } from '../fields.ts'
import type { Level } from '../level.ts'
import { type Party, partOfField, personFields } from '../party.ts'
import type { Plan } from '../plan.ts'
import { Labels } from './label-fields.tsx'

/** What an element says already, or takes from its parent. */
export type Given = Partial<Element> & { managers: string[]; parties: readonly Party[] }

interface FieldsProps {
  plan: Plan
  level: Level
  given: Given
}

/** The fields of an element, as the plan shows them and as far as they are for the one who writes. */
export async function ElementFields({ plan, level, given }: FieldsProps) {
  const uses = (field: Field) => {
    const use = useOf(plan.fields, level, field)
    return use === 'all' || (use === 'coordination' && coordinates())
  }
  return (
    <>
      <TextField
        name="title"
        label={t('strategy.element.title')}
        value={given.title ?? ''}
        maxlength={500}
        required
      />
      {uses('description') && (
        <RichTextField
          name="description"
          label={t('strategy.field.description')}
          value={given.description ? toField(given.description) : ''}
          rows={5}
        />
      )}
      {plan.body === 'shared' && level !== 'task' && (
        <Select
          name="body"
          label={t('strategy.plan.body')}
          value={given.body ?? ''}
          options={[
            { value: '', label: t('strategy.body.joint') },
            { value: 'commune', label: t('strategy.body.commune') },
            { value: 'cpas', label: t('strategy.body.cpas') },
          ]}
        />
      )}
      <People given={given} uses={uses} level={level} />
      <Dates given={given} uses={uses} />
      {(uses('progress') || uses('health')) && <Standing given={given} uses={uses} />}
      <Labels given={given} uses={uses} />
      <Texts given={given} uses={uses} />
    </>
  )
}

export interface PartProps {
  given: Given
  uses: (field: Field) => boolean
}

async function People({ given, uses, level }: PartProps & { level: Level }) {
  const everybody = (await people()).map(fullName)
  const elected = (await mandataries(today())).map(fullName)
  const open = await services()
  const needed = level === 'operational' || level === 'action' || level === 'sub_action'
  if (!uses('managers') && !personFields.some(uses)) return null
  return (
    <FormSection title={t('strategy.people')} help={t('strategy.people.help')}>
      {uses('managers') && (
        <>
          <input type="hidden" name="managers" value="" />
          <CheckboxGroup
            name="managers"
            label={t('strategy.field.managers')}
            choices={open.map(({ id, label }) => ({ value: id, label }))}
            values={given.managers}
            required={needed}
          />
        </>
      )}
      {personFields.filter(uses).map((field) => (
        <TextField
          name={field}
          label={t(`strategy.field.${field}`)}
          value={given.parties
            .filter(({ part }) => part === partOfField[field])
            .map(({ name }) => name)
            .join('; ')}
          suggestions={field === 'mandataries' ? elected : everybody}
          autocomplete="off"
        />
      ))}
    </FormSection>
  )
}

function Dates({ given, uses }: PartProps) {
  const dates = [
    ['planned_begin', 'planned_begin'],
    ['planned_end', 'due_on'],
    ['effective_begin', 'effective_begin'],
    ['effective_end', 'effective_end'],
  ] as const
  const shown = dates.filter(([field]) => uses(field))
  if (shown.length === 0) return null
  return (
    <FormSection title={t('strategy.dates')} help={t('strategy.dates.help')}>
      {shown.map(([field, name]) => (
        <DateField
          name={name}
          label={t(`strategy.field.${field}`)}
          value={given[name] ?? undefined}
        />
      ))}
    </FormSection>
  )
}

function Standing({ given, uses }: PartProps) {
  const text = (name: 'progress_reason' | 'health_reason', label: string) => (
    <TextField name={name} label={label} value={given[name] ?? ''} />
  )
  return (
    <FormSection title={t('strategy.standing')}>
      {uses('progress') && (
        <>
          <TextField
            name="progress"
            type="number"
            size="short"
            unit="%"
            label={t('strategy.progress.hand')}
            help={t('strategy.progress.help')}
            value={given.progress?.toString() ?? ''}
          />
          {text('progress_reason', t('strategy.progress.reason'))}
          <TextField
            name="effort"
            type="number"
            size="short"
            label={t('strategy.field.effort')}
            help={t('strategy.effort.help')}
            value={String(given.effort ?? 1)}
          />
        </>
      )}
      {uses('health') && (
        <>
          <Select
            name="health"
            label={t('strategy.field.health')}
            value={given.health ?? ''}
            options={[
              { value: '', label: t('strategy.health.unknown') },
              ...healths.map((value) => ({ value, label: t(`strategy.health.${value}`) })),
            ]}
          />
          {text('health_reason', t('strategy.health.reason'))}
        </>
      )}
      {uses('fte') && (
        <TextField
          name="fte"
          size="short"
          inputmode="decimal"
          label={t('strategy.field.fte')}
          value={String(given.fte ?? 0)}
        />
      )}
    </FormSection>
  )
}

function Texts({ given, uses }: PartProps) {
  const texts = ['comments', 'observation', 'budget_comments'] as const
  return (
    <>
      {texts
        .filter((name) => uses(name))
        .map((name) => (
          <TextArea
            name={name}
            label={t(`strategy.field.${name}`)}
            value={given[name] ?? ''}
            rows={3}
          />
        ))}
      {uses('progress') && (
        <TextArea
          name="remark"
          label={t('strategy.field.remark')}
          value={given.remark ?? ''}
          rows={3}
        />
      )}
    </>
  )
}
