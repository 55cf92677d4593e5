/**
 * How clerks and papers spell names in other ways: the usual Latin spelling, then other Latin ones, Devanagari, Gurmukhi
 * and Urdu, each list parted by spaces. Written down by ear, apart from the tables of the demonstration's people.
 */
const speltOtherwise = `
Devi|devee debi dewi|देवि देबी|ਦੇਬੀ ਦੇਵਿ|دیبی دےوی
Kumar|kumaar kumer coomar|कूमार कुमर|ਕੂਮਾਰ ਕੁਮਰ|کمر کومار
Singh|sinh singhh sinng|सिंघ सिन्ह|ਸਿੰਹ ਸੀਂਘ|سنگ سینگھ
Kaur|kour cor kaurr|कोर कौउर|ਕੋਰ ਕਉਰ|کؤر کوَر
Mohammad|mohamad muhamad mohamud|मोहमद मुहम्मद|ਮੋਹੰਮਦ ਮੁਹਮਦ|محمّد مُحمد
Lal|laal lall|लाला|ਲਾਲ|لعل لال
Bano|banoo baano|बानु बानों|ਬਾਨੋਂ ਬਾਨੂ|بانوں بنو
Khatoon|khatoun katoon khatuun|खातून ख़ातुन|ਖਾਤੂਨ ਖ਼ਾਤੁਨ|خاتوں کھاتون
Begum|begam begham baigum|बेग़म बेगुम|ਬੇਗ਼ਮ ਬੇਗੁਮ|بیغم بےگم
Parveen|perveen parwin praveen|पर्वीन परविन|ਪ੍ਰਵੀਨ ਪਰਵਿਨ|پروِین
Jahan|jehan jahaan|जहां जहान|ਜਹਾਨ ਜਹਾ|جہان جھاں
Khan|kaan khaan|खान खाँन|ਖਾਨ|کھان خاں
Kumari|kumarii kumarri|कुमारि कूमारी|ਕੁਮਾਰਿ ਕੂਮਾਰੀ|کماریی کوماری
Ali|alee aly|अलि आली|ਅਲਿ ਆਲੀ|على الی
Gupta|guptaa|गुपता|ਗੁੱਪਤਾ|گپتہ گوپتا
Chand|chandd chaand|चन्द चाँद|ਚਾਂਦ ਚੰਦ|چاند چنڈ
Kohli|koli kohlee|कोहलि कोली|ਕੋਹਲੀ|کولی کوہلیی
Pandey|pandeya paandey|पाण्डेय पांडेय|ਪਾਂਡੇਅ ਪੰਡੇ|پانڈےے پانڈی
Jatav|jatab jaatav jatao|जाटब जाटाव|ਜਾਟਬ|جاٹاو
Aggarwal|agarval aggarval agerwal|अगरवाल अग्रवाल|ਅੱਗਰਵਾਲ ਅਗ੍ਰਵਾਲ|اگروآل اگگروال
Bansal|bansel bansall|बन्सल बांसल|ਬੰਸਲ|بانسل
Ahmad|ahmud achmad ehmad|अहमद एहमद|ਅਹਮਦ|احمَد اھمد
Dahiya|dahia dahya|दहीया दाहिया|ਦਾਹੀਆ|دہیہ
Kiran|kirann keeran|किरन कीरन|ਕਿਰਣ|کرَن کیرن
Lakshmi|lakhsmi lakshmy laxhmi|लक्षमी लछमी|ਲਕਸ਼ਮਿ ਲੱਛਮੀ|لکشمیی لچھمی
Yadav|yadaav yaadav jadav|यादब यादौ|ਯਾਦਬ|یادوو
Renu|reenu raynu|रेनु रेनू|ਰੇਨੂ|رینوں
Kashyap|kashyup kasyap|कशयप कस्यप|ਕਸ਼ਿਅਪ|کاشیپ
Valmiki|balmiki valmeeki|बाल्मीकि वाल्मिकी|ਬਾਲਮੀਕੀ|بالمیکی
Negi|neggi negee|नेगि|ਨੇਗਿ|نیگیی
Ramesh|ramaish rameshh|रामेश रमेस|ਰਾਮੇਸ਼ ਰਮੇਸ|رامیش رمیس
Sunita|sunitta suneta sunitaa|सुनिता सूनीता|ਸੁਨਿਤਾ ਸੂਨੀਤਾ|سونیتا سنیتہ
Santosh|santosch santos|सन्तोष संतोस|ਸੰਤੋਸ਼ ਸੰਤੋਸ|سنتوس
Chopra|chopda chopraa|चोपरा|ਚੋਪਰਾ|چوپرا
Tomar|tomer toomar|तोमार|ਤੋਮਰ|تومَر
Das|daas dass|दाश दस|ਦਾਸ|داسس
Tiwari|tiwary tiwaree teewari|तिवारि तीवारी|ਤਿਵਾਰਿ|تواری
Saxena|saksaina saxsena sexena|सक्सैना सकसेना|ਸਕਸੇਨਾ|سکسینا
Bhardwaj|bhardvaj bharadwaj|भारद्धाज भरद्वाज|ਭਰਦਵਾਜ|بھردواج
Shanti|shaanti santi shantee|शान्ति शांती|ਸ਼ਾਂਤਿ|شانتیی شنتی
Qureshi|qurashi qureshy kureshy|कुरैशी क़ुरेशी|ਕੁਰੇਸ਼ੀ|قریشیی کریشی
Suman|sumann suuman|सूमन|ਸੂਮਨ|سومن
Jain|jayn jaine|जेन|ਜੇਨ|جیین
Srivastava|sriwastava shriwastav srivastva|श्रीवास्तव श्रिवास्तव|ਸ੍ਰੀਵਾਸਤਵ|شریواستو
Saurabh|saurab sorabh|सौरव सोरभ|ਸੌਰਬ|سورب
Priya|preeya priyaa|प्रीया|ਪ੍ਰੀਆ|پریہ
Radha|raadha radhaa|राधा|ਰਾਧਾ|رادا
Thakur|thakoor takur thaakur|ठाकूर|ਠਾਕਰ|ٹھاکور
Vandana|bandana vandna|वन्दना बंदना|ਬੰਦਨਾ|بندنا
Akhtar|akhter akhthar|अख्तर|ਅਖਤਰ|اکھتر
Sharma|sharmaa sherma|सरमा|ਸਰਮਾ|سرما شرمہ
Bhagwan|bhagvan bhagwaan|भगवान|ਭਗਵਾਨ|بھگوَان
Nair|nayar nayer|नैयर|ਨਈਅਰ|نایر
Prajapati|prajapti parjapati|प्रजापती|ਪਰਜਾਪਤੀ|پرجاپتیی
Parvati|parwati parbati|पार्वति पारवती|ਪਾਰਬਤੀ|پاروتی
Kapoor|kapour kappoor|कपुर|ਕਪੂਰ|کپور
Malik|mallik maalik|मलीक|ਮਲੀਕ|مالک
Sangeeta|sangitha sangeetha|संगिता सन्गीता|ਸੰਗਿਤਾ|سنگیتہ
Malhotra|malhothra mallhotra|मलहोत्रा|ਮਲਹੋਤ੍ਰਾ|ملہوترہ
Mathew|mathews matthew|मैथयू|ਮੈਥਯੂ|میتھو
Suresh|surish suraish|सूरेश सुरेस|ਸੂਰੇਸ਼|سوریش
Saini|sainee seni|सैणी|ਸੈਨੀ|سینیی
Verma|vermaa verrma|वरमा|ਵਰਮਾ|ورمہ
Bhatia|bhatiya bhaatia|भाटीया|ਭਾਟਿਆ|بھاٹیہ
Mohan|mohann mohun|मोहण|ਮੋਹਣ|موھن
Chaudhary|chowdhry choudhry chaudhry|चौधरि चोधरी|ਚੋਧਰੀ|چودری
Rathore|rathor rathour|राठोर राठौड़|ਰਾਠੋਰ|راٹھوڑ
Khanna|khana khannaa|खना|ਖੰਨਾ|کھنا
Shukla|shukl sukla|शुकला|ਸੁਕਲਾ|شکلہ
Shyam|shiam|स्याम|ਸਿਆਮ|شام
Rukhsana|rukshana rokhsana|रुखसाना|ਰੁਖਸਾਨਾ|رخسانا
Rekha|raikha rekhaa|रैखा|ਰੈਖਾ|ریکا
Abbasi|abasi abbassi|अब्बासि|ਅਬਾਸੀ|عبّاسی
Geeta|gitaa geetaa|गिता|ਗਿਤਾ|گیتہ
Pushpa|puspa pushpaa|पुस्पा|ਪੁਸਪਾ|پشپہ
Seema|simaa seemaa|सिमा|ਸਿਮਾ|سیمہ
Kusum|kusam kusoom|कूसुम|ਕੁਸਮ|کوسم
Mehra|mahra mehraa|महरा|ਮਹਰਾ|مہرہ
Harpreet|harpret hurpreet|हरप्रित|ਹਰਪ੍ਰਿਤ|ہرپرت
Goel|goyal goyel|गोयेल|ਗੋਯਲ|گوئیل
Kamla|kamala kamlaa|कमला|ਕਮਲਾ|کملہ
Mamta|mamata mamtaa|ममता|ਮਮਤਾ|ممتہ
Vimla|vimala vimlaa|विमला|ਵਿਮਲਾ|ومله
Rani|raani ranee|रानि राणी|ਰਾਨੀ|رانیی
Gayatri|gaytri gaayatri|गायत्रि|ਗਾਯਤਰੀ|گایترى
Saroj|sarooj saroz|सरोझ|ਸਰੋਜ|سروز
Madhu|madhoo maadhu|मधू|ਮਧੁ|مدھوں
Manju|manjoo munju|मंजु मन्जू|ਮੰਜੁ|منجوں
Preeti|pritee preetee|प्रीती|ਪ੍ਰੀਤਿ|پرتی
Kuldeep|kuldip kooldeep|कुलदिप|ਕੁਲਦਿਪ|کلدپ
Ravi|rabi ravie|रवी|ਰਵਿ|راوی
Shalini|shaleeni salini|शालीनी|ਸ਼ਾਲੀਨੀ|شالینی
Urmila|urmilla oormila|उरमिला|ਊਰਮਿਲਾ|ارمیلا
Anita|anitaa aneta|अनिता|ਅਨਿਤਾ|انیتہ
Meena|mina meenaa|मिना|ਮਿਨਾ|مینہ
Sunil|suneel sunill|सुनिल|ਸੁਨਿਲ|سنل
Nisha|neesha nishaa|नीशा|ਨੀਸ਼ਾ|نیشا
Anjali|anjli anjalee|अन्जलि अंजली|ਅੰਜਲਿ|انجلیی
Savitri|sabitri savithri|सावीत्री|ਸਾਵਿਤ੍ਰੀ|ساویتری
Alam|aalam alum|अलम|ਅਲਮ|الم
Usha|ushaa oosha|ऊषा|ਉਸ਼ਾ|اشا
Vikas|bikas vikaas|वीकास|ਵੀਕਾਸ|ویکاس
Aman|amann amun|अमण|ਅਮਣ|آمن
Sanjay|sanjai sunjay|सन्जय|ਸੰਜਯ|سنجئے
Neha|nehaa naiha|नैहा|ਨੈਹਾ|نیھا
Aarti|arti aartee|आरति|ਆਰਤਿ|آرتیی
Ram|raam|राम|ਰਾਮ|رام
Vijay|bijay vijey|बिजय|ਬਿਜੇ|وجئے
Pooja|poojaa pujaa|पुजा|ਪੁਜਾ|پوجہ
Mishra|mishraa mishr|मिश्र|ਮਿਸ਼ਰ|مشرہ
Jaspreet|jasprit jaspret|जसप्रित|ਜਸਪ੍ਰਿਤ|جسپرت
Arun|aroon arunn|अरून|ਅਰੂਨ|آرون
Imran|imraan emran|इम्रान|ਇਮ੍ਰਾਨ|امران
Ritu|reetu rithu|रीतू ऋतु|ਰੀਤੂ|ریتوں
Ganga|gangaa gunga|गङ्गा|ਗੰਗਾ|گنگہ
Nirmala|nirmla nirmalaa|निरमला|ਨਿਰਮਲਾ|نرملہ
Ansari|ansaari ansary|अन्सारी|ਅਨਸਾਰੀ|انساری
Rajesh|rajaish raajesh|राजेस|ਰਾਜੇਸ|راجیس
Chauhan|chohan chouhan|चोहान|ਚੋਹਾਨ|چوھان
Deepika|dipika deepeeka|दिपिका|ਦਿਪਿਕਾ|دیپیکا
Shankar|sankar shanker|शन्कर|ਸ਼ੰਕਰ|سنکر
Dharmendra|dharmindra dharmendr|धरमेंद्र|ਧਰਮੇਂਦਰ|دھرمندر
Naresh|narish nareshh|नारेश|ਨਾਰੇਸ਼|ناریش
Yogesh|jogesh yogaish|योगेस|ਜੋਗੇਸ਼|یوگیس
Subhash|subhas soobhash|शुभाष|ਸੁਭਾਸ|سوبھاش
Kavita|kabita kavitaa|कवीता|ਕਬਿਤਾ|کبیتا
Mohit|moheet mohith|मोहीत|ਮੋਹੀਤ|موھت
Arvind|arbind aravind|अरविन्द|ਅਰਬਿੰਦ|اربند
Rajput|rajpoot raajput|राजपुत|ਰਾਜਪੁਤ|راجپت
Ashok|ashoke asshok|असोक|ਅਸੋਕ|آشوک
Dubey|duby doobey|दूबे|ਦੁਬੇ|دبے
Manpreet|manprit manpret|मनप्रित|ਮਨਪ੍ਰਿਤ|منپرت
Salma|salmaa selma|सल्मा|ਸਲਮਾ|سلما
Mumtaz|mumtaaz momtaz|मुम्ताज़ मुमताज|ਮੁਮਤਾਜ|ممتاذ
Vinod|binod vinood|विनोध|ਬਿਨੋਦ|وینود
Jyoti|jioti jyotee|ज्योती|ਜੋਤਿ|جوتی
Sushila|susheela sushilla|सुशिला|ਸੁਸ਼ਿਲਾ|سوشیلا
Rakesh|rakish raakesh|राकेस|ਰਾਕੇਸ|راکیس
Manoj|manoz manooj|मनोझ|ਮਨੋਜ|منوز
Siddiqui|sidiqui siddiquee|सिद्दीकी|ਸਿਦੀਕੀ|صدیقیی
Gaurav|gorav gaurab|गौरभ|ਗੌਰਬ|گوراو
Rohit|roheet rohith|रोहीत|ਰੋਹੀਤ|روھت
Mahendra|mahindra mahendr|महेन्द्र|ਮਹੇਂਦਰ|مہیندر
Ganesh|ganish ganeshh|गनेश|ਗਨੇਸ਼|گنیس
Mandeep|mandip mandeeep|मनदिप|ਮਨਦਿਪ|مندپ
Dinesh|deenesh dinish|दीनेश|ਦੀਨੇਸ਼|دینیش
Balwinder|balvinder balwindar|बलविन्दर|ਬਲਵਿੰਦ੍ਰ|بلویندر
Salim|saleeem salem|सलिम|ਸਲਿਮ|سلم
Harish|hareesh harissh|हरिश|ਹਰਿਸ਼|ہرش
Anil|aneel anill|अनील|ਅਨੀਲ|انل
Arora|aroraa aroda|अरोरा|ਅਰੋਰਾ|ارورا
Farzana|farjana farzaana|फरज़ाना फरजाना|ਫਰਜਾਨਾ|فرضانہ
Ayesha|aaisha ayesa aesha|आएशा आइशा|ਆਏਸ਼ਾ|عایشہ
Narendra|narindra narendr|नरेन्द्र|ਨਰੇਂਦਰ|نریندرا
Joseph|josef joshef|जोसफ|ਜੋਸੇਫ|جوسف
Shahnaz|shahnaaz sahnaz|शहनाज|ਸ਼ਹਨਾਜ਼|شہناذ
Mahesh|mahaish mahessh|महेस|ਮਹੇਸ|مھیش
Pradeep|prdeep pardeep|प्रदिप परदीप|ਪਰਦੀਪ|پردپ
Asha|ashaa aasha|आसा|ਆਸਾ|آشہ
Khadija|khadeeja kadija|खदीजा|ਖਦੀਜਾ|خدیجا
Amarjeet|amerjeet amarjith|अमरजित|ਅਮਰਜਿਤ|امرجت
Sandeep|sandeeep sundeep|सन्दीप|ਸੰਦਿਪ|سندپ
Nazia|najia naziya|नाजिया|ਨਾਜੀਆ|ناضیہ
Shabana|shabna sabaana|सबाना|ਸਬਾਨਾ|شبانا
Rajendra|rajindra rajendr|राजेन्द्र|ਰਾਜੇਂਦਰ|راجیندر
Amit|ameet amith|अमीत|ਅਮੀਤ|آمت
Husain|hosain husayn|हुसेन|ਹੁਸੇਨ|ھسین
Javed|jaaved javeed|जावैद|ਜਾਵੈਦ|جاوِید
Rizwan|rizvan rijwan|रिजवान|ਰਿਜਵਾਨ|رضوآن
Satish|sateesh satissh|सतिश|ਸਤਿਸ਼|ستش
Sheikh|sheik|शेख|ਸ਼ੇਖ|شیکھ
Nadeem|nadiim naddeem|नदिम|ਨਦਿਮ|ندم
Deepak|deepack dipaak|दिपक|ਦਿਪਕ|دپک
Rashid|rasheed raashid|रशीद|ਰਸ਼ੀਦ|رشید
Hasan|hasaan|हसन|ਹਸਨ|حسن
Gurpreet|gurpret goorpreet|गुरप्रित|ਗੁਰਪ੍ਰਿਤ|گرپرت
Mukesh|mukaish mookesh|मूकेश|ਮੂਕੇਸ਼|موکیش
Rahul|raahul rahool|राहूल|ਰਾਹੂਲ|راھل
Hamid|haamid hameed|हमीद|ਹਮੀਦ|حمید
Fatima|faatima fathma|फातिमा फ़ातीमा|ਫਾਤਿਮਾ|فاطما
Wasim|wasiim vaseem|वसिम|ਵਸਿਮ|وسم
Zeenat|zeenath zeinat|जीनत|ਜ਼ਿਨਤ|ذینت
Yasmeen|yasmine|यासमीन|ਯਾਸਮਿਨ|یاسمن
Ajay|ajey aajay|अजै|ਅਜਯ|اجئے
Mustafa|mustapha moostafa|मुस्तफा|ਮੁਸਤਫਾ|مصطفی
Rehana|rihana rehaana|रिहाना|ਰੇਹਾਨਾ|ریحانا
Yusuf|yousaf yusoof|युसुफ|ਯੁਸਫ|یوسوف
Poonam|poonum punamm|पुनम|ਪੁਨਮ|پونَم
Ibrahim|ebrahim ibraheem|इब्राहिम|ਇਬਰਾਹਿਮ|ابراھیم
Irfan|irfaan erfan|इरफान|ਇਰਫਾਨ|ارفان
Iqbal|ikbal iqbaal|इकबाल|ਇਕਬਾਲ|اقبآل
Surinder|surindar sureinder|सुरिन्दर|ਸੁਰੇਂਦਰ|سریندر
Umar|oomar|उमर|ਉਮਰ|عمر
Shabnam|shabnum sabnum|सबनम|ਸਬਨਮ|شبنَم
Thomas|tomas thomass|थोमस|ਥੋਮਸ|تھومس
Meenakshi|meenaksi minaxi|मिनाक्षी|ਮਿਨਾਕਸ਼ੀ|مینکشی
`

/** One word in a script: what a hand may write for it. */
export type Writings = Readonly<Record<'Latn' | 'Deva' | 'Guru' | 'Arab', readonly string[]>>

/** By the usual Latin spelling. */
export const writings: ReadonlyMap<string, Writings> = new Map(
  speltOtherwise
    .trim()
    .split('\n')
    .map((line) => {
      const [[usual = ''] = [], Latn = [], Deva = [], Guru = [], Arab = []] = line
        .split('|')
        .map((part) => part.split(' '))
      return [usual, { Latn, Deva, Guru, Arab }] as const
    }),
)
