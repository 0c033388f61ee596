import { useDraft } from './draft.tsx'
import { Flash } from './feedback.tsx'
import { Form, type FormProps } from './form.tsx'
import { useRefusal, useSaid } from './outcome.tsx'

interface FoldedFormProps extends FormProps {
  /** What it does, said while it is folded. */
  label: string
}

/** A small form in a page, folded until it is wanted, was refused or was begun. What it did is said above it. */
export function FoldedForm({ label, ...form }: FoldedFormProps) {
  const said = useSaid(form.action)
  const refused = useRefusal(form.action, form.fields) !== undefined
  const found = useDraft(form)
  const drawn = (open: boolean) => (
    <>
      <Flash messages={said} focus />
      <details open={open}>
        <summary>{label}</summary>
        <Form {...form} />
      </details>
    </>
  )
  return found && !refused ? found.then((draft) => drawn(draft !== undefined)) : drawn(refused)
}
