import { Conflict } from '#kernel/errors'
import { type Meeting, recordObstacle } from '#modules/deliberations'

/** Throws `Conflict` where what a meeting recorded is not corrected any more: its minutes are approved. */
export async function ensureCorrectable(meeting: Meeting): Promise<void> {
  const obstacle = await recordObstacle(meeting)
  if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
}
