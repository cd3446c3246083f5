import { expect, test } from 'vitest'
import { lossesOf, read, readOne } from './testing/read.ts'

const at = Date.UTC(2025, 2, 4, 10, 30)
const iso = '2025-03-04T10:30:00Z'

test('Chatwoot: canned responses', () => {
  const response = {
    id: 7,
    account_id: 1,
    short_code: 'Refund Policy',
    content: '**Hi** [here](https://shop.test.org/r)',
    created_at: iso,
    updated_at: iso
  }
  const found = read({ 'canned.json': [response] })
  expect(found.format).toBe('chatwoot')
  expect(found.replies[0]).toMatchObject({
    source: { system: 'chatwoot', id: '7', updatedAt: at },
    content: { title: 'Refund Policy', shortcut: 'refund-policy', body: 'Hi here (https://shop.test.org/r)' },
    placement: { scope: 'everyone', folder: [] },
    active: true
  })
  expect(lossesOf(found)).toEqual(['formatting', 'shortcut-changed: Refund Policy'])
  expect(read({ 'canned.json': { payload: [response] } }).replies).toEqual(found.replies)
})

test('Chatwoot: macros with their actions; what calls out or cannot be done is reported', () => {
  const macro = {
    id: 7,
    name: 'Late parcel',
    visibility: 'personal',
    actions: [
      { action_name: 'send_message', action_params: ['Sorry, {{contact.first_name}}.'] },
      { action_name: 'add_label', action_params: ['late', 'parcel'] },
      { action_name: 'change_priority', action_params: ['urgent'] },
      { action_name: 'resolve_conversation', action_params: [] },
      { action_name: 'assign_team', action_params: [3] },
      { action_name: 'send_webhook_event', action_params: ['https://evil.example/hook'] },
      { action_name: 'send_attachment', action_params: [12] }
    ]
  }
  const found = read({
    'm.json': {
      payload: [macro, { id: 8, name: 'Only a label', actions: [{ action_name: 'add_label', action_params: ['x'] }] }]
    }
  })
  expect(found.replies).toMatchObject([
    {
      source: { id: 'macro-7' },
      content: { title: 'Late parcel', body: 'Sorry, {{ customer.first_name }}.' },
      placement: { scope: 'private' },
      actions: [
        { kind: 'tag', name: 'late' },
        { kind: 'tag', name: 'parcel' },
        { kind: 'priority', priority: 'urgent' },
        { kind: 'resolve' }
      ]
    }
  ])
  expect(lossesOf(found)).toEqual(['action: assign_team: 3', 'attachment: 12', 'call-out: send_webhook_event'])
  expect(found.skipped).toMatchObject([{ code: 'no-text', reply: 'Only a label' }])
})

