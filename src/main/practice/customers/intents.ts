import type { Intent } from './script.ts'

/** Words by which a customer understands what the shop says, in the languages of the cast. */
const WORDS: Readonly<Record<Exclude<Intent, 'anything'>, RegExp>> = {
  'asks-order':
    /order ?(number|no\b|id|#|ref)|which order|bestell-?nummer|n[úu]mero (de|del|do) pedido|num[ée]ro de (la )?commande|numero d.ordine|sipariş numara|注文番号|订单号|訂單|주문 ?번호|ऑर्डर (नंबर|संख्या)|رقم الطلب|מספר (ה)?הזמנה/iu,
  'asks-contact':
    /e-?mail|(your|delivery|shipping|full) address|postcode|zip code|phone number|adresse|direcci[óo]n|endereço|indirizzo|adres|住所|地址|주소|पता|عنوان|כתובת/iu,
  'asks-photo': /photo|picture|image|snap of|\bfoto|imagen|写真|照片|사진|fotoğraf|फ़ोटो|صورة|תמונה/iu,
  asks: /[?？؟]/u,
  apologises:
    /sorry|apolog|entschuldig|tut (mir|uns) (sehr )?leid|d[ée]sol|excus|lo siento|lo sentimos|disculp|desculp|scus|dispiace|özür|üzgün|申し訳|すみません|ごめん|抱歉|对不起|죄송|미안|माफ़|क्षमा|खेद|آسف|نعتذر|אסף|מצטער|סליחה/iu,
  refunds:
    /refund|money back|reimburs|credited back|erstatt|rembours|reembols|devoluci[óo]n|rimbors|iade|返金|退款|환불|रिफ़?ंड|استرداد|החזר/iu,
  replaces:
    /replace|new one|another one|re-?send|send (you )?(a |an )?(new|another|fresh)|ersatz|neue[ns]? (zu|schick)|remplac|reemplaz|substitu|sostitu|yenisini|değişti|交換|新しい|换|補|교환|새 (제품|상품)|बदल|استبدال|بديل|להחליף|חלופ/iu,
  'gives-code':
    /\b([Pp]romo|[Dd]iscount|[Vv]oucher|[Cc]oupon)\b|\b[Cc]ode\b.{0,24}[A-Z0-9]{4}|\d+ ?% off|[Gg]utschein|[Cc]ode promo|[Cc][óo]digo|[Cc]upom|クーポン|优惠码|쿠폰|[İi]ndirim|कूपन|خصم|קופון|\b(?!JV-)(?=[A-Z-]*\d)[A-Z][A-Z0-9-]{5,}\b/u,
  'shares-link': /https?:\/\//iu,
  ships:
    /track(ing|ed)?\b|shipp(ed|ing)|dispatch|courier|on (its|the) way|in transit|deliver|versand|geliefert|sendung|livr|exp[ée]di|env[íi](o|ad)|entreg|enviad|spedi|kargo|発送|配送|お届け|发货|快递|配送|배송|발송|भेज|शिप|شحن|توصيل|משלוח/iu,
  refuses:
    /unfortunately|can ?not|can['’]t|unable|not possible|won['’]t be able|leider|malheureusement|desafortunadamente|infelizmente|purtroppo|maalesef|残念ながら|できません|很遗憾|不能|어렵습니다|불가|दुर्भाग्य|للأسف|לצערי/iu,
  waits:
    /look(ing)? into|check(ing)? (this|that|it|with|on)|one moment|a moment|bear with|get back to you|hang on|give me|just a (sec|minute)|moment bitte|prüfe|v[ée]rifi|compruebo|verificar|controll|kontrol ed|確認|请稍|查一下|확인|देखत|لحظة|בודק/iu,
  thanks: /thank|cheers|danke|merci|gracias|obrigad|grazie|teşekkür|ありがと|谢谢|感谢|감사|धन्यवाद|शुक्रिया|شكر|תודה/iu,
  closes:
    /anything else|have a (great|good|lovely|nice|wonderful|cosy|cozy)|take care|all set|glad|happy to help|you['’]re welcome|enjoy|goodbye|\bbye\b|schönen|gern geschehen|bonne (journée|soirée)|buen d[íi]a|bom dia|boa tarde|buona|iyi günler|良い(一日|週末)|祝您|좋은 하루|शुभ|يوم سعيد|יום (טוב|נעים)|🙏|💚/iu,
  greets:
    /^\W*(hi|hello|hey|good (morning|afternoon|evening)|hallo|guten|bonjour|hola|ol[áa]|ciao|merhaba|こんにちは|您好|你好|안녕|नमस्ते|مرحب|שלום)/iu
}

/** Everything the shop's words can mean, always with `anything`. */
export function intentsOf(text: string): ReadonlySet<Intent> {
  const found = new Set<Intent>(['anything'])
  for (const [intent, words] of Object.entries(WORDS) as [Exclude<Intent, 'anything'>, RegExp][]) {
    if (words.test(text)) found.add(intent)
  }
  return found
}
