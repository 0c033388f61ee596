import './entry.tsx'
import './list.tsx'
import './meeting.tsx'
import './verification.tsx'

export { pages } from './routes.ts'
