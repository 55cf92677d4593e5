/** Names from Rab to Rai, one a line: Latin spellings, Devanagari, Gurmukhi, Urdu; empty where the rules tell. */
export const namesRa = `
Rabab|रबाब|ਰਬਾਬ|رباب
Rabari|रबारी|ਰਬਾਰੀ|رباری
Rabbani|रब्बानी||ربانی
Rabbul|रब्बुल|ਰੱਬੁਲ|رب ال
Rabha|राभा|ਰਾਭਾ|رابھا
Rabin|रबिन|ਰਬਿਨ|ربن
Rabina|रबीना|ਰਬੀਨਾ|ربینا
Rabinder|रबिंदर|ਰਬਿੰਦਰ|ربندر
Rabindranath|रवींद्रनाथ|ਰਬਿੰਦਰਨਾਥ|رابندرناتھ
Rabiul|रबीउल|ਰਬੀਉਲ|ربیع ال
Rachel|रेचल|ਰੇਚਲ|ریچل
Rachit|रचित
Rachita|रचिता|ਰਚਿਤਾ|رچیتا
Rachna|रचना|ਰਚਨਾ|رچنا
Radadiya|रादड़िया|ਰਾਦੜੀਆ|رادڑیا
Radha|राधा|ਰਾਧਾ|رادھا
Radhakrishan|राधाकृष्ण
Radhakrishnan|राधाकृष्णन|ਰਾਧਾਕ੍ਰਿਸ਼ਨਨ|رادھا کرشنن
Radhamani|राधामणि
Radhika|राधिका|ਰਾਧਿਕਾ|رادھیکا
Raees|रईस|ਰਈਸ|رئیس
Rafaqat|रफ़ाक़त|ਰਫ਼ਾਕਤ|رفاقت
Rafat|रफ़अत||رفعت
Rafatjahan|रफ़अतजहां|ਰਫ਼ਅਤਜਹਾਂ|رفعت جہاں
Rafatullah|रफ़अतुल्लाह|ਰਫ਼ਅਤੁੱਲਾ|رفعت اللہ
Rafay,Rafe|राफ़े|ਰਾਫ਼ੇ|رافع
Rafeeqa,Rafiqa|रफ़ीक़ा|ਰਫ਼ੀਕਾ|رفیقہ
Rafeeqan,Rafikan|रफ़ीक़न|ਰਫ਼ੀਕਨ|رفیقن
Rafi,Rafee|रफ़ी|ਰਫ਼ੀ|رفیع
Rafia|राफ़िया|ਰਾਫ਼ੀਆ|رافعہ
Rafiq|रफ़ीक़|ਰਫ਼ੀਕ|رفیق
Rafiquddin|रफ़ीक़ुद्दीन|ਰਫ਼ੀਕੁੱਦੀਨ|رفیق الدین
Rafiqul,Rofiqul|रफ़ीक़ुल|ਰਫ਼ੀਕੁਲ|رفیق ال
Rafiqunnisa|रफ़ीक़ुन्निसा|ਰਫ਼ੀਕੁੰਨਿਸਾ|رفیق النساء
Rafiuddin|रफ़ीउद्दीन|ਰਫ਼ੀਉੱਦੀਨ|رفیع الدین
Rafiullah|रफीउल्लाह|ਰਫ਼ੀਉੱਲਾ|رفیعاللہ
Rafiur|रफ़ीउर|ਰਫ਼ੀਉਰ|رفیع الر
Raghav|राघव|ਰਾਘਵ|راگھو
Raghavan|राघवन|ਰਾਘਵਨ|راگھون
Raghavendra|राघवेंद्र|ਰਾਘਵੇਂਦਰ|راگھویندر
Raghavram|राघवराम|ਰਾਘਵਰਾਮ|راگھو رام
Raghavsharan|राघवशरण|ਰਾਘਵਸ਼ਰਨ|راگھو شرن
Raghib,Ragib|राग़िब|ਰਾਗ਼ਿਬ|راغب
Raghiba,Ragiba|राग़िबा|ਰਾਗ਼ਿਬਾ|راغبہ
Raghubans|रघुबंश|ਰਘੂਬੰਸ|رگھو بنس
Raghubar,Raghuvar|रघुवर|ਰਘੂਵਰ|رگھوور
Raghubardayal,Raghuvardayal|रघुवरदयाल|ਰਘੂਵਰਦਿਆਲ|رگھوور دیال
Raghubir|रघुबीर
Raghunandan|रघुनंदन
Raghunandanlal|रघुनंदनलाल|ਰਘੂਨੰਦਨਲਾਲ|رگھونندن لال
Raghunath|रघुनाथ|ਰਘੁਨਾਥ|رگھوناتھ
Raghunathprasad|रघुनाथप्रसाद|ਰਘੂਨਾਥਪ੍ਰਸਾਦ|رگھوناتھ پرساد
Raghunathsahay,Raghunathsahai|रघुनाथसहाय|ਰਘੂਨਾਥਸਹਾਇ|رگھوناتھ سہائے
Raghupati|रघुपति|ਰਘੂਪਤੀ|رگھوپتی
Raghuraj|रघुराज
Raghuram|रघुराम|ਰਘੂਰਾਮ|رگھورام
Raghuvansh|रघुवंश|ਰਘੂਵੰਸ਼|رگھوونش
Raghuvanshi|रघुवंशी||
Raghuvardas,Raghubardas|रघुवरदास|ਰਘੂਵਰਦਾਸ|رگھوور داس
Raghuvendra|रघुवेंद्र|ਰਘੂਵੇਂਦਰ|رگھوویندر
Raghuvirsaran,Raghuvirsharan|रघुवीरशरण|ਰਘੂਵੀਰਸ਼ਰਨ|رگھوویر شرن
Raghvendra,Raghvender|राघवेंद्र|ਰਾਘਵੇਂਦਰ|راگھویندر
Raghvi|राघवी|ਰਾਘਵੀ|راگھوی
Ragi|रागी|ਰਾਗੀ|راگی
Ragini|रागिनी
Rah|राह|ਰਾਹ|راہ
Raha|राहा|ਰਾਹਾ|راہا
Rahane|रहाणे|ਰਹਾਣੇ|رہانے
Rahar|राहड़||
Rahat|राहत|ਰਾਹਤ|راحت
Rahbar,Rehbar|रहबर|ਰਹਿਬਰ|رہبر
Raheemunnisa|रहीमुन्निसा|ਰਹੀਮੁੰਨਿਸਾ|رحیم النساء
Raheja|रहेजा||
Rahel|राहेल|ਰਾਹੇਲ|راحیل
Rahi|राही|ਰਾਹੀ|راہی
Rahila|राहिला|ਰਾਹਿਲਾ|راحلہ
Rahilah|राहिला|ਰਾਹਿਲਾ|راحلہ
Rahim,Raheem|रहीम|ਰਹੀਮ|رحیم
Rahima|रहीमा|ਰਹੀਮਾ|رحیمہ
Rahiman,Raheeman|रहीमन|ਰਹੀਮਨ|رحیمن
Rahimbux,Rahimbaksh|रहीमबख़्श|ਰਹੀਮਬਖ਼ਸ਼|رحیم بخش
Rahimi,Raheemi|रहीमी|ਰਹੀਮੀ|رحیمی
Rahimuddin|रहीमुद्दीन|ਰਹੀਮੁੱਦੀਨ|رحیم الدین
Rahimullah|रहीमुल्लाह/रहीमुल्ला|ਰਹੀਮੁੱਲਾ|رحیم اللہ
Rahisan,Raisan|रईसन|ਰਈਸਨ|رئیسن
Rahma,Rehma|रहमा|ਰਹਿਮਾ|رحمہ
Rahman|रहमान|ਰਹਿਮਾਨ|رحمان
Rahmani|रहमानी||رحمانی
Rahmania|रहमानिया|ਰਹਿਮਾਨੀਆ|رحمانیہ
Rahmat|रहमत|ਰਹਿਮਤ|رحمت
Rahmatali|रहमतअली|ਰਹਿਮਤਅਲੀ|رحمت علی
Rahmatun|रहमतुन||رحمتالن
Rahmuddin|रहमुद्दीन|ਰਹਿਮੁੱਦੀਨ|رحم الدین
Rahnaz|रहनाज़|ਰਹਿਨਾਜ਼|رہناز
Rahul|राहुल|ਰਾਹੁਲ|راہل
Rai|राय|ਰਾਏ|رائے
Raidas|रैदास|ਰੈਦਾਸ|ریداس
Raif|राइफ़|ਰਾਇਫ਼|رائف
Raigar,Regar|रैगर|ਰੈਗਰ|ریگر
Raihana|रैहाना||ریحانہ
Raihanul|रैहानुल|ਰੈਹਾਨੁਲ|ریحان ال
Raikwar|रैकवार||
Raima|राइमा|ਰਾਇਮਾ|رائمہ
Raina|रैना
Raipa|रायपा|ਰਾਏਪਾ|رائےپا
Raisa|रईसा|ਰਈਸਾ|رئیسہ
Raisha|रायशा|ਰਾਇਸ਼ਾ|رائشہ
Raisuddin|रईसुद्दीन||رئیس الدین
Raiyan,Rayyan,Rayan|रैयान|ਰੱਯਾਨ|ریان
Raizada|रायज़ादा||
`
