export {
  addHosts,
  type Before,
  foundFromHere,
  foundTenant,
  type NewTenant,
  offerLanguages,
} from './found.ts'
export {
  keepPastName,
  type LiesAt,
  lockedFacts,
  nameOn,
  type OwnFacts,
  ownFacts,
  ownHosts,
  pastNames,
  setNumber,
  writeFacts,
} from './facts.ts'
export { accountsOf, type Known, knownAuthorities, setHosts, standingOf } from './operating.ts'
export { drawStartCode, ensureStartCode, isOperated } from './start-code.ts'
export { forget, Gate, nameOf } from './gate.ts'
export { inRegion, withinAuthority } from './region.ts'
export { Restriction, restrict, restrictionOf, resting, rests } from './restriction.ts'
export {
  authorityKey,
  enterTenant,
  inItsLanguage,
  inPublic,
  inTenant,
  inTenantJob,
  itsLanguage,
  offeredLanguages,
  type Tenant,
  tenant,
} from './tenant.ts'
export { lockTrades, putOn, takeOff, tradesOn } from './trades.ts'
