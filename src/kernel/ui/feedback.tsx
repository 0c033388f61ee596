import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Icon, type IconName } from './icons.tsx'
import { Hidden, type Tone } from './mark.tsx'

const noteIcons: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  good: 'circle-check',
  warn: 'triangle-alert',
  bad: 'octagon-alert',
}

function toneWord(tone: Tone): string {
  const words = {
    neutral: t('ui.tone.neutral'),
    info: t('ui.tone.info'),
    good: t('ui.tone.good'),
    warn: t('ui.tone.warn'),
    bad: t('ui.tone.bad'),
  }
  return words[tone]
}

export interface NoteProps {
  tone?: Tone | undefined
  icon?: IconName | undefined
  title?: Child
  children?: Child
}

/** A sentence that explains or warns, where the eye already is. */
export function Note({ tone = 'info', icon, title, children }: NoteProps) {
  return (
    <div class={`note ${tone}`}>
      <Icon name={icon ?? noteIcons[tone]} />
      <div class="note-text">
        <Hidden>{toneWord(tone)} </Hidden>
        {title && <strong>{title} </strong>}
        {children}
      </div>
    </div>
  )
}

/** What became of the last act, said once on the next page. */
export interface FlashMessage {
  tone: Tone
  text: Child
}

interface FlashProps {
  messages: readonly FlashMessage[]
  /** Takes the focus when the page comes, without scripts too. */
  focus?: boolean | undefined
}

/** The messages of the last act; announced by screen readers. */
export function Flash({ messages, focus }: FlashProps) {
  if (messages.length === 0) return null
  return (
    <div class="flashes" tabindex={focus ? -1 : undefined} autofocus={focus}>
      {messages.map((message) => (
        <div class={`flash ${message.tone}`} role={message.tone === 'bad' ? 'alert' : 'status'}>
          <Icon name={noteIcons[message.tone]} />
          <p>{message.text}</p>
        </div>
      ))}
    </div>
  )
}

export interface EmptyStateProps {
  icon?: IconName | undefined
  /** A whole sentence: what is not here, and when it will be. */
  sentence: Child
  /** What to do about it: a button or a link. */
  children?: Child
}

/** Stands where a list has nothing to show. */
export function EmptyState({ icon = 'inbox', sentence, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p>{sentence}</p>
      {children && <div class="row">{children}</div>}
    </div>
  )
}

export interface ProgressProps {
  label: string
  value: number
  max: number
  /** « 12 documents sur 40 »; the percentage when absent. */
  text?: string | undefined
}

/** How far a long work has come. */
export function Progress({ label, value, max, text }: ProgressProps) {
  const share = max > 0 ? Math.round((100 * value) / max) : 0
  return (
    <label class="progress">
      <span>{label}</span>
      <progress value={value} max={max} />
      <span aria-live="polite">{text ?? `${share} %`}</span>
    </label>
  )
}
