import type { Intent, Language, ReplyRule } from './script.ts'

type Manners = readonly ReplyRule[]

const rule = (when: Intent | readonly Intent[], say: string): ReplyRule => ({ when, say })

/** How a polite person of each language answers when the script has nothing for it. Each line once per talk. */
export const manners: Readonly<Record<Language, Manners>> = {
  en: [
    rule('asks-order', 'The order number is {order}.'),
    rule('gives-code', 'Oh, that is kind of you, I will use it on my next order!'),
    rule('refunds', 'A refund is fine for me. How long does it usually take?'),
    rule('replaces', 'A replacement would be great, thank you.'),
    rule('refuses', 'That is a pity. Is there really nothing you can do?'),
    rule('apologises', 'No hard feelings, thanks for saying that.'),
    rule('waits', 'Sure, take your time.'),
    rule('closes', 'No, that was everything. Thanks for your help!'),
    rule('asks', 'Let me look at home tonight, I will tell you then.'),
    rule('thanks', 'Thank you too!')
  ],
  de: [
    rule('asks-order', 'Die Bestellnummer ist {order}.'),
    rule('gives-code', 'Oh, vielen Dank für den Gutschein!'),
    rule(['refunds', 'replaces'], 'Ja, das passt für mich so.'),
    rule('apologises', 'Schon gut, danke für die Rückmeldung.'),
    rule('waits', 'Kein Problem, ich warte.'),
    rule('closes', 'Nein, das war alles. Schönen Tag noch!'),
    rule('anything', 'Alles klar, danke.')
  ],
  es: [
    rule('asks-order', 'El número de pedido es {order}.'),
    rule('gives-code', '¡Qué bien, muchas gracias por el código!'),
    rule(['refunds', 'replaces'], 'Sí, me parece bien.'),
    rule('apologises', 'No pasa nada, gracias por responder.'),
    rule('waits', 'Vale, espero.'),
    rule('closes', 'Nada más, ¡gracias!'),
    rule('anything', 'De acuerdo, gracias.')
  ],
  fr: [
    rule('asks-order', 'Le numéro de commande est {order}.'),
    rule('gives-code', 'Oh merci beaucoup pour le code !'),
    rule(['refunds', 'replaces'], 'Oui, cela me convient.'),
    rule('apologises', 'Ce n’est pas grave, merci de votre réponse.'),
    rule('waits', 'D’accord, je patiente.'),
    rule('closes', 'Non, c’est tout. Bonne journée !'),
    rule('anything', 'Très bien, merci.')
  ],
  pt: [
    rule('asks-order', 'O número do pedido é {order}.'),
    rule('gives-code', 'Que ótimo, muito obrigada pelo cupom!'),
    rule(['refunds', 'replaces'], 'Pode ser, sim.'),
    rule('apologises', 'Sem problema, obrigada por responder.'),
    rule('closes', 'Era só isso mesmo, obrigada!'),
    rule('anything', 'Certo, obrigada.')
  ],
  it: [
    rule('asks-order', 'Il numero d’ordine è {order}.'),
    rule('gives-code', 'Che gentili, grazie mille!'),
    rule('apologises', 'Figuratevi, grazie della risposta.'),
    rule('closes', 'No, grazie, è tutto. Buona giornata!'),
    rule('anything', 'Va bene, grazie.')
  ],
  ja: [
    rule('asks-order', '注文番号は {order} です。'),
    rule('gives-code', 'クーポンまでいただいて、ありがとうございます!'),
    rule(['refunds', 'replaces'], 'はい、それでお願いします。'),
    rule('apologises', 'いえいえ、ご連絡ありがとうございます。'),
    rule('closes', 'はい、大丈夫です。ありがとうございました。'),
    rule('anything', 'わかりました。よろしくお願いします。')
  ],
  zh: [
    rule('asks-order', '订单号是 {order}。'),
    rule('gives-code', '太好了,谢谢你们的优惠码!'),
    rule(['refunds', 'replaces'], '可以,就这样处理吧。'),
    rule('apologises', '没关系,谢谢回复。'),
    rule('closes', '没有别的问题了,谢谢!'),
    rule('anything', '好的,明白了。')
  ],
  ko: [
    rule('asks-order', '주문 번호는 {order} 입니다.'),
    rule('gives-code', '쿠폰까지 주시다니 감사합니다!'),
    rule(['refunds', 'replaces'], '네, 그렇게 해 주세요.'),
    rule('apologises', '괜찮아요, 답변 감사합니다.'),
    rule('closes', '네, 해결됐어요. 감사합니다!'),
    rule('anything', '네, 알겠습니다.')
  ],
  tr: [
    rule('asks-order', 'Sipariş numaram {order}.'),
    rule('gives-code', 'Ne güzel, indirim için çok teşekkürler!'),
    rule(['refunds', 'replaces'], 'Olur, benim için uygun.'),
    rule('apologises', 'Önemli değil, ilginiz için teşekkürler.'),
    rule('closes', 'Hayır, bu kadar. İyi günler!'),
    rule('anything', 'Tamam, teşekkürler.')
  ],
  hi: [
    rule('asks-order', 'ऑर्डर नंबर {order} है।'),
    rule('gives-code', 'कूपन के लिए बहुत धन्यवाद!'),
    rule(['refunds', 'replaces'], 'जी, यह ठीक रहेगा।'),
    rule('apologises', 'कोई बात नहीं, जवाब के लिए शुक्रिया।'),
    rule('closes', 'बस इतना ही, धन्यवाद!'),
    rule('anything', 'ठीक है, धन्यवाद।')
  ],
  ar: [
    rule('asks-order', 'رقم الطلب هو {order}'),
    rule('gives-code', 'شكرًا جزيلًا على رمز الخصم!'),
    rule(['refunds', 'replaces'], 'نعم، هذا مناسب لي.'),
    rule('apologises', 'لا بأس، شكرًا على الرد.'),
    rule('closes', 'لا، هذا كل شيء. يوم سعيد!'),
    rule('anything', 'حسنًا، شكرًا لكم.')
  ],
  he: [
    rule('asks-order', 'מספר ההזמנה הוא {order}'),
    rule('gives-code', 'איזה יופי, תודה רבה על הקופון!'),
    rule(['refunds', 'replaces'], 'כן, זה מתאים לי.'),
    rule('apologises', 'הכול בסדר, תודה על התשובה.'),
    rule('closes', 'לא, זה הכול. יום טוב!'),
    rule('anything', 'בסדר, תודה.')
  ]
}
