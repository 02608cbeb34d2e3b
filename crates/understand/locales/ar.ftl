### Understand: results, answers, what changed.

## Lists and pages
understand-lede = ما يقوله العملاء، مع المدى الذي يسمح به عدد الإجابات.
understand-surveys = الاستبيانات ودرجاتها
understand-survey = الاستبيان
understand-score = الدرجة
understand-last-30 = آخر ٣٠ يومًا
understand-none-title = لا يوجد استبيان بعد
understand-none-text = أنشئ استبيانًا أو استورد ما لديك من إجابات؛ تظهر الدرجات هنا من تلقاء نفسها.
understand-none-text-viewer = تظهر الدرجات هنا حالما يُنشر استبيان أو تُستورد إجابات.
understand-none-action = إلى الاستماع
understand-no-score = لا يسأل عن درجة
understand-anonymous-open = مجهول الهوية: افتحه لترى درجته
understand-more-surveys =
    { $count ->
        [zero] تظهر كل الاستبيانات.
        [one] لا يظهر استبيان واحد آخر: تظهر فقط التي تغيّرت أخيرًا.
        [two] لا يظهر استبيانان آخران: تظهر فقط التي تغيّرت أخيرًا.
        [few] لا تظهر { $count } استبيانات أخرى: تظهر فقط التي تغيّرت أخيرًا.
        [many] لا يظهر { $count } استبيانًا آخر: تظهر فقط التي تغيّرت أخيرًا.
       *[other] لا يظهر { $count } استبيان آخر: تظهر فقط التي تغيّرت أخيرًا.
    }
understand-views = عروض هذا الاستبيان
understand-tab-results = النتائج
understand-tab-answers = الإجابات
understand-edit = تحرير
understand-share = مشاركة
understand-response = ردّ
understand-responses = الردود
understand-contact = العميل
understand-response-id = المعرّف

## Filters
understand-filters = عوامل التصفية
understand-period = الفترة
understand-period-7d = آخر ٧ أيام
understand-period-30d = آخر ٣٠ يومًا
understand-period-90d = آخر ٩٠ يومًا
understand-period-365d = آخر ٣٦٥ يومًا
understand-period-all = كل الأوقات
understand-from = من
understand-to = إلى
understand-days = { $first } إلى { $last }
understand-days-from = من { $first }
understand-days-to = حتى { $last }
understand-question = السؤال
understand-option = الخيار
understand-state = الحالة
understand-state-complete = مكتمل
understand-state-partial = تُرك قبل النهاية
understand-add-filter = تصفية
understand-pick = { $dimension }: أيّها؟
understand-other-value = قيمة أخرى
understand-remove = إزالة التصفية { $label }: { $value }
understand-clear = مسح الكل
understand-no-value = غير معروف
understand-flag-true = نعم
understand-flag-false = لا
understand-dimension-channel = القناة
understand-dimension-language = اللغة
understand-dimension-touchpoint = نقطة الاتصال
understand-channel-link = رابط
understand-channel-email = بريد إلكتروني
understand-channel-sms = رسالة نصية
understand-channel-web = موقع الويب
understand-channel-qr = رمز QR
understand-channel-kiosk = كشك
understand-channel-api = API
understand-channel-import = استيراد
understand-channel-review = موقع تقييمات
understand-channel-helpdesk = مكتب المساعدة

## Numbers
understand-key-numbers = الأرقام الرئيسية
understand-metric-nps = NPS
understand-metric-csat = الرضا
understand-metric-ces = الجهد
understand-metric-rating = التقييم
understand-finished = اكتملت
understand-finished-note = { $complete } من { $all }
understand-before = { $value } في الفترة السابقة
understand-moved = { $by } مقارنة بالفترة السابقة: { $verdict }
understand-trend = { $metric } { $step }
understand-trend-says = { $metric } { $step }، مع المدى الذي تقع فيه القيمة الحقيقية بثقة ٩٥٪.
understand-by-day = حسب اليوم
understand-by-week = حسب الأسبوع
understand-by-month = حسب الشهر
understand-step = الخطوة
understand-step-day = يوم
understand-step-week = أسبوع
understand-step-month = شهر
understand-distribution-says =
    { $count ->
        [zero] لا إجابات.
        [one] كم مرة أُعطيت كل درجة، إجابة واحدة إجمالًا.
        [two] كم مرة أُعطيت كل درجة، إجابتان إجمالًا.
        [few] كم مرة أُعطيت كل درجة، { $count } إجابات إجمالًا.
        [many] كم مرة أُعطيت كل درجة، { $count } إجابة إجمالًا.
       *[other] كم مرة أُعطيت كل درجة، { $count } إجابة إجمالًا.
    }
