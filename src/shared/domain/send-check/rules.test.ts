import { describe, expect, test } from 'vitest'
import { fixed, prepareSendCheck } from './check.ts'
import { detectLanguage } from './detect-language.ts'
import { customerLanguage } from './language.ts'
import { type CheckContext, type CheckLevels, type SendCheckRule, sendCheckRules, type VoiceWord } from './rule.ts'

const nobody: CheckContext = { customers: [], own: [], others: [], theirs: [], waiting: 0, first: false }

function only(rule: SendCheckRule): CheckLevels {
  return Object.fromEntries(sendCheckRules.map((id) => [id, id === rule ? 'warn' : 'off'])) as unknown as CheckLevels
}

function check(
  rule: SendCheckRule,
  text: string,
  context: Partial<CheckContext> = {},
  voice: readonly VoiceWord[] = []
) {
  return prepareSendCheck({ context: { ...nobody, ...context }, levels: only(rule), voice, detectLanguage })(text)
}

/** What the spans of the findings cover. */
function spots(rule: SendCheckRule, text: string, context: Partial<CheckContext> = {}): string[] {
  return check(rule, text, context).flatMap(({ spans }) => spans.map(([start, end]) => text.slice(start, end)))
}

describe('placeholder', () => {
  test.each([
    ['Hi {{customer.firstName}}, thanks', '{{customer.firstName}}'],
    ['Hi {{contact.first_name || "there"}}, thanks', '{{contact.first_name || "there"}}'],
    ['Hi {{name, thanks', '{{name, thanks'],
    ['Hello {%customer.firstName,fallback=there%}!', '{%customer.firstName,fallback=there%}'],
    [
      'Order {{ ask "Which order number does it have, please, as it stands on the receipt that came with it, at the top?" }} left',
      '{{ ask "Which order number does it have, please, as it stands on the receipt that came with it, at the top?" }}'
    ],
    ['Hi {{ customer.first_name | fallback: "{" }}, thanks', '{{ customer.first_name | fallback: "{" }}'],
    ['Hi {{\ncustomer.first_name\n}}, thanks', '{{\ncustomer.first_name\n}}'],
    ['Hi {{ agent.name', '{{ agent.name'],
    ['Hi {{}}, thanks', '{{}}'],
    ['Hi customer.first_name }}, thanks', 'customer.first_name }}'],
    [
      '{% if customer.first_name == "Ana and a long name which is longer than eighty letters, or so" %}Hi, thanks',
      '{% if customer.first_name == "Ana and a long name which is longer than eighty letters, or so" %}'
    ],
    ['Hi, thanks {% endif', '{% endif'],
    ['Track it: https://example.com/t/{{customer.attribute.order_number}}', '{{customer.attribute.order_number}}'],
    ['Track it: https://example.com/orders/undefined', 'undefined'],
    ['Track it: https://example.com/t?order=null&x=1', 'null'],
    ['Your order [object Object] left', '[object Object]'],
    ['Your order [object Promise] left', '[object Promise]'],
    ['Your order number is undefined.', 'undefined'],
    ['undefined', 'undefined'],
    ['#{ticket.customer.lastname} is on it', '#{ticket.customer.lastname}'],
    ['Your code is {code}.', '{code}'],
    ['Dear %FIRST_NAME%, hello', '%FIRST_NAME%'],
    ['Dear [NAME], your order', '[NAME]'],
    ['Hello [first name], hello', '[first name]'],
    ['Su pedido [número de pedido] salió', '[número de pedido]'],
    ['Bonjour [prénom], merci', '[prénom]'],
    ['Hallo [Vorname], danke', '[Vorname]'],
    ['Olá [nome do cliente], tudo bem', '[nome do cliente]'],
    ['【お名前】様、こんにちは', '【お名前】'],
    ['مرحبا [اسم العميل]، شكرا', '[اسم العميل]'],
    ['Hello <name>, thanks', '<name>'],
    ['Order <insert order number> left', '<insert order number>'],
    ['Your order XXX left', 'XXX'],
    ['It costs ____ euros', '____'],
    ['Lorem ipsum dolor', 'Lorem ipsum'],
    ['TODO: ask Ben', 'TODO:'],
    ['Hi undefined, thanks', 'undefined'],
    ['Your total is NaN euros', 'NaN'],
    ['Hi null, thanks', 'null'],
    ['Your order null has left', 'null'],
    ['It leaves on Invalid Date.', 'Invalid Date'],
    ['Hi , thanks for writing', 'Hi ,'],
    ['Hola , gracias', 'Hola ,'],
    ['Dear, your order left', 'Dear,'],
    ['Lieber , danke', 'Lieber ,'],
    ['مرحبا ، شكرا لك', 'مرحبا ،']
  ])('%s', (text, spot) => {
    expect(spots('placeholder', text)).toEqual([spot])
  })

  test.each([
    'Hi Ana, thanks for your patience.',
    'Hi, thanks!',
    'Bonjour ! Merci de votre message.',
    'I <3 your message, and 3 < 5 > 2',
    'Thanks so much xxx',
    'Your card ending in XXXX-1234 was charged.',
    'Call +1-XXX-555 in the format XXX-XXX-XXXX',
    'See [1] and [2], or [this page](https://example.com).',
    '[EDIT] It is back.',
    'Null Probleme, Sie haben auf null gestellt.',
    'The contract is null and void.',
    'Nothing is 100% sure, and 20% off is % off.',
    'Use #hashtag or $5 {sic',
    'Hi @ana, thanks',
    'https://example.com/?q=x&y=[NAME]',
    'https://example.com/docs/undefined-behaviour and https://example.com/docs/null',
    'That is undefined behaviour, sorry.',
    'It happens with an undefined variable.',
    'Your screen shows “undefined”? We look into it.',
    'The function returns NaN for it.',
    'Please send {"a": {"b": 1}} as it is.',
    'Invalid date? Please choose another one.',
    'こんにちは、お問い合わせありがとうございます。',
    'Todo está listo. TODO listo.',
    'No hay problema, se lo enviamos.'
  ])('nothing in: %s', (text) => {
    expect(spots('placeholder', text)).toEqual([])
  })
})

