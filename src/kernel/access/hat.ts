/**
 * In what capacity somebody acts who may have several (casquette): what they bear, and may do, is of that one alone.
 * `agent` and `elected` are of the authority; `citizen`, and `company:<id of the organisation>`, stand outside of it.
 */
export interface Hat {
  readonly key: 'agent' | 'citizen' | 'elected' | `company:${string}`
  /** The organisation for which they act; else nothing. */
  readonly called: string
}

export const isOutsideHat = ({ key }: Hat): boolean =>
  key === 'citizen' || key.startsWith('company:')

/** How surely it is known who acts, by eIDAS (niveau de garantie). */
export type Assurance = 'low' | 'substantial' | 'high'
