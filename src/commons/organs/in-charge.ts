import { namesOf } from '#commons/directory'
import { seatedAmong } from './seat.ts'

interface Charged {
  in_charge: readonly string[]
}

/**
 * Who in office is in charge of each of these points, by their names: of those who are named there, whoever has or had a seat in an
 * organ. Others work for the authority, and are nobody's business.
 */
export async function inCharge(points: readonly Charged[]): Promise<(point: Charged) => string[]> {
  const ids = [...new Set(points.flatMap(({ in_charge }) => in_charge))]
  const seated = await seatedAmong(ids)
  const names = await namesOf([...seated])
  return ({ in_charge }) => in_charge.flatMap((id) => (seated.has(id) && names.get(id)) || [])
}
