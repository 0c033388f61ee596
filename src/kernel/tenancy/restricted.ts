/** How an authority and the house are restricted, and how often it may ask in a minute, as columns of `kernel.tenant`. */
export const restrictedColumns = `restriction, (select restriction from kernel.house) as "ofHouse"`
export const asksMost = `(((select h.quotas from kernel.house h) || quotas) ->> 'requests')::int as "asksMost"`
