import './locales/index.ts'

export { redirect } from './flash.ts'
export { navigation, page, waiting } from './frame.tsx'
export { descriptionApi, failurePage, housePages } from './house.tsx'
export { publicLinks, publicPage } from './public.tsx'
export { searchPages } from './search.tsx'
export { typed } from './typed.ts'
export { authenticate, sessionApi, sessionPages } from './session.tsx'