test('Zendesk: macros over several pages, folders in titles, restricted ones, values in lists', () => {
  const macro = (id: number, title: string, actions: unknown[], more: object = {}) => ({
    id,
    title,
    active: true,
    restriction: null,
    actions,
    updated_at: iso,
    ...more
  })
  const found = read({
    'page-1.json': {
      macros: [
        macro(1, 'Billing::Refund::Approved', [
          { field: 'comment_value', value: ['channel:all', 'Hi {{ticket.requester.first_name}},\nit is on its way.'] },
          { field: 'status', value: 'solved' },
          { field: 'current_tags', value: 'refund vip' },
          { field: 'priority', value: 'high' },
          { field: 'assignee_id', value: 'current_user' },
          { field: 'custom_fields_123', value: 'x' }
        ]),
        macro(2, 'Internal', [
          { field: 'comment_value', value: 'for us' },
          { field: 'comment_mode_is_public', value: 'false' }
        ])
      ],
      groups: [{ id: 55, name: 'Tier 2' }]
    },
    'page-2.json': {
      macros: [
        macro(3, 'Rich', [{ field: 'comment_value_html', value: '<p>One<br>two</p><script>alert(1)</script>' }], {
          restriction: { type: 'Group', id: 55, ids: [55, 56] },
          active: false
        }),
        macro(4, 'Mine', [{ field: 'comment_value', value: 'x' }], { restriction: { type: 'User', id: 9 } }),
        macro(1, 'Again', [{ field: 'comment_value', value: 'x' }])
      ]
    }
  })
  expect(found.format).toBe('zendesk')
  expect(found.replies).toMatchObject([
    {
      source: { system: 'zendesk', id: '1', updatedAt: at },
      content: { title: 'Approved', body: 'Hi {{ customer.first_name }},\nit is on its way.' },
      placement: { folder: ['Billing', 'Refund'] },
      actions: [
        { kind: 'resolve' },
        { kind: 'tag', name: 'refund' },
        { kind: 'tag', name: 'vip' },
        { kind: 'priority', priority: 'high' },
        { kind: 'assign', name: null }
      ]
    },
    { content: { title: 'Rich', body: 'One\ntwo' }, placement: { scope: 'team', team: 'Tier 2' }, active: false },
    { content: { title: 'Mine' }, placement: { scope: 'private' } }
  ])
  expect(lossesOf(found)).toEqual(['action: custom_fields_123', 'groups: Tier 2, 56', 'inactive', 'script: script'])
  expect(found.skipped.map(({ code, reply }) => [code, reply])).toEqual([
    ['internal-note', 'Internal'],
    ['twice', 'Again']
  ])
})

test('Zendesk: a table of macros, with texts or with the actions as JSON', () => {
  const csv =
    'id,title,active,comment_value,comment_value_html\n1,A::B,true,"Hi {{ticket.requester.name}}",\n2,C,false,,<p>rich</p>\n'
  const found = read({ 'macros.csv': csv })
  expect(found.format).toBe('zendesk-csv')
  expect(found.replies).toMatchObject([
    {
      source: { system: 'zendesk', id: '1' },
      line: 2,
      content: { title: 'B', body: 'Hi {{ customer.name }}' },
      placement: { folder: ['A'] }
    },
    { content: { title: 'C', body: 'rich' }, active: false }
  ])
  const actions = '[{""field"":""comment_value"",""value"":""Hello""},{""field"":""status"",""value"":""solved""}]'
  expect(read({ 'macros.csv': `id,title,actions\n9,T,"${actions}"\n10,U,"[broken"\n` })).toMatchObject({
    replies: [{ source: { id: '9' }, content: { body: 'Hello' }, actions: [{ kind: 'resolve' }] }],
    skipped: [{ code: 'bad-line', line: 3, reply: 'U' }]
  })
})

test('Gorgias: macros; what asks servers or shops is never imported', () => {
  const macro = {
    id: 11,
    external_id: null,
    name: 'Where is my order',
    intent: 'order/status',
    language: 'fr',
    usage: 42,
    uri: '/api/macros/11/',
    updated_datetime: '2025-03-04T10:30:00+00:00',
    actions: [
      {
        name: 'setResponseText',
        title: 'Reply',
        type: 'user',
        arguments: { body_text: 'Bonjour {{ticket.customer.firstname}}', body_html: '<b>x</b>' }
      },
      { name: 'addTags', title: 'Tag', type: 'user', arguments: { tags: 'order, late' } },
      { name: 'setStatus', arguments: { status: 'closed' } },
      { name: 'http', type: 'system', arguments: { url: 'https://evil.example', method: 'POST' } },
      { name: 'shopifyRefundOrder', arguments: {} },
      { name: 'addAttachments', arguments: { attachments: [{ name: 'label.pdf', url: 'https://x' }] } },
      { name: 'snoozeTicket', arguments: { snooze_timedelta: '2d' } },
      { name: 'setAssignee', arguments: { assignee_user: { name: 'Kim' } } }
    ]
  }
  const found = read({ 'g.json': { data: [macro], meta: { next_cursor: null } } })
  expect(found.format).toBe('gorgias')
  expect(found.replies[0]).toMatchObject({
    source: { system: 'gorgias', id: '11', updatedAt: at },
    content: { title: 'Where is my order', language: 'fr', body: 'Bonjour {{ customer.first_name }}' },
    placement: { tags: ['order/status'] },
    usageCount: 42,
    actions: [
      { kind: 'tag', name: 'order' },
      { kind: 'tag', name: 'late' },
      { kind: 'resolve' },
      { kind: 'snooze', minutes: 2_880 },
      { kind: 'assign', name: 'Kim' }
    ]
  })
  expect(lossesOf(found)).toEqual(['attachment: label.pdf', 'call-out: http', 'call-out: shopifyRefundOrder'])
  expect(JSON.stringify(found.replies)).not.toContain('evil')
})