const talk = {
  customers: [{ name: 'Ana Silva', handle: 'anas' }],
  own: [{ name: 'Acme Support', handle: 'acme' }],
  others: [
    { name: 'Ben Ito', handle: 'benito' },
    { name: 'Łukasz Żak', handle: null },
    { name: 'May Hope', handle: null },
    { name: '田中 花子', handle: null },
    { name: 'أحمد علي', handle: null }
  ]
}

describe('another customer’s name', () => {
  test.each([
    ['Hi Ben, your parcel left.', 'Ben'],
    ['Hello Ben! It left.', 'Ben'],
    ['Good morning Ben Ito, it left.', 'Ben Ito'],
    ['Hola Ben, su paquete salió.', 'Ben'],
    ['Bonjour Ben, merci.', 'Ben'],
    ['Hallo Ben, danke.', 'Ben'],
    ['Olá Ben, obrigado.', 'Ben'],
    ['Cześć Lukasz, paczka wyszła.', 'Lukasz'],
    ['Thanks, Ben!', 'Ben'],
    ['Hi Maria, your parcel left.', 'Maria'],
    ['We told Ben Ito about it.', 'Ben Ito'],
    ['田中様、ありがとうございます。', '田中'],
    ['مرحبا أحمد، شكرا لك', 'أحمد']
  ])('%s', (text, spot) => {
    expect(spots('other-customer', text, talk)).toEqual([spot])
  })

  test.each([
    'Hi Ana, your parcel left.',
    'Hi Anna, a letter more is a slip.',
    'Hi anas, by handle.',
    'Hi there, all is well.',
    'Hello Everyone, all is well.',
    'Hallo zusammen, danke.',
    'Hi, Acme Support here.',
    'Hi! This is Ben, how can I help?',
    'It may hope for the best.',
    'Ana様、ありがとうございます。',
    'مرحبا، شكرا لك',
    'Good morning! May we help?'
  ])('nothing in: %s', (text) => {
    expect(spots('other-customer', text, talk)).toEqual([])
  })

  test('a name that the customer brought up is no slip', () => {
    expect(spots('other-customer', 'Thanks, Ben!', { ...talk, theirs: ['This is Ben, her husband'] })).toEqual([])
    expect(spots('other-customer', 'We told Ben Ito.', { ...talk, theirs: ['Ask Ben Ito'] })).toEqual([])
  })

  test('who has no name that people are called by is greeted as one knows them', () => {
    const shy = { ...talk, customers: [{ name: '🔥 gamer_99 🔥', handle: 'gamer_99' }] }
    expect(spots('other-customer', 'Hi Maria, it left.', shy)).toEqual([])
    expect(spots('other-customer', 'Hi Ben, it left.', shy)).toEqual(['Ben'])
  })

  test('members of a group are meant', () => {
    const group = { ...talk, customers: [...talk.customers, { name: 'Ben Ito', handle: 'benito' }] }
    expect(spots('other-customer', 'Hi Ben, it left.', group)).toEqual([])
  })
})

