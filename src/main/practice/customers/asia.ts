import { withPicture } from './attach.ts'
import type { CustomerScript } from './script.ts'

/** Japanese, Chinese, Korean and Hindi. */
export const asianCustomers: readonly CustomerScript[] = [
  {
    username: 'hana_mizuno',
    name: '水野はな',
    bio: '器とお茶が好きです。週末は陶芸教室。',
    location: '京都',
    joined: '2015-04-12',
    language: 'ja',
    past: [
      ['them', '38m', 'はじめまして。先週注文した湯呑み({order})の色が写真より少し暗いようです。個体差でしょうか?'],
      ['them', '36m', withPicture('自然光で撮りました', 'mug', 17, '窓辺の湯呑み')]
    ],
    replies: [
      { when: 'replaces', say: '交換していただけるのですか。できれば明るい色のものをお願いします。' },
      { when: 'asks-photo', say: withPicture('こちらです', 'mug', 18) },
      { when: 'apologises', say: 'いえ、手作りの味だと思っています。確認したかっただけです。' }
    ],
    otherwise: ['なるほど、ありがとうございます。大切に使います。'],
    nudges: ['お忙しいところすみません、ご確認いただけましたか?'],
    returns: ['毎日使っています。手になじむ形で、とても気に入っています。']
  },
  {
    username: 'ren_kisaragi',
    name: '如月 蓮',
    bio: 'エンジニア/深夜のほうじ茶',
    location: '東京',
    joined: '2019-02-03',
    language: 'ja',
    opens: [
      'サイトで日本の住所を入力すると、郵便番号のところでエラーになります。',
      '100-0001 のように入れています。ハイフンなしでもだめでした。'
    ],
    replies: [
      { when: 'shares-link', say: 'このページからだと注文できました。ありがとうございます!' },
      { when: 'asks', say: 'スマホのブラウザです。パソコンでも同じでした。' }
    ],
    otherwise: ['了解です。直ったら教えてください。']
  },
  {
    username: 'lin_yuheng',
    name: '林宇恒',
    bio: '喝茶,走路,看云',
    location: '台北',
    joined: '2014-02-18',
    language: 'zh',
    past: [
      ['them', '5h 55m', '你好,我的包裹显示已签收,但是我没有收到。订单 {order}。'],
      ['them', '5h 52m', '我问过管理员了,没有我的包裹。']
    ],
    replies: [
      { when: 'waits', say: '好的,麻烦你们了。' },
      { when: 'replaces', say: '太好了,请寄到同一个地址。' },
      { when: 'ships', say: '明白了,我等快递的电话。' }
    ],
    otherwise: ['还需要我提供什么资料吗?'],
    nudges: ['请问有消息了吗?']
  },
  {
    username: 'xiaoman_tea',
    name: '小满 🍵',
    bio: '茶会主理人',
    location: '杭州',
    joined: '2020-09-09',
    language: 'zh',
    past: [
      ['them', '13d 4h', '请问白茶饼可以批发吗?大概二十饼。'],
      ['shop', '13d 2h', '您好!可以的,二十饼以上打八五折。报价已经发到您的邮箱。'],
      ['them', '13d 1h', '收到,谢谢!确认后我来付款。'],
      ['them', '3h 35m', '我们确定要二十四饼,请问什么时候可以发货?']
    ],
    replies: [{ when: 'ships', say: '时间正好,茶会在月底。谢谢!' }],
    otherwise: ['好的,我等你们的通知。'],
    nudges: ['不好意思再问一下,月底前能到吗?']
  },
  {
    username: 'jiwoo_haneul',
    name: '한지우',
    bio: '캔들 · 고양이 · 주말 등산',
    location: '부산',
    joined: '2018-08-24',
    language: 'ko',
    past: [
      ['them', '1h 45m', '안녕하세요! 캔들 심지가 너무 짧아서 불이 자꾸 꺼져요. 주문 번호는 {order} 입니다.'],
      ['them', '1h 42m', withPicture('이런 상태예요 ㅠㅠ', 'candle', 36)]
    ],
    replies: [
      { when: 'replaces', say: '새 걸로 보내 주신다니 감사합니다! 같은 향으로 부탁드려요.' },
      { when: 'asks', say: '네, 처음 켤 때부터 그랬어요.' }
    ],
    otherwise: ['말씀하신 대로 해 볼게요.'],
    nudges: ['혹시 확인하셨나요?']
  },
  {
    username: 'kavya_bhatt',
    name: 'काव्या भट्ट',
    bio: 'चाय, किताबें और बारिश',
    location: 'Pune',
    joined: '2017-07-07',
    language: 'hi',
    past: [['them', '50m', 'नमस्ते, मेरा ऑर्डर {order} दो हफ़्ते से "प्रोसेसिंग" में है। कब तक पहुँचेगा?']],
    replies: [
      { when: 'ships', say: 'अच्छा हुआ, दिवाली से पहले आ जाए तो बढ़िया।' },
      { when: 'refunds', say: 'अभी रिफ़ंड नहीं चाहिए, बस जल्दी भेज दीजिए।' },
      { when: 'asks', say: 'जी हाँ, पता वही है।' }
    ],
    otherwise: ['ठीक है, मैं इंतज़ार करती हूँ।'],
    nudges: ['कोई है क्या?']
  }
]