understand-read = اقرأ ما قالوه:
understand-split = { $metric } حسب { $dimension }
understand-split-says = { $metric } مع المدى لكل قيمة من { $dimension }.
understand-split-by = التقسيم حسب
understand-split-order = الأدنى أولًا؛ المجموعات قليلة الإجابات أخيرًا.
understand-split-most = المجموعات الأكثر إجابات: { $shown } من { $all }. الأدنى أولًا؛ المجموعات قليلة الإجابات أخيرًا.
understand-choices-says =
    { $count ->
        [zero] { $question }: لم يختر أحد.
        [one] { $question }: كم مرة اختار شخص واحد كل خيار.
        [two] { $question }: كم مرة اختار شخصان كل خيار.
        [few] { $question }: كم مرة اختار { $count } أشخاص كل خيار.
        [many] { $question }: كم مرة اختار { $count } شخصًا كل خيار.
       *[other] { $question }: كم مرة اختار { $count } شخص كل خيار.
    }
understand-texts = أحدث الأقوال
understand-texts-all =
    { $count ->
        [zero] لا نصوص
        [one] نص واحد
        [two] نصّان
        [few] كل { $count } نصوص
        [many] كل { $count } نصًا
       *[other] كل { $count } نص
    }
understand-as-of = حتى الساعة
understand-refresh = تحديث

## Nothing to show
understand-new-title = لا إجابات بعد
understand-new-text = شارك الرابط أو رمز QR. تظهر أول إجابة هنا خلال ثانيتين.
understand-empty-title = لا إجابات مطابقة
understand-empty-text = لم يُجب أحد في هذه الفترة بعوامل التصفية هذه.
understand-show-all = إظهار الكل
understand-no-rows-title = لا إجابات مطابقة
understand-no-rows-text = أزل أحد عوامل التصفية لترى المزيد.

## Answers and responses
understand-newest-first = الأحدث أولًا
understand-when = متى
understand-said = ماذا قالوا
understand-answers-given = الإجابات
understand-nothing-answered = لم يُجب عن أي سؤال.
understand-score-of = { $score } من { $of }
understand-where-from = من أين جاء
understand-known-then = ما كان معروفًا حينها

## How it is counted
understand-how = كيف تُحسب هذه الأرقام
understand-changes = التغيّرات
understand-explain-nps = نسبة المروّجين (٩ و١٠) ناقص نسبة المنتقدين (٠ إلى ٦)، بالنقاط من ١٠٠- إلى ١٠٠. يُحسب المحايدون (٧ و٨) في المجموع فقط (رايكهيلد، ٢٠٠٣). ينتج المدى من تباين ١+ و٠ و١- (روكس، ٢٠١٦).
understand-explain-csat = نسبة الإجابات في أعلى خانتين: ٤ و٥ من خمسة، ٦ و٧ من سبعة. المدى هو فترة ويلسون للنسبة (١٩٢٧).
understand-explain-ces = متوسط درجات الجهد على مقياس السؤال. المدى هو فترة t لستيودنت.
understand-explain-rating = متوسط التقييمات على مقياس السؤال. المدى هو فترة t لستيودنت.
understand-explain-range = لو أجاب كل العملاء لوقع الرقم في هذا المدى في ٩٥ من كل ١٠٠ استبيان كهذا. نقول ذلك عندما تقل الإجابات عن ٣٠: انظر إلى المدى لا إلى النقطة.
understand-explain-finished = الردود المكتملة من كل ما بدأ. السؤال المُجاب عنه يُحسب حتى لو تُرك الاستبيان قبل نهايته.
understand-explain-verdict = يكون التغيّر واضحًا عندما يصعب أن تُحدثه الصدفة (معدل اكتشاف خاطئ دون ٥٪ لكل التغيّرات في الصفحة) ويستحق أن يُتصرّف بناءً عليه: خمس نقاط، أو جزء من عشرين من المقياس. «مرجّح» تعني دون ٢٠٪.
understand-verdict-clear-fall = انخفاض واضح
understand-verdict-clear-rise = ارتفاع واضح
understand-verdict-likely-fall = انخفاض مرجّح
understand-verdict-likely-rise = ارتفاع مرجّح
understand-verdict-no-real-change = لا تغيّر حقيقي
understand-verdict-cant-tell = لا يمكن الجزم بعد
understand-verdict-too-few = إجابات قليلة جدًا

