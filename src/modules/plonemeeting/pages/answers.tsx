import { t } from '#kernel/i18n'
import {
  Button,
  Checkbox,
  type Errors,
  Form,
  FormActions,
  FormSection,
  Note,
  Select,
  TextField,
} from '#kernel/ui'
import { organs } from '#commons/organs'
import type { Import, Preview } from '../importing.ts'
import type { KnownLabel, PlannedLabel } from '../resolve.ts'
import { gathered } from '../sentences.ts'

/** The id of the form of answers, for buttons that stand outside of it. */
export const answersForm = 'answers'

interface AnswersFormProps {
  id: string
  given: Import
  preview: Preview
  ready: boolean
  errors: Errors
}

/** What the import asks: the organ, categories and services, and whether to go on without. */
export async function AnswersForm({ id, given, preview, ready, errors }: AnswersFormProps) {
  const { plan, known, organ, meetingId } = preview
  const questions = gathered(plan.findings, 'question')
  const broken = plan.findings.some(({ code }) => code === 'broken_html')
  const bodies = meetingId ? [] : await organs()
  return (
    <Form action={`/deliberations/import/${id}`} id={answersForm} errors={errors}>
      {questions.length > 0 && (
        <Note tone="warn" title={t('plonemeeting.state.questions')}>
          <ul>
            {questions.map(({ sentence }) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Note>
      )}
      {bodies.length > 0 && (
        <Select
          name="organ_id"
          label={t('plonemeeting.organ')}
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          value={organ?.id ?? ''}
          prompt={t('plonemeeting.prompt')}
        />
      )}
      <Labels what="categories" labels={plan.categories} known={known.categories} />
      <Labels what="services" labels={plan.services} known={known.services} />
      {meetingId === null && (
        <Checkbox
          name="held"
          label={t('plonemeeting.held.take')}
          help={t('plonemeeting.held.take_help')}
          checked={plan.held}
        />
      )}
      {broken && (
        <Checkbox
          name="accept_repaired"
          label={t('plonemeeting.accept_repaired')}
          help={t('plonemeeting.accept_repaired_help')}
          checked={given.choices.acceptRepaired}
        />
      )}
      {plan.counts.findings.refused > 0 && (
        <Checkbox
          name="leave_out_refused"
          label={t('plonemeeting.leave_out_refused')}
          help={t('plonemeeting.leave_out_refused_help')}
          checked={given.choices.leaveOutRefused}
        />
      )}
      <FormActions>
        {ready && (
          <Button name="act" value="commit" tone="primary" icon="download">
            {t('plonemeeting.commit')}
          </Button>
        )}
        <Button name="act" value="look" tone={ready ? 'normal' : 'primary'} icon="eye">
          {t('plonemeeting.look_again')}
        </Button>
        {questions.length > 0 && (
          <Button name="act" value="create_missing" icon="plus">
            {t('plonemeeting.create_missing')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

interface LabelsProps {
  what: 'categories' | 'services'
  labels: readonly PlannedLabel[]
  known: readonly KnownLabel[]
}

/** What is to answer stands open; what was recognised or answered can be opened and changed. */
function Labels({ what, labels, known }: LabelsProps) {
  if (labels.length === 0) return null
  const [asked = [], settled = []] = [true, false].map((open) =>
    labels.filter(({ resolution }) => (resolution.kind === 'question') === open),
  )
  const fields = (some: readonly PlannedLabel[]) =>
    some.map((label) => <LabelFields what={what} label={label} known={known} />)
  return (
    <FormSection
      title={t(`plonemeeting.labels.${what}`)}
      help={t(`plonemeeting.labels.${what}_help`)}
    >
      {fields(asked)}
      {settled.length > 0 && (
        <details>
          <summary>{t('plonemeeting.recognised', { count: settled.length })}</summary>
          <div class="form">{fields(settled)}</div>
        </details>
      )}
    </FormSection>
  )
}

function LabelFields({
  what,
  label,
  known,
}: { label: PlannedLabel } & Omit<LabelsProps, 'labels'>) {
  const { token, title, resolution, items } = label
  const examples = label.examples.map((one) => one.title).join(' ; ')
  const create = title
    ? t('plonemeeting.create_as', { name: title })
    : t('plonemeeting.create_named')
  const chosen = 'id' in resolution ? resolution.id : resolution.kind === 'create' && 'create'
  return (
    <>
      <Select
        name={`${what}.${token}`}
        label={title ?? t('plonemeeting.unnamed', { token: label.suggestion || token })}
        help={t('plonemeeting.borne', { count: items, examples })}
        prompt={t('plonemeeting.prompt')}
        value={chosen || ''}
        options={[
          { value: 'create', label: create },
          {
            label: t('plonemeeting.existing'),
            options: known.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      {title === null && <NameField label={label} />}
    </>
  )
}

function NameField({ label: { token, suggestion, resolution } }: { label: PlannedLabel }) {
  return (
    <TextField
      name={`names.${token}`}
      label={t('plonemeeting.name')}
      value={resolution.kind === 'create' ? resolution.name : suggestion}
      maxlength={200}
      size="medium"
    />
  )
}
