export const personPath = (id: string) => `/people/${id}`
