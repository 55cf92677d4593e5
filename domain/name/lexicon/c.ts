/** Names from Cab to Cyr, one a line: Latin spellings, Devanagari, Gurmukhi, Urdu; empty where the rules tell. */
export const namesC = `
Cabral|काब्राल|ਕਾਬਰਾਲ|کابرال
Caleb|कालेब|ਕਾਲੇਬ|کالب
Calvin|केल्विन|ਕੈਲਵਿਨ|کیلون
Campbell|कैंपबेल|ਕੈਂਪਬੈਲ|کیمبل
Candy|कैंडी|ਕੈਂਡੀ|کینڈی
Captain|कप्तान|ਕਪਤਾਨ|کپتان
Cardoso|कार्डोसो|ਕਾਰਡੋਸੋ|کارڈوسو
Cardozo|कार्डोज़ो|ਕਾਰਡੋਜ਼ੋ|کارڈوزو
Cariappa|करियप्पा|ਕਰੀਅੱਪਾ|کریپا
Carl|कार्ल|ਕਾਰਲ|کارل
Carmel|कार्मेल|ਕਾਰਮੇਲ|کارمل
Carol|कैरोल|ਕੈਰੋਲ|کیرول
Caroline|कैरोलाइन||کیرولائن
Carter|कार्टर|ਕਾਰਟਰ|کارٹر
Carvalho|कार्वाल्हो||کاروالہو
Catherine|कैथरीन|ਕੈਥਰੀਨ|کیتھرین
Cathy|कैथी|ਕੈਥੀ|کیتھی
Cecilia|सिसिलिया||سیسیلیا
Cedric|सेड्रिक|ਸੈਡਰਿਕ|سیڈرک
Celestine|सेलेस्टीन|ਸੇਲੇਸਟੀਨ|سیلسٹین
Celina|सेलिना|ਸੇਲੀਨਾ|سیلینا
Celine|सेलीन|ਸੇਲੀਨ|سیلین
Chachra|छाछरा|ਛਾਛਰਾ|چھاچھرا
Chacko|चाको|ਚਾਕੋ|چاکو
Chackochan|चाकोचन|ਚਾਕੋਚਨ|چاکوچن
Chadar|चढ़ार|ਚੜ੍ਹਾਰ|چڑھار
Chaggar|छग्गर|ਛੱਗਰ|چھگر
Chahal|चहल|ਚਾਹਲ|چاہل
Chahar|चाहर||
Chahat|चाहत|ਚਾਹਤ|چاہت
Chaitali|चैताली
Chaitanya|चैतन्य
Chaitra|चैत्रा|ਚੈਤਰਾ|چیترا
Chaitrali|चैत्राली|ਚੈਤਰਾਲੀ|چیترالی
Chajta|चाजटा|ਚਾਜਟਾ|چاجٹا
Chakma|चकमा
Chakrabarti|चक्रबर्ती/चक्रवर्ती|ਚੱਕਰਬਰਤੀ/ਚੱਕਰਵਰਤੀ|چکربرتی/چکرورتی
Chakraborty|चक्रवर्ती|ਚੱਕਰਵਰਤੀ|چکرورتی
Chakradhar|चक्रधर|ਚੱਕਰਧਰ|چکردھر
Chakrapani|चक्रपाणि|ਚੱਕਰਪਾਣੀ|چکرپانی
Chakravarti|चक्रवर्ती||
Chalkoo|चलकू|ਚਲਕੂ|چلکو
Chaman|चमन|ਚਮਨ|چمن
Chamanlal|चमनलाल|ਚਮਨਲਾਲ|چمن لال
Chamaria|चमड़िया|ਚਮੜੀਆ|چمڑیا
Chambyal,Chambial|चंब्याल|ਚੰਬਿਆਲ|چمبیال
Chameli|चमेली|ਚਮੇਲੀ|چمیلی
Chamelidevi|चमेलीदेवी|ਚਮੇਲੀਦੇਵੀ|چمیلی دیوی
Chamiyal|चमियाल|ਚਮਿਆਲ|چمیال
Chamkaur|चमकौर|ਚਮਕੌਰ|چمکور
Chamling|चामलिंग|ਚਾਮਲਿੰਗ|چاملنگ
Chamola|चमोला|ਚਮੋਲਾ|چمولا
Chamoli|चमोली
Champa|चंपा|ਚੰਪਾ|چمپا
Champalal|चंपालाल|ਚੰਪਾਲਾਲ|چمپالال
Champat|चंपत|ਚੰਪਤ|چمپت
Champawat|चंपावत|ਚੰਪਾਵਤ|چمپاوت
Champawati|चंपावती|ਚੰਪਾਵਤੀ|چمپاوتی
Champia|चाम्पिया|ਚੰਪੀਆ|چامپیا
Chamyal|चम्याल|ਚਮਿਆਲ|چمیال
Chanana|चनाना||
Chanchal|चंचल|ਚੰਚਲ|چنچل
Chand|चंद|ਚੰਦ|چند
Chanda|चंदा|ਚੰਦਾ|چندا
Chandak|चांडक|ਚਾਂਡਕ|چانڈک
Chandaliya,Chandalia|चंडालिया|ਚੰਡਾਲੀਆ|چنڈالیا
Chandan|चंदन|ਚੰਦਨ|چندن
Chandandeep|चंदनदीप|ਚੰਦਨਦੀਪ|چندندیپ
Chandanlal|चंदनलाल|ਚੰਦਨਲਾਲ|چندن لال
Chandanpreet|चंदनप्रीत|ਚੰਦਨਪ੍ਰੀਤ|چندنپریت
Chandara|चांदआरा|ਚਾਂਦਆਰਾ|چاند آرا
Chandarpal,Chanderpal|चंद्रपाल|ਚੰਦਰਪਾਲ|چندر پال
Chandbibi|चांदबीबी|ਚਾਂਦਬੀਬੀ|چاند بی بی
Chandel|चंदेल
Chandela|चंदेला
Chander|चंदर|ਚੰਦਰ|چندر
Chanderbhan|चंद्रभान|ਚੰਦਰਭਾਨ|چندر بھان
Chanderkala|चंद्रकला|ਚੰਦਰਕਲਾ|چندر کلا
Chanderkanta|चंद्रकांता|ਚੰਦਰਕਾਂਤਾ|چندر کانتا
Chandermohan|चंद्रमोहन|ਚੰਦਰਮੋਹਨ|چندر موہن
Chanderpati|चंद्रपति|ਚੰਦਰਪਤੀ|چندر پتی
Chandershekhar|चंद्रशेखर|ਚੰਦਰਸ਼ੇਖਰ|چندر شیکھر
Chandervir|चंद्रवीर|ਚੰਦਰਵੀਰ|چندر ویر
Chanderwati|चंद्रवती|ਚੰਦਰਵਤੀ|چندر وتی
Chandgi|चांदगी|ਚਾਂਦਗੀ|چاندگی
Chandgiram|चांदगीराम|ਚਾਂਦਗੀਰਾਮ|چاندگی رام
Chandhok|चंढोक|ਚੰਢੋਕ|چنڈھوک
Chandkhan|चांदख़ान|ਚਾਂਦਖ਼ਾਨ|چاند خان
Chandkiran|चांदकिरण|ਚਾਂਦਕਿਰਨ|چاند کرن
Chandla|चंदला|ਚੰਦਲਾ|چندلا
Chandmal|चांदमल|ਚਾਂਦਮਲ|چاند مل
Chandmukhi|चांदमुखी|ਚਾਂਦਮੁਖੀ|چاند مکھی
Chando|चांदो|ਚਾਂਦੋ|چاندو
Chandok|चंडोक
Chandola|चंदोला||
Chandra|चंद्र/चंद्रा|ਚੰਦਰ/ਚੰਦਰਾ|چندر/چندرا
Chandrababu|चंद्रबाबू|ਚੰਦਰਬਾਬੂ|چندرابابو
Chandrabali|चंद्रबली|ਚੰਦਰਬਲੀ|چندربلی
Chandrabanshi|चंद्रबंशी|ਚੰਦਰਬੰਸ਼ੀ|چندربنشی
Chandrabhal|चंद्रभाल|ਚੰਦਰਭਾਲ|چندر بھال
Chandrabhan|चंद्रभान
Chandrabhushan|चंद्रभूषण|ਚੰਦਰਭੂਸ਼ਣ|چندربھوشن
Chandradev|चंद्रदेव|ਚੰਦਰਦੇਵ|چندردیو
Chandragupt,Chandragupta|चंद्रगुप्त|ਚੰਦਰਗੁਪਤ|چندر گپت
Chandrahas|चंद्रहास|ਚੰਦਰਹਾਸ|چندرہاس
Chandrajeet,Chandrajit|चंद्रजीत|ਚੰਦਰਜੀਤ|چندر جیت
Chandrakala|चंद्रकला|ਚੰਦਰਕਲਾ|چندرکلا
Chandrakant|चंद्रकांत
Chandrakanta|चंद्रकांता|ਚੰਦਰਕਾਂਤਾ|چندر کانتا
Chandrakar|चंद्राकर|ਚੰਦਰਾਕਰ|چندراکر
Chandraketu|चंद्रकेतु|ਚੰਦਰਕੇਤੂ|چندر کیتو
Chandrakiran|चंद्रकिरण|ਚੰਦਰਕਿਰਨ|چندر کرن
Chandrakumar|चंद्रकुमार|ਚੰਦਰਕੁਮਾਰ|چندر کمار
Chandralekha|चंद्रलेखा|ਚੰਦਰਲੇਖਾ|چندر لیکھا
Chandram|चांदराम|ਚਾਂਦਰਾਮ|چاند رام
Chandrama|चंद्रमा|ਚੰਦਰਮਾ|چندرما
Chandramani|चंद्रमणि|ਚੰਦਰਮਣੀ|چندرمنی
Chandramohan|चंद्रमोहन|ਚੰਦਰਮੋਹਨ|چندرموہن
Chandramouli|चंद्रमौलि|ਚੰਦਰਮੌਲੀ|چندرمولی
Chandramukhi|चंद्रमुखी|ਚੰਦਰਮੁਖੀ|چندر مکھی
Chandran|चंद्रन
Chandranath|चंद्रनाथ|ਚੰਦਰਨਾਥ|چندرناتھ
Chandrapal|चंद्रपाल|ਚੰਦਰਪਾਲ|چندرپال
Chandrapati|चंद्रपति|ਚੰਦਰਪਤੀ|چندر پتی
Chandraprabha|चंद्रप्रभा|ਚੰਦਰਪ੍ਰਭਾ|چندر پربھا
Chandrasekaran|चंद्रशेखरन|ਚੰਦਰਸ਼ੇਖਰਨ|چندرشیکھرن
Chandrasekhar|चंद्रशेखर|ਚੰਦਰਸ਼ੇਖਰ|چندرشیکھر
Chandrasen|चंद्रसेन|ਚੰਦਰਸੇਨ|چندر سین
Chandrashekhar|चंद्रशेखर|ਚੰਦਰਸ਼ੇਖਰ|چندرشیکھر
Chandravanshi|चंद्रवंशी|ਚੰਦਰਵੰਸ਼ੀ|چندرونشی
Chandravati|चंद्रवती
Chandraveer,Chandravir|चंद्रवीर|ਚੰਦਰਵੀਰ|چندر ویر
Chandreshwar|चंद्रेश्वर|ਚੰਦਰੇਸ਼ਵਰ|چندریشور
Chandrika|चंद्रिका
Chandrima|चंद्रिमा|ਚੰਦਰਿਮਾ|چندریما
Chandro|चंद्रो|ਚੰਦਰੋ|چندرو
Chandtara|चांदतारा|ਚਾਂਦਤਾਰਾ|چاند تارا
Chandumajra|चंदूमाजरा|ਚੰਦੂਮਾਜਰਾ|چندوماجرا
Chandveer,Chandvir|चांदवीर|ਚਾਂਦਵੀਰ|چاند ویر
Chandy|चांडी|ਚਾਂਡੀ|چانڈی
Chang|चांग|ਚਾਂਗ|چانگ
Changezi,Chengezi|चंगेज़ी|ਚੰਗੇਜ਼ੀ|چنگیزی
Channa|चन्ना|ਚੰਨਾ|چنا
Channi|चन्नी|ਚੰਨੀ|چنی
Chanu|चानू|ਚਾਨੂ|چانو
Chaoba|चाओबा|ਚਾਓਬਾ|چاؤبا
Chapagain|चापागाईं|ਚਾਪਾਗਾਈਂ|چاپاگائیں
Chaprana|चपराना|ਚਪਰਾਨਾ|چپرانا
Charak|चाड़क|ਚਾੜਕ|چاڑک
Charan|चरण
Charanbir|चरणबीर|ਚਰਨਬੀਰ|چرنبیر
Charandas|चरणदास|ਚਰਨਦਾਸ|چرن داس
Charandeep|चरणदीप|ਚਰਨਦੀਪ|چرندیپ
Charanjeet|चरणजीत|ਚਰਨਜੀਤ|چرنجیت
Charanjot|चरणजोत|ਚਰਨਜੋਤ|چرنجوت
Charankamal|चरणकमल|ਚਰਨਕਮਲ|چرنکمل
Charanlal|चरणलाल|ਚਰਨਲਾਲ|چرن لال
Charanpal|चरणपाल|ਚਰਨਪਾਲ|چرنپال
Charanveer|चरणवीर|ਚਰਨਵੀਰ|چرنویر
Charaya|चराया||
Charles|चार्ल्स|ਚਾਰਲਸ|چارلس
Charlie|चार्ली|ਚਾਰਲੀ|چارلی
Charlotte|शार्लोट|ਸ਼ਾਰਲੋਟ|شارلٹ
Charno|चरनो|ਚਰਨੋ|چرنو
Charu|चारु|ਚਾਰੂ|چارو
Charudutt|चारुदत्त|ਚਾਰੁਦੱਤ|چارودت
Charulata|चारुलता|ਚਾਰੂਲਤਾ|چارولتا
Charushila|चारुशीला|ਚਾਰੁਸ਼ੀਲਾ|چارو شیلا
Charvi|चार्वी|ਚਾਰਵੀ|چاروی
Charvik|चार्विक|ਚਾਰਵਿਕ|چاروک
Chary|चारी|ਚਾਰੀ|چاری
Chatar|चतर|ਚਤਰ|چتر
Chatrath|चतरथ|ਚਤਰਥ|چترتھ
Chatterjee|चटर्जी|ਚੈਟਰਜੀ|چٹرجی
Chattha|चट्ठा|ਚੱਠਾ|چٹھا
Chattopadhyay|चट्टोपाध्याय|ਚਟੋਪਾਧਿਆਏ|چٹوپادھیائے
Chaturbhuj|चतुर्भुज|ਚਤੁਰਭੁਜ|چتربھج
Chatursen|चतुरसेन|ਚਤੁਰਸੇਨ|چترسین
Chaturved|चतुर्वेद||
Chaube|चौबे|ਚੌਬੇ|چوبے
Chaubey|चौबे|ਚੌਬੇ|چوبے
Chaudhary,Choudhary,Chowdhury,Chaudhari,Choudhury|चौधरी|ਚੌਧਰੀ|چودھری
Chaudhry|चौधरी
Chauhan|चौहान|ਚੌਹਾਨ|چوہان
Chaukiyal|चौकियाल|ਚੌਕਿਆਲ|چوکیال
Chaupal|चौपाल|ਚੌਪਾਲ|چوپال
Chavan|चव्हाण/चवन|ਚਵਾਨ|چوان
Chavaria,Chavariya|चावरिया|ਚਾਵਰੀਆ|چاوریا
Chavhan|चव्हाण|ਚਵਾਨ|چوہان
Chavi|छवि|ਛਵੀ|چھوی
Chawla|चावला|ਚਾਵਲਾ|چاولہ
Chayan|चयन|ਚਯਨ|چین
Chechi|चेची|ਚੇਚੀ|چیچی
Cheema|चीमा|ਚੀਮਾ|چیمہ
Chelak|चेलक|ਚੇਲਕ|چیلک
Chelladurai|चेल्लादुरै|ਚੇਲਾਦੁਰਾਈ|چیلادورائی
Chellamma|चेल्लम्मा|ਚੇਲੱਮਾ|چیلما
Chellappan|चेल्लप्पन
Cherian|चेरियन|ਚੇਰੀਅਨ|چیریان
Chero|चेरो|ਚੇਰੋ|چیرو
Cherry|चेरी|ਚੈਰੀ|چیری
Chet|चेत|ਚੇਤ|چیت
Chetandas|चेतनदास|ਚੇਤਨਦਾਸ|چیتن داس
Chetandeep|चेतनदीप|ਚੇਤਨਦੀਪ|چیتندیپ
Chetanlal|चेतनलाल|ਚੇਤਨਲਾਲ|چیتن لال
Chetanprakash|चेतनप्रकाश|ਚੇਤਨਪ੍ਰਕਾਸ਼|چیتن پرکاش
Chetanpreet|चेतनप्रीत|ਚੇਤਨਪ੍ਰੀਤ|چیتنپریت
Chetanya|चैतन्य|ਚੈਤਨਯ|چیتنیہ
Chetia|चेतिया|ਚੇਤੀਆ|چیتیا
Chetna|चेतना|ਚੇਤਨਾ|چیتنا
Chetram|चेतराम|ਚੇਤਰਾਮ|چیترام
Chettiar|चेट्टियार
Chhabi|छवि
Chhabilal|छबिलाल|ਛਬੀਲਾਲ|چھبی لال
Chhabinath|छबिनाथ|ਛਬੀਨਾਥ|چھبی ناتھ
Chhabra|छाबड़ा|ਛਾਬੜਾ|چھابڑا
Chhabria|छाबड़िया||
Chhachhi|छाछी||
Chhagan|छगन|ਛਗਨ|چھگن
Chhaganlal|छगनलाल|ਛਗਨਲਾਲ|چھگن لال
Chhail|छैल|ਛੈਲ|چھیل
Chhajer|छाजेड़|ਛਾਜੇੜ|چھاجیڑ
Chhajju|छज्जू|ਛੱਜੂ|چھجو
Chhajjuram|छज्जूराम|ਛੱਜੂਰਾਮ|چھجو رام
Chhakkan|छक्कन|ਛੱਕਨ|چھکن
Chhangani|छंगाणी|ਛੰਗਾਣੀ|چھنگانی
Chhangte|छांगटे|ਛਾਂਗਟੇ|چھانگٹے
Chhangur|छांगुर|ਛਾਂਗੁਰ|چھانگر
Chhatrapal,Chhatarpal|छत्रपाल|ਛਤਰਪਾਲ|چھتر پال
Chhatrasal|छत्रसाल|ਛਤਰਸਾਲ|چھتر سال
Chhatwal|छतवाल|ਛਤਵਾਲ|چھتوال
Chhawri,Chhawdi|छावड़ी|ਛਾਵੜੀ|چھاوڑی
Chheda|छेडा|ਛੇਡਾ|چھیڈا
Chhedi|छेदी|ਛੇਦੀ|چھیدی
Chhibba|छिब्बा|ਛਿੱਬਾ|چھبا
Chhibber,Chhibbar|छिब्बर|ਛਿੱਬਰ|چھبر
Chhidalal|छिद्दालाल|ਛਿੱਦਾਲਾਲ|چھدا لال
Chhidda|छिद्दा|ਛਿੱਦਾ|چھدا
Chhikara|छिकारा
Chhina|छीना|ਛੀਨਾ|چھینا
Chhinda|छिंदा|ਛਿੰਦਾ|چھندا
Chhinder|छिंदर|ਛਿੰਦਰ|چھندر
Chhinderpal|छिंदरपाल|ਛਿੰਦਰਪਾਲ|چھندرپال
Chhindo|छिंदो|ਛਿੰਦੋ|چھندو
Chhipa,Chhipi|छीपा|ਛੀਪਾ|چھیپا
Chhitar|छीतर|ਛੀਤਰ|چھیتر
Chhitarmal|छीतरमल|ਛੀਤਰਮਲ|چھیتر مل
Chhokar|छोकर||
Chhotan|छोटन|ਛੋਟਨ|چھوٹن
Chhote|छोटे|ਛੋਟੇ|چھوٹے
Chhotelal|छोटेलाल|ਛੋਟੇਲਾਲ|چھوٹے لال
Chhoti|छोटी|ਛੋਟੀ|چھوٹی
Chhoto|छोटो|ਛੋਟੋ|چھوٹو
Chhoturam|छोटूराम|ਛੋਟੂਰਾਮ|چھوٹو رام
Chhuttan|छुट्टन|ਛੁੱਟਨ|چھٹن
Chib|चिब|ਚਿੱਬ|چب
Chidambaram|चिदंबरम
Chiku|चीकू|ਚੀਕੂ|چیکو
Chilwal|चिलवाल|ਚਿਲਵਾਲ|چلوال
Chiman|चिमन|ਚਿਮਨ|چمن
Chimanlal|चिमनलाल|ਚਿਮਨਲਾਲ|چمن لال
Chimi|चिमी|ਚਿਮੀ|چمی
Chinalia|चिनालिया|ਚਿਨਾਲੀਆ|چنالیا
Chinki|चिंकी|ਚਿੰਕੀ|چنکی
Chinmay|चिन्मय|ਚਿਨਮਯ|چنمے
Chinnamma|चिन्नम्मा|ਚਿੰਨੰਮਾ|چنما
Chinnappa|चिन्नप्पा
Chinnasamy|चिन्नासामी|ਚਿੰਨਾਸਾਮੀ|چناسامی
Chinta|चिंता|ਚਿੰਤਾ|چنتا
Chintamani|चिंतामणि|ਚਿੰਤਾਮਣੀ|چنتامنی
Chinti|चिंती|ਚਿੰਤੀ|چنتی
Chinto|चिंतो|ਚਿੰਤੋ|چنتو
Chintu|चिंटू|ਚਿੰਟੂ|چنٹو
Chirag|चिराग|ਚਿਰਾਗ|چراغ
Chiragdeep|चिरागदीप|ਚਿਰਾਗ਼ਦੀਪ|چراغدیپ
Chiraghuddin,Chiragudin|चिराग़ुद्दीन|ਚਿਰਾਗ਼ੁੱਦੀਨ|چراغ الدین
Chiranjeevi|चिरंजीवी|ਚਿਰੰਜੀਵੀ|چرنجیوی
Chiranji|चिरंजी|ਚਿਰੰਜੀ|چرنجی
Chiranjilal|चिरंजीलाल|ਚਿਰੰਜੀਲਾਲ|چرنجی لال
Chiranjiv,Chiranjeev|चिरंजीव|ਚਿਰੰਜੀਵ|چرنجیو
Chiraunji,Chironji|चिरौंजी|ਚਿਰੌਂਜੀ|چرونجی
Chironjilal|चिरौंजीलाल|ਚਿਰੌਂਜੀਲਾਲ|چرونجی لال
Chishi|चिशी|ਚਿਸ਼ੀ|چشی
Chitale|चितले|ਚਿਤਲੇ|چتلے
Chitkara|चितकारा||
Chitnis|चिटनिस|ਚਿਟਨਿਸ|چٹنس
Chitra|चित्रा|ਚਿਤਰਾ|چترا
Chitrakshi|चित्राक्षी|ਚਿਤਰਾਕਸ਼ੀ|چتراکشی
Chitralekha|चित्रलेखा|ਚਿੱਤਰਲੇਖਾ|چترلیکھا
Chitrangada|चित्रांगदा|ਚਿਤਰਾਂਗਦਾ|چترانگدا
Chitransh|चित्रांश|ਚਿਤਰਾਂਸ਼|چترانش
Chitrawati|चित्रावती|ਚਿਤਰਾਵਤੀ|چتراوتی
Chloe|क्लोई|ਕਲੋਈ|کلوئی
Choden|छोदेन|ਛੋਦੇਨ|چھودین
Chokhelal|चोखेलाल|ਚੋਖੇਲਾਲ|چوکھے لال
Chona|चोना|ਚੋਨਾ|چونا
Chongtham|चोंगथाम|ਚੋਂਗਥਾਮ|چونگتھام
Chopan|चोपान|ਚੋਪਾਨ|چوپان
Chopra|चोपड़ा|ਚੋਪੜਾ|چوپڑا
Chordia|चोरड़िया|ਚੋਰੜੀਆ|چورڑیا
Chothmal,Chauthmal|चौथमल|ਚੌਥਮਲ|چوتھ مل
Choubey|चौबे
Choyal|चोयल|ਚੋਇਲ|چوئل
Chris|क्रिस|ਕ੍ਰਿਸ|کرس
Christina|क्रिस्टीना|ਕ੍ਰਿਸਟੀਨਾ|کرسٹینا
Christine|क्रिस्टीन|ਕ੍ਰਿਸਟੀਨ|کرسٹین
Christopher|क्रिस्टोफ़र|ਕ੍ਰਿਸਟੋਫ਼ਰ|کرسٹوفر
Christy|क्रिस्टी|ਕ੍ਰਿਸਟੀ|کرسٹی
Chudasama|चूड़ासमा|ਚੂੜਾਸਮਾ|چوڑاسما
Chugh|चुग||
Chughtai,Chugtai|चुग़ताई|ਚੁਗ਼ਤਾਈ|چغتائی
Chuhar|चूहड़|ਚੂਹੜ|چوہڑ
Chumber,Chumbar|चुंबर|ਚੁੰਬਰ|چمبر
Chundawat|चूंडावत|ਚੂੰਡਾਵਤ|چونڈاوت
Chunni|चुन्नी
Chunnilal|चुन्नीलाल|ਚੁੰਨੀਲਾਲ|چنیلال
Chunniram|चुन्नीराम|ਚੁੰਨੀਰਾਮ|چنی رام
Chunnu|चुन्नू|ਚੁੰਨੂ|چنو
Churihar|चूड़ीहार|ਚੂੜੀਹਾਰ|چوڑی ہار
Chutia|चुटिया|ਚੁਟੀਆ|چٹیا
Cindy|सिंडी|ਸਿੰਡੀ|سنڈی
Clara|क्लारा|ਕਲਾਰਾ|کلارا
Clare|क्लेयर|ਕਲੇਅਰ|کلیئر
Clarence|क्लेरेंस|ਕਲੇਰੇਂਸ|کلیرنس
Clark,Clarke|क्लार्क|ਕਲਾਰਕ|کلارک
Claudia|क्लाउडिया|ਕਲਾਊਡੀਆ|کلاڈیا
Clement|क्लेमेंट|ਕਲੇਮੈਂਟ|کلیمنٹ
Clifford|क्लिफ़र्ड|ਕਲਿਫ਼ਰਡ|کلفرڈ
Clinton|क्लिंटन|ਕਲਿੰਟਨ|کلنٹن
Clive|क्लाइव|ਕਲਾਈਵ|کلائیو
Coelho|कोएल्हो|ਕੋਏਲਹੋ|کوئلہو
Colin|कोलिन|ਕੋਲਿਨ|کولن
Collins|कॉलिन्स|ਕੌਲਿਨਜ਼|کولنز
Conrad|कॉनराड|ਕੋਨਰਾਡ|کونراڈ
Constance|कॉन्स्टेंस|ਕੌਂਸਟੈਂਸ|کانسٹنس
Contractor|कॉन्ट्रैक्टर|ਕੰਟਰੈਕਟਰ|کنٹریکٹر
Cooper|कूपर|ਕੂਪਰ|کوپر
Cornelius|कोर्नेलियस|ਕੋਰਨੇਲੀਅਸ|کرنیلیس
Coutinho|कुटिन्हो|ਕੂਟਿਨਹੋ|کوٹینہو
Cox|कॉक्स|ਕੌਕਸ|کاکس
Craig|क्रेग|ਕ੍ਰੇਗ|کریگ
Crasta|क्रास्टा|ਕ੍ਰਾਸਟਾ|کراسٹا
Cruz|क्रूज़|ਕਰੂਜ਼|کروز
Crystal|क्रिस्टल|ਕ੍ਰਿਸਟਲ|کرسٹل
Cynthia|सिंथिया|ਸਿੰਥੀਆ|سنتھیا
Cyril|सिरिल|ਸਿਰਿਲ|سیرل
`