describe('personal data', () => {
  test.each([
    ['Your card 4111 1111 1111 1111 was charged.', '4111 1111 1111 1111'],
    ['5555-5555-5555-4444', '5555-5555-5555-4444'],
    ['378282246310005', '378282246310005'],
    ['Konto DE89 3704 0044 0532 0130 00 bitte', 'DE89 3704 0044 0532 0130 00'],
    ['GB82WEST12345698765432', 'GB82WEST12345698765432'],
    ['Your password: hunter2', 'hunter2'],
    ['Your password is Summer2026!', 'Summer2026'],
    ['Ihr Passwort lautet Sommer2026', 'Sommer2026'],
    ['Su contraseña es verano2026.', 'verano2026'],
    ['Votre mot de passe est ete2026', 'ete2026'],
    ['Sua senha: verao2026', 'verao2026'],
    ['パスワード：natsu2026', 'natsu2026'],
    ['كلمة المرور: saif2026', 'saif2026'],
    ['Please send us your password.', 'password'],
    ['Can you DM us your full card number?', 'card number'],
    ['Por favor envíenos su contraseña', 'contraseña'],
    ['Pouvez-vous nous envoyer votre mot de passe ? Envoyez votre mot de passe', 'mot de passe'],
    ['Bitte nennen Sie uns Ihr Passwort', 'Passwort'],
    ['Por favor envie sua senha', 'senha'],
    ['パスワードを教えてください', 'パスワードを教えて'],
    ['أرسل لنا كلمة المرور', 'أرسل لنا كلمة المرور']
  ])('%s', (text, spot) => {
    expect(spots('personal-data', text)).toContain(spot)
  })

  test.each([
    'Your order 4111111111111112 left.',
    'Tracking 1234567890123456',
    'https://example.com/pay?n=4111111111111111',
    'Call +49 30 1234 5678 9012',
    'DE00 3704 0044 0532 0130 00 is mistyped',
    'Reset your password: go to Settings',
    'Your password is expired.',
    'Never share your password with anybody.',
    'We will never ask you to send your PIN code.',
    'Have you tried resetting your password?',
    'Please send us the last 4 digits of your card number.',
    'Can you DM us your Nectar card number?',
    'Bitte senden Sie uns nie Ihr Passwort.',
    'Please DM us your email address and phone number.',
    'No comparta su contraseña con nadie.'
  ])('nothing in: %s', (text) => {
    expect(spots('personal-data', text)).toEqual([])
  })

  test('of a card number only its end stays', () => {
    const text = 'Card 4111 1111 1111 1111, thanks'
    expect(fixed(text, check('personal-data', text)[0]!)).toBe('Card …1111, thanks')
  })
})

describe('links', () => {
  test.each([
    ['See http://example.com/a.', 'http-link', 'http://example.com/a'],
    ['(http://example.com/a)', 'http-link', 'http://example.com/a'],
    ['See http://localhost:3000/x', 'local-link', 'http://localhost:3000/x'],
    ['https://192.168.1.10/help', 'local-link', 'https://192.168.1.10/help'],
    ['https://wiki/help', 'local-link', 'https://wiki/help'],
    ['https://desk.internal/help', 'local-link', 'https://desk.internal/help'],
    ['https://exa..mple.com', 'broken-link', 'https://exa..mple.com'],
    ['https:// example.com', 'broken-link', 'https:// example.com'],
    ['htps://example.com', 'broken-link', 'htps://example.com'],
    ['https:/example.com', 'broken-link', 'https:/example.com'],
    ['https://example.com/a_(b', 'broken-link', 'https://example.com/a_(b'],
    ['https://t.co/JEZhqGd…', 'broken-link', 'https://t.co/JEZhqGd…'],
    ['Siehe http://beispiel.de', 'http-link', 'http://beispiel.de'],
    ['こちらhttp://example.jp/へ', 'http-link', 'http://example.jp/へ']
  ])('%s', (text, kind, detail) => {
    expect(check('link', text).map((found) => [found.kind, found.detail])).toEqual([[kind, detail]])
  })

  test.each([
    'https://example.com',
    'https://example.com/a_(b)?c=d#e.',
    '(see https://example.com/a)',
    'https://t.co/aaDyEz1VgE ^LH',
    'www.example.com',
    'https://bücher.example.de/straße',
    'https://例え.jp',
    'Ask me: http is a protocol',
    'Nothing here.'
  ])('nothing in: %s', (text) => {
    expect(check('link', text)).toEqual([])
  })

  test.each([
    ['See http://example.com/a.', 'See https://example.com/a.'],
    ['htps://example.com now', 'https://example.com now']
  ])('%s is mended', (text, mended) => {
    expect(fixed(text, check('link', text)[0]!)).toBe(mended)
  })
})

