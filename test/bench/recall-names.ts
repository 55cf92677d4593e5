/**
 * Names as Delhi's papers, ration cards and registers spell them: Latin spellings, then Devanagari, Gurmukhi and Urdu,
 * each list parted by spaces. Written down by hand, apart from the tables that the demo's people are made of.
 */
export const givenNames = `
Lakshmi Laxmi Lakshmee Luxmi|लक्ष्मी|ਲਕਸ਼ਮੀ|لکشمی
Mohammad Muhammad Mohammed Mohamed|मोहम्मद मुहम्मद|ਮੁਹੰਮਦ|محمد
Ayesha Aisha Aysha|आयशा आएशा|ਆਇਸ਼ਾ|عائشہ
Fatima Fatema Fatimah|फातिमा फ़ातिमा|ਫ਼ਾਤਿਮਾ|فاطمہ
Sunita Suneeta Sunitha|सुनीता|ਸੁਨੀਤਾ|سنیتا
Geeta Gita Geetha|गीता|ਗੀਤਾ|گیتا
Rajesh Rajaish|राजेश|ਰਾਜੇਸ਼|راجیش
Ramesh Rameish|रमेश|ਰਮੇਸ਼|رمیش
Suresh Sooresh|सुरेश|ਸੁਰੇਸ਼|سریش
Mukesh Mukhesh|मुकेश|ਮੁਕੇਸ਼|مکیش
Dinesh Deenesh|दिनेश|ਦਿਨੇਸ਼|دنیش
Pooja Puja|पूजा|ਪੂਜਾ|پوجا
Poonam Punam|पूनम|ਪੂਨਮ|پونم
Seema Sima|सीमा|ਸੀਮਾ|سیما
Meena Mina|मीना|ਮੀਨਾ|مینا
Neelam Nilam|नीलम|ਨੀਲਮ|نیلم
Preeti Priti Preety|प्रीति|ਪ੍ਰੀਤੀ|پریتی
Jyoti Jyothi|ज्योति|ਜੋਤੀ|جیوتی
Kiran Kiren|किरण|ਕਿਰਨ|کرن
Vijay Vijai Bijay|विजय|ਵਿਜੇ|وجے
Ajay Ajai|अजय|ਅਜੇ|اجے
Sanjay Sanjai|संजय|ਸੰਜੇ|سنجے
Vikas Vikash|विकास|ਵਿਕਾਸ|وکاس
Deepak Dipak|दीपक|ਦੀਪਕ|دیپک
Pradeep Pradip|प्रदीप|ਪ੍ਰਦੀਪ|پردیپ
Sandeep Sandip|संदीप सन्दीप|ਸੰਦੀਪ|سندیپ
Rajinder Rajender Rajendra|राजेन्द्र राजेंद्र|ਰਾਜਿੰਦਰ|راجندر
Surinder Surender Surendra|सुरेन्द्र सुरेंद्र|ਸੁਰਿੰਦਰ|سریندر
Harpreet Harprit|हरप्रीत|ਹਰਪ੍ਰੀਤ|ہرپریت
Gurmeet Gurmit|गुरमीत|ਗੁਰਮੀਤ|گرمیت
Manjeet Manjit|मनजीत|ਮਨਜੀਤ|منجیت
Balwinder Balvinder|बलविंदर|ਬਲਵਿੰਦਰ|بلوندر
Jaswant Jasvant|जसवंत|ਜਸਵੰਤ|جسونت
Imran Imraan|इमरान|ਇਮਰਾਨ|عمران
Salman Salmaan|सलमान|ਸਲਮਾਨ|سلمان
Rizwan Rizvan|रिज़वान रिजवान|ਰਿਜ਼ਵਾਨ|رضوان
Shabana Shabaana|शबाना|ਸ਼ਬਾਨਾ|شبانہ
Rukhsana Ruksana|रुखसाना|ਰੁਖ਼ਸਾਨਾ|رخسانہ
Nasreen Nasrin|नसरीन|ਨਸਰੀਨ|نسرین
Yasmeen Yasmin|यासमीन|ਯਾਸਮੀਨ|یاسمین
Zubair Zubeir|ज़ुबैर जुबैर|ਜ਼ੁਬੈਰ|زبیر
Asif Aasif|आसिफ|ਆਸਿਫ਼|آصف
Kavita Kavitha|कविता|ਕਵਿਤਾ|کویتا
Savitri Savithri|सावित्री|ਸਾਵਿਤਰੀ|ساوتری
Shanti Shanthi|शांति|ਸ਼ਾਂਤੀ|شانتی
Krishna Krishan|कृष्ण|ਕ੍ਰਿਸ਼ਨ|کرشن
Ganesh Ganesha|गणेश|ਗਣੇਸ਼|گنیش
Mahesh Maheish|महेश|ਮਹੇਸ਼|مہیش
`

export const familyNames = `
Chaudhary Choudhary Chowdhury Choudhury|चौधरी|ਚੌਧਰੀ|چودھری
Sharma Sarma|शर्मा|ਸ਼ਰਮਾ|شرما
Verma Varma|वर्मा|ਵਰਮਾ|ورما
Gupta Guptha|गुप्ता|ਗੁਪਤਾ|گپتا
Aggarwal Agarwal Agrawal|अग्रवाल|ਅਗਰਵਾਲ|اگروال
Singh Sing|सिंह|ਸਿੰਘ|سنگھ
Kaur Kour|कौर|ਕੌਰ|کور
Mishra Misra|मिश्रा|ਮਿਸ਼ਰਾ|مشرا
Tiwari Tewari Tivari|तिवारी|ਤਿਵਾੜੀ|تیواری
Pandey Panday|पाण्डेय पांडे|ਪਾਂਡੇ|پانڈے
Srivastava Shrivastava Srivastav|श्रीवास्तव|ਸ਼੍ਰੀਵਾਸਤਵ|سریواستو
Saxena Saksena|सक्सेना|ਸਕਸੈਨਾ|سکسینہ
Kapoor Kapur|कपूर|ਕਪੂਰ|کپور
Siddiqui Siddiqi Siddique|सिद्दीकी|ਸਿੱਦੀਕੀ|صدیقی
Qureshi Kureshi Quraishi|कुरैशी|ਕੁਰੈਸ਼ੀ|قریشی
Ansari Ansaari|अंसारी अन्सारी|ਅੰਸਾਰੀ|انصاری
Khan Khaan|खान ख़ान|ਖ਼ਾਨ|خان
Sheikh Shaikh|शेख|ਸ਼ੇਖ|شیخ
Husain Hussain Hussein|हुसैन|ਹੁਸੈਨ|حسین
Ahmad Ahmed|अहमद|ਅਹਿਮਦ|احمد
Yadav Yadaw|यादव|ਯਾਦਵ|یادو
Joshi Joshee|जोशी|ਜੋਸ਼ੀ|جوشی
Malhotra Malhothra|मल्होत्रा|ਮਲਹੋਤਰਾ|ملہوترا
Bhatia Bhatiya|भाटिया|ਭਾਟੀਆ|بھاٹیہ
`