test('Front: templates, with folders beside them, in a file of their own, or around them', () => {
  const template = {
    id: 'rsp_42',
    name: 'Hello',
    subject: 'Re: your order',
    body: '<div>Hi {{recipient.first_name}},<br/>thanks!<img src="cid:1" alt="logo"></div>',
    attachments: [
      { filename: 'logo.png', metadata: { is_inline: true, cid: '1' } },
      { filename: 'terms.pdf', metadata: { is_inline: false } }
    ],
    folder_id: 'rsf_2',
    updated_at: 1_741_084_200.5
  }
  const folders = [
    { id: 'rsf_1', name: 'Orders' },
    { id: 'rsf_2', name: 'Late', parent_folder_id: 'rsf_1' }
  ]
  const files = [
    { 'f.json': { _results: [template], folders } },
    { 'folders.json': { _results: folders }, 't.json': { _results: [template] } },
    {
      'n.json': {
        folders: [
          {
            id: 'rsf_1',
            name: 'Orders',
            folders: [{ id: 'rsf_2', name: 'Late', templates: [{ ...template, folder_id: undefined }] }]
          }
        ]
      }
    }
  ]
  for (const file of files) {
    const found = read(file, 'folders.json' in file ? 'front' : null)
    expect(found.replies).toMatchObject([
      {
        source: { system: 'front', id: 'rsp_42', updatedAt: 1_741_084_200_500 },
        content: { title: 'Hello', body: 'Hi {{ customer.first_name }},\nthanks!' },
        placement: { folder: ['Orders', 'Late'] }
      }
    ])
    expect(lossesOf(found)).toEqual(['attachment: terms.pdf', 'image: logo', 'subject: Re: your order'])
  }
})

test('Missive: responses in Liquid', () => {
  const body =
    '<div>Hi {{ recipient.first_name | default: "there" }}, {{ recipient.work.phone_number }}<br>{% if recipient.name %}x{% endif %}</div>'
  const found = read({
    'r.json': { responses: [{ id: 'a-1', title: 'Hello', subject: '', body, organization: 'o', attachments: [] }] }
  })
  expect(found.format).toBe('missive')
  expect(found.replies[0]).toMatchObject({
    source: { system: 'missive', id: 'a-1' },
    content: {
      title: 'Hello',
      body: 'Hi {{ customer.first_name | fallback: "there" }}, {{ ask "Phone number" }}\n{% if customer.name %}x{% endif %}'
    },
    placement: { scope: 'everyone' }
  })
  expect(lossesOf(found)).toEqual(['placeholder-asked: {{ recipient.work.phone_number }}'])
})

test('Help Scout: the text for chats first, else the stripped HTML; a prefix that several have is a folder', () => {
  const found = read({
    'hs.json': {
      _embedded: {
        'saved-replies': [
          {
            id: 1,
            name: 'Products: Sizes',
            text: '<b>no</b>',
            chatText: 'Hi {%customer.firstName,fallback=there%},\nsizes run small.'
          },
          { id: 2, name: 'Products: Colours', text: 'Hi,<br />we have <a href="https://shop.org/red">red</a> ones.' },
          { id: 3, name: 'Note: once', chatText: 'x' },
          { id: 4, name: 'Listed only', preview: 'x…', chatPreview: '' }
        ]
      }
    }
  })
  expect(found.format).toBe('help-scout')
  expect(found.replies).toMatchObject([
    {
      content: { title: 'Sizes', body: 'Hi {{ customer.first_name | fallback: "there" }},\nsizes run small.' },
      placement: { folder: ['Products'] }
    },
    { content: { title: 'Colours', body: 'Hi,\nwe have red (https://shop.org/red) ones.' } },
    { content: { title: 'Note: once' }, placement: { folder: [] } }
  ])
  expect(found.skipped).toMatchObject([{ code: 'no-text', reply: 'Listed only' }])
})

