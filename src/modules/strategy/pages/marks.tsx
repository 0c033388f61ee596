import { t } from '#kernel/i18n'
import { Badge, type IconName, type Tone } from '#kernel/ui'
import type { Health } from '../element.ts'

const looks: Record<Health, { tone: Tone; icon: IconName }> = {
  good: { tone: 'good', icon: 'heart-pulse' },
  risk: { tone: 'warn', icon: 'triangle-alert' },
  blocked: { tone: 'bad', icon: 'octagon-x' },
  paused: { tone: 'neutral', icon: 'circle-pause' },
}

/** The health (santé) of an element in a word. */
export function HealthMark({ health }: { health: Health }) {
  return <Badge {...looks[health]}>{t(`strategy.health.${health}`)}</Badge>
}
