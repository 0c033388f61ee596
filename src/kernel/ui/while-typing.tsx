import type { Child } from 'hono/jsx'

export interface WhileTypingProps {
  id: string
  /** The page that holds this place as it would be with what is typed; a button of the form leads there too. */
  address: string
  /** The fields on which it depends, or how their names begin. */
  fields: readonly string[]
  children?: Child
}

/** What a form says of what is still typed in it: an example, who is like that. It is kept fresh where scripts run. */
export const WhileTyping = ({ id, address, fields, children }: WhileTypingProps) => (
  <while-typing id={id} data-address={address} data-fields={fields.join(' ')} aria-live="polite">
    {children}
  </while-typing>
)
