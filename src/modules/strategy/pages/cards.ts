import type { Child } from 'hono/jsx'
import { slot } from '#kernel/module'
import type { Element } from '../element.ts'

/** Cards that other modules add to the page of an element. */
export const elementCards = slot<(element: Element) => Promise<Child>>('strategy-element-cards')

/** Buttons that other modules add to the list of plans. */
export const planListActions = slot<() => Child>('strategy-plan-list-actions')
