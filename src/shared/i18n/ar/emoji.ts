import type { Catalogue } from '../translator.ts'

export const emoji: Catalogue = {
  Activities: 'أنشطة',
  'Animals and nature': 'حيوانات وطبيعة',
  Emoji: 'الرموز التعبيرية',
  Faces: 'وجوه',
  'Find an emoji': 'ابحث عن رمز تعبيري',
  Flags: 'أعلام',
  'Food and drink': 'طعام وشراب',
  'Kinds of emoji': 'أنواع الرموز التعبيرية',
  'Nothing is called “{text}”.': 'لا شيء باسم “{text}”.',
  People: 'أشخاص',
  Symbols: 'رموز',
  Things: 'أشياء',
  Travel: 'سفر'
}
