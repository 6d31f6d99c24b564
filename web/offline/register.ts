/** Keeps the app itself on this device, so that it opens without a network. Not where somebody pays for each byte, and not while it is built. */
export async function keepApp(): Promise<void> {
  const thrifty = 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true
  if (!import.meta.env.PROD || thrifty || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js').catch(() => {})
}
