import './rights.tsx'

export { pages } from './routes.ts'
