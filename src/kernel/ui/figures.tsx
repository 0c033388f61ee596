import type { Child } from 'hono/jsx'

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
