import { t } from '#kernel/i18n'
import type { Attempt, Call } from '#kernel/http'
import { EditionField, page, typed } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  Facts,
  Form,
  FormActions,
  FormSection,
  Head,
  Note,
  Select,
  SideSection,
  WithSide,
} from '#kernel/ui'
import { services } from '#commons/directory'
import { ImportSteps, type UploadedFile } from '#commons/imports'
import { planPath } from '#modules/strategy'
import { type Report, planSaid, reportStanding } from '../report.ts'
import { isSame, unknownSentence } from '../sentences.ts'
import { Differences } from './differences.tsx'

interface Shown {
  id: string
  file: UploadedFile
  report: Report
  /** One asked for the import, which is not ready: each open question shows at its field. */
  insisted?: boolean
  /** What was answered when somebody else had changed the plan. */
  attempt?: Attempt | undefined
}

const tones = { ready: 'good', questions: 'warn', refused: 'bad', nothing: 'neutral' } as const

/** Shows what a file would create and change, before anything is written. */
export function reportPage(c: Call, shown: Shown): Promise<Response> {
  const { report, insisted = false, attempt } = shown
  const { standing, state, exchange, refusals, notes, missing, unknown, differing } = report
  const { title } = standing?.plan ?? planSaid(exchange)
  const counts = {
    differing: differing.length,
    unknown: unknown.length,
    missing: missing.length,
  }
  return page(
    c,
    { title, status: insisted || attempt ? 422 : 200 },
    <>
      <Head
        reference={t(standing ? 'ecomptes.head.known' : 'ecomptes.head.new')}
        title={standing ? <a href={planPath(standing.plan)}>{title}</a> : title}
        state={<Badge tone={tones[state]}>{t(`ecomptes.state.${state}`)}</Badge>}
        facts={
          standing
            ? t('ecomptes.facts.known', counts)
            : t('ecomptes.facts.new', { count: unknown.length })
        }
        actions={
          state === 'ready' && (
            <Button form="answers" name="act" value="commit" tone="primary" icon="download">
              {t('ecomptes.commit')}
            </Button>
          )
        }
      />
      <WithSide side={<Side {...shown} />}>
        <ImportSteps at="check" />
        {refusals.map((sentence) => (
          <Note tone="bad">{sentence}</Note>
        ))}
        {isSame(report) && <Note tone="good">{t('ecomptes.same')}</Note>}
        <Answers {...shown} />
        <Differences report={report} />
        {standing && (
          <Sentences title={t('ecomptes.unknown_title')} of={unknown.map(unknownSentence)} />
        )}
        <Sentences title={t('ecomptes.missing_title')} of={missing} />
        <Sentences title={t('ecomptes.notes')} of={notes} />
        <p>
          <ButtonLink href="/strategy/ecomptes" icon="arrow-left">
            {t('ecomptes.again')}
          </ButtonLink>
        </p>
      </WithSide>
    </>,
  )
}

function Side({ file, report: { exchange } }: Shown) {
  const { plan, exercise, nis, body } = exchange
  const [first, last] = [String(plan.firstExercise), String(plan.lastExercise)]
  const facts = [
    { label: t('ecomptes.file'), value: file.name },
    { label: t('strategy.plan.body'), value: t(`ecomptes.export.${body}`) },
    { label: t('strategy.plan.nis'), value: String(nis) },
    { label: t('strategy.plan.exercises'), value: t('ecomptes.years', { first, last }) },
    { label: t('ecomptes.field.exercise'), value: String(exercise) },
    { label: t('ecomptes.plan_id'), value: plan.id },
  ]
  return (
    <SideSection title={t('ecomptes.source')}>
      <Facts facts={facts} />
    </SideSection>
  )
}

/** What is to be decided: whether to take over all fields and what is unknown, and which services. */
async function Answers({ id, report, insisted = false, attempt }: Shown) {
  const { standing, state, differing, unknown, plan, departments, terms, answers } = report
  if (state === 'refused' || isSame(report)) return null
  const open = await services()
  const rewrites = differing.some((one) => one.fields.length > 0) || Object.keys(plan).length > 0
  const asked = [...departments].filter(([, { kind }]) => insisted && kind === 'asked')
  const errors = asked.map(([name]) => {
    return [`departments.${name}`, [t('ecomptes.department.asked', { name })]] as const
  })
  return (
    <Card>
      <Form
        action={`/strategy/ecomptes/${id}`}
        id="answers"
        errors={{ ...Object.fromEntries(errors), ...attempt?.errors }}
        values={typed(attempt)}
      >
        <EditionField of={reportStanding(report)} attempt={attempt}>
          {t('ecomptes.look_below')}
        </EditionField>
        {!standing && <p>{t('ecomptes.creates')}</p>}
        {standing && rewrites && (
          <Checkbox
            name="fields"
            label={t('ecomptes.take_fields')}
            help={t('ecomptes.take_fields_help')}
            checked={answers.fields}
          />
        )}
        {standing && unknown.length > 0 && (
          <Checkbox name="add" label={t('ecomptes.add_unknown')} checked={answers.add} />
        )}
        {departments.size > 0 && (
          <FormSection title={t('ecomptes.departments')} help={t('ecomptes.departments_help')}>
            {[...departments].map(([name, department]) => (
              <Select
                name={`departments.${name}`}
                label={name}
                prompt={t('ecomptes.department.prompt')}
                value={'id' in department ? department.id : department.kind}
                options={[
                  { value: 'create', label: t('ecomptes.department.create', { name }) },
                  { value: 'name', label: t('ecomptes.department.name') },
                  {
                    label: t('ecomptes.department.existing'),
                    options: open.map((one) => ({ value: one.id, label: one.label })),
                  },
                ]}
              />
            ))}
          </FormSection>
        )}
        {terms.length > 0 && <p>{t('ecomptes.terms', { names: terms.join(', ') })}</p>}
        <FormActions>
          <Button
            name="act"
            value="look"
            tone={state === 'questions' ? 'primary' : 'normal'}
            icon="eye"
          >
            {t('ecomptes.look_again')}
          </Button>
        </FormActions>
      </Form>
    </Card>
  )
}

function Sentences({ title, of }: { title: string; of: readonly string[] }) {
  if (of.length === 0) return null
  return (
    <Card title={title} aside={String(of.length)}>
      <ul>
        {of.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Card>
  )
}
