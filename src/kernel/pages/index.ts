import './locales/index.ts'

export { statusApi, statusPages } from './status.tsx'
export { ActText } from './act-text.tsx'
export {
  Edition,
  EditionField,
  editionOf,
  ensureEdition,
  ensureMatch,
  tellEdition,
} from './edition.tsx'
export { placed, redirect } from './flash.ts'
export { page, preferencesOf, titles } from './frame.tsx'
export { descriptionApi, failurePage, guides, housePages, personHome } from './house.tsx'
export { hatApi, hatPages } from './hats.ts'
export { lossInWords, pastedApi } from './pasted.ts'
export { keepSecret, secretOf } from './cookies.ts'
export { localPath } from './local-path.ts'
export {
  navigation,
  type NavigationLink,
  outsideHome,
  outsideLinks,
  personLinks,
  topLinks,
  type TradeGroup,
  tradeGroups,
  waiting,
} from './navigation.ts'
export { footLinks, footOf } from './foot.ts'
export { asksPart, part } from './part.tsx'
export { plainPage } from './plain.tsx'
export { Carried, draftOf, proofWays, proveAnew, provePages } from './prove.tsx'
export { publicHome } from './public-home.tsx'
export { type PublicEntry, publicLinks, publicPage } from './public.tsx'
export {
  hostBeside,
  regionFoot,
  regionLinks,
  regionNames,
  regionPage,
  regionPath,
} from './region.tsx'
export { searchApi } from './search-api.ts'
export { searchPages } from './search.tsx'
export { Marked } from './search-result.tsx'
export { railPages } from './rail.tsx'
export { TradeTabs, tradeTabs } from './trade-tabs.tsx'
export { keptFor } from './kept-for.ts'
export { typed } from './typed.ts'
export {
  authenticate,
  deviceTokenOf,
  giveSession,
  onwards,
  sessionApi,
  sessionPages,
  sessionTokenOf,
  signInLinks,
  signInWays,
  signOutsElsewhere,
  welcome,
} from './session.tsx'
