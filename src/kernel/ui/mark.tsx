import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

/** How good or pressing something is; never told by colour alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

const toneIcons: Record<Tone, IconName> = {
  neutral: 'circle',
  info: 'circle-dot',
  good: 'circle-check',
  warn: 'clock',
  bad: 'circle-alert',
}

export interface BadgeProps {
  tone?: Tone | undefined
  /** Replaces the icon of the tone. */
  icon?: IconName | undefined
  children?: Child
}

/**
 * A state or a deadline in a word or two: tone by colour and by the shape of its icon. One string: a
 * page may hold thousands.
 */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  const mark = Icon({ name: icon ?? toneIcons[tone] })
  return html`<span class="badge ${tone}">${mark}${children}</span>`
}

/** A state as its mark alone, where many stand under one another; its word is for screen readers; without it, it stands beside the mark. */
export function StateMark({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span class={`state-mark ${tone}`} title={label || undefined}>
      <Icon name={toneIcons[tone]} />
      {label && <Hidden>{label}</Hidden>}
    </span>
  )
}

/** A label that classifies: a category, a kind of vote. */
export function Tag({ children }: { children?: Child }) {
  return <span class="tag">{children}</span>
}

/** What no line breaks: a number of several parts. */
export function Whole({ children }: { children?: Child }) {
  return <span class="nowrap">{children}</span>
}

/** Words for screen readers only. */
export function Hidden({ children }: { children?: Child }) {
  return <span class="visually-hidden">{children}</span>
}

/** A number beside a link that says how much waits behind it. */
export function Count({
  value,
  label,
}: {
  value: number | string | undefined
  label?: string | undefined
}) {
  if (value === undefined) return null
  return (
    <span class="count">
      {value}
      {label && <Hidden> {label}</Hidden>}
    </span>
  )
}
