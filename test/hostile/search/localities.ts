/** Localities as people write them in Devanagari, Gurmukhi and Urdu; written down by ear, as names are. */
const written = `
Seelampur|सीलमपुर|ਸੀਲਮਪੁਰ|سیلم پور
Jafrabad|जाफराबाद|ਜਾਫ਼ਰਾਬਾਦ|جعفرآباد
Maujpur|मौजपुर|ਮੌਜਪੁਰ|موج پور
Bhajanpura|भजनपुरा|ਭਜਨਪੁਰਾ|بھجن پورہ
Yamuna Vihar|यमुना विहार|ਯਮੁਨਾ ਵਿਹਾਰ|یمنا وہار
Nand Nagri|नंद नगरी|ਨੰਦ ਨਗਰੀ|نند نگری
Shahdara|शाहदरा|ਸ਼ਾਹਦਰਾ|شاہدرہ
Burari|बुराड़ी|ਬੁਰਾੜੀ|براڑی
Tilak Nagar|तिलक नगर|ਤਿਲਕ ਨਗਰ|تلک نگر
Ballimaran|बल्लीमारान|ਬੱਲੀਮਾਰਾਨ|بلی ماران
Karol Bagh|करोल बाग|ਕਰੋਲ ਬਾਗ|قرول باغ
Daryaganj|दरियागंज|ਦਰਿਆਗੰਜ|دریا گنج
Chandni Chowk|चाँदनी चौक|ਚਾਂਦਨੀ ਚੌਕ|چاندنی چوک
Jama Masjid|जामा मस्जिद|ਜਾਮਾ ਮਸਜਿਦ|جامع مسجد
Paharganj|पहाड़गंज|ਪਹਾੜਗੰਜ|پہاڑ گنج
Mustafabad|मुस्तफाबाद|ਮੁਸਤਫ਼ਾਬਾਦ|مصطفی آباد
Karawal Nagar|करावल नगर|ਕਰਾਵਲ ਨਗਰ|کراول نگر
Sonia Vihar|सोनिया विहार|ਸੋਨੀਆ ਵਿਹਾਰ|سونیا وہار
Gandhi Nagar|गांधी नगर|ਗਾਂਧੀ ਨਗਰ|گاندھی نگر
Laxmi Nagar|लक्ष्मी नगर|ਲਕਸ਼ਮੀ ਨਗਰ|لکشمی نگر
Trilokpuri|त्रिलोकपुरी|ਤ੍ਰਿਲੋਕਪੁਰੀ|ترلوک پوری
Dilshad Garden|दिलशाद गार्डन|ਦਿਲਸ਼ਾਦ ਗਾਰਡਨ|دلشاد گارڈن
Vivek Vihar|विवेक विहार|ਵਿਵੇਕ ਵਿਹਾਰ|ویویک وہار
Timarpur|तिमारपुर|ਤਿਮਾਰਪੁਰ|تیمارپور
Sadar Bazar|सदर बाज़ार|ਸਦਰ ਬਾਜ਼ਾਰ|صدر بازار
Brahmpuri|ब्रह्मपुरी|ਬ੍ਰਹਮਪੁਰੀ|برہم پوری
Gokalpuri|गोकलपुरी|ਗੋਕਲਪੁਰੀ|گوکل پوری
Khajuri Khas|खजूरी खास|ਖਜੂਰੀ ਖਾਸ|کھجوری خاص
Jhilmil|झिलमिल|ਝਿਲਮਿਲ|جھلمل
Patparganj|पटपड़गंज|ਪਟਪੜਗੰਜ|پٹپڑ گنج
Azadpur|आज़ादपुर|ਆਜ਼ਾਦਪੁਰ|آزاد پور
Jahangirpuri|जहाँगीरपुरी|ਜਹਾਂਗੀਰਪੁਰੀ|جہانگیر پوری
Narela|नरेला|ਨਰੇਲਾ|نریلا
Mangolpuri|मंगोलपुरी|ਮੰਗੋਲਪੁਰੀ|منگول پوری
Okhla|ओखला|ਓਖਲਾ|اوکھلا
`

/** By the Latin name. */
export const localityWritings: ReadonlyMap<string, Readonly<Record<'Deva' | 'Guru' | 'Arab', string>>> = new Map(
  written
    .trim()
    .split('\n')
    .map((line) => {
      const [latin = '', Deva = '', Guru = '', Arab = ''] = line.split('|')
      return [latin, { Deva, Guru, Arab }] as const
    }),
)