describe('a question of the customer', () => {
  test.each([
    ['Where is my order?', 'Thank you for your message!'],
    ['Where is my order?', 'Hi Ana, thanks so much for reaching out. Have a great day!'],
    ['Where is my order?', 'We are so sorry to hear about this experience, Ana.'],
    ['¿Dónde está mi pedido?', 'Hola, gracias por su mensaje. ¡Buen día!'],
    ['Où est ma commande ?', 'Bonjour, merci pour votre message. Bonne journée !'],
    ['Wo ist mein Paket?', 'Hallo, vielen Dank für Ihre Nachricht!'],
    ['Onde está meu pedido?', 'Olá, obrigado pela sua mensagem.'],
    ['注文はどこですか？', 'お問い合わせいただきありがとうございます。'],
    ['When will it arrive?', 'Your parcel is with our partner in Lisbon.'],
    ['¿Cuándo llega?', 'Su paquete está en Lisboa.'],
    ['Wann kommt es an?', 'Ihr Paket liegt in Lissabon.'],
    ['How much does it cost?', 'It is a lovely jacket, made of wool.']
  ])('%s ← %s', (question, reply) => {
    expect(check('unanswered-question', reply, { theirs: [question], waiting: 1 })).toHaveLength(1)
  })

  test.each([
    ['Where is my order?', 'It left this morning.'],
    ['Where is my order?', 'Thanks! Which order number is it?'],
    ['Where is my order?', 'Thanks! https://example.com/track'],
    ['Is it open?', 'Yes'],
    ['Is it open?', 'Yes!'],
    ['When will it arrive?', 'It arrives tomorrow.'],
    ['When will it arrive?', 'We will check and let you know.'],
    ['¿Cuándo llega?', 'Llega el martes.'],
    ['Wann kommt es an?', 'Voraussichtlich am Freitag.'],
    ['いつ届きますか？', '明日届きます。'],
    ['متى يصل؟', 'يصل اليوم'],
    ['How much does it cost?', 'It costs 12 euros.'],
    ['How much does it cost?', 'It is free of charge.'],
    ['My order is late.', 'Thank you for your message!']
  ])('%s ← %s is fine', (question, reply) => {
    expect(check('unanswered-question', reply, { theirs: [question], waiting: 1 })).toEqual([])
  })

  test('what was answered before asks no more', () => {
    const theirs = ['Where is my order?', 'Thanks!']
    expect(check('unanswered-question', 'Thank you!', { theirs, waiting: 0 })).toEqual([])
    expect(check('unanswered-question', 'Thank you!', { theirs, waiting: 1 })).toEqual([])
    expect(check('unanswered-question', 'Thank you!', { theirs, waiting: 2 })[0]?.detail).toBe('Where is my order?')
  })
})

describe('language', () => {
  const spanish = 'Hola, mi pedido no ha llegado todavía y necesito ayuda'
  test.each([
    [spanish, 'Hello, your parcel left this morning and arrives tomorrow.', 'en', 'es'],
    [
      'Bonjour, je ne peux plus me connecter à mon compte',
      'Hello, please try to reset it in the settings.',
      'en',
      'fr'
    ],
    ['Hello, I cannot sign in to my account any more', 'Ihr Paket ist heute Morgen losgegangen.', 'de', 'en'],
    ['注文した商品がまだ届いていません', 'Your parcel left this morning and arrives tomorrow.', 'en', 'ja'],
    ['لم يصل طلبي حتى الآن وأحتاج إلى المساعدة', 'Your parcel left this morning and arrives tomorrow.', 'en', 'ar'],
    ['Hello, my order has not arrived yet', 'ご注文は今朝発送されました。明日届きます。', 'ja', 'en']
  ])('%s ← %s', (theirs, reply, ours, expected) => {
    expect(check('language', reply, { theirs: [theirs] })).toMatchObject([{ detail: ours, expected }])
  })

  test.each([
    [spanish, 'Hola, su paquete salió esta mañana.'],
    [spanish, 'OK'],
    [spanish, 'Olá, seu pacote saiu hoje de manhã.'],
    [spanish, 'Hola, le ayudamos con mucho gusto. Please see the page in English for the details.'],
    ['ok', 'Ihr Paket ist heute Morgen losgegangen.'],
    ['👍👍', 'Ihr Paket ist heute Morgen losgegangen.']
  ])('%s ← %s is fine', (theirs, reply) => {
    expect(check('language', reply, { theirs: [theirs] })).toEqual([])
  })

  test('any language that the customer has used will do', () => {
    const theirs = ['Hello, I cannot sign in to my account any more', spanish]
    expect(check('language', 'Hello, your parcel left this morning.', { theirs })).toEqual([])
  })
})

