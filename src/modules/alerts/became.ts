import { t } from '#kernel/i18n'
import { outcomeInWords } from '#modules/copies'

/** A point as letters and feeds name it: that it is a project, or how it was decided. */
interface Became {
  title: string
  stage: 'project' | 'decision'
  outcome: string | null
}

/** « Rejeté : Parking payant devant la gare » */
export function becameOf({ title, stage, outcome }: Became): string {
  const how = stage === 'decision' ? outcomeInWords(outcome) : ''
  return how
    ? t('alerts.letter.outcome', { outcome: how, title })
    : t(`alerts.letter.${stage}`, { title })
}