test('FreeScout: rows of its saved replies', () => {
  const row = {
    id: 3,
    mailbox_id: 1,
    name: 'Thanks',
    text: '<p>Thanks, {%customer.fullName%}.</p><p>{%user.firstName%}</p>',
    sort_order: 1
  }
  const found = read({ 'fs.json': [row] })
  expect(found.format).toBe('freescout')
  expect(found.replies[0]).toMatchObject({
    source: { system: 'freescout', id: '3' },
    content: { body: 'Thanks, {{ customer.name }}.\n\n{{ agent.first_name }}' }
  })
})

test('Zammad: its table; several groups and line breaks beside links are reported', () => {
  const csv =
    'id,name,keywords,content,note,active,groups\n' +
    '1,Greeting,hello hi,"Hi #{ticket.customer.firstname},<br>welcome.",our note,true,Users\n' +
    '2,Link,link,See https://shop.org/a it is all there,,false,"Sales, Support"\n'
  const found = read({ 'text_modules.csv': csv })
  expect(found.format).toBe('zammad')
  expect(found.replies).toMatchObject([
    {
      source: { system: 'zammad', id: '1' },
      content: { title: 'Greeting', shortcut: 'hello', body: 'Hi {{ customer.first_name }},\nwelcome.' },
      placement: { tags: ['hi'], scope: 'team', team: 'Users' }
    },
    { content: { shortcut: 'link' }, placement: { team: 'Sales' }, active: false }
  ])
  expect(lossesOf(found)).toEqual(['groups: Sales, Support', 'inactive', 'line-breaks', 'note: our note'])
  expect(found.columns).toContainEqual({ column: 'content', field: 'body' })
})

test('Intercom: both lists that it gives', () => {
  const macro = {
    type: 'macro',
    id: '9',
    name: 'Order status',
    body: '<p>Hi</p>',
    body_text: 'Hi {{user.name|fallback:"there"}}',
    updated_at: iso,
    visible_to: 'specific_teams',
    visible_to_team_ids: ['814865', '814866'],
    available_on: ['messenger']
  }
  for (const value of [
    { type: 'list', data: [macro] },
    { type: 'macro.list', macros: [macro] }
  ]) {
    const found = read({ 'i.json': value })
    expect(found.format).toBe('intercom')
    expect(found.replies[0]).toMatchObject({
      source: { system: 'intercom', id: '9', updatedAt: at },
      placement: { scope: 'team', team: 'Intercom 814865' }
    })
    expect(lossesOf(found)).toEqual(['groups: 814865, 814866', 'messenger-only: messenger'])
  }
})

test('Mailspring: a folder of files', () => {
  const found = read({ 'Team/Thank you é.html': 'Thanks <b>a lot</b>', 'Bye.html': '<p>Bye</p>' })
  expect(found.replies).toMatchObject([
    {
      source: { system: 'mailspring', id: 'Team/Thank you é.html' },
      content: { title: 'Thank you é', body: 'Thanks a lot' },
      placement: { folder: ['Team'] }
    },
    { content: { title: 'Bye' } }
  ])
  expect(lossesOf(found)).toEqual(['formatting'])
})

test('right to left and emoji come through as they are', () => {
  const content = 'مرحبًا {{contact.first_name}} 👋🏽\nשלום'
  expect(readOne({ 'c.json': [{ id: 1, short_code: 'مرحبا', content }] }).content).toMatchObject({
    title: 'مرحبا',
    shortcut: 'مرحبا',
    body: 'مرحبًا {{ customer.first_name }} 👋🏽\nשלום'
  })
})
