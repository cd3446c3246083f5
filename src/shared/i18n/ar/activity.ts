import type { Catalogue } from '../translator.ts'

export const activity: Catalogue = {
  Dismiss: 'تجاهل',
  'X does not let other apps show it. Open it on X.': 'لا يسمح X للتطبيقات الأخرى بعرضها. افتحها في X.',
  '{count, plural, one {# person is} other {# people are}} typing…':
    '{count, plural, zero {لا أحد يكتب} one {شخص واحد يكتب} two {شخصان يكتبان} few {# أشخاص يكتبون} many {# شخصًا يكتبون} other {# شخص يكتبون}}…',
  '{count, plural, one {An encrypted X Chat message waits.} other {# encrypted X Chat messages wait.}}':
    '{count, plural, zero {لا رسائل X Chat مشفّرة تنتظر.} one {رسالة X Chat مشفّرة تنتظر.} two {رسالتا X Chat مشفّرتان تنتظران.} few {# رسائل X Chat مشفّرة تنتظر.} many {# رسالة X Chat مشفّرة تنتظر.} other {# رسالة X Chat مشفّرة تنتظر.}}',
  '{count, plural, one {An encrypted X Chat message waits} other {# encrypted X Chat messages wait}}, from {names}.':
    '{count, plural, zero {لا رسائل X Chat مشفّرة تنتظر} one {رسالة X Chat مشفّرة تنتظر} two {رسالتا X Chat مشفّرتان تنتظران} few {# رسائل X Chat مشفّرة تنتظر} many {# رسالة X Chat مشفّرة تنتظر} other {# رسالة X Chat مشفّرة تنتظر}}، من {names}.',
  '{count, plural, one {An encrypted X Chat message waits} other {# encrypted X Chat messages wait}}, from {people, plural, one {# person} other {# people}}.':
    '{count, plural, zero {لا رسائل X Chat مشفّرة تنتظر} one {رسالة X Chat مشفّرة تنتظر} two {رسالتا X Chat مشفّرتان تنتظران} few {# رسائل X Chat مشفّرة تنتظر} many {# رسالة X Chat مشفّرة تنتظر} other {# رسالة X Chat مشفّرة تنتظر}}، من {people, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}.',
  '{first} and {second} are typing…': '{first} و{second} يكتبان…',
  '{name} is typing…': '{name} يكتب…'
}
