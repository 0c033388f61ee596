import type { Child } from 'hono/jsx'
import type { Condition } from './conditions.ts'
import { AskedContext } from './field.tsx'

/** What the page must know of a field to say, while one types, what is asked for. */
export interface Rule {
  name: string
  label: string
  /** Without an answer nothing is saved. */
  needed: boolean
  shownWhen?: Condition | undefined
  neededWhen?: Condition | undefined
}

interface AskedProps extends Rule {
  /** On what it depends, in words, for those whose browser runs no scripts. */
  words?: Child
  children?: Child
}

/** A field of a form as its conditions show it: islands/live-forms.ts reads them. */
export function Asked({ words, children, ...rule }: AskedProps) {
  return (
    <div class="asked" data-asked={JSON.stringify(rule)}>
      <AskedContext.Provider
        value={{ name: rule.name, words, mayBeNeeded: rule.neededWhen !== undefined }}
      >
        {children}
      </AskedContext.Provider>
    </div>
  )
}
