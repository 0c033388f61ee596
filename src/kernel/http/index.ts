import './locales/index.ts'

export { wantsAll } from './wants-all.ts'
export { createApp } from './app.ts'
export { fileAnswer } from './file-answer.ts'
export { checkRoutes } from './guard.ts'
export {
  cents,
  day,
  decimal,
  flag,
  gathered,
  id,
  integer,
  isId,
  keptText,
  line,
  localDateTime,
  longText,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalLine,
  plainText,
  several,
  uploads,
} from './fields.ts'
export { languageCookie } from './language.ts'
export { openApi } from './openapi.ts'
export { bearerOf } from './peer.ts'
export { type ProblemDetails, problemResponse } from './problem.ts'
export { type FailurePage } from './failure.ts'
export { validated } from './validate.ts'
export {
  ApiRoutes,
  type Attempt,
  type Call,
  form,
  isThere,
  PageRoutes,
  PublicRoutes,
  type Refused,
  type Route,
} from './routes.ts'
