import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Button, Checkbox, FoldedForm, FormActions, Select, TextField } from '#kernel/ui'
import { fullName } from '#commons/directory'
import { printed } from '#commons/law'
import { type AgendaLine, type Meeting, meetingPath } from '#modules/deliberations'
import { mayBe } from '../attendance.ts'
import { firstByRank, incidentRules } from '../incident.ts'
import { membersFor } from '../quorum.ts'
import { type Sitting, votersIn } from '../presence.ts'

export interface IncidentsProps {
  meeting: Meeting
  sitting: Sitting
  lines: readonly AgendaLine[]
  /** Where one point is in hand: what happens at it alone, and the forms come back to it. */
  at?: AgendaLine | undefined
}

/** The forms by which suspensions, the public and replacements are noted, each folded until it is wanted. */
export async function IncidentForms(props: IncidentsProps) {
  const rules = await incidentRules(props.meeting)
  const { sitting } = props
  const { publicOrder } = rules
  const last = sitting.incidents.findLast(
    ({ kind }) => kind === 'withdrawn' || kind === 'readmitted',
  )
  const isOut = last?.kind === 'withdrawn'
  const isOpen = rules.sitting.closedBy === null
  const position = props.at?.position ?? 1
  return (
    <>
      <Incident {...props} kind="suspended" label={t('sittings.suspension.note')}>
        <Hour label={t('sittings.suspension.at')} required />
        <TextField
          name="until"
          type="time"
          size="short"
          label={t('sittings.suspension.until')}
          help={t('sittings.suspension.until_help')}
        />
        <Who
          label={t('sittings.suspension.by')}
          prompt={t('sittings.suspension.nobody')}
          {...{ sitting }}
        />
        <Reason label={t('sittings.suspension.reason')} required />
        <Checkbox name="during" label={t('sittings.incident.is_during')} />
      </Incident>
      {isOpen && !isOut && (
        <Incident {...props} kind="withdrawn" label={t('sittings.public.note')}>
          <Select
            name="ground"
            label={t('sittings.public.ground')}
            options={[
              {
                value: 'persons',
                label: t('sittings.public.persons', { article: rules.sitting.closesPersons ?? '' }),
              },
              ...(publicOrder
                ? [
                    {
                      value: 'public_order',
                      label: t('sittings.public.order', { article: publicOrder.article }),
                    },
                  ]
                : []),
            ]}
            required
          />
          {publicOrder && (
            <TextField
              name="votes"
              type="number"
              inputmode="numeric"
              size="short"
              label={t('sittings.public.votes')}
              help={t('sittings.public.votes_help', {
                needed: membersFor(publicOrder.value, votersIn(sitting, position).length),
                article: printed(publicOrder.article),
              })}
            />
          )}
          <Hour label={t('sittings.movement.hour')} />
          <Checkbox name="during" label={t('sittings.incident.is_during')} />
        </Incident>
      )}
      {isOpen && isOut && (
        <Incident {...props} kind="readmitted" label={t('sittings.public.readmit')}>
          <Hour label={t('sittings.movement.hour')} />
        </Incident>
      )}
      {(['presides', 'keeps'] as const).map((office) => {
        const rule = rules[office]
        const first = rule?.value.by.includes('rank') && firstByRank(sitting, office, position)
        return (
          rule && (
            <Incident {...props} kind={office} label={t(`sittings.replaced.note.${office}`)}>
              <Who
                {...{ sitting, office }}
                label={t(`sittings.officers.${office}`)}
                prompt={t('sittings.officers.choose')}
                value={first ? first.id : undefined}
                required
              />
              <Select
                name="ground"
                label={t('sittings.replaced.how')}
                help={printed(rule.article)}
                options={rule.value.by.map((by) => ({
                  value: by,
                  label: t(`sittings.replaced.by.${by}`),
                }))}
                required
              />
              <Reason
                label={t('sittings.replaced.reason')}
                help={t('sittings.replaced.reason_help')}
              />
              <Hour label={t('sittings.movement.hour')} />
            </Incident>
          )
        )
      })}
    </>
  )
}

interface IncidentProps extends IncidentsProps {
  kind: string
  label: string
  children?: Child
}

function Incident({ meeting, lines, at, kind, label, children }: IncidentProps) {
  return (
    <FoldedForm
      label={label}
      action={`${meetingPath(meeting)}/incidents`}
      id={kind}
      fields={{ kind, ...(at && { back: at.id, item_id: at.id }) }}
    >
      {!at && (
        <Select
          name="item_id"
          label={t('sittings.movement.point')}
          help={t('sittings.incident.point_help')}
          prompt={t('sittings.movement.choose')}
          options={lines.map(({ id, number, title }) => ({
            value: id,
            label: `${number}. ${title}`,
          }))}
          required
        />
      )}
      {children}
      <FormActions>
        <Button icon="check">{t('sittings.movement.save')}</Button>
      </FormActions>
    </FoldedForm>
  )
}

function Hour({ label, required }: { label: string; required?: boolean }) {
  return <TextField name="at" type="time" size="short" label={label} required={required} />
}

function Reason({ label, help, required }: { label: string; help?: string; required?: boolean }) {
  return <TextField name="reason" label={label} help={help} maxlength={200} required={required} />
}

interface WhoProps {
  label: string
  prompt: string
  sitting: Sitting
  office?: 'presides' | 'keeps'
  value?: string | undefined
  required?: boolean
}

function Who({ label, prompt, sitting, office, value, required }: WhoProps) {
  const able = sitting.attendees.filter((seat) => !office || mayBe[office](seat))
  return (
    <Select
      name="seat_id"
      label={label}
      prompt={prompt}
      value={value}
      options={able.map((seat) => ({ value: seat.id, label: `${fullName(seat)}, ${seat.title}` }))}
      required={required}
    />
  )
}
