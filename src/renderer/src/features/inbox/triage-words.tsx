import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { IconChevronDown, IconChevronsUp, IconChevronUp, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Category, Priority } from '../../../../shared/domain/conversation.ts'

/** Priorities and categories as they are shown. */
export const priorityWords: Record<Priority, Message> = {
  urgent: msg('Urgent'),
  high: msg('High'),
  normal: msg('Normal'),
  low: msg('Low')
}

const priorityIcons = { urgent: IconChevronsUp, high: IconChevronUp, normal: IconMinus, low: IconChevronDown } as const

export function priorityIcon(priority: Priority, size = 16): ReactNode {
  const Icon = priorityIcons[priority]
  const color = priority === 'urgent' ? 'var(--breached)' : priority === 'high' ? 'var(--waiting)' : 'var(--text-dim)'
  return <Icon size={size} stroke={2} color={color} aria-hidden="true" />
}

export const categoryWords: Record<Category, Message> = {
  complaint: msg('Complaint'),
  billing: msg('Billing'),
  technical: msg('Technical'),
  praise: msg('Praise'),
  other: msg('Other')
}
