import { z } from 'zod'
import type { Sentence } from '../i18n/message.ts'

/** What a conversation may have to have before it is resolved. */
export const requiredFields = ['category', 'tag', 'assignee'] as const
export type RequiredField = (typeof requiredFields)[number]

/** The setting's name, and its shape: nothing is required until the lead wants it. */
export const REQUIRED_SETTING = 'inbox.requiredToResolve'
export const RequiredFields = z.array(z.enum(requiredFields))

/** Why conversations cannot be resolved yet, in one sentence. */
export function lackingWords(missing: readonly RequiredField[], conversations: number): Sentence {
  const needed = requiredFields.filter((field) => missing.includes(field)).join('_')
  return {
    pattern:
      '{conversations, plural, one {Before it is resolved, the conversation needs} other {Before they are resolved, # of these conversations need}} {needed, select, category {a category} tag {a tag} assignee {an owner} category_tag {a category and a tag} category_assignee {a category and an owner} tag_assignee {a tag and an owner} other {a category, a tag and an owner}}.',
    values: { conversations, needed }
  }
}
