/**
 * Under what it is written down that a dead link is meant. Other findings come from the text and change with it alone; a
 * link dies later, and that one is meant says nothing of the next.
 */
export function goneLinkKey(address: string): string {
  return `gone-link ${address}`
}
