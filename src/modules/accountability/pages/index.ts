import './publication.tsx'

export { pages } from './routes.ts'
