// What the compiler calls for `<tag …>`, by the name `#kernel/jsx/jsx-runtime`. Its types are those of Hono, which
// checks attributes; how it is written is ours (docs/decisions/040).
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Element, type Props } from './write.ts'

export type { JSX } from 'hono/jsx/jsx-runtime'
export { Fragment } from './write.ts'

export function jsx(tag: ConstructorParameters<typeof Element>[0], props: Props): JSX.Element {
  // Hono's own name for what can be written as text: it is one, later.
  return new Element(tag, props) as unknown as JSX.Element
}
export { jsx as jsxs }
