/** What was typed or pasted, one by one: lines, commas, semicolons and spaces part them. */
export function splitHandles(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/u).filter((part) => part !== ''))]
}
