import './locales/index.ts'

export { wantsAll } from './wants-all.ts'
export { createApp } from './app.ts'
export { bytesWithFiles } from './bounds.ts'
export { KeptPages } from './kept-pages.ts'
export { listen } from './listen.ts'
export { fileAnswer } from './file-answer.ts'
export { openAnswer } from './open-answer.ts'
export { pageAnswer } from './page-answer.ts'
export { checkRoutes } from './guard.ts'
export {
  bytesInBody,
  fileInBody,
  flag,
  gathered,
  id,
  isId,
  keptText,
  line,
  longText,
  optionalId,
  oneLine,
  optionalLine,
  optionalLines,
  wayBack,
  plainText,
  several,
  troubleMessage,
  uploads,
  unknownIn,
} from './fields.ts'
export { day, isPlausible, localDateTime, optionalDay, type Years, yearsOf } from './dates.ts'
export {
  amountWithin,
  cents,
  decimal,
  integer,
  optionalDecimal,
  typedNumber,
  year,
} from './numbers.ts'
export { askedMoment, keyParts, readKey, writtenKey } from './keys.ts'
export { languageCookie, languageInAddress } from './language.ts'
export { indefinite } from './indefinite.ts'
export { openApi } from './openapi.ts'
export { basicOf, bearerOf, programMark } from './peer.ts'
export { type ProblemDetails, problemResponse } from './problem.ts'
export { type FailurePage } from './failure.ts'
export { PublicRoutes, RegionRoutes } from './public-routes.ts'
export { ProtocolRoutes } from './protocol-routes.ts'
export { validated } from './validate.ts'
export { type Act, asking, type Step } from './outside.ts'
export {
  adding,
  ApiRoutes,
  type Attempt,
  type Call,
  form,
  isThere,
  PageRoutes,
  type Refused,
  type Route,
  type SentForm,
} from './routes.ts'
export { whilePublic } from './while-public.ts'
