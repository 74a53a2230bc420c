/**
 * systeminformation, loaded when first needed: the portable platform, and slow or static facts on Linux.
 * Nothing that runs every sample on Linux comes from it.
 */
export async function systeminformation() {
  const { default: si } = await import('systeminformation');
  return si;
}
