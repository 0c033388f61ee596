import { html } from 'hono/html'
import { formatNumber, language, t } from '#kernel/i18n'
import type { Tone } from './mark.tsx'

export interface MeterProps {
  /** Per cent; null where nothing was measured. */
  value: number | null
  /** What is measured, and of what: the name that screen readers say. */
  label: string
  /** Written instead of « 65 % », or of the dash where there is no value. */
  text?: string | undefined
  tone?: Tone | undefined
  /** Nobody measured it: it was deduced. Drawn lighter, written « ≈ 65 % ». */
  estimated?: boolean | undefined
}

/** How far something is, as a small bar and its number. One string: a page may hold thousands. */
export function Meter({ value, label, text, tone = 'info', estimated }: MeterProps) {
  if (value === null) {
    return html`<span class="meter none"
      ><span class="visually-hidden">${label}, ${t('ui.meter.none')}</span
      ><span aria-hidden="true">${text ?? '—'}</span></span
    >`
  }
  const share = Math.round(Math.min(100, Math.max(0, value)))
  const written = text ?? (estimated ? '≈\u00A0' : '') + percentOf(share)
  const spoken = estimated ? `${written}, ${t('ui.meter.estimated')}` : text
  const looks = estimated ? `meter ${tone} estimated` : `meter ${tone}`
  // From 0 to 100, in per cent, is what a meter says unless told.
  const said = spoken === undefined ? '' : html` aria-valuetext="${spoken}"`
  return html`<span
    class="${looks}"
    role="meter"
    aria-label="${label}"
    aria-valuenow="${share}"
    ${said}
    ><svg aria-hidden="true" focusable="false">
      <rect class="track" width="100%" height="8" rx="4" />
      <rect class="value" width="${share}%" height="8" rx="4" /></svg
    ><span>${written}</span></span
  >`
}

const percents = new Map<string, string>()

/** « 65 % »: one of a hundred and one, in each language. */
function percentOf(share: number): string {
  const key = `${language()} ${share}`
  let text = percents.get(key)
  if (text === undefined)
    percents.set(key, (text = formatNumber(share / 100, { style: 'percent' })))
  return text
}
