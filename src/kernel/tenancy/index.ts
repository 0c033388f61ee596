export { addHosts, foundTenant, type NewTenant, offerLanguages } from './found.ts'
export { Gate } from './gate.ts'
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