## Anonymous surveys
understand-anonymous-title = الإجابات هنا مجهولة الهوية
understand-anonymous-text = ترى مجموعات من خمسة فأكثر فقط، ولا ترى ردًا منفردًا، وتتحرك الأرقام كلما أجاب خمسة آخرون. عوامل التصفية والقوائم معطّلة لأنها قد تكشف شخصًا بعينه.
understand-anonymous-few-title = أتمّ أقل من خمسة
understand-anonymous-few-text = تظهر النتائج حالما يجيب خمسة أشخاص حتى النهاية.
understand-anonymous-fives = مكتملة، بخطوات من خمسة
understand-anonymous-bound = أول ٢٠٬٠٠٠ مكتملة
understand-anonymous-hidden = المجموعات التي تقل عن خمسة أشخاص مخفية، ومعها ما قد يكشفها.
understand-anonymous-months = حُذفت الأشهر التي تقل إجاباتها عن خمس.
understand-anonymous-groups = مجموعات من خمسة فأكثر، الأدنى أولًا. حُذف بعضها كي لا يُعرف أحد بالمقارنة.
understand-anonymous-texts = بلا ترتيب معيّن، دون ذكر متى أو ممّن.

## Home
understand-against =
    { $days ->
        [zero] اليوم مقارنة بما قبله
        [one] آخر يوم مقارنة بما قبله
        [two] آخر يومين مقارنة بما قبلهما
        [few] آخر { $days } أيام مقارنة بما قبلها
        [many] آخر { $days } يومًا مقارنة بما قبلها
       *[other] آخر { $days } يوم مقارنة بما قبلها
    }
understand-finding-clear-fall = انخفض { $metric } في «{ $survey }» بمقدار { $by }
understand-finding-clear-rise = ارتفع { $metric } في «{ $survey }» بمقدار { $by }
understand-finding-likely-fall = من المرجّح أن { $metric } في «{ $survey }» انخفض
understand-finding-likely-rise = من المرجّح أن { $metric } في «{ $survey }» ارتفع
understand-finding-no-real-change = { $metric } في «{ $survey }» ثابت
understand-finding-cant-tell = { $metric } في «{ $survey }»: من المبكر الجزم
understand-finding-why =
    { $count ->
        [zero] { $now } الآن، { $before } سابقًا.
        [one] { $now } الآن، { $before } سابقًا؛ إجابة واحدة الآن.
        [two] { $now } الآن، { $before } سابقًا؛ إجابتان الآن.
        [few] { $now } الآن، { $before } سابقًا؛ { $count } إجابات الآن.
        [many] { $now } الآن، { $before } سابقًا؛ { $count } إجابة الآن.
       *[other] { $now } الآن، { $before } سابقًا؛ { $count } إجابة الآن.
    }
understand-finding-needed =
    { $count ->
        [zero] ستتضح الصورة قريبًا.
        [one] تكفي إجابة أخرى تقريبًا للجزم.
        [two] تكفي إجابتان أخريان تقريبًا للجزم.
        [few] تكفي نحو { $count } إجابات أخرى للجزم.
        [many] تكفي نحو { $count } إجابة أخرى للجزم.
       *[other] تكفي نحو { $count } إجابة أخرى للجزم.
    }
understand-now = الآن
understand-then = سابقًا
understand-glance = الحلقة هذا الأسبوع
understand-glance-answers =
    { $count ->
        [zero] لا ردود
        [one] ردّ واحد
        [two] ردّان
        [few] { $count } ردود
        [many] { $count } ردًا
       *[other] { $count } ردّ
    }
understand-glance-before = { $count } في الأسبوع السابق

## Refusals
error-bad-filter = تعذّرت قراءة هذه التصفية. يُكتب التاريخ مثل 2026-11-22 والدرجة مثل 9 أو 0-6.
error-too-many-filters = لا يمكن استعمال أكثر من { $max } من عوامل التصفية معًا.
error-too-many-counts = لهذا الاستبيان أكثر من { $max } عدد يومي مختلف. ضيّق النطاق.
error-survey-anonymous = إجابات هذا الاستبيان مجهولة الهوية، لذا لا قائمة بها.
thing-response = هذا الردّ
