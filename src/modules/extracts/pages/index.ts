import './extract.tsx'
import './list.tsx'
import './meeting.tsx'
import './signatories.tsx'

export { pages } from './routes.ts'
