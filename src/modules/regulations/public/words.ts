import { formatDate, t } from '#kernel/i18n'
import type { Tone } from '#kernel/ui'
import { natures } from '../fields.ts'
import { bodyInWords } from '../said.ts'
import type { FoundText, Standing } from './find.ts'

/** « Règlement »; nothing of what this version does not know. */
function natureInWords(nature: string): string {
  const known = natures.find((one) => one === nature)
  return known ? t(`regulations.nature.${known}`) : ''
}

export const tones: Record<Standing, Tone> = {
  ...{ in_force: 'good', to_come: 'info', replaced: 'bad', over: 'neutral' },
  ...{ notice: 'info', unknown: 'neutral' },
}

export const standingInWords = (standing: Standing): string => t(`regulations.standing.${standing}`)

/** What a text is, who took it, how it stands: one line. */
export function aboutText({ type, nature, body, standing, in_force_on }: FoundText): string {
  const stands =
    standing === 'to_come' && in_force_on
      ? t('regulations.standing.from', { day: formatDate(in_force_on) })
      : standingInWords(standing)
  const taken = nature === 'notice' ? '' : bodyInWords(body)
  return [type ?? natureInWords(nature), taken, stands].filter(Boolean).join(' · ')
}
