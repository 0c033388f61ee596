import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'

export interface KeyFigure {
  label: string
  /** « 38 % », « 1,2 M € » */
  value: Child
  href?: string | undefined
  /** Bad news stands out, beside its words. */
  tone?: 'warn' | 'bad' | undefined
}

/** The few numbers that one looks at first. */
export function KeyFigures({ figures }: { figures: readonly KeyFigure[] }) {
  return (
    <dl class="key-figures">
      {figures.map(({ label, value, href, tone }) => (
        <div class={tone}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface VoteCounts {
  yes: number
  no: number
  abstain: number
}

export interface VoteBarProps extends VoteCounts {
  /** Votes of « pour » that carry the decision: drawn as a line across the bar. */
  majority?: number | undefined
}

const kinds = ['yes', 'no', 'abstain'] as const

/** A vote as a bar whose parts are labelled; the sentence below says the same in words. */
export function VoteBar({ majority, ...counts }: VoteBarProps) {
  const total = counts.yes + counts.no + counts.abstain
  const share = (votes: number) => (total > 0 ? (100 * votes) / total : 0)
  const parts = kinds.filter((kind) => counts[kind] > 0)
  const start = { yes: 0, no: share(counts.yes), abstain: share(counts.yes + counts.no) }
  return (
    <figure class="votes">
      <svg width="100%" height="40" aria-hidden="true" focusable="false">
        <rect class="track" y="4" width="100%" height="32" rx="5" />
        {parts.map((kind) => (
          <VotePart
            kind={kind}
            start={start[kind]}
            width={share(counts[kind])}
            votes={counts[kind]}
          />
        ))}
        {majority !== undefined && majority <= total && (
          <rect class="majority" x={`${share(majority)}%`} width="3" height="40" rx="1.5" />
        )}
      </svg>
      <figcaption>
        {kinds.map((kind) => (
          <span class={kind}>
            {kind === 'yes' && t('ui.vote.yes', { count: counts.yes })}
            {kind === 'no' && t('ui.vote.no', { count: counts.no })}
            {kind === 'abstain' && t('ui.vote.abstain', { count: counts.abstain })}
          </span>
        ))}
        {majority !== undefined && (
          <span class="majority">{t('ui.vote.majority', { count: majority })}</span>
        )}
      </figcaption>
    </figure>
  )
}

interface VotePartProps {
  kind: (typeof kinds)[number]
  /** Per cent of the bar. */
  start: number
  width: number
  votes: number
}

function VotePart({ kind, start, width, votes }: VotePartProps) {
  return (
    <>
      <rect class={kind} x={`${start}%`} y="4" width={`${width}%`} height="32" />
      {width >= 6 && (
        <text class={kind} x={`${start + width / 2}%`} y="25">
          {votes}
        </text>
      )}
      {start > 0 && <rect class="gap" x={`${start}%`} y="4" width="2" height="32" />}
    </>
  )
}

export interface Bar {
  label: string
  value: number
  /** What is written: « 52 / 54 »; the value when absent. */
  text?: string | undefined
  /** 100 % of this bar; the largest value of all bars when absent. */
  max?: number | undefined
  href?: string | undefined
}

export interface BarsProps {
  caption: string
  bars: readonly Bar[]
  /** Names are sentences: they take half of the width and wrap. */
  wrap?: boolean | undefined
}

/** A bar chart that is a table: each row has its name, its bar and its number. */
export function Bars({ caption, bars, wrap }: BarsProps) {
  const largest = Math.max(1, ...bars.map((bar) => bar.value))
  const share = ({ value, max = largest }: Bar) =>
    max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)) : 0
  return (
    <table class={wrap ? 'bars wrap' : 'bars'}>
      <caption class="visually-hidden">{caption}</caption>
      <tbody>
        {bars.map((bar) => (
          <tr>
            <th scope="row">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</th>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the number beside it */}
            <td class="bar">
              <svg width="100%" height="10" aria-hidden="true" focusable="false">
                <rect class="track" width="100%" height="10" rx="3" />
                <rect class="value" width={`${share(bar)}%`} height="10" rx="3" />
              </svg>
            </td>
            <td>{bar.text ?? bar.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
