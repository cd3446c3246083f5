import type { Catalogue } from '../translator.ts'

export const notes: Catalogue = {
  'Delete this note': 'احذف هذه الملاحظة',
  'Edit the internal note': 'تحرير الملاحظة الداخلية',
  'Edit this note': 'حرّر هذه الملاحظة',
  'Internal note, {time}': 'ملاحظة داخلية، {time}',
  'Note changed': 'غُيّرت الملاحظة',
  'Note deleted': 'حُذفت الملاحظة',
  edited: 'محرّرة'
}
