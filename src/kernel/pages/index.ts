import './locales/index.ts'

export { type Said, redirect } from './flash.ts'
export { type NavigationLink, navigation, page, waiting } from './frame.tsx'
export { descriptionApi, failurePage, housePages } from './house.tsx'
export { searchPages } from './search.tsx'
export { typed } from './typed.ts'
export { authenticate, sessionApi, sessionPages } from './session.tsx'
