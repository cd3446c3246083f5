import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { type TagColour, tagColours } from '../../../../shared/domain/tag.ts'
import { hueOf } from '../../ui/initials.ts'

/** The colour that a new tag begins with: always the same for the same name. */
export function colourFor(name: string): TagColour {
  // Grey is for those that are to stand back, by choice.
  return tagColours[1 + (hueOf(name) % (tagColours.length - 1))] ?? 'gray'
}

export const colourWords: Readonly<Record<TagColour, Message>> = {
  gray: msg('Grey'),
  red: msg('Red'),
  orange: msg('Orange'),
  yellow: msg('Yellow'),
  green: msg('Green'),
  teal: msg('Teal'),
  blue: msg('Blue'),
  violet: msg('Violet'),
  pink: msg('Pink')
}
