import './meeting.tsx'

export { pages } from './routes.ts'
