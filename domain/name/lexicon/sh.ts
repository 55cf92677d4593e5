/** Names from Sha to Shw, one a line: Latin spellings, Devanagari, Gurmukhi, Urdu; empty where the rules tell. */
export const namesSh = `
Shabab|शबाब|ਸ਼ਬਾਬ|شباب
Shabad|शबद|ਸ਼ਬਦ|شبد
Shabaddeep|शबददीप|ਸ਼ਬਦਦੀਪ|شبددیپ
Shabadpreet|शबदप्रीत|ਸ਼ਬਦਪ੍ਰੀਤ|شبدپریت
Shaban|शाबान||شعبان
Shabana,Sabana,Shabaana|शबाना|ਸ਼ਬਾਨਾ|شبانہ
Shabbar|शब्बर|ਸ਼ੱਬਰ|شبر
Shabbir|शब्बीर|ਸ਼ੱਬੀਰ|شبیر
Shabbira|शब्बीरा|ਸ਼ੱਬੀਰਾ|شبیرہ
Shabbo|शब्बो|ਸ਼ੱਬੋ|شبو
Shabeena,Shabina|शबीना|ਸ਼ਬੀਨਾ|شبینہ
Shabeg|शाबेग|ਸ਼ਬੇਗ|شبیگ
Shabih,Shabeeh|शबीह|ਸ਼ਬੀਹ|شبیہ
Shabista|शबिस्ता|ਸ਼ਬਿਸਤਾ|شبستہ
Shabistan|शबिस्तां|ਸ਼ਬਿਸਤਾਂ|شبستاں
Shabnam,Sabnam|शबनम|ਸ਼ਬਨਮ|شبنم
Shabrez|शबरेज़|ਸ਼ਬਰੇਜ਼|شبریز
Shabrin,Shabreen|शबरीन|ਸ਼ਬਰੀਨ|شبرین
Shad,Shaad|शाद|ਸ਼ਾਦ|شاد
Shadab|शादाब||شاداب
Shadaba|शादाबा|ਸ਼ਾਦਾਬਾ|شادابہ
Shadan|शादान|ਸ਼ਾਦਾਨ|شاداں
Shadia,Shadiya|शादिया|ਸ਼ਾਦੀਆ|شادیہ
Shadil|शादिल|ਸ਼ਾਦਿਲ|شادل
Shadma|शादमा||شادمہ
Shadman|शादमान|ਸ਼ਾਦਮਾਨ|شادمان
Shadmani|शादमानी|ਸ਼ਾਦਮਾਨੀ|شادمانی
Shafaat|शफ़ाअत||شفاعت
Shafai,Shafaee|शफ़ाई|ਸ਼ਫ਼ਾਈ|شفائی
Shafaq|शफक||شفق
Shafi|शफ़ी|ਸ਼ਫ਼ੀ|شفیع
Shafia,Shafiya|शाफ़िया|ਸ਼ਾਫ਼ੀਆ|شافعہ
Shafin,Shafeen|शफ़ीन|ਸ਼ਫ਼ੀਨ|شفین
Shafiq|शफ़ीक़|ਸ਼ਫ਼ੀਕ|شفیق
Shafiqa,Shafeeqa|शफ़ीक़ा|ਸ਼ਫ਼ੀਕਾ|شفیقہ
Shafiqan,Shafikan|शफ़ीक़न|ਸ਼ਫ਼ੀਕਨ|شفیقن
Shafiquddin|शफ़ीक़ुद्दीन|ਸ਼ਫ਼ੀਕੁੱਦੀਨ|شفیق الدین
Shafiqul,Safiqul|शफ़ीक़ुल|ਸ਼ਫ਼ੀਕੁਲ|شفیق ال
Shafiqunnisa|शफ़ीक़ुन्निसा|ਸ਼ਫ਼ੀਕੁੰਨਿਸਾ|شفیق النساء
Shafiqur|शफ़ीक़ुर|ਸ਼ਫ਼ੀਕੁਰ|شفیق الر
Shafiqurrahman|शफ़ीक़ुर्रहमान|ਸ਼ਫ਼ੀਕੁਰਰਹਿਮਾਨ|شفیق الرحمٰن/شفیق الرحمن
Shafiuddin|शफ़ीउद्दीन|ਸ਼ਫ਼ੀਉੱਦੀਨ|شفیع الدین
Shafiullah|शफ़ीउल्लाह/शफ़ीउल्ला|ਸ਼ਫ਼ੀਉੱਲਾ|شفیع اللہ
Shafqat,Shafaqat|शफ़क़त|ਸ਼ਫ਼ਕਤ|شفقت
Shagan|शगन|ਸ਼ਗਨ|شگن
Shagandeep|शगनदीप|ਸ਼ਗਨਦੀਪ|شگندیپ
Shaganpreet|शगनप्रीत|ਸ਼ਗਨਪ੍ਰੀਤ|شگنپریت
Shaghil|शाग़िल|ਸ਼ਾਗ਼ਿਲ|شاغل
Shagun|शगुन|ਸ਼ਗੁਨ/ਸ਼ਗਨ|شگن
Shah|शाह|ਸ਼ਾਹ|شاہ
Shahab|शहाब||شہاب
Shahabuzzaman|शहाबुज़्ज़मां|ਸ਼ਹਾਬੁਜ਼ਮਾਂ|شہاب الزماں
Shahadat|शहादत||شہادت
Shahalam|शाहआलम|ਸ਼ਾਹਆਲਮ|شاہ عالم
Shahamat|शहामत|ਸ਼ਹਾਮਤ|شہامت
Shahan|शाहान|ਸ਼ਾਹਾਨ|شاہان
Shahana|शहाना|ਸ਼ਹਾਨਾ|شہانہ
Shahara|शाहआरा|ਸ਼ਾਹਆਰਾ|شاہ آرا
Shaharyar,Shahryar,Shahriyar,Sheheryar|शहरयार|ਸ਼ਹਿਰਯਾਰ|شہریار
Shahbano,Shahbanu|शाहबानो|ਸ਼ਾਹਬਾਨੋ|شاہ بانو
Shahbaz|शहबाज़|ਸ਼ਹਿਬਾਜ਼|شہباز
Shahdeen,Shahdin|शाहदीन|ਸ਼ਾਹਦੀਨ|شاہ دین
Shahdeo|शाहदेव|ਸ਼ਾਹਦੇਵ|شاہ دیو
Shahe|शाहे|ਸ਼ਾਹੇ|شاہ
Shaheda,Shahida|शाहिदा|ਸ਼ਾਹਿਦਾ|شاہدہ
Shaheem|शहीम|ਸ਼ਹੀਮ|شہیم
Shaheen|शाहीन|ਸ਼ਾਹੀਨ|شاہین
Shaheer,Shahir|शहीर|ਸ਼ਹੀਰ|شہیر
Shahenshah,Shahanshah|शहंशाह|ਸ਼ਹਿਨਸ਼ਾਹ|شہنشاہ
Shahi|शाही|ਸ਼ਾਹੀ|شاہی
Shahid|शाहिद|ਸ਼ਾਹਿਦ|شاہد
Shahidan|शाहिदन|ਸ਼ਾਹਿਦਨ|شاہدن
Shahidi|शहीदी|ਸ਼ਹੀਦੀ|شہیدی
Shahiduddin|शहीदुद्दीन|ਸ਼ਹੀਦੁੱਦੀਨ|شہید الدین
Shahidul|शहीदुल|ਸ਼ਹੀਦੁਲ|شہید ال
Shahina|शाहीना|ਸ਼ਾਹੀਨਾ|شاہینہ
Shahista|शाइस्ता|ਸ਼ਾਇਸਤਾ|شائستہ
Shahjahan|शाहजहां|ਸ਼ਾਹਜਹਾਂ|شاہجہاں
Shahjahanpuri|शाहजहांपुरी|ਸ਼ਾਹਜਹਾਂਪੁਰੀ|شاہجہاں پوری
Shahla|शहला||شہلا
Shahmeer,Shahmir|शाहमीर|ਸ਼ਾਹਮੀਰ|شاہ میر
Shahmin,Shahmeen|शाहमीन|ਸ਼ਾਹਮੀਨ|شاہمین
Shahmohammad|शाहमोहम्मद|ਸ਼ਾਹਮੁਹੰਮਦ|شاہ محمد
Shahnawaj|शाहनवाज़|ਸ਼ਾਹਨਵਾਜ਼|شاہنواز
Shahnawaz|शाहनवाज़|ਸ਼ਾਹਨਵਾਜ਼|شاہنواز
Shahnaz|शहनाज़|ਸ਼ਹਿਨਾਜ਼|شہناز
Shahnazbano|शहनाज़बानो|ਸ਼ਹਿਨਾਜ਼ਬਾਨੋ|شہناز بانو
Shahnoor|शाहनूर|ਸ਼ਾਹਨੂਰ|شاہ نور
Shahood,Shahud|शहूद|ਸ਼ਹੂਦ|شہود
Shahpari|शाहपरी|ਸ਼ਾਹਪਰੀ|شاہ پری
Shahrin,Shahreen,Shehreen|शहरीन|ਸ਼ਹਿਰੀਨ|شہرین
Shahrukh|शाहरुख़|ਸ਼ਾਹਰੁਖ਼|شاہ رخ/شاہرخ
Shahwali|शाहवली|ਸ਼ਾਹਵਲੀ|شاہ ولی
Shahwar|शहवार|ਸ਼ਹਿਵਾਰ|شہوار
Shahzad|शहज़ाद|ਸ਼ਹਿਜ਼ਾਦ|شہزاد
Shahzada,Shehzada|शहज़ादा|ਸ਼ਹਿਜ਼ਾਦਾ|شہزادہ
Shahzadi,Shahjadi|शहज़ादी|ਸ਼ਹਿਜ਼ਾਦੀ|شہزادی
Shahzaman|शाहज़मां|ਸ਼ਾਹਜ਼ਮਾਂ|شاہ زماں
Shahzeb|शाहज़ेब||شاہزیب
Shahzeen|शाहज़ीन|ਸ਼ਾਹਜ਼ੀਨ|شاہ زین
Shaiba|शायबा|ਸ਼ਾਇਬਾ|شائبہ
Shaikhzada,Sheikhzada|शेख़ज़ादा|ਸ਼ੇਖ਼ਜ਼ਾਦਾ|شیخ زادہ
Shail|शैल|ਸ਼ੈਲ|شیل
Shaila|शैला
Shailbala|शैलबाला|ਸ਼ੈਲਬਾਲਾ|شیل بالا
Shaildevi|शैलदेवी|ਸ਼ੈਲਦੇਵੀ|شیل دیوی
Shailesh|शैलेश
Shaileshwari|शैलेश्वरी|ਸ਼ੈਲੇਸ਼ਵਰੀ|شیلیشوری
Shaili|शैली||
Shailja|शैलजा
Shailkumari|शैलकुमारी|ਸ਼ੈਲਕੁਮਾਰੀ|شیل کماری
Shailputri|शैलपुत्री|ਸ਼ੈਲਪੁੱਤਰੀ|شیل پتری
Shaima,Shaema|शैमा|ਸ਼ੈਮਾ|شیما
Shaista|शाइस्ता|ਸ਼ਾਇਸਤਾ|شائستہ
Shajan|शाजन|ਸ਼ਾਜਨ|شاجن
Shajar|शजर|ਸ਼ਜਰ|شجر
Shaji|शाजी|ਸ਼ਾਜੀ|شاجی
Shakdher|शकधर||
Shakeeb|शकीब||شکیب
Shakila|शकीला|ਸ਼ਕੀਲਾ|شکیلہ
Shakilan,Shakeelan|शकीलन|ਸ਼ਕੀਲਨ|شکیلن
Shakiluddin|शकीलुद्दीन|ਸ਼ਕੀਲੁੱਦੀਨ|شکیل الدین
Shakilur|शकीलुर|ਸ਼ਕੀਲੁਰ|شکیل الر
Shakir|शाकिर|ਸ਼ਾਕਿਰ|شاکر
Shakoor,Shakur|शकूर|ਸ਼ਕੂਰ|شکور
Shakooran,Shakuran|शकूरन|ਸ਼ਕੂਰਨ|شکورن
Shakra|शाकरा|ਸ਼ਾਕਰਾ|شاکرہ
Shaktawat|शक्तावत|ਸ਼ਕਤਾਵਤ|شکتاوت
Shakti|शक्ति
Shaktidhar|शक्तिधर|ਸ਼ਕਤੀਧਰ|شکتی دھر
Shaktiman|शक्तिमान
Shaktiprasad|शक्तिप्रसाद|ਸ਼ਕਤੀਪ੍ਰਸਾਦ|شکتی پرساد
Shakuntla|शकुंतला|ਸ਼ਕੁੰਤਲਾ|شکنتلا
Shakya|शाक्य
Shakyawar|शाक्यवार|ਸ਼ਾਕਿਆਵਾਰ|شاکیہ وار
Shaleen,Shalin|शालीन|ਸ਼ਾਲੀਨ|شالین
Shalinder,Shalindra|शालिंदर|ਸ਼ਾਲਿੰਦਰ|شالندر
Shalini|शालिनी|ਸ਼ਾਲਿਨੀ|شالنی
Shalla|शल्ला|ਸ਼ੱਲਾ|شالہ
Shalu|शालू
Shama|शमा|ਸ਼ਮਾ|شمع
Shamabano|शमाबानो|ਸ਼ਮਾਬਾਨੋ|شمع بانو
Shamail|शमाइल|ਸ਼ਮਾਇਲ|شمائل
Shamaila,Shumaila,Shumayla|शुमाइला|ਸ਼ੁਮਾਇਲਾ|شمائلہ
Shamajahan|शमाजहां|ਸ਼ਮਾਜਹਾਂ|شمع جہاں
Shamaparveen|शमापरवीन|ਸ਼ਮਾਪਰਵੀਨ|شمع پروین
Shambhavi|शांभवी|ਸ਼ਾਂਭਵੀ|شامبھوی
Shambhu|शंभू
Shambhudayal|शंभुदयाल|ਸ਼ੰਭੂਦਿਆਲ|شمبھو دیال
Shambhulal|शंभूलाल|ਸ਼ੰਭੂਲਾਲ|شمبھو لال
Shambhunath|शंभुनाथ|ਸ਼ੰਭੂਨਾਥ|شمبھوناتھ
Shambhuprasad|शंभुप्रसाद|ਸ਼ੰਭੂਪ੍ਰਸਾਦ|شمبھو پرساد
Shambhusharan|शंभुशरण|ਸ਼ੰਭੂਸ਼ਰਨ|شمبھو شرن
Shamila,Shameela|शमीला|ਸ਼ਮੀਲਾ|شمیلہ
Shamima|शमीमा|ਸ਼ਮੀਮਾ|شمیمہ
Shamiman|शमीमन|ਸ਼ਮੀਮਨ|شمیمن
Shamimara|शमीमआरा|ਸ਼ਮੀਮਆਰਾ|شمیم آرا
Shamimbano|शमीमबानो|ਸ਼ਮੀਮਬਾਨੋ|شمیم بانو
Shamimuddin|शमीमुद्दीन|ਸ਼ਮੀਮੁੱਦੀਨ|شمیم الدین
Shamimul|शमीमुल|ਸ਼ਮੀਮੁਲ|شمیم ال
Shamindar,Shaminder|शमिंदर|ਸ਼ਮਿੰਦਰ|شمندر
Shamlal|शामलाल|ਸ਼ਾਮਲਾਲ|شام لال
Shamli|शामली|ਸ਼ਾਮਲੀ|شاملی
Shammi|शम्मी|ਸ਼ੰਮੀ|شمی
Shamo|शामो|ਸ਼ਾਮੋ|شامو
Shamoun|शमौन|ਸ਼ਮਊਨ|شمعون
Shampa|शंपा|ਸ਼ੰਪਾ|شمپا
Shams|शम्स|ਸ਼ਮਸ|شمس
Shamsa|शम्सा|ਸ਼ਮਸਾ|شمسہ
Shamsara|शम्सआरा|ਸ਼ਮਸਆਰਾ|شمس آرا
Shamsdeen,Shamsdin|शम्सदीन|ਸ਼ਮਸਦੀਨ|شمس دین
Shamse|शम्से|ਸ਼ਮਸੇ|شمس
Shamsealam|शम्सेआलम|ਸ਼ਮਸੇਆਲਮ|شمس عالم
Shamserali|शमशेरअली|ਸ਼ਮਸ਼ੇਰਅਲੀ|شمشیر علی
Shamshad|शमशाद|ਸ਼ਮਸ਼ਾਦ|شمشاد
Shamsher|शमशेर|ਸ਼ਮਸ਼ੇਰ|شمشیر
Shamsherjit|शमशेरजीत|ਸ਼ਮਸ਼ੇਰਜੀਤ|شمشیرجیت
Shamsherpal|शमशेरपाल|ਸ਼ਮਸ਼ੇਰਪਾਲ|شمشیرپال
Shamshi|शम्सी|ਸ਼ਮਸੀ|شمسی
Shamshida,Shamsheeda|शमशीदा|ਸ਼ਮਸ਼ੀਦਾ|شمشیدہ
Shamshul|शम्सुल|ਸ਼ਮਸੁਲ|شمس ال
Shamsi|शम्सी||شمسی
Shamsia|शम्सिया|ਸ਼ਮਸੀਆ|شمسیہ
Shamsuddin|शमसुद्दीन||شمس الدین
Shamsudduha,Shamsuzzoha|शम्सुज़्ज़ोहा|ਸ਼ਮਸੁਜ਼ੋਹਾ|شمس الضحیٰ
Shamsul|शम्सुल||شمسال
Shamsulhaq|शम्सुलहक़|ਸ਼ਮਸੁਲਹੱਕ|شمس الحق
Shamsulhasan|शम्सुलहसन|ਸ਼ਮਸੁਲਹਸਨ|شمس الحسن
Shamsunder,Shamsundar|शामसुंदर|ਸ਼ਾਮਸੁੰਦਰ|شام سندر
Shamsunnisa|शम्सुन्निसा|ਸ਼ਮਸੁੰਨਿਸਾ|شمس النساء
Shamsur|शम्सुर|ਸ਼ਮਸੁਰ|شمس الر
Shamsuzzaman|शम्सुज़्ज़मां|ਸ਼ਮਸੁਜ਼ਮਾਂ|شمس الزماں
Shamun,Shamoon|शमऊन|ਸ਼ਮਊਨ|شمعون
Shanaya|शनाया|ਸ਼ਨਾਇਆ|شنایا
Shandar|शानदार|ਸ਼ਾਨਦਾਰ|شاندار
Shandil|शांडिल||
Shandilya|शांडिल्य
Shane|शाने|ਸ਼ਾਨੇ|شان
Shanealam|शानेआलम|ਸ਼ਾਨੇਆਲਮ|شان عالم
Shankar|शंकर|ਸ਼ੰਕਰ|شنکر
Shankaran|शंकरन|ਸ਼ੰਕਰਨ|شنکرن
Shankardas|शंकरदास|ਸ਼ੰਕਰਦਾਸ|شنکر داس
Shankardayal|शंकरदयाल|ਸ਼ੰਕਰਦਿਆਲ|شنکر دیال
Shankardutt|शंकरदत्त|ਸ਼ੰਕਰਦੱਤ|شنکر دت
Shankari|शंकरी
Shankarlal|शंकरलाल|ਸ਼ੰਕਰਲਾਲ|شنکرلال
Shankarprasad|शंकरप्रसाद|ਸ਼ੰਕਰਪ੍ਰਸਾਦ|شنکر پرساد
Shankarsahay,Shankarsahai|शंकरसहाय|ਸ਼ੰਕਰਸਹਾਇ|شنکر سہائے
Shankhwar|शंखवार|ਸ਼ੰਖਵਾਰ|شنکھوار
Shanmugam|षणमुगम|ਸ਼ਨਮੁਗਮ|شنموگم
Shanmugasundaram|षण्मुगसुंदरम|ਸ਼ਨਮੁਗਸੁੰਦਰਮ|شنموگ سندرم
Shano|शानो|ਸ਼ਾਨੋ|شانو
Shanta|शांता
Shantanu|शांतनु|ਸ਼ਾਂਤਨੂ|شانتنو
Shantaram|शांताराम|ਸ਼ਾਂਤਾਰਾਮ|شانتا رام
Shanthi|शांति
Shanti|शांति|ਸ਼ਾਂਤੀ|شانتی
Shantibai|शांतिबाई|ਸ਼ਾਂਤੀਬਾਈ|شانتی بائی
Shantibhushan|शांतिभूषण|ਸ਼ਾਂਤੀਭੂਸ਼ਣ|شانتی بھوشن
Shantidevi|शांतिदेवी|ਸ਼ਾਂਤੀਦੇਵੀ|شانتی دیوی
Shantilal|शांतिलाल|ਸ਼ਾਂਤੀਲਾਲ|شانتی لال
Shantilata|शांतिलता|ਸ਼ਾਂਤੀਲਤਾ|شانتی لتا
Shantinath|शांतिनाथ|ਸ਼ਾਂਤੀਨਾਥ|شانتی ناتھ
Shantiprakash|शांतिप्रकाश|ਸ਼ਾਂਤੀਪ੍ਰਕਾਸ਼|شانتی پرکاش
Shantiprasad|शांतिप्रसाद|ਸ਼ਾਂਤੀਪ੍ਰਸਾਦ|شانتی پرساد
Shantiswaroop,Shantisaroop|शांतिस्वरूप|ਸ਼ਾਂਤੀਸਰੂਪ|شانتی سروپ
Shanu|शानू|ਸ਼ਾਨੂ|شانو
Shanvi|शान्वी|ਸ਼ਾਨਵੀ|شانوی
Shanya|शान्या|ਸ਼ਾਨਿਆ|شانیا
Shanza|शानज़ा|ਸ਼ਾਨਜ਼ਾ|شانزہ
Sharad|शरद
Sharadchandra|शरदचंद्र|ਸ਼ਰਦਚੰਦਰ|شرد چندر
Sharadendu|शरदेंदु|ਸ਼ਰਦੇਂਦੂ|شردیندو
Sharadkumar|शरदकुमार|ਸ਼ਰਦਕੁਮਾਰ|شرد کمار
Sharaf,Sharf|शरफ़|ਸ਼ਰਫ਼|شرف
Sharafat|शराफ़त|ਸ਼ਰਾਫ਼ਤ|شرافت
Sharafatullah|शराफ़तुल्लाह/शराफ़तुल्ला|ਸ਼ਰਾਫ਼ਤੁੱਲਾ|شرافت اللہ
Sharafuddin|शरफ़ुद्दीन|ਸ਼ਰਫ਼ੁੱਦੀਨ|شرف الدین
Sharan|शरण|ਸ਼ਰਨ|شرن
Sharanbir|शरणबीर|ਸ਼ਰਨਬੀਰ|شرنبیر
Sharandas|शरणदास|ਸ਼ਰਨਦਾਸ|شرن داس
Sharandeep|शरणदीप|ਸ਼ਰਨਦੀਪ|شرندیپ
Sharanjit|शरणजीत|ਸ਼ਰਨਜੀਤ|شرنجیت
Sharanjot|शरणजोत|ਸ਼ਰਨਜੋਤ|شرنجوت
Sharanleen|शरणलीन|ਸ਼ਰਨਲੀਨ|شرنلین
Sharanpal|शरणपाल|ਸ਼ਰਨਪਾਲ|شرن پال
Sharanpreet|शरणप्रीत|ਸ਼ਰਨਪ੍ਰੀਤ|شرنپریت
Sharanveer|शरणवीर|ਸ਼ਰਨਵੀਰ|شرنویر
Sharanya|शरण्या|ਸ਼ਰਣਿਆ|شرنیا
Sharbati|शरबती|ਸ਼ਰਬਤੀ|شربتی
Sharbato|शरबतो|ਸ਼ਰਬਤੋ|شربتو
Sharda|शारदा|ਸ਼ਾਰਦਾ|شاردا
Shardadevi|शारदादेवी|ਸ਼ਾਰਦਾਦੇਵੀ|شاردا دیوی
Shareefa,Sharifa|शरीफ़ा|ਸ਼ਰੀਫ਼ਾ|شریفہ
Shareefi|शरीफ़ी|ਸ਼ਰੀਫ਼ੀ|شریفی
Sharib|शारिब|ਸ਼ਾਰਿਬ|شارب
Sharifan,Shareefan|शरीफ़न|ਸ਼ਰੀਫ਼ਨ|شریفن
Sharifuddin|शरीफ़ुद्दीन|ਸ਼ਰੀਫ਼ੁੱਦੀਨ|شریف الدین
Shariful|शरीफ़ुल|ਸ਼ਰੀਫ਼ੁਲ|شریف ال
Sharifullah|शरीफ़ुल्लाह|ਸ਼ਰੀਫ਼ੁੱਲਾ|شریف اللہ
Sharifunnisa|शरीफ़ुन्निसा|ਸ਼ਰੀਫ਼ੁੰਨਿਸਾ|شریف النساء
Shariq|शारिक|ਸ਼ਾਰਿਕ|شارق
Sharique|शारिक़|ਸ਼ਾਰਿਕ|شارق
Shariyat|शरीयत||شریعت
Sharjeel,Sharjil|शरजील|ਸ਼ਰਜੀਲ|شرجیل
Sharki|सार्की|ਸਾਰਕੀ|سارکی
Sharma,Sarma|शर्मा|ਸ਼ਰਮਾ|شرما
Sharmeen,Sharmin|शरमीन|ਸ਼ਰਮੀਨ|شرمین
Sharmi|शर्मी|ਸ਼ਰਮੀ|شرمی
Sharmila|शर्मिला|ਸ਼ਰਮਿਲਾ|شرمیلا
Sharmina|शरमीना|ਸ਼ਰਮੀਨਾ|شرمینہ
Sharmistha|शर्मिष्ठा|ਸ਼ਰਮਿਸ਼ਠਾ|شرمشٹھا
Sharon|शेरोन|ਸ਼ੈਰਨ|شیرون
Sharvan|शरवण/श्रवण|ਸ਼ਰਵਣ|شرون
Sharvari|शर्वरी|ਸ਼ਰਵਰੀ|شروری
Sharvesh|शर्वेश|ਸ਼ਰਵੇਸ਼|شرویش
Sharvi|शर्वी|ਸ਼ਰਵੀ|شروی
Sharvil|शर्विल|ਸ਼ਰਵਿਲ|شرول
Shashank|शशांक
Shashibala|शशिबाला
Shashibhan|शशिभान|ਸ਼ਸ਼ੀਭਾਨ|ششی بھان
Shashidhar|शशिधर|ਸ਼ਸ਼ੀਧਰ|ششی دھر
Shashikant|शशिकांत
Shashikanta|शशिकांता|ਸ਼ਸ਼ੀਕਾਂਤਾ|ششی کانتا
Shashikapoor|शशिकपूर|ਸ਼ਸ਼ੀਕਪੂਰ|ششی کپور
Shashikiran|शशिकिरण|ਸ਼ਸ਼ੀਕਿਰਨ|ششی کرن
Shashikumar|शशिकुमार|ਸ਼ਸ਼ੀਕੁਮਾਰ|ششی کمار
Shashilata|शशिलता|ਸ਼ਸ਼ੀਲਤਾ|ششی لتا
Shashimohan|शशिमोहन|ਸ਼ਸ਼ੀਮੋਹਨ|ششی موہن
Shashipal|शशिपाल|ਸ਼ਸ਼ੀਪਾਲ|ششی پال
Shashiprabha|शशिप्रभा
Shashiprakash|शशिप्रकाश|ਸ਼ਸ਼ੀਪ੍ਰਕਾਸ਼|ششیپرکاش
Shashirani|शशिरानी|ਸ਼ਸ਼ੀਰਾਣੀ|ششی رانی
Shashishekhar|शशिशेखर|ਸ਼ਸ਼ੀਸ਼ੇਖਰ|ششی شیکھر
Shashwat|शाश्वत|ਸ਼ਾਸ਼ਵਤ|شاشوت
Shashwati|शाश्वती|ਸ਼ਾਸ਼ਵਤੀ|شاشوتی
Shasmal|शासमल|ਸ਼ਾਸਮਲ|شاسمل
Shasni|शासनी|ਸ਼ਾਸਨੀ|شاسنی
Shastri|शास्त्री
Shatakshi|शताक्षी|ਸ਼ਤਾਕਸ਼ੀ|شتاکشی
Shatrughan|शत्रुघन/शत्रुघ्न|ਸ਼ਤਰੂਘਨ/ਸ਼ਤਰੁਘਨ|شتروگھن
Shatrujeet,Shatrujit|शत्रुजीत|ਸ਼ਤਰੂਜੀਤ|شتروجیت
Shatrunjay|शत्रुंजय|ਸ਼ਤਰੁੰਜੇ|شترنجے
Shattari|शत्तारी|ਸ਼ੱਤਾਰੀ|شطاری
Shaukat|शौकत|ਸ਼ੌਕਤ|شوکت
Shaukatali|शौकतअली|ਸ਼ੌਕਤਅਲੀ|شوکت علی
Shaun|शॉन|ਸ਼ੌਨ|شان
Shauq,Shouq|शौक़|ਸ਼ੌਕ|شوق
Shaurya|शौर्य|ਸ਼ੌਰਿਆ|شوریہ
Shavez,Shawez|शावेज़|ਸ਼ਾਵੇਜ਼|شاویز
Shavinder|शविंदर|ਸ਼ਵਿੰਦਰ|شوندر
Shaw|शॉ|ਸ਼ਾਅ|شا
Shawl|शॉल|ਸ਼ਾਲ|شال
Shayan,Shayaan|शायान|ਸ਼ਾਯਾਨ|شایان
Shayar,Shair|शायर|ਸ਼ਾਇਰ|شاعر
Shayara,Shayra,Shaira|शायरा|ਸ਼ਾਇਰਾ|شاعرہ
Shazad|शाज़ाद|ਸ਼ਾਜ਼ਾਦ|شہزاد
Shazaib,Shahzaib|शाहज़ैब|ਸ਼ਾਹਜ਼ੇਬ|شاہ زیب
Shazeb|शाहज़ेब|ਸ਼ਾਹਜ਼ੇਬ|شاہ زیب
Shazia|शाज़िया|ਸ਼ਾਜ਼ੀਆ|شازیہ
Shazil|शाज़िल|ਸ਼ਾਜ਼ਿਲ|شازل
Shazim|शाज़िम|ਸ਼ਾਜ਼ਿਮ|شازم
Shaziya,Shajia|शाज़िया|ਸ਼ਾਜ਼ੀਆ|شازیہ
Shazma|शाज़मा|ਸ਼ਾਜ਼ਮਾ|شازمہ
Shazmeen|शाज़मीन|ਸ਼ਾਜ਼ਮੀਨ|شازمین
Sheeja|शीजा|ਸ਼ੀਜਾ|شیجا
Sheela|शीला
Sheeladevi|शीलादेवी|ਸ਼ੀਲਾਦੇਵੀ|شیلادیوی
Sheelawati,Shilawati|शीलावती|ਸ਼ੀਲਾਵਤੀ|شیلاوتی
Sheelchand|शीलचंद|ਸ਼ੀਲਚੰਦ|شیل چند
Sheelkumar|शीलकुमार|ਸ਼ੀਲਕੁਮਾਰ|شیل کمار
Sheelo|शीलो|ਸ਼ੀਲੋ|شیلو
Sheelwati,Shilwati|शीलवती|ਸ਼ੀਲਵਤੀ|شیل وتی
Sheema,Shima|शीमा|ਸ਼ੀਮਾ|شیما
Sheemar,Shimar|शीमार|ਸ਼ੀਮਾਰ|شیمار
Sheen|शीन|ਸ਼ੀਨ|شین
Sheena|शीना|ਸ਼ੀਨਾ|شینا
Sheeraz,Shiraz,Sheraz|शीराज़/शेराज़|ਸ਼ੀਰਾਜ਼|شیراز
Sheerazi,Shirazi|शीराज़ी|ਸ਼ੀਰਾਜ਼ੀ|شیرازی
Sheergojri|शीरगोजरी|ਸ਼ੀਰਗੋਜਰੀ|شیر گوجری
Shees,Sheesh|शीस|ਸ਼ੀਸ|شیث
Sheeshpal,Shishpal|शीशपाल|ਸ਼ੀਸ਼ਪਾਲ|شیش پال
Sheeshram,Shishram|शीशराम|ਸ਼ੀਸ਼ਰਾਮ|شیش رام
Sheetal|शीतल
Sheetalprasad,Shitalprasad|शीतलप्रसाद|ਸ਼ੀਤਲਪ੍ਰਸਾਦ|شیتل پرساد
Sheetalpreet|शीतलप्रीत|ਸ਼ੀਤਲਪ੍ਰੀਤ|شیتلپریت
Sheetla|शीतला|ਸ਼ੀਤਲਾ|شیتلا
Sheetlaprasad|शीतलाप्रसाद|ਸ਼ੀਤਲਾਪ੍ਰਸਾਦ|شیتلا پرساد
Shefali|शेफाली|ਸ਼ੇਫਾਲੀ|شیفالی
Shehbaz,Shehbaaz|शहबाज़|ਸ਼ਹਿਬਾਜ਼|شہباز
Shehla|शहला|ਸ਼ਹਿਲਾ|شہلا
Shehnaz|शहनाज़|ਸ਼ਹਿਨਾਜ਼|شہناز
Shehzadi|शहज़ादी||شہزادی
Sheikh,Shaikh,Shekh|शेख़|ਸ਼ੇਖ਼|شیخ
Sheila|शीला|ਸ਼ੀਲਾ|شیلا
Shekhar|शेखर|ਸ਼ੇਖਰ|شیکھر
Shekharchandra,Shekharchand|शेखरचंद्र/शेखरचंद|ਸ਼ੇਖਰਚੰਦਰ|شیکھر چندر
Shekhawat|शेखावत|ਸ਼ੇਖਾਵਤ|شیکھاوت
Shekhu|शेख़ू|ਸ਼ੇਖ਼ੂ|شیخو
Shelar|शेलार|ਸ਼ੇਲਾਰ|شیلار
Sheldon|शेल्डन|ਸ਼ੈਲਡਨ|شیلڈن
Shelke|शेलके|ਸ਼ੇਲਕੇ|شیلکے
Shelly|शैली|ਸ਼ੈਲੀ|شیلی
Shenoy|शेनॉय|ਸ਼ੇਨੋਏ|شینوئے
Sheochand|शिवचंद|ਸ਼ਿਵਚੰਦ|شیو چند
Sheodan,Shivdan|शिवदान|ਸ਼ਿਵਦਾਨ|شیو دان
Sheokand|श्योकंद||
Sheokhand|श्योकंद|ਸ਼ਿਓਕੰਦ|شیوکند
Sheokumar|शिवकुमार|ਸ਼ਿਵਕੁਮਾਰ|شیو کمار
Sheonarayan,Sheonarain|शिवनारायण|ਸ਼ਿਵਨਰਾਇਣ|شیو نارائن
Sheonath|शिवनाथ|ਸ਼ਿਵਨਾਥ|شیو ناتھ
Sheopal|श्योपाल|ਸ਼ਿਓਪਾਲ|شیوپال
Sheopujan|शिवपूजन|ਸ਼ਿਵਪੂਜਨ|شیو پوجن
Sheoraj|श्योराज
Sheoram|शिवराम|ਸ਼ਿਵਰਾਮ|شیو رام
Sheoran|श्योराण|ਸ਼ਿਓਰਾਣ|شیوران
Sheotaj|श्योताज|ਸ਼ਿਓਤਾਜ|شیو تاج
Sher|शेर|ਸ਼ੇਰ|شیر
Shera|शेरा|ਸ਼ੇਰਾ|شیرا
Sherafgan|शेरअफ़गन|ਸ਼ੇਰਅਫ਼ਗਨ|شیر افگن
Sherali|शेरअली|ਸ਼ੇਰਅਲੀ|شیر علی
Sherani|शेरानी|ਸ਼ੇਰਾਨੀ|شیرانی
Sherbahadur|शेरबहादुर|ਸ਼ੇਰਬਹਾਦਰ|شیر بہادر
Sherbir|शेरबीर|ਸ਼ੇਰਬੀਰ|شیربیر
Shergill|शेरगिल|ਸ਼ੇਰਗਿੱਲ|شیرگل
Sherin|शेरिन|ਸ਼ੇਰਿਨ|شیرین
Sherkhan|शेरख़ान|ਸ਼ੇਰਖ਼ਾਨ|شیر خان
Sherkoti|शेरकोटी|ਸ਼ੇਰਕੋਟੀ|شیرکوٹی
Sherly|शर्ली|ਸ਼ਰਲੀ|شرلی
Shermohammad|शेरमोहम्मद|ਸ਼ੇਰਮੁਹੰਮਦ|شیر محمد
Sherpa|शेरपा|ਸ਼ੇਰਪਾ|شیرپا
Sherpal|शेरपाल|ਸ਼ੇਰਪਾਲ|شیر پال
Sherry|शैरी|ਸ਼ੈਰੀ|شیری
Sheru|शेरू|ਸ਼ੇਰੂ|شیرو
Sherwani|शेरवानी|ਸ਼ੇਰਵਾਨੀ|شیروانی
Sheshdhar|शेषधर|ਸ਼ੇਸ਼ਧਰ|شیش دھر
Sheshmani|शेषमणि|ਸ਼ੇਸ਼ਮਣੀ|شیش منی
Sheshnarayan|शेषनारायण|ਸ਼ੇਸ਼ਨਰਾਇਣ|شیش نارائن
Sheshnath|शेषनाथ|ਸ਼ੇਸ਼ਨਾਥ|شیشناتھ
Sheshpal|शेषपाल|ਸ਼ੇਸ਼ਪਾਲ|شیش پال
Sheshram|शेषराम|ਸ਼ੇਸ਼ਰਾਮ|شیش رام
Shete|शेटे|ਸ਼ੇਟੇ|شیٹے
Shewale|शेवाले|ਸ਼ੇਵਾਲੇ|شیوالے
Shibani|शिबानी|ਸ਼ਿਬਾਨੀ|شبانی
Shibban|शिब्बन|ਸ਼ਿੱਬਨ|شبن
Shibbanlal|शिब्बनलाल|ਸ਼ਿੱਬਨਲਾਲ|شبن لال
Shibbu|शिब्बू|ਸ਼ਿੱਬੂ|شبو
Shibli|शिबली|ਸ਼ਿਬਲੀ|شبلی
Shifa|शिफा||شفا
Shifana|शिफ़ाना|ਸ਼ਿਫ਼ਾਨਾ|شفانہ
Shihab,Shehab|शिहाब|ਸ਼ਿਹਾਬ|شہاب
Shiji|शिजी|ਸ਼ਿਜੀ|شجی
Shijo|शिजो|ਸ਼ਿਜੋ|شجو
Shikha|शिखा|ਸ਼ਿਖਾ|شکھا
Shikhar|शिखर|ਸ਼ਿਖਰ|شکھر
Shikharchand|शिखरचंद|ਸ਼ਿਖਰਚੰਦ|شکھر چند
Shikoh|शिकोह|ਸ਼ਿਕੋਹ|شکوہ
Shiksha|शिक्षा|ਸਿੱਖਿਆ/ਸ਼ਿਕਸ਼ਾ|شکشا
Shilpi|शिल्पी|ਸ਼ਿਲਪੀ|شلپی
Shimla|शिमला|ਸ਼ਿਮਲਾ|شملہ
Shimlesh|शिमलेश|ਸ਼ਿਮਲੇਸ਼|شملیش
Shimray|शिमरे|ਸ਼ਿਮਰੇ|شمرے
Shinda|शिंदा|ਸ਼ਿੰਦਾ|شندا
Shinder|शिंदर|ਸ਼ਿੰਦਰ|شندر
Shinderpal|शिंदरपाल|ਸ਼ਿੰਦਰਪਾਲ|شندرپال
Shindo|शिंदो|ਸ਼ਿੰਦੋ|شندو
Shingara|शिंगारा|ਸ਼ਿੰਗਾਰਾ|شنگارا
Shinghal|सिंघल||
Shinto|शिंटो|ਸ਼ਿੰਟੋ|شنٹو
Shiny|शाइनी|ਸ਼ਾਇਨੀ|شائنی
Shipra|शिप्रा|ਸ਼ਿਪਰਾ|شپرا
Shira|शिरा|ਸ਼ਿਰਾ|شرا
Shirin|शीरीं||شیریں
Shirke|शिर्के|ਸ਼ਿਰਕੇ|شرکے
Shirley|शर्ली|ਸ਼ਰਲੀ|شرلی
Shirodkar|शिरोडकर||
Shiromani|शिरोमणि
Shiromanilal|शिरोमणिलाल|ਸ਼ਿਰੋਮਣੀਲਾਲ|شرومنی لال
Shirsat|शिरसाट|ਸ਼ਿਰਸਾਟ|شرساٹ
Shishir|शिशिर
Shishupal|शिशुपाल
Shital|शीतल
Shitole|शितोले|ਸ਼ਿਤੋਲੇ|شتولے
Shiv|शिव|ਸ਼ਿਵ|شیو
Shivaay,Shivay|शिवाय|ਸ਼ਿਵਾਯ|شیوائے
Shivadhar|शिवाधार|ਸ਼ਿਵਾਧਾਰ|شیوا دھار
Shivaji|शिवाजी|ਸ਼ਿਵਾਜੀ|شیواجی
Shivakant|शिवाकांत|ਸ਼ਿਵਾਕਾਂਤ|شیواکانت
Shivam|शिवम|ਸ਼ਿਵਮ|شوم
Shivanand|शिवानंद|ਸ਼ਿਵਾਨੰਦ|شیوانند
Shivang|शिवांग|ਸ਼ਿਵਾਂਗ|شیوانگ
Shivangi|शिवांगी
Shivank|शिवांक|ਸ਼ਿਵਾਂਕ|شیوانک
Shivanna|शिवन्ना|ਸ਼ਿਵੰਨਾ|شیونا
Shivansh|शिवांश|ਸ਼ਿਵਾਂਸ਼|شیوانش
Shivanshi|शिवांशी|ਸ਼ਿਵਾਂਸ਼ੀ|شیوانشی
Shivanya|शिवन्या|ਸ਼ਿਵਨਿਆ|شیونیا
Shivappa|शिवप्पा|ਸ਼ਿਵੱਪਾ|شیوپا
Shivashish|शिवाशीष|ਸ਼ਿਵਾਸ਼ੀਸ਼|شیو آشیش
Shivashray|शिवाश्रय|ਸ਼ਿਵਾਸ਼ਰੇ|شیو آشرے
Shivbachan|शिवबचन|ਸ਼ਿਵਬਚਨ|شیو بچن
Shivbahadur|शिवबहादुर|ਸ਼ਿਵਬਹਾਦਰ|شیوبہادر
Shivbai|शिवबाई|ਸ਼ਿਵਬਾਈ|شیو بائی
Shivbalak|शिवबालक
Shivbaran|शिवबरन|ਸ਼ਿਵਬਰਨ|شیو برن
Shivchand|शिवचंद|ਸ਼ਿਵਚੰਦ|شیو چند
Shivcharan|शिवचरण
Shivcharanjit|शिवचरणजीत|ਸ਼ਿਵਚਰਨਜੀਤ|شوچرنجیت
Shivdarshan|शिवदर्शन|ਸ਼ਿਵਦਰਸ਼ਨ|شیو درشن
Shivdas|शिवदास|ਸ਼ਿਵਦਾਸ|شیوداس
Shivdayal|शिवदयाल
Shivdev|शिवदेव|ਸ਼ਿਵਦੇਵ|شودیو
Shivdevi|शिवदेवी|ਸ਼ਿਵਦੇਵੀ|شیو دیوی
Shivdhani|शिवधनी|ਸ਼ਿਵਧਨੀ|شیو دھنی
Shivdhari|शिवधारी|ਸ਼ਿਵਧਾਰੀ|شیو دھاری
Shivdulare|शिवदुलारे|ਸ਼ਿਵਦੁਲਾਰੇ|شیو دلارے
Shivdulari|शिवदुलारी|ਸ਼ਿਵਦੁਲਾਰੀ|شیو دلاری
Shivdutt|शिवदत्त|ਸ਼ਿਵਦੱਤ|شیودت
Shivendra|शिवेंद्र|ਸ਼ਿਵੇਂਦਰ|شیویندر
Shivesh|शिवेश|ਸ਼ਿਵੇਸ਼|شیویش
Shivgopal|शिवगोपाल|ਸ਼ਿਵਗੋਪਾਲ|شیو گوپال
Shivgovind|शिवगोविंद|ਸ਼ਿਵਗੋਵਿੰਦ|شیو گووند
Shivhare|शिवहरे||
Shivharey|शिवहरे|ਸ਼ਿਵਹਰੇ|شیوہرے
Shivika|शिविका|ਸ਼ਿਵਿਕਾ|شیویکا
Shivinder|शिविंदर|ਸ਼ਿਵਇੰਦਰ/ਸ਼ਿਵਿੰਦਰ|شوندر
Shivjanam|शिवजनम|ਸ਼ਿਵਜਨਮ|شیو جنم
Shivjee,Shivji|शिवजी|ਸ਼ਿਵਜੀ|شیو جی
Shivkala|शिवकला|ਸ਼ਿਵਕਲਾ|شیو کلا
Shivkali|शिवकली|ਸ਼ਿਵਕਲੀ|شیوکلی
Shivkant|शिवकांत|ਸ਼ਿਵਕਾਂਤ|شیو کانت
Shivkaran|शिवकरण|ਸ਼ਿਵਕਰਨ|شیو کرن
Shivkishor,Shivkishore|शिवकिशोर|ਸ਼ਿਵਕਿਸ਼ੋਰ|شیو کشور
Shivkumar|शिवकुमार|ਸ਼ਿਵਕੁਮਾਰ|شیو کمار
Shivkumari|शिवकुमारी
Shivlal|शिवलाल
Shivlata|शिवलता|ਸ਼ਿਵਲਤਾ|شیو لتا
Shivmangal|शिवमंगल|ਸ਼ਿਵਮੰਗਲ|شیومنگل
Shivmati|शिवमती|ਸ਼ਿਵਮਤੀ|شیو متی
Shivmohan|शिवमोहन|ਸ਼ਿਵਮੋਹਨ|شیو موہن
Shivmuni|शिवमुनि|ਸ਼ਿਵਮੁਨੀ|شیو منی
Shivmurat|शिवमूरत|ਸ਼ਿਵਮੂਰਤ|شیومورت
Shivnandan|शिवनंदन|ਸ਼ਿਵਨੰਦਨ|شیو نندن
Shivnarayan|शिवनारायण|ਸ਼ਿਵਨਾਰਾਇਣ|شیونارائن
Shivnaresh|शिवनरेश|ਸ਼ਿਵਨਰੇਸ਼|شیو نریش
Shivnath|शिवनाथ|ਸ਼ਿਵਨਾਥ|شیو ناتھ
Shivom|शिवोम|ਸ਼ਿਵੋਮ|شیوم
Shivpal|शिवपाल
Shivpati|शिवपति|ਸ਼ਿਵਪਤੀ|شیو پتی
Shivprasad|शिवप्रसाद|ਸ਼ਿਵਪ੍ਰਸਾਦ|شیوپرساد
Shivpratap|शिवप्रताप|ਸ਼ਿਵਪ੍ਰਤਾਪ|شیو پرتاپ
Shivpujan|शिवपूजन|ਸ਼ਿਵਪੂਜਨ|شیوپوجن
Shivpyari|शिवप्यारी|ਸ਼ਿਵਪਿਆਰੀ|شیو پیاری
Shivraj|शिवराज
Shivram|शिवराम
Shivrani|शिवरानी|ਸ਼ਿਵਰਾਣੀ|شیو رانی
Shivratan|शिवरतन|ਸ਼ਿਵਰਤਨ|شیورتن
Shivsagar|शिवसागर|ਸ਼ਿਵਸਾਗਰ|شیوساگر
Shivsahay|शिवसहाय|ਸ਼ਿਵਸਹਾਇ|شیو سہائے
Shivsaran,Shivsharan|शिवशरण|ਸ਼ਿਵਸ਼ਰਨ|شیو شرن
Shivswaroop|शिवस्वरूप|ਸ਼ਿਵਸਰੂਪ|شیو سروپ
Shivtare|शिवतारे|ਸ਼ਿਵਤਾਰੇ|شیوتارے
Shivvir|शिववीर|ਸ਼ਿਵਵੀਰ|شیو ویر
Shivwati|शिववती|ਸ਼ਿਵਵਤੀ|شیو وتی
Shiza|शिज़ा|ਸ਼ਿਜ਼ਾ|شزا/شذا
Shlok|श्लोक|ਸ਼ਲੋਕ|شلوک
Shloka|श्लोका|ਸ਼ਲੋਕਾ|شلوکا
Shoaib|शोएब|ਸ਼ੋਏਬ|شعیب
Shobha|शोभा|ਸ਼ੋਭਾ|شوبھا
Shobhana,Shobhna|शोभना|ਸ਼ੋਭਨਾ|شوبھنا
Shobharam|शोभाराम|ਸ਼ੋਭਾਰਾਮ|شوبھا رام
Shobharani|शोभारानी|ਸ਼ੋਭਾਰਾਣੀ|شوبھا رانی
Shobhawati|शोभावती|ਸ਼ੋਭਾਵਤੀ|شوبھاوتی
Shobhika|शोभिका|ਸ਼ੋਭਿਕਾ|شوبھیکا
Shobhit|शोभित|ਸ਼ੋਭਿਤ|شوبھت
Shobhita|शोभिता|ਸ਼ੋਭਿਤਾ|شوبھیتا
Shobhnath,Shobhanath|शोभनाथ|ਸ਼ੋਭਨਾਥ|شوبھ ناتھ
Shoeb|शोएब||شعیب
Shohrat,Shuhrat|शोहरत|ਸ਼ੋਹਰਤ|شہرت
Shokeen|शौकीन
Shoker|शोकर|ਸ਼ੋਕਰ|شوکر
Shonali|शोनाली|ਸ਼ੋਨਾਲੀ|شونالی
Shori|शोरी|ਸ਼ੋਰੀ|شوری
Shorya|शौर्य|ਸ਼ੌਰਿਆ|شوریہ
Showkat|शौकत|ਸ਼ੌਕਤ|شوکت
Shraddhanand|श्रद्धानंद|ਸ਼ਰਧਾਨੰਦ|شردھانند
Shravan|श्रवण|ਸ਼ਰਵਣ|شرون
Shravani|श्रावणी|ਸ਼ਰਾਵਣੀ|شراونی
Shravankumar|श्रवणकुमार|ਸ਼ਰਵਣਕੁਮਾਰ|شرون کمار
Shravasti|श्रावस्ती|ਸ਼ਰਾਵਸਤੀ|شراوستی
Shreekrishan|श्रीकृष्ण|ਸ਼੍ਰੀਕ੍ਰਿਸ਼ਨ|شری کرشن
Shrestha|श्रेष्ठ|ਸ਼੍ਰੇਸ਼ਠ|شریشٹھ
Shrey|श्रेय|ਸ਼੍ਰੇਅ|شرے
Shreya|श्रेया
Shreyans|श्रेयांस|ਸ਼੍ਰੇਯਾਂਸ|شریانس
Shreyansh|श्रेयांश|ਸ਼੍ਰੇਯਾਂਸ਼|شریانش
Shreyanshi|श्रेयांशी|ਸ਼੍ਰੇਯਾਂਸ਼ੀ|شریانشی
Shreyas|श्रेयस
Shreyashi,Shreyasi|श्रेयसी|ਸ਼੍ਰੇਅਸੀ|شریسی
Shri|श्री|ਸ਼੍ਰੀ|شری
Shribai|श्रीबाई|ਸ਼੍ਰੀਬਾਈ|شری بائی
Shribhagwan|श्रीभगवान|ਸ਼੍ਰੀਭਗਵਾਨ|شریبھگوان
Shribhajan|श्रीभजन|ਸ਼੍ਰੀਭਜਨ|شری بھجن
Shrichand|श्रीचंद|ਸ਼੍ਰੀਚੰਦ|شریچند
Shridhar|श्रीधर|ਸ਼੍ਰੀਧਰ|شریدھر
Shrigopal|श्रीगोपाल|ਸ਼੍ਰੀਗੋਪਾਲ|شری گوپال
Shrika|श्रिका|ਸ਼੍ਰਿਕਾ|شریکا
Shrikant|श्रीकांत
Shrikanta|श्रीकांता|ਸ਼੍ਰੀਕਾਂਤਾ|شری کانتا
Shrikishan|श्रीकिशन|ਸ਼੍ਰੀਕਿਸ਼ਨ|شری کشن
Shrikrishna|श्रीकृष्ण
Shrilal|श्रीलाल|ਸ਼੍ਰੀਲਾਲ|شری لال
Shrimali|श्रीमाली|ਸ਼੍ਰੀਮਾਲੀ|شری مالی
Shrimant|श्रीमंत|ਸ਼੍ਰੀਮੰਤ|شریمنت
Shrimati|श्रीमती|ਸ਼੍ਰੀਮਤੀ|شریمتی
Shrinand|श्रीनंद|ਸ਼੍ਰੀਨੰਦ|شری نند
Shrinarayan,Shrinarain|श्रीनारायण|ਸ਼੍ਰੀਨਰਾਇਣ|شری نارائن
Shrinath|श्रीनाथ|ਸ਼੍ਰੀਨਾਥ|شری ناتھ
Shringari|श्रृंगारी|ਸ਼ਿੰਗਾਰੀ|شرنگاری
Shrinika|श्रीनिका|ਸ਼੍ਰੀਨਿਕਾ|شرینیکا
Shriniwas|श्रीनिवास|ਸ਼੍ਰੀਨਿਵਾਸ|شرینواس
Shripal|श्रीपाल|ਸ਼੍ਰੀਪਾਲ|شریپال
Shripati|श्रीपति|ਸ਼੍ਰੀਪਤੀ|شری پتی
Shriprakash|श्रीप्रकाश|ਸ਼੍ਰੀਪ੍ਰਕਾਸ਼|شری پرکاش
Shriraj|श्रीराज|ਸ਼੍ਰੀਰਾਜ|شری راج
Shriram|श्रीराम
Shrishti|सृष्टि|ਸ੍ਰਿਸ਼ਟੀ|سرشٹی
Shrivallabh,Shriballabh|श्रीवल्लभ|ਸ਼੍ਰੀਵੱਲਭ|شری ولبھ
Shrivas|श्रीवास|ਸ਼੍ਰੀਵਾਸ|شریواس
Shrivats|श्रीवत्स|ਸ਼੍ਰੀਵਤਸ|شری وتس
Shriwati|श्रीवती|ਸ਼੍ਰੀਵਤੀ|شری وتی
Shriyash|श्रीयश|ਸ਼੍ਰੀਯਸ਼|شری یش
Shroff|श्रॉफ|ਸ਼ਰਾਫ਼|شراف
Shrotriya|श्रोत्रिय||
Shruti|श्रुति
Shrutika|श्रुतिका|ਸ਼ਰੁਤਿਕਾ|شروتیکا
Shrutikirti,Shrutkirti|श्रुतकीर्ति|ਸ਼ਰੁਤਕੀਰਤੀ|شروت کیرتی
Shuaib,Shoiab|शुऐब|ਸ਼ੁਐਬ|شعیب
Shubh|शुभ|ਸ਼ੁਭ|شبھ
Shubhada|शुभदा|ਸ਼ੁਭਦਾ|شوبھدا
Shubhang|शुभांग|ਸ਼ੁਭਾਂਗ|شوبھانگ
Shubhangi|शुभांगी
Shubhangini|शुभांगिनी|ਸ਼ੁਭਾਂਗਿਨੀ|شوبھانگنی
Shubhankar|शुभंकर
Shubhash|सुभाष|ਸੁਭਾਸ਼|سبھاش
Shubhashish|शुभाशीष|ਸ਼ੁਭਾਸ਼ੀਸ਼|شبھ آشیش
Shubhdeep|शुभदीप|ਸ਼ੁਭਦੀਪ|شبھ دیپ
Shubhendu|शुभेंदु|ਸ਼ੁਭੇਂਦੂ|شبھیندو
Shubhi|शुभी|ਸ਼ੁਭੀ|شوبھی
Shubhika|शुभिका|ਸ਼ੁਭਿਕਾ|شوبھیکا
Shubhita|शुभिता|ਸ਼ੁਭਿਤਾ|شوبھیتا
Shubhkaran|शुभकरण|ਸ਼ੁਭਕਰਨ|شبھ کرن
Shubhkarman|शुभकर्मन|ਸ਼ੁਭਕਰਮਨ|شبھکرمن
Shubhlata|शुभलता|ਸ਼ੁਭਲਤਾ|شبھ لتا
Shubhneet|शुभनीत|ਸ਼ੁਭਨੀਤ|شبھنیت
Shubhpreet|शुभप्रीत|ਸ਼ੁਭਪ੍ਰੀਤ|شبھپریت
Shubhra|शुभ्रा
Shubhraj|शुभराज|ਸ਼ੁਭਰਾਜ|شبھراج
Shubrati,Shabrati|शबराती|ਸ਼ਬਰਾਤੀ|شبراتی
Shubreet|शुभरीत|ਸ਼ੁਭਰੀਤ|شبھریت
Shuchi|शुचि|ਸ਼ੁਚੀ|شوچی
Shuchita|शुचिता|ਸ਼ੁਚਿਤਾ|شوچیتا
Shuja|शुजा|ਸ਼ੁਜਾ|شجاع
Shujaat|शुजाअत||شجاعت
Shujauddaula|शुजाउद्दौला|ਸ਼ੁਜਾਉੱਦੌਲਾ|شجاع الدولہ
Shujauddin|शुजाउद्दीन||شجاعالدین
Shukdev|शुकदेव|ਸ਼ੁਕਦੇਵ|شکدیو
Shukla|शुक्ला|ਸ਼ੁਕਲਾ|شکلا
Shukran|शुकरन|ਸ਼ੁਕਰਨ|شکرن
Shukrana|शुकराना|ਸ਼ੁਕਰਾਨਾ|شکرانہ
Shukrullah|शुक्रुल्लाह/शुक्रुल्ला|ਸ਼ੁਕਰੁੱਲਾ|شکر اللہ
Shukul|शुकुल|ਸ਼ੁਕੁਲ|شکل
Shullai|शुल्लाई|ਸ਼ੁੱਲਾਈ|شلائی
Shumail|शुमाइल|ਸ਼ੁਮਾਇਲ|شمائل
Shunty|शंटी|ਸ਼ੰਟੀ|شنٹی
Shushila|सुशीला|ਸੁਸ਼ੀਲਾ|سشیلا
Shwetabh|श्वेताभ|ਸ਼ਵੇਤਾਭ|شویتابھ
Shwetank|श्वेतांक|ਸ਼ਵੇਤਾਂਕ|شویتانک
`
