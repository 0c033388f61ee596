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

interface ActionBarProps {
  /** Where a step is posted, as `verb` and `comment`. */
  action: string
  actions: readonly Action<string>[]
}

const dialogId = (verb: string) => `step-${verb}`

/** The next steps open to me, those that lead back first, the one that leads on last. */
export function ActionBar({ action, actions }: ActionBarProps) {
  const open = actions.filter(({ openness }) => openness.open)
  const sorted = open.toSorted((a, b) => Number(b.back) - Number(a.back))
  return (
    <>
      {sorted.map(({ verb, label, back, comment }) =>
        comment ? (
          <DialogButton opens={dialogId(verb)}>{label}</DialogButton>
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
        .map(({ verb, label }) => (
          <Dialog id={dialogId(verb)} title={label} sends={{ action, fields: { verb } }}>
            <Form action={action} id={verb} fields={{ verb }}>
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

/** Why steps that are for me are not open for now. */
export function Obstacles({ actions }: { actions: readonly Action<string>[] }) {
  const hindered = actions.flatMap(({ label, openness }) =>
    openness.open
      ? []
      : [{ label, reason: t(openness.obstacle.key, openness.obstacle.params ?? {}) }],
  )
  if (hindered.length === 0) return null
  return (
    <Note tone="warn" title={t('workflow.hindered')}>
      <ul>
        {hindered.map(({ label, reason }) => (
          <li>
            <strong>{label}</strong> {reason}
          </li>
        ))}
      </ul>
    </Note>
  )
}
