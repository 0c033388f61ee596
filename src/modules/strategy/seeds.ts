export async function seeds(_slug: string): Promise<void> {}
