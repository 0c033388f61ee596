import { t } from '#kernel/i18n'
import {
  Button,
  Dialog,
  DialogButton,
  Form,
  FormActions,
  Note,
  PostButton,
  TextArea,
} from '#kernel/ui'
import type { Action } from './change.ts'
import type { Obstacle } from './definition.ts'

interface ActionBarProps {
  /** Where a step is posted, as `verb` and `comment`. */
  action: string
  actions: readonly Action<string>[]
}

/** The dialog that asks why, before a step is taken. */
export const stepDialog = (verb: string) => `step-${verb}`

/** The next steps open to me, those that lead back first, the one that leads on last. */
export function ActionBar({ action, actions }: ActionBarProps) {
  const open = actions.filter(({ openness }) => openness.open)
  const sorted = open.toSorted((a, b) => Number(b.back) - Number(a.back))
  return (
    <>
      {sorted.map(({ verb, label, back, comment }) =>
        comment ? (
          <DialogButton opens={stepDialog(verb)}>{label}</DialogButton>
        ) : (
          <PostButton action={action} fields={{ verb }} tone={back ? 'normal' : 'primary'}>
            {label}
          </PostButton>
        ),
      )}
    </>
  )
}

/** The questions that some steps ask before they are made: why. */
export function ActionDialogs({ action, actions }: ActionBarProps) {
  return (
    <>
      {actions
        .filter(({ openness, comment }) => openness.open && comment)
        .map(({ verb, label, despite }) => (
          <Dialog id={stepDialog(verb)} title={label} sends={{ action, fields: { verb } }}>
            <Form action={action} id={verb} fields={{ verb }}>
              {despite && <Note tone="warn">{despite}</Note>}
              <TextArea name="comment" label={t('workflow.comment')} required rows={3} />
              <FormActions>
                <Button tone="primary">{label}</Button>
              </FormActions>
            </Form>
          </Dialog>
        ))}
    </>
  )
}

/** Why steps that are for me are not open for now; what only waits for its day is no lack, and a way back that is shut neither. */
export function Obstacles({ actions }: { actions: readonly Action<string>[] }) {
  const hindered = actions.flatMap(({ label, back, openness }) =>
    openness.open ? [] : [{ label, back, ...openness.obstacle }],
  )
  const comes = hindered.filter((one) => one.comes)
  const missing = hindered.filter((one) => !one.comes && !one.back)
  const shut = hindered.filter((one) => !one.comes && one.back)
  return (
    <>
      <Reasons tone="warn" title={t('workflow.hindered')} of={missing} />
      <Reasons tone="neutral" title={t('workflow.comes')} of={comes} />
      <Reasons tone="neutral" title={t('workflow.shut')} of={shut} />
    </>
  )
}

interface ReasonsProps {
  tone: 'warn' | 'neutral'
  title: string
  of: readonly (Obstacle & { label: string })[]
}

function Reasons({ tone, title, of }: ReasonsProps) {
  if (of.length === 0) return null
  return (
    <Note tone={tone} title={title}>
      <ul>
        {of.map(({ label, key, params }) => (
          <li>
            <strong>{t('workflow.hindered_step', { step: label })}</strong> {t(key, params ?? {})}
          </li>
        ))}
      </ul>
    </Note>
  )
}
