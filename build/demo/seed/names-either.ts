/** Given names that women and men both bear, one a line: Latin, Devanagari, Gurmukhi, Urdu. */
export const eitherNames = {
  hindu: `
Kiran|किरण|ਕਿਰਨ|کرن
Santosh|संतोष|ਸੰਤੋਸ਼|سنتوش`,
  sikh: `
Harpreet|हरप्रीत|ਹਰਪ੍ਰੀਤ|ہرپریت
Gurpreet|गुरप्रीत|ਗੁਰਪ੍ਰੀਤ|گرپریت
Manpreet|मनप्रीत|ਮਨਪ੍ਰੀਤ|منپریت
Jaspreet|जसप्रीत|ਜਸਪ੍ਰੀਤ|جسپریت
Navneet|नवनीत|ਨਵਨੀਤ|نونیت
Amarjeet|अमरजीत|ਅਮਰਜੀਤ|امرجیت
Baljeet|बलजीत|ਬਲਜੀਤ|بلجیت
Paramjeet|परमजीत|ਪਰਮਜੀਤ|پرمجیت
Charanjeet|चरणजीत|ਚਰਨਜੀਤ|چرنجیت
Inderjeet|इंदरजीत|ਇੰਦਰਜੀਤ|اندرجیت
Kulwant|कुलवंत|ਕੁਲਵੰਤ|کلونت
Surinder|सुरिंदर|ਸੁਰਿੰਦਰ|سرندر
Rupinder|रुपिंदर|ਰੁਪਿੰਦਰ|روپندر
Rajwinder|राजविंदर|ਰਾਜਵਿੰਦਰ|راجوندر
Balwinder|बलविंदर|ਬਲਵਿੰਦਰ|بلوندر
Sukhwinder|सुखविंदर|ਸੁਖਵਿੰਦਰ|سکھوندر
Mandeep|मनदीप|ਮਨਦੀਪ|مندیپ
Hardeep|हरदीप|ਹਰਦੀਪ|ہردیپ
Amrit|अमृत|ਅੰਮ੍ਰਿਤ|امرت`,
  northEast: `
Tenzin|तेनज़िन|ਤੇਨਜ਼ਿਨ|تینزن
Tashi|ताशी|ਤਾਸ਼ੀ|تاشی`,
} as const
