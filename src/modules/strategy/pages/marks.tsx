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

/** The goals of sustainable development. */
export const goals = Array.from({ length: 17 }, (_, index) => index + 1)

/** The message that names a goal of sustainable development, 1 to 17. */
export const sdgKey = (goal: number) => `strategy.sdg.${goal as 1}` as const // The schema keeps it from 1 to 17.