test('the language of a customer is that of the newest message that says enough', () => {
  const spanish = 'Hola, mi pedido no ha llegado todavía y necesito ayuda'
  expect(customerLanguage({ theirs: ['Hello, I cannot sign in any more', spanish, 'ok'] }, detectLanguage)).toBe('es')
  expect(customerLanguage({ theirs: ['ok', '👍'] }, detectLanguage)).toBeNull()
})

describe('voice', () => {
  const voice = [
    { word: 'unfortunately', instead: 'sadly', why: 'We say it plainly.' },
    { word: 'as  per', instead: '', why: '' },
    { word: '大丈夫', instead: '問題ありません', why: '' }
  ]
  test('words of the list are found whole, in either case, and replaced in theirs', () => {
    const text = 'Unfortunately it is late, as per our terms. Fortunately not lost.'
    const found = check('voice', text, {}, voice)
    expect(found.map((each) => each.detail)).toEqual(['Unfortunately', 'as per'])
    expect(found[0]).toMatchObject({ expected: 'sadly', why: 'We say it plainly.' })
    expect(fixed(text, found[0]!)).toMatch(/^Sadly it is late/)
    expect(found[1]?.fix).toBeNull()
  })
  test('words of a script without spaces are found inside', () => {
    expect(check('voice', 'それで大丈夫です。', {}, voice).map((each) => each.detail)).toEqual(['大丈夫'])
  })
  test('signs in a word are meant as they stand', () => {
    expect(check('voice', 'A C++ (beta) app', {}, [{ word: 'c++ (beta)', instead: '', why: '' }])).toHaveLength(1)
    expect(
      check('voice', 'abc', {}, [
        { word: '.', instead: '', why: '' },
        { word: '  ', instead: '', why: '' }
      ])
    ).toEqual([])
  })
})

describe('shouting', () => {
  test.each([
    ['PLEASE READ THIS CAREFULLY', 'Please read this carefully'],
    ['Hello. WE HAVE ALREADY ANSWERED. Bye', 'Hello. We have already answered. Bye'],
    ['LEA ESTO CON CUIDADO', 'Lea esto con cuidado'],
    ['BITTE LESEN SIE DAS GENAU', 'Bitte lesen sie das genau'],
    ['No way!!!!', 'No way!'],
    ['Really?!?!?!', 'Really?']
  ])('%s', (text, calm) => {
    const [found] = check('shouting', text)
    expect(fixed(text, found!)).toBe(calm)
  })
  test.each([
    'Your USB DVR and SIM are OK.',
    'Great!!!',
    'IBAN, BIC, SWIFT and SEPA are accepted',
    'NYC LAX SFO JFK',
    'これは素晴らしいです！',
    'هذا رائع!',
    'Use code SUMMER now'
  ])('nothing in: %s', (text) => {
    expect(check('shouting', text)).toEqual([])
  })
})

describe('greeting', () => {
  const first = { ...talk, first: true }
  test.each([
    'Hi Ana, it left.',
    'Good morning! It left.',
    'Ana, it left.',
    'Thanks for writing. It left.',
    '👋 Hello!',
    '¡Hola! Salió.',
    'Buenos días, salió.',
    'Bonjour, il est parti.',
    'Guten Tag, es ist los.',
    'Olá, saiu.',
    'こんにちは。発送しました。',
    'お問い合わせありがとうございます。',
    'مرحبا، تم الإرسال',
    'Здравствуйте, отправили.',
    '안녕하세요, 보냈습니다.'
  ])('%s', (text) => {
    expect(check('greeting', text, first)).toEqual([])
  })
  test.each(['It left this morning.', 'Salió esta mañana.', 'Il est parti.', '発送しました。', 'History will tell.'])(
    'none in: %s',
    (text) => {
      expect(check('greeting', text, first)).toHaveLength(1)
      expect(check('greeting', text, { ...first, first: false })).toEqual([])
    }
  )
})

describe('length', () => {
  test('what takes half a minute to read is long, sooner in scripts that say more with a letter', () => {
    expect(check('length', 'word '.repeat(120))).toEqual([])
    expect(check('length', 'word '.repeat(121))).toMatchObject([{ detail: '604' }])
    expect(check('length', '長'.repeat(240))).toEqual([])
    expect(check('length', '長'.repeat(241))).toHaveLength(1)
  })
})
