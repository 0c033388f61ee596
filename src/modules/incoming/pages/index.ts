import './list.tsx'
import './mapping.tsx'
import './meeting.tsx'

export { pages } from './routes.ts'
