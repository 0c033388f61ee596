import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** A value that a component hands to all that stands in it. */
export interface Context<Value> {
  readonly initial: Value
  Provider(props: { value: Value; children?: Child }): JSX.Element
}

/** What stands around a component: one context after the other, the innermost first. */
export interface Scope {
  readonly context: object
  readonly value: unknown
  readonly around: Scope | undefined
}

const contexts = new WeakMap<object, object>()

/** The context that this component provides, where it provides one. */
export const contextOf = (component: object): object | undefined => contexts.get(component)

/** Makes a context; outside of its provider it is `initial`. */
export function createContext<Value>(initial: Value): Context<Value> {
  const Provider = (): never => {
    throw new Error('A provider is written, not called')
  }
  const context = { initial, Provider }
  contexts.set(Provider, context)
  return context
}

/** False outside of any component: what was awaited comes back when others are written. */
let current: Scope | undefined | false = false
/** What is written now may stand anywhere. */
let anywhere = false

/** Calls a component where it stands. */
export function within<Result>(scope: Scope | undefined, call: () => Result): Result {
  const before = current
  current = scope
  try {
    return call()
  } finally {
    current = before
  }
}

/** Writes what may ask for no context, since it is taken to other places too. */
export function nowhere<Result>(write: () => Result): Result {
  const before = anywhere
  anywhere = true
  try {
    return within(undefined, write)
  } finally {
    anywhere = before
  }
}

/** Where the component that is called just now stands. */
export const here = (): Scope | undefined => current || undefined

/** The value of a context in the component that is called just now, before it awaits anything. */
export function useContext<Value>(context: Context<Value>): Value {
  if (anywhere) throw new Error('What is kept says nothing of where it stands')
  if (current === false)
    throw new Error('A context is asked for by a component, before it awaits anything')
  for (let scope = current; scope; scope = scope.around)
    // What was provided for this very context is a value of it.
    if (scope.context === context) return scope.value as Value
  return context.initial
}
