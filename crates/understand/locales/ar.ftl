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
understand-none-action = إلى الإصغاء
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
understand-edit = تعديل
understand-share = مشاركة
understand-response = إجابة
understand-responses = الإجابات
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
understand-flagged = الردود المعلَّمة
understand-flagged-out = مستبعدة
understand-leave-out = استبعد الردود المعلَّمة
understand-count-again = احتسب الردود المعلَّمة من جديد
understand-left-out =
    { $count ->
        [zero] لا رد معلَّمًا هنا، فلم يُستبعد شيء.
        [one] استُبعد رد واحد معلَّم: { $why }.
        [two] استُبعد ردان معلَّمان: { $why }.
        [few] استُبعدت { $count } ردود معلَّمة: { $why }.
        [many] استُبعد { $count } ردًا معلَّمًا: { $why }.
       *[other] استُبعد { $count } رد معلَّم: { $why }.
    }
understand-left-out-look = اطّلع عليها
understand-no-value = غير معروف
understand-flag-true = نعم
understand-flag-false = لا
understand-dimension-channel = القناة
understand-dimension-language = اللغة
understand-dimension-touchpoint = نقطة التواصل
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
understand-moved = { $verdict }: { $by } مقارنة بالفترة السابقة
understand-trend = { $metric } { $step }
understand-trend-says = { $metric } { $step }، مع المدى الذي تقع فيه القيمة الحقيقية بثقة ٩٥٪.
understand-by-day = يوميًا
understand-by-week = أسبوعيًا
understand-by-month = شهريًا
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
understand-where-from = من أين جاءت
understand-known-then = ما كان معروفًا وقتها

## How it is counted
understand-how = كيف تُحسب هذه الأرقام
understand-changes = التغيّرات
understand-explain-nps = نسبة المروّجين (٩ و١٠) ناقص نسبة المنتقدين (٠ إلى ٦)، بالنقاط من ١٠٠- إلى ١٠٠. يُحسب المحايدون (٧ و٨) في المجموع فقط (رايكهيلد، ٢٠٠٣). ينتج المدى من تباين ١+ و٠ و١- (روكس، ٢٠١٦).
understand-explain-csat = نسبة الإجابات في أعلى خانتين: ٤ و٥ من خمسة، ٦ و٧ من سبعة. المدى هو فترة ويلسون للنسبة (١٩٢٧).
understand-explain-ces = متوسط درجات الجهد على مقياس السؤال. المدى هو فترة t لستيودنت.
understand-explain-rating = متوسط التقييمات على مقياس السؤال. المدى هو فترة t لستيودنت.
understand-explain-range = لو أجاب كل العملاء لوقع الرقم في هذا المدى في ٩٥ من كل ١٠٠ استبيان كهذا. نقول ذلك عندما تقل الإجابات عن ٣٠: انظر إلى المدى لا إلى النقطة.
understand-explain-finished = الإجابات المكتملة من كل ما بدأ. السؤال المُجاب عنه يُحسب حتى لو تُرك الاستبيان قبل نهايته.
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
understand-anonymous-text = ترى مجموعات من خمسة فأكثر فقط، ولا ترى إجابة منفردة، وتتحرك الأرقام كلما أجاب خمسة آخرون. عوامل التصفية والقوائم معطّلة لأنها قد تكشف شخصًا بعينه.
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
understand-finding-no-real-change = { $metric } في «{ $survey }» على حاله
understand-finding-cant-tell = من المبكر القول إن كان { $metric } في «{ $survey }» قد تغيّر
understand-finding-too-few = { $metric } في «{ $survey }» هو { $now } حتى الآن
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
        [one] تكفي إجابة أخرى تقريبًا لإظهار تغيّر قدره { $change } نقاط أو أكثر.
        [two] تكفي إجابتان أخريان تقريبًا لإظهار تغيّر قدره { $change } نقاط أو أكثر.
        [few] تكفي نحو { $count } إجابات أخرى لإظهار تغيّر قدره { $change } نقاط أو أكثر.
        [many] تكفي نحو { $count } إجابة أخرى لإظهار تغيّر قدره { $change } نقاط أو أكثر.
       *[other] تكفي نحو { $count } إجابة أخرى لإظهار تغيّر قدره { $change } نقاط أو أكثر.
    }
understand-finding-pace =
    { $days ->
        [zero] بالوتيرة الحالية يتحقق ذلك اليوم.
        [one] بالوتيرة الحالية يستغرق ذلك نحو يوم.
        [two] بالوتيرة الحالية يستغرق ذلك نحو يومين.
        [few] بالوتيرة الحالية يستغرق ذلك نحو { $days } أيام.
        [many] بالوتيرة الحالية يستغرق ذلك نحو { $days } يومًا.
       *[other] بالوتيرة الحالية يستغرق ذلك نحو { $days } يوم.
    }
understand-finding-few =
    { $count ->
        [zero] لا إجابات بعد.
        [one] من إجابة واحدة.
        [two] من إجابتين.
        [few] من { $count } إجابات.
        [many] من { $count } إجابة.
       *[other] من { $count } إجابة.
    }
understand-finding-from = يُذكر التغيّر ابتداءً من { $least } إجابات، في هذه الفترة وفي التي قبلها.
understand-finding-ask = اسأل مزيدًا من العملاء
understand-now = الآن
understand-then = سابقًا
understand-glance = الحلقة هذا الأسبوع
understand-glance-answers =
    { $count ->
        [zero] لا إجابات
        [one] إجابة واحدة
        [two] إجابتان
        [few] { $count } إجابات
        [many] { $count } إجابة
       *[other] { $count } إجابة
    }
understand-glance-before = { $count } في الأسبوع السابق

## Refusals
error-bad-filter = تعذّرت قراءة هذه التصفية. يُكتب التاريخ مثل 2026-11-22 والدرجة مثل 9 أو 0-6.
error-too-many-filters = لا يمكن استعمال أكثر من { $max } من عوامل التصفية معًا.
error-too-many-counts = لهذا الاستبيان أكثر من { $max } عدد يومي مختلف. ضيّق النطاق.
error-survey-anonymous = إجابات هذا الاستبيان مجهولة الهوية، لذا لا قائمة بها.
thing-response = هذه الإجابة

## Export of responses
understand-export = تصدير الردود
understand-export-lede = صف لكل رد، وعمود أو أكثر لكل سؤال.
understand-export-anonymous = وعد هذا الاستبيان بإخفاء الهوية. لا يحتوي الملف على معرّفات ولا جهات اتصال ولا قنوات ولا سمات ولا أوقات سوى اليوم؛ وتُستبعد الردود غير المكتملة، وتُترك فارغةً الإجابات التي يشترك فيها أقل من خمسة أشخاص.
understand-export-filtered = تسري مرشحات النتائج على الملف أيضًا.
understand-export-format = الصيغة
understand-export-labels-in = لغة التسميات
understand-export-labels = كلمات بدل المفاتيح
understand-export-labels-hint = في CSV وإكسل وJSON وParquet تأتي الإجابات بالكلمات. أما ملفات SPSS وStata ففيها الاثنان دائمًا.
understand-export-personal = مع البيانات الشخصية في النصوص
understand-export-personal-hint = تظهر أرقام الهواتف والعناوين والأسماء وما شابهها في الملف كما كُتبت. ويذكر سجل التدقيق من أخذها.
understand-export-masked = تحل محل البيانات الشخصية في النصوص كلمة تدل عليها، مثل [هاتف].
understand-export-get = تنزيل
understand-export-format-xlsx = إكسل (XLSX)
understand-export-format-xlsx-hint = يُفتح في كل جداول البيانات؛ وتشرح ورقة ثانية الأعمدة.
understand-export-format-csv = CSV
understand-export-format-csv-hint = نص بسيط لأي برنامج.
understand-export-format-sav = SPSS (SAV)
understand-export-format-sav-hint = مع التسميات، ويصلح أيضًا لـ R (haven) وبايثون وPSPP وJamovi.
understand-export-format-dta = Stata (DTA)
understand-export-format-dta-hint = مع التسميات، لـ Stata 14 وما بعده.
understand-export-format-parquet = Parquet
understand-export-format-parquet-hint = أعمدة محددة الأنواع لأدوات البيانات.
understand-export-format-json = JSON
understand-export-format-json-hint = للبرامج.
understand-export-id = الرد
understand-export-state = الحالة
understand-export-started-at = البداية
understand-export-completed-at = الانتهاء
understand-export-day = اليوم
understand-export-channel = القناة
understand-export-touchpoint = نقطة التماس
understand-export-contact-id = جهة الاتصال
understand-export-language = اللغة
understand-export-version = إصدار الاستبيان
understand-export-ending = الخاتمة
understand-export-seconds = الثواني المستغرقة
understand-export-best = الأفضل
understand-export-worst = الأسوأ
understand-export-own = فكرة خاصة
understand-export-sheet-rows = الردود
understand-export-sheet-columns = الأعمدة
understand-export-head-column = العمود
understand-export-head-label = التسمية
understand-export-head-code = القيمة
understand-export-head-meaning = المعنى
error-sheet-too-long = لا تتسع الورقة لأكثر من { $max } من الردود. اختر CSV أو Parquet.
error-table-too-wide = أعمدة هذا الاستبيان أكثر مما تتسع له الصيغة ({ $max }).
error-too-few-responses = وعد الاستبيان بإخفاء الهوية: يتوفر الملف حين يُتمّه { $min } أشخاص على الأقل.

## Report, cross-table, comparison, course, quality, shares
understand-tab-report = التقرير
understand-tab-crosstab = جدول تقاطعي
understand-tab-compare = مقارنة
understand-tab-why = لماذا
understand-why-title = لماذا جاءت نتيجة «{ $question }» هكذا
understand-why-low = { $low } من { $read } إجابة ({ $share }) منخفضة، أي حتى { $to }. النتيجة { $score }.
understand-why-sample = وهي الأحدث من بين { $rows }.
understand-why-no-cause = لا يبرز سبب يتجاوز المصادفة: ما يقوله أصحاب الدرجات المنخفضة يقوله غيرهم بالقدر نفسه، أو أن من كتبوا قليلون.
understand-why-costs-nps = { $points } نقطة من NPS
understand-why-costs-percent = { $points } نقطة مئوية
understand-why-costs-mean = { $points } من المتوسط
understand-why-unexplained = { $share } من الإجابات المنخفضة التي فيها نص لا تذكر أيًّا من هذه الأسباب.
understand-why-order = رُتّبت بحسب تميّزها عن الصدفة، لا بحسب ما تكلّفه.
understand-why-echoes = استُبعد لأنه يقول الدرجة بكلمات أخرى: { $names }.
understand-why-repeated = { $count } كررت ما قيل من قبل فلم تُحسب ثانية.
understand-why-risk = وهذا { $times } مرة مقارنةً بغيرهم في الأماكن نفسها (من { $low } إلى { $high }).
understand-why-share = ذكره { $mentions }، ومنهم { $low } أعطوا درجة منخفضة: { $share } من كل الإجابات المنخفضة التي فيها نص.
understand-why-points-all = ما يكلفه من المجموع
understand-why-points-there = ما يكلفه هناك
understand-why-response = الرد كاملًا
understand-why-words = الكلمات التي وراءه
understand-why-where = أين الإجابات المنخفضة
understand-why-place = أين
understand-why-answers = الإجابات
understand-why-low-share = منخفضة
understand-why-times = ضعف غيرها
understand-why-points = النقاط
understand-why-ruled-out = ما ليس سببًا
understand-why-ruled-out-note = العدد بجانب كل منها هو عدد من ذكروه.
understand-why-not-tied = من يقولونه يعطون درجات منخفضة بقدر غيرهم.
understand-why-not-sure = من يقولونه يعطون درجات منخفضة أكثر، لكن المصادفة قد تفسر ذلك.
understand-why-only-common = يقال حيث تنخفض الدرجات، ويقوله الراضون أيضًا.
understand-why-goes-with = لا يبقى منه شيء من دون السبب { $cause }.
understand-why-plan = ابدأ مبادرة
understand-why-ask = اسأل بعد ذلك
understand-why-ask-text = { $share } من الإجابات المنخفضة التي فيها نص لا سبب لها بعد، و{ $silent } أعطوا درجة منخفضة بلا كلمة.
understand-why-ask-there = اسأل هنا أولًا:
understand-why-ask-reasons = اعرض هذه الأسباب إلى جانب إجابة حرة:
understand-why-ask-add = إضافة سؤال إلى الاستبيان
understand-why-closed-title = هذه النصوص ليست لدورك
understand-why-closed-text = تُستخرج الأسباب مما كتبه الناس. اسأل مديرًا يمكنه قراءة نصوص هذا الاستبيان.
understand-why-none-title = لا شيء لتفسيره هنا
understand-why-none-text = تحتاج الأسباب إلى سؤال ذي مقياس وإجابات عنه. اختر فترة أطول أو أزل المرشحات.
understand-why-explain = أولًا يُبحث عن مجموعات الإجابات التي تكثر فيها الدرجات المنخفضة أكثر من غيرها. ثم يُقارن ما يكتبه أصحابها بما يكتبه غيرهم في المجموعات نفسها، فلا يُعد سببًا ما هو شائع فقط في مكان سيئ. ولا يُعرض إلا ما لا تفسره المصادفة بين كل ما اختُبر.
understand-why-explain-points = النقاط هي ما كانت النتيجة ستكسبه لو أجاب من يذكرون السبب مثل من حولهم؛ والأسباب التي تأتي معًا تتقاسم نقاطها بإنصاف (شابلي).
understand-why-explain-limits = تُستخرج الأسباب مما كتبه الناس، وما لا يذكره أحد لا يمكن العثور عليه. والحكم لتجربة أو لتغيير يُقاس أثره.
understand-tab-course = المسار
understand-tab-quality = الجودة
understand-words-hidden = ما كتبه الناس لا يُعرض لدورك.
understand-personal-email = بريد إلكتروني
understand-personal-phone = هاتف
understand-personal-card = رقم بطاقة
understand-personal-iban = رقم حساب
understand-personal-national-id = رقم هوية
understand-personal-link = رابط
understand-personal-ip = عنوان IP
understand-personal-licence = رقم وثيقة
understand-personal-name = اسم
understand-personal-address = عنوان
understand-personal-masked = بيانات شخصية مخفية
understand-personal-note = البيانات الشخصية في هذه النصوص مخفية: الكلمات بين الأقواس تدل على ما كان مكانها. مسؤولو النظام هم من يقرر من يراها.
understand-report-answered = أجاب { $count } من { $all }
understand-report-answered-some = أجاب { $count }؛ ولم يُسأل جميع الـ { $all }
understand-report-none = لم يجب أحد عن هذا السؤال.
understand-report-floor = أجاب عن هذا السؤال أقل من خمسة أشخاص، لذلك لا يُعرض.
understand-report-votes =
    { $count ->
        [zero] لا أصوات لأفكار الآخرين
        [one] صوت واحد لأفكار الآخرين
        [two] صوتان لأفكار الآخرين
        [few] { $count } أصوات لأفكار الآخرين
        [many] { $count } صوتًا لأفكار الآخرين
       *[other] { $count } صوت لأفكار الآخرين
    }
understand-report-personal = البيانات الشخصية تُحصى هنا فقط ولا تظهر إلا في الرد نفسه.
understand-report-mean = المتوسط
understand-report-median = الوسيط
understand-report-quartiles = نصف الإجابات بين { $low } و{ $high }.
understand-report-other = بكلماتهم
understand-report-row = الصف
understand-report-value = القيمة
understand-report-values-says =
    { $count ->
        [zero] لا إجابات.
        [one] موضع إجابة واحدة.
        [two] موضع إجابتين.
        [few] مواضع { $count } إجابات.
        [many] مواضع { $count } إجابة.
       *[other] مواضع { $count } إجابة.
    }
understand-report-places-says = متوسط مرتبة كل خيار مع مجاله؛ 1 تعني الأول.
understand-report-borda-says = نسبة من وضعوا كل خيار أولًا ونقاط بوردا: 100 إذا وضعه الجميع أولًا و0 إذا وضعه الجميع أخيرًا.
understand-report-first = في المرتبة الأولى
understand-report-borda = نقاط بوردا
understand-report-points-says = متوسط النقاط لكل خيار مع مجاله؛ عدم إعطاء نقاط يُحسب 0.
understand-report-best-says = كم مرة اختير كل خيار أفضلَ ناقص كم مرة اختير أسوأ، لكل 100 مجيب، مع مجاله.
understand-report-best-counts = كم مرة اختير كل خيار أفضل وأسوأ.
understand-report-best = الأفضل
understand-report-worst = الأسوأ
understand-report-bands-says = إجابات كل صف من أدنى المقياس إلى أعلاه، ومتوسطها مع مجاله.
understand-report-heat-says = نسبة من اختاروا كل عمود ممن أجابوا عن الصف؛ الأغمق أكثر.
understand-report-written-says = كم شخصًا كتب شيئًا في كل صف.
understand-crosstab-row-side = الصفوف
understand-crosstab-column-side = الأعمدة
understand-crosstab-show = تُظهر الخلايا
understand-crosstab-rows = النسبة من الصف
understand-crosstab-columns = النسبة من العمود
understand-crosstab-counts = عدد الإجابات
understand-crosstab-title = { $rows } حسب { $columns }
understand-crosstab-says-rows = توزّع كل صف من «{ $rows }» على «{ $columns }»: نسب من الصف وبجانبها الأعداد.
understand-crosstab-says-columns = توزّع كل عمود من «{ $columns }» على «{ $rows }»: نسب من العمود وبجانبها الأعداد.
understand-crosstab-says-counts = عدد الإجابات لـ«{ $rows }» و«{ $columns }»، مع نسب من الصف.
understand-crosstab-none-title = اختر جانبين مختلفين
understand-crosstab-none-text = الجدول التقاطعي يقارن سؤالًا بسؤال آخر أو بمصدر الإجابات.
understand-crosstab-several = أمكن اختيار عدة خيارات، لذا يُحسب الشخص في عدة خلايا ولا يوجد اختبار.
understand-crosstab-thin = خلايا كثيرة ستضم أقل من خمس إجابات فلا يُعتمد على الاختبار. ادمج المجموعات أو انتظر إجابات أكثر.
understand-crosstab-marks = الخلايا المعلَّمة فيها إجابات أكثر أو أقل مما تأتي به الصدفة (باقٍ معدَّل خارج ±1.96).
understand-crosstab-more = أكثر من المتوقع
understand-crosstab-fewer = أقل من المتوقع
understand-crosstab-small = أقل من خمسة
understand-crosstab-most = تُعرض القيم الـ { $count } ذات أكثر الإجابات فقط.
understand-crosstab-detail = χ² = { $chi }، درجات الحرية = { $freedom }، p { $p }، V لكرامر = { $v }
understand-link-clear =
    { $count ->
        [zero] علاقة واضحة ({ $strength })، بلا إجابات.
        [one] علاقة واضحة ({ $strength })، إجابة واحدة.
        [two] علاقة واضحة ({ $strength })، إجابتان.
        [few] علاقة واضحة ({ $strength })، { $count } إجابات.
        [many] علاقة واضحة ({ $strength })، { $count } إجابة.
       *[other] علاقة واضحة ({ $strength })، { $count } إجابة.
    }
understand-link-likely =
    { $count ->
        [zero] علاقة محتملة ({ $strength })، بلا إجابات.
        [one] علاقة محتملة ({ $strength })، إجابة واحدة.
        [two] علاقة محتملة ({ $strength })، إجابتان.
        [few] علاقة محتملة ({ $strength })، { $count } إجابات.
        [many] علاقة محتملة ({ $strength })، { $count } إجابة.
       *[other] علاقة محتملة ({ $strength })، { $count } إجابة.
    }
understand-link-none =
    { $count ->
        [zero] لا علاقة حقيقية ({ $strength })، بلا إجابات.
        [one] لا علاقة حقيقية ({ $strength })، إجابة واحدة.
        [two] لا علاقة حقيقية ({ $strength })، إجابتان.
        [few] لا علاقة حقيقية ({ $strength })، { $count } إجابات.
        [many] لا علاقة حقيقية ({ $strength })، { $count } إجابة.
       *[other] لا علاقة حقيقية ({ $strength })، { $count } إجابة.
    }
understand-link-cant-tell =
    { $count ->
        [zero] لا يمكن القول بعد، لا إجابات.
        [one] لا يمكن القول بعد من إجابة واحدة.
        [two] لا يمكن القول بعد من إجابتين.
        [few] لا يمكن القول بعد من { $count } إجابات.
        [many] لا يمكن القول بعد من { $count } إجابة.
       *[other] لا يمكن القول بعد من { $count } إجابة.
    }
understand-link-too-few =
    { $count ->
        [zero] قليل جدًا: لا إجابات.
        [one] قليل جدًا: إجابة واحدة.
        [two] قليل جدًا: إجابتان.
        [few] قليل جدًا: { $count } إجابات.
        [many] قليل جدًا: { $count } إجابة.
       *[other] قليل جدًا: { $count } إجابة.
    }
understand-strength-negligible = ضئيلة
understand-strength-weak = ضعيفة
understand-strength-moderate = متوسطة
understand-strength-strong = قوية
understand-compare-by = قارن
understand-compare-before = هذه الفترة مع السابقة
understand-compare-a = هذه المجموعة
understand-compare-b = مع
understand-compare-rest = جميع الآخرين
understand-compare-title = { $a } مقابل { $b }
understand-compare-difference = الفرق
understand-compare-verdict = الحكم
understand-compare-none-title = لا شيء للمقارنة
understand-compare-none-text = اختر فترة تسبقها فترة، أو مجموعة أجابت.
understand-weigh-title = الترجيح
understand-weigh-text = إن كنت تعرف توزّع عملائك فيمكن ترجيح الإجابات ليُحسب لكل مجموعة وزنها الصحيح. الترجيح يقلل الدقة، وتذكر الصفحة مقدار ذلك.
understand-weigh-answered = ممن أجابوا
understand-weigh-known = من جميع العملاء
understand-weigh-of = نسبة { $group } من جميع العملاء
understand-weigh-remove = استبعاد { $dimension }
understand-weigh-do = رجّح الإجابات
understand-weigh-add = رجّح حسب
understand-weigh-plain = دون ترجيح
understand-weigh-weighted = مرجَّح
understand-weigh-cost = تخبرنا { $n } من الردود بقدر ما تخبرنا { $effective } دون ترجيح (أثر التصميم { $effect }). الأوزان بين { $least } و{ $most }.
understand-weigh-off = تعذر بلوغ النسب ضمن حدود الأوزان: الفارق يصل إلى { $off } نقطة.
understand-weigh-empty = لم يجب أحد من «{ $group }» فلا يمكن لأحد أن يمثلهم. اترك نسبتها فارغة.
understand-weigh-bad = نسبة «{ $group }» ليست عددًا أكبر من الصفر.
understand-weigh-nobody = لم يجب أحد في هذه الفترة.
understand-course-began = بدأت
understand-course-time = الوقت المعتاد
understand-course-minutes = دقيقة، وسيط من أتمّوا
understand-course-in-seconds = ثانية، وسيط من أتمّوا
understand-course-quota = جاؤوا بعد اكتمال الحصة
understand-course-pages = إلى أين وصل الناس
understand-course-page = الصفحة
understand-course-reached = وصلوا إلى هنا
understand-course-left = توقفوا هنا
understand-course-median = وسيط الوقت
understand-course-seconds = { $seconds } ث
understand-course-funnel-says =
    { $count ->
        [zero] لا ردود على صفحاتنا.
        [one] وصول رد واحد على صفحاتنا إلى كل صفحة.
        [two] وصول ردين على صفحاتنا إلى كل صفحة.
        [few] كم من { $count } ردود على صفحاتنا وصل إلى كل صفحة.
        [many] كم من { $count } ردًا على صفحاتنا وصل إلى كل صفحة.
       *[other] كم من { $count } رد على صفحاتنا وصل إلى كل صفحة.
    }
understand-course-note =
    { $count ->
        [zero] الصفحة التي يتجاوزها المنطق تُعد مبلوغة. لا أوقات بعد.
        [one] الصفحة التي يتجاوزها المنطق تُعد مبلوغة. الأوقات من آخر رد واحد.
        [two] الصفحة التي يتجاوزها المنطق تُعد مبلوغة. الأوقات وسيط آخر ردين.
        [few] الصفحة التي يتجاوزها المنطق تُعد مبلوغة. الأوقات وسيط آخر { $count } ردود.
        [many] الصفحة التي يتجاوزها المنطق تُعد مبلوغة. الأوقات وسيط آخر { $count } ردًا.
       *[other] الصفحة التي يتجاوزها المنطق تُعد مبلوغة. الأوقات وسيط آخر { $count } رد.
    }
understand-course-unknown = لم يأت أي من هذه الردود عبر صفحاتنا، أو أن الأقسام مخلوطة، فلا ترتيب للصفحات.
understand-course-endings = النهايات
understand-course-ending = النهاية
understand-course-endings-says = كم مرة بُلغت كل نهاية.
understand-course-usual = النهاية المعتادة
understand-course-full = اكتملت الحصة: { $quota }
understand-course-versions = الإصدارات
understand-course-versions-says = كم ردًا ورد على كل إصدار من الاستبيان.
understand-bias-title = هل يمثل من أتمّوا الجميع؟
understand-bias-text = يُقارن من بدؤوا بمن أتمّوا، مجموعة بمجموعة. من لم يفتح الاستبيان غير معروف هنا.
understand-bias-nothing = لا شيء يميّز المجموعات، أو أنها أقل من عشرة.
understand-bias-clear = { $dimension }: تفاوت واضح. { $most } يُتمّون أكثر و{ $least } أقل من غيرهم؛ رجّح الإجابات أو اسألهم ثانية.
understand-bias-likely = { $dimension }: تفاوت محتمل. يبدو أن { $most } يُتمّون أكثر و{ $least } أقل.
understand-bias-none = { $dimension }: لا فرق مهمًا بين من بدؤوا ومن أتمّوا.
understand-bias-cant-tell = { $dimension }: لا يمكن القول بعد.
understand-bias-too-few = { $dimension }: الردود أقل من أن تُنبئ.
understand-bias-chart-says = نسبة من أتمّوا لكل قيمة من { $dimension } مع مجالها؛ الخط المتقطع للجميع.
understand-invited-title = هل أجاب من دُعوا؟
understand-invited-text = يُقارن كل من له رابط شخصي بمن أجابوا به. الروابط العامة لا تدعو أحدًا بعينه، فلا تُحتسب هنا.
understand-invited-bounded = تُفحص آخر 50,000 دعوة فقط.
understand-invited-asked = المدعوون
understand-invited-answered = أجابوا
understand-invited-clear = { $dimension }: تفاوت واضح. { $most } يجيبون أكثر و{ $least } أقل من غيرهم؛ ذكّرهم أو رجّح الإجابات.
understand-invited-likely = { $dimension }: تفاوت محتمل. يبدو أن { $most } يجيبون أكثر و{ $least } أقل.
understand-invited-none = { $dimension }: لا فرق مهمًا بين من دُعوا ومن أجابوا.
understand-invited-cant-tell = { $dimension }: لا يمكن الجزم بعد.
understand-invited-too-few = { $dimension }: الدعوات أقل من أن تُنبئ.
understand-invited-chart-says = نسبة من أجابوا من المدعوين لكل قيمة من { $dimension } مع مجالها؛ الخط المتقطع للجميع.
understand-quality-looked =
    { $count ->
        [zero] لم يُفحص أي رد مكتمل
        [one] فُحص رد مكتمل واحد
        [two] فُحص ردان مكتملان
        [few] فُحصت { $count } ردود مكتملة
        [many] فُحص { $count } ردًا مكتملًا
       *[other] فُحص { $count } رد مكتمل
    }
understand-quality-bounded = يُفحص آخر 50,000 رد مكتمل فقط.
understand-quality-share = { $share } منها
understand-quality-flagged = ردود لافتة
understand-quality-why = السبب
understand-quality-none-title = لا شيء لافت
understand-quality-none-text = لا رد متماثل أو سريع جدًا أو مكرر.
understand-quality-none-some = لم تُلاحظ أيّ من العلامات التي يمكن تبيّنها هنا.
understand-quality-untold-title = لا شيء للحكم عليه بعد
understand-quality-untold-text = تظهر العلامات في الردود المكتملة التي فيها أوقات أو نصوص أو مصفوفات طويلة. لا يوجد منها هنا بعد.
understand-quality-all = أظهر كل العلامات
understand-quality-more =
    { $count ->
        [zero] لا شيء غير مدرج.
        [one] واحد آخر غير مدرج.
        [two] اثنان آخران غير مدرجين.
        [few] { $count } أخرى غير مدرجة.
        [many] { $count } أخرى غير مدرجة.
       *[other] { $count } أخرى غير مدرجة.
    }
understand-quality-how = هذه علامات لا أدلة، وتُحتسب ما لم تستبعدها. إجابات متماثلة: كل صفوف المصفوفة (أربعة على الأقل) متشابهة. سريع جدًا: نصف الوقت المعتاد للصفحة أو أقل (Leiner 2019). مكرر: الإجابات نفسها بالكلمات نفسها.
understand-flag-straight = الإجابة نفسها في كل الصفوف
understand-flag-straight-untold = لا مصفوفة بأربعة صفوف أو أكثر.
understand-flag-fast = سريع جدًا
understand-flag-fast-untold = الردود ذات الأوقات قليلة جدًا.
understand-flag-twice = مكرر
understand-flag-twice-untold = لا نصوص طويلة بما يكفي.
understand-shares = مشاركة التقرير
understand-shares-lede = كل من لديه العنوان يمكنه قراءة الأسئلة التي تختارها دون حساب ودون تغيير شيء. لا تُعرض مجموعة أقل من خمسة أشخاص.
understand-share-new = عنوان جديد
understand-share-name = لمن
understand-share-name-hint = يراه الأعضاء فقط لتعرف أي عنوان تسحب.
understand-share-questions = الأسئلة
understand-share-verbatims = وما كتبه الناس أيضًا
understand-share-verbatims-hint = قد تذكر النصوص أشخاصًا. تُعرض بلا ترتيب معين ودون وقت أو كاتب.
understand-share-until = آخر يوم
understand-share-until-hint = فارغ: حتى تسحبه.
understand-share-make = أنشئ العنوان
understand-share-made = أُنشئ العنوان
understand-share-made-text = انسخه الآن: لا نحتفظ إلا ببصمته فلا يمكن عرضه ثانية.
understand-share-address = عنوان التقرير المشارَك
understand-share-list = العناوين
understand-share-created = أُنشئ
understand-share-revoke = اسحب
understand-share-revoked = سُحب العنوان.
understand-share-state-open = قابل للقراءة
understand-share-state-over = انتهى
understand-share-state-revoked = مسحوب
understand-share-holds =
    { $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
understand-share-with-words = مع النصوص
understand-share-none-title = لم يُشارَك مع أحد بعد
understand-share-none-text = أنشئ في الأعلى عنوانًا لزميل أو عميل بلا حساب.
understand-share-floor = لا تُعرض مجموعات أقل من خمسة أشخاص ولا ما قد يكشفها.
understand-verbatims-title = من يقرأ ما كتبه الناس
understand-verbatims-role = على الأقل
understand-verbatims-hint = يسري على نتائج هذا الاستبيان وتقريره وإجاباته وردوده وتصديره.
understand-verbatims-saved = حُفظ من يقرأ ما كتبه الناس.
error-share-needs-questions = اختر سؤالًا واحدًا على الأقل.
error-share-name-too-long = { $max } حرفًا على الأكثر.
error-share-over = هذا اليوم مضى.
error-share-bad-role = لا يوجد مثل هذا الدور.
error-too-many-shares = للاستبيان { $max } عنوانًا على الأكثر.
thing-share = هذا التقرير المشارَك
understand-kind-nps = التوصية (NPS)
understand-kind-csat = الرضا (CSAT)
understand-kind-ces = الجهد (CES)
understand-kind-rating = تقييم
understand-kind-choice = اختيار واحد
understand-kind-choices = اختيارات متعددة
understand-kind-text = نص
understand-kind-psat = الرضا عن المنتج (PSAT)
understand-kind-slider = شريط منزلق
understand-kind-dropdown = قائمة منسدلة
understand-kind-yesno = نعم أو لا
understand-kind-image = اختيار صورة
understand-kind-ranking = ترتيب
understand-kind-matrix = مصفوفة
understand-kind-sum = توزيع نقاط
understand-kind-bestworst = الأفضل والأسوأ
understand-kind-ideas = أفكار
understand-kind-number = رقم
understand-kind-date = تاريخ
understand-kind-time = وقت
understand-kind-email = بريد إلكتروني
understand-kind-phone = هاتف
understand-kind-contact = بيانات الاتصال
understand-kind-consent = موافقة
understand-kind-file = ملف
understand-kind-signature = توقيع
understand-kind-statement = نص
understand-kind-hidden = قيمة مخفية
understand-kind-calculated = قيمة محسوبة
understand-count-responses =
    { $count ->
        [zero] لا ردود
        [one] رد واحد
        [two] ردان
        [few] { $count } ردود
        [many] { $count } ردًا
       *[other] { $count } رد
    }

error-too-many-texts = يقرأ الطلب الواحد { $max } نصًّا على الأكثر.
error-no-topic-set = لا توجد مجموعة مواضيع باسم { $set }. الموجود: { $sets }.
error-no-topic-sets = يجب أن تكون مجموعات المواضيع قائمة أسماء.
error-too-many-sets = يذكر الطلب الواحد { $max } من مجموعات المواضيع على الأكثر.
error-too-many-topics = في مساحة العمل { $max } من المواضيع على الأكثر. احذف بعضها أو ادمجه أولًا.
error-not-a-text = يلزم هنا نص بين علامتي اقتباس.

## What texts say: understand-feelings-*, understand-reading-*, understand-reader-*, understand-agreement-*, understand-learn-*, understand-transformer-*
understand-dimension-sentiment = ما تقوله النصوص
understand-dimension-text_language = لغة النص
understand-language-en = الإنجليزية
understand-language-fa = الفارسية
understand-language-ar = العربية
understand-language-sv = السويدية
understand-language-und = غير معروفة
understand-all-texts = كل النصوص
understand-feelings = ما تقوله النصوص
understand-feelings-head = ما تقوله النصوص
understand-feelings-says = ما تقوله النصوص: نسبة كل منها، وعدد النصوص المقروءة { $count }، مع المدى الذي تقع فيه النسبة الحقيقية بثقة ٩٥٪.
understand-feelings-unread = عدد النصوص بلغات لا تُقرأ: { $count }. وهي غير محسوبة.
understand-feelings-trend = النصوص السلبية { $step }
understand-feelings-trend-says = نسبة النصوص السلبية { $step }، مع المدى الذي تقع فيه النسبة الحقيقية بثقة ٩٥٪.
understand-reading = بأي دقة تُقرأ النصوص؟
understand-reading-lede = يتعرّف القارئ على لغة كل نص وشعوره. ويتحقق الأعضاء منه: افتح نصًّا وقل ماذا يقول.
understand-agreement = الاتفاق مع الأعضاء
understand-agreement-share = الاتفاق
understand-agreement-range = بين { $low } و{ $high }
understand-agreement-of = النصوص التي حكم عليها الأعضاء: { $judged }، ويتفق القارئ معهم في { $agreed } منها.
understand-agreement-few = الأحكام قليلة حتى الآن، ولذلك فالمدى واسع.
understand-confusion = ما قاله الأعضاء في الصفوف، وما يقوله القارئ في الأعمدة
understand-by-hand = يدويًّا
understand-agreement-bias = يميل الناس إلى تصحيح ما يبدو خطأ أكثر من تأكيد ما يبدو صوابًا، ولذلك فالاتفاق الحقيقي أعلى على الأرجح.
understand-agreement-none-title = لم يُحكم على أي نص يدويًّا بعد
understand-agreement-none-text = افتح ما يقوله نص في رد أو لوحة، واختر ما يقوله حقًّا.
understand-reader-how = طريقة العمل
understand-reader-what = يزن القارئ الكلمات وأجزاءها والنفي وألفاظ التوكيد والرموز التعبيرية بأوزان تعلّمها من نصوص معروفة التقييم، ثم يذكر الأرجح. والنص نفسه يعطي دائمًا الجواب نفسه.
understand-reader-unclear = قد تبقى عدة تصنيفات محتملة، فيُعدّ النص مختلطًا أو غير واضح: في تسعة نصوص من عشرة يكون التصنيف الصحيح بين المذكورة.
understand-reader-silent = لا يُخمَّن شيء في النصوص بلغات أخرى أو القصيرة جدًّا.
understand-reader-limits = السخرية والتلميح ومعرفة عملك خارج قدرته. اقرأ النص نفسه قبل أن تتخذ إجراءً بشأن شخص واحد.
understand-reader = القارئ
understand-reader-languages = اللغات التي تُقرأ
understand-reader-where = أين تُقرأ النصوص
understand-reader-here = على هذا الخادم؛ والقراءة لا ترسل شيئًا إلى أي مكان
understand-reading-far = التقدم
understand-reading-done = كل النصوص مقروءة بهذا الإصدار.
understand-reading-progress = فُحصت { $done } من أصل { $all } من الإجابات
understand-reading-stopped = متوقفة. تحتفظ النصوص الأقدم بما قاله الإصدار السابق.
understand-reading-meanwhile = يمكنك متابعة العمل. تحتفظ النصوص الأقدم بما قاله الإصدار السابق إلى أن تُقرأ من جديد.
understand-reading-go-on = متابعة
understand-reading-stop = إيقاف
understand-reading-again = قراءة كل النصوص من جديد
understand-reading-stopped-flash = أُوقفت القراءة من جديد
understand-reading-goes-on-flash = تُقرأ النصوص من جديد
understand-label-saved = حُفظ حكمك
error-bad-label = اختر إيجابي أو محايد أو سلبي أو غير واضح.
audit-text-label = قال ماذا يقول نص
audit-export-personal = صدّر بيانات شخصية
audit-insight-found = وجد رؤية
audit-insight-changed = وجد أن رؤية تغيّرت
audit-insight-gone = لم يعد يجد رؤية
audit-insight-dismiss = وضع رؤية جانبًا
audit-insight-back = أعاد رؤية
audit-insight-owner = أسند رؤية إلى مسؤول
audit-share-make = أنشأ عنوان تقرير مشترك
audit-share-revoke = سحب عنوان تقرير مشترك
audit-share-restore = أعاد عنوان تقرير مشترك
audit-survey-verbatims = غيّر من يمكنه قراءة النصوص
audit-texts-stop = أوقف قراءة النصوص
audit-texts-go-on = تابع قراءة النصوص
audit-texts-again = طلب قراءة كل النصوص من جديد
understand-agreement-learned = النصوص التي تعلّم منها القارئ غير محسوبة: { $count }.
understand-learn = التعلّم من إجاباتكم
understand-learn-in-use = قيد الاستخدام
understand-learn-what = حين يقف تقييم بجانب تعليق فإنه يدل على ما يقوله التعليق. ومن هذه الأزواج، ومما حكم به الأعضاء، يستطيع القارئ أن يتعلّم كلمات مجالكم. لا شيء يغادر هذا الخادم، ويبقى الأمر متوقفًا حتى يشغّله مدير.
understand-learn-how = تتعلّم التجربة من أربعة أخماس هذه التعليقات ثم تقرأ الخُمس الذي لم تره، قبل التعلّم وبعده. والاستبيانات التي وعدت بإخفاء الهوية مستبعدة.
understand-learn-try = جرّب
understand-learn-again = التعلّم من جديد
understand-learn-on = تشغيل
understand-learn-back = العودة إلى القارئ الأصلي
understand-learn-only-admins = يستطيع المديرون تجربة هذا وتشغيله.
understand-learn-progress = التجربة جارية. يمكنك متابعة العمل.
understand-learn-few = التعليقات ذات التقييم قليلة جدًا: أمكن الاحتفاظ بعدد { $held_out } للقياس، واللازم { $fewest }، أي نحو خُمس الكل.
understand-learn-failed = لم تنجح التجربة. السبب مذكور في سجل الخادم. جرّب مرة أخرى.
understand-learn-better = أفضل بمقدار { $points } نقطة على { $texts } من إجاباتكم. ننصح بالتشغيل.
understand-learn-kept = أفضل بمقدار { $points } نقطة على { $texts } من إجاباتكم.
understand-learn-lopsided = أصحّ بمقدار { $points } نقطة على { $texts } من إجاباتكم، لكن شعورًا شائعًا يكسب على حساب شعور نادر. ننصح بعدم التشغيل.
understand-learn-same = لا فرق واضحًا على { $texts } من إجاباتكم. ننصح بعدم التشغيل.
understand-learn-worse = أسوأ بمقدار { $points } نقطة على { $texts } من إجاباتكم. ننصح بعدم التشغيل.
understand-learn-gain = زيادة النصوص الصحيحة بالنقاط المئوية
understand-learn-changed = عدد النصوص التي ستُقرأ قراءة أخرى { $changed }: منها { $fixed } كانت خاطئة وتصبح صحيحة، و{ $broken } كانت صحيحة وتصبح خاطئة.
understand-learn-of = التعلّم من { $taught } من التعليقات والقياس على { $texts } غيرها.
understand-learn-by-hand = حكم الأعضاء في { $count } منها جميعًا.
understand-learn-left = تبقى كما في القارئ الأصلي
understand-learn-measures = قبل وبعد، على نصوص محتفَظ بها، بالمئة
understand-learn-measure = المقياس
understand-learn-before = قبل
understand-learn-after = بعد
understand-learn-change = التغيّر
understand-learn-accuracy = صحيح
understand-learn-f1 = متوسط المشاعر (macro-F1)
understand-learn-polarity = السلبي والإيجابي في الجهة الصحيحة
understand-learn-covered = التسمية الصحيحة بين المذكورة؛ ينبغي أن تقارب 90
understand-learn-truth = الصحيح هنا هو ما يقوله التقييم بجانب التعليق أو أحد الأعضاء. والتقييم ليس شاهدًا كاملًا: فمن الناس من يمدح بالكلام ويعطي ثلاث نقاط.
understand-learn-by-language = حسب اللغة
understand-learn-taught = التعلّم من
understand-learn-measured = القياس على
understand-learn-examples = نصوص ستُقرأ قراءة أخرى
understand-learn-text = النص
understand-learn-known = حسب التقييم
understand-learn-used = تُقرأ النصوص بما تُعلِّم من إجاباتكم؛ شغّله { $name }
understand-learn-learned = وقت التعلّم:
understand-learn-unfit = تغيّرت الأوزان الأصلية منذ ذلك الحين، وما تُعلِّم قائم على القديمة. إلى أن تتعلّموا من جديد تُقرأ النصوص بالقارئ الأصلي.
understand-learn-withdrawn = أُلغي منذ ذلك الحين استيراد جاءت به بعض النصوص. ابدأ التعلّم من جديد كي لا تُحسب.
understand-learn-asked-flash = بدأت التجربة
understand-learn-on-flash = شُغّل. تُقرأ النصوص من جديد
understand-learn-back-flash = أُوقف. تُقرأ النصوص من جديد
error-nothing-learned = لم يُجرَّب بعد ما يمكن تشغيله. جرّب أولًا.
understand-transformer = نموذج محوِّل يقرأ أيضًا
understand-transformer-what = نموذج محوِّل (ترانسفورمر) من مجلد على هذا الخادم يحكم على النصوص كاملةً بدل القارئ الأصلي. أما الجمل وأجزاؤها والموضوعات والكلمات المؤثرة فتبقى للقارئ الأصلي، لأن المحوِّل لا يذكر أسبابًا.
understand-transformer-set = لم تُضبط احتمالاته على نصوصكم: تُذكر التصنيفات التي تبلغ معًا تسعة أعشار بحسب قوله هو. أما مدى صوابه هنا فلا يبيّنه إلا حكم أعضائكم.
understand-transformer-later = يحكم على النصوص الجديدة فورًا؛ وإذا وصلت نصوص كثيرة معًا قرأها القارئ الأصلي أولًا ثم لحق به المحوِّل في الخلفية.
understand-transformer-name = النموذج المحوِّل
understand-transformer-kind = النوع
understand-transformer-size = الأعداد المتعلَّمة
understand-transformer-tokens = أطول نص، بأجزاء الكلمات
understand-transformer-labels = تصنيفاته
understand-transformer-languages = اللغات التي يحكم فيها
understand-transformer-card = هذه الأرقام للقارئ الأصلي، لا للنموذج المحوِّل.
understand-transformer-learning = ما دام المحوِّل يحكم على النصوص كاملةً، فإن ما يُتعلَّم هنا لا يغيّر إلا الجمل وأجزاءها.
understand-card = ما الذي يمكن توقعه
understand-card-lede = كيف يحكم القارئ الأصلي على نصوص احتُفظ بها عند صنعه، بالمئة. وقد يكون على نصوصكم أفضل أو أسوأ.
understand-card-texts = النصوص
audit-texts-learn-try = جرّب التعلّم من النصوص
audit-texts-learn-on = شغّل ما تُعلِّم من النصوص
audit-texts-learn-back = عاد إلى القارئ الأصلي

## What texts are about
understand-tab-texts = النصوص
understand-about-title = عمّ يتحدث الناس
understand-about-topic = الموضوع
understand-about-responses = الردود
understand-about-share = نسبة من يذكره
understand-about-feeling = الشعور تجاهه
understand-about-neg = { $share } سلبي
understand-about-pos = { $share } إيجابي
understand-about-who-mention = { $metric } لدى من يذكره
understand-about-others = الآخرون: { $score }
understand-about-against = مقارنة بالآخرين
understand-about-points = نقاط من الدرجة
understand-about-points-note = ما يُنقصه من { $metric } أو يضيفه إليه
understand-about-within = ضمن موضوعه
understand-unfold = إظهار الكل: { $count }
understand-about-aside = أجزاء أخرى: { $count }
understand-about-trend = الاتجاه
understand-about-trend-title = كم مرة يُذكر
understand-about-trend-says = نسبة من يذكره ممن كتبوا نصًّا، { $step }، مع المدى الذي تقع فيه النسبة الحقيقية بثقة 95٪.
understand-about-feels-says = شعور { $count } من الردود التي قُرئت نصوصها، مع المدى الذي تقع فيه النسبة الحقيقية بثقة 95٪. الرد الذي يذكر الحسن والسيئ بالقدر نفسه محايد.
understand-about-spark = من { $first } إلى { $last }
understand-about-owner = المسؤول
understand-about-no-owner = بلا مسؤول
understand-about-emerging = يتصاعد
understand-about-fading = يتراجع
understand-about-emerge = يُذكر أكثر من ذي قبل: { $topics }.
understand-about-fade = يُذكر أقل من ذي قبل: { $topics }.
understand-about-costs = «{ $topic }» هو الأكثر كلفة: { $points } نقطة من { $metric }. يذكره { $share } ممن كتبوا، منهم { $negative } بشعور سيئ.
understand-about-brings = «{ $topic }» هو الأكثر نفعًا: يضيف { $points } نقطة إلى { $metric }. يذكره { $share } ممن كتبوا، منهم { $negative } بشعور سيئ.
understand-about-most = أكثر ما يكتب عنه الناس «{ $topic }»: يذكره { $share } ممن كتبوا، منهم { $negative } بشعور سيئ.
understand-about-wrote = كتبوا شيئًا
understand-about-some = يذكرون موضوعًا
understand-about-score = { $metric } لدى من كتبوا
understand-about-without = بلا موضوع
understand-about-without-note = اقرأها: لعل قاعدة تنقصها
understand-about-of = { $n } من { $total } ردًّا فيه نص
understand-about-picture = كم مرة وبأي شعور
understand-about-picture-says = كلما اتجهنا يمينًا زاد من يذكره، وكلما ارتفع حسُن الشعور، وكلما كبر زاد من يذكره. موضوعات المستوى الأول؛ والجدول أدناه يحوي الأرقام نفسها.
understand-about-picture-says-points = كلما اتجهنا يمينًا زاد من يذكره، وكلما ارتفع حسُن الشعور، وكلما كبر زاد أثره في الدرجة. موضوعات المستوى الأول؛ والجدول أدناه يحوي الأرقام نفسها.
understand-about-more-often = يذكره عدد أكبر
understand-about-rules = الموضوعات والقواعد
understand-about-rule = قاعدته
understand-about-rest = الموضوعات الأخرى مجتمعة
understand-about-sum = كل الموضوعات
understand-about-sums = { $metric } لدى من كتبوا { $score }. ومن لا يذكرون أي موضوع يعطون { $baseline }؛ والفرق، وهو { $sum }، موزَّع على الموضوعات بحيث يساوي مجموع نقاطها هذا الفرق تمامًا.
understand-about-left-out = موضوعات لا تظهر هنا: { $count }.
understand-about-cut = تُحسب أحدث 200,000 رد فيها نصوص.
understand-about-how = كيف تُحسب هذه الأرقام
understand-about-how-text = يُحسب الرد مرة واحدة لكل موضوع مهما تكرر ذكره أو ذكر جزء منه. والنقاط هي حصة الموضوع من الدرجة في كل ترتيبات استبعاد الموضوعات (قيمة شابلي)، فالموضوعات التي تُذكر معًا تتحمل حصصها معًا. والأحكام مصحَّحة لكل موضوعات الصفحة. وما يتصاعد أو يتراجع يُقارن بأيام الأسبوع نفسها من قبل. ولا شيء من هذا يثبت سببًا.
understand-about-segments = من يتحدث عمّ
understand-about-heat-says = نسبة من يذكر كل موضوع في كل مجموعة ({ $dimension }). وتدل «أكثر» و«أقل» على ما ليس مصادفة: معدل اكتشاف خاطئ دون 5٪ على كل الخلايا. وتُترك المجموعات دون العشرة فارغة.
understand-about-more = أكثر
understand-about-fewer = أقل
understand-about-differ = فيمَ تختلف مجموعتان
understand-about-needed = يلزم نحو { $count } إجابة أخرى
understand-about-verdict-clear-fall = أدنى بوضوح
understand-about-verdict-clear-rise = أعلى بوضوح
understand-about-verdict-likely-fall = أدنى على الأرجح
understand-about-verdict-likely-rise = أعلى على الأرجح
understand-about-verdict-no-real-change = لا فرق حقيقي
understand-about-verdict-cant-tell = لا يمكن الجزم بعد
understand-about-verdict-too-few = الإجابات قليلة جدًّا
understand-about-share-verdict-clear-fall = أقل بوضوح
understand-about-share-verdict-clear-rise = أكثر بوضوح
understand-about-share-verdict-likely-fall = أقل على الأرجح
understand-about-share-verdict-likely-rise = أكثر على الأرجح
understand-about-share-verdict-no-real-change = لا فرق حقيقي
understand-about-share-verdict-cant-tell = لا يمكن الجزم بعد
understand-about-share-verdict-too-few = الإجابات قليلة جدًّا
understand-about-no-topics-title = لا توجد موضوعات بعد
understand-about-no-topics-text = الموضوعات تبيّن عمّ تتحدث النصوص. ابدأ بمجموعة جاهزة من مجالك، فتُقرأ بها كل النصوص، القديمة أيضًا.
understand-about-add-set = إضافة مجموعة موضوعات
understand-about-see-topics = عرض الموضوعات
understand-about-no-texts-title = لم يكتب أحد شيئًا
understand-about-no-texts-text = لا رد في هذه الفترة وبهذه المرشحات فيه نص. اختر فترة أطول، أو اسأل «لماذا؟» في الاستبيان.
understand-about-no-mentions-title = لا نص يذكر موضوعًا
understand-about-no-mentions-text = كتب الناس، لكن لا موضوع من موضوعاتكم يناسب. قد تناسبه مجموعة من مجالكم؛ أو اقرأ بعض النصوص وخذ الكلمات منها. وبعد كل تغيير يمضي بعض الوقت حتى تُقرأ كل النصوص من جديد.
understand-about-discreet = يُحسب أول { $count } ممن أتموا وكتبوا شيئًا. ولا تظهر هنا أجزاء الموضوعات ولا الدرجات ولا النصوص المفردة.
understand-about-read = قراءة النصوص
understand-about-read-lede = الكلمات التي تذكر موضوعًا والكلمات التي حسمت الشعور معلَّمة. وإن أخطأت القراءة فقل ما يقوله النص.
understand-about-read-keys = المفاتيح: j للتالي، k للسابق، ومن 1 إلى 4 لتقول ما يقوله النص.
understand-about-narrow = تضييق النصوص
understand-about-nth = النص { $n } من { $all }
understand-about-no-read-title = لا توجد نصوص كهذه
understand-about-no-read-text = لا نص يطابق كل ما اختير. أزل مرشحًا أو اختر فترة أطول.
understand-about-nobody-title = لا أحد يذكره
understand-about-nobody-text = لا نص في هذه الفترة وبهذه المرشحات يذكره. اختر فترة أطول أو انظر في قاعدته.
understand-about-who = من يذكره أكثر
understand-about-group = المجموعة
understand-about-everybody-else = كل الآخرين
understand-about-times = كم ضعفًا
understand-about-who-says = من بين { $count } مجموعة قورنت، التي تذكره أكثر مما تتيحه المصادفة: معدل اكتشاف خاطئ دون 5٪.
understand-about-who-none = من بين { $count } مجموعة قورنت، لا تذكره أي منها أكثر من غيرها بوضوح.
understand-about-parts = ممّ يتكوّن
understand-about-quotes = ماذا كتبوا
understand-intent = المراد
understand-urgency = الاستعجال
understand-urgency-1 = انظر قريبًا
understand-urgency-2 = عاجل
understand-urgency-3 = عاجل جدًّا
## Topics: understand-topics-*
understand-topics = الموضوعات
understand-topics-lede = ما يتحدث عنه العملاء. تحدّد قواعد بكلمات بسيطة أيّ نص يذكر ماذا، ويُقرأ شعور الناس تجاهه إلى جانبه.
understand-topics-topic = الموضوع
understand-topics-tree = كل الموضوعات
understand-topics-number = الموضوعات: { $count }
understand-topics-new = موضوع جديد
understand-topics-edit = تعديل الموضوع
understand-topics-owner = المسؤول
understand-topics-owner-hint = من يستطيع تغيير الأمر نفسه، لا من يقرأ النصوص.
understand-topics-nobody = بلا مسؤول بعد
understand-topics-source = من المجموعة
understand-topics-own = من إعدادكم
understand-topics-hollow = لا يجد شيئًا: ليست له قاعدة ولا أجزاء
understand-topics-below = الأجزاء: { $count }
understand-topics-counted = تُحسب الردود التي يحق لك قراءتها، وتُستثنى ردود الاستبيانات المجهولة. والرد الذي يذكر جزأين من موضوع يُحسب للكل مرة واحدة.
understand-topics-none-title = لا موضوعات بعد
understand-topics-none-text = الموضوع شيء يتحدث عنه الناس، كالفاتورة أو وقت الانتظار، مع كلمات يُعرف بها. ابدأ بالمجموعة الأقرب إلى مجال عملك؛ ويمكن الجمع بين عدة مجموعات.
understand-topics-none-viewer = الموضوع شيء يتحدث عنه الناس، كالفاتورة أو وقت الانتظار. يستطيع المدير إضافة مجموعة جاهزة أو موضوعات خاصة بكم.
understand-topics-reading = كيف تُقرأ النصوص
understand-topics-sets = مجموعات للبدء
understand-topics-sets-lede = موضوعات جاهزة بقواعد بالإنجليزية والفارسية والعربية والسويدية. اطّلع على المجموعة قبل إضافتها.
understand-topics-set = مجموعة البدء: { $name }
understand-topics-set-lede = ما تحويه، وكم مرة يُعثر عليه في أحدث نصوصكم. بعد الإضافة يمكن تغيير كل موضوع أو إزالته.
understand-topics-set-add = إضافة الموضوعات: { $count }
understand-topics-set-there = كل موضوعات هذه المجموعة موجودة.
understand-topics-set-added = أُضيفت المجموعة. تُعاد قراءة النصوص الأقدم
understand-topics-taken = مضافة
understand-topics-taken-part = جزء منها: { $taken }
understand-topics-would = نصوص ستذكره
understand-topics-of-texts = من أحدث النصوص التي يحق لك قراءتها: { $count }
understand-topics-no-texts = لا توجد بعد نصوص يمكن تجربة هذا عليها.
understand-topics-form-lede = الأسماء للناس والقواعد للنصوص. جرّب قبل الحفظ: ترى أي نصوص تدخل وأيها تخرج.
understand-topics-names = الأسماء
understand-topics-where = المكان والمسؤول
understand-topics-parent = جزء من
understand-topics-parent-hint = من ذكر الجزء فقد ذكر الكل.
understand-topics-top = لا شيء: في المستوى الأعلى
understand-topics-rules = القواعد
understand-topics-rules-lede = الكلمات التي يُعرف بها الموضوع في نصوص كل لغة، مفصولة بفواصل. اللواحق تُعرف من تلقاء نفسها.
understand-topics-any = كل اللغات
understand-topics-any-hint = أسماء وأرقام لا تختلف بين اللغات.
understand-topics-how = كيف تُكتب القاعدة
understand-topics-how-inflected = الكلمة مع لواحقها
understand-topics-how-exact = هذه الصيغة وحدها
understand-topics-how-prefix = كل كلمة تبدأ هكذا
understand-topics-how-phrase = هذه الكلمات متتالية
understand-topics-how-or = واحدة منها
understand-topics-how-and = كلتاهما في جملة واحدة
understand-topics-how-not = الأولى، في جمل تخلو من الثانية
understand-topics-how-near = كلتاهما، بينهما ست كلمات على الأكثر
understand-topics-suggest = اقتراح قاعدة من أمثلة
understand-topics-suggest-lede = أدخل نصوصًا عن الموضوع. تُقترح كلمات تميّزها عن بقية نصوصكم؛ ولا يُحفظ شيء.
understand-topics-examples = أمثلة، كل واحد في سطر
understand-topics-examples-hint = من عشرة إلى ثلاثين تكفي.
understand-topics-examples-language = لغتها
understand-topics-by-hand = استخدام النصوص التي حكم عليها الأعضاء أيضًا
understand-topics-suggest-do = اقترح
understand-topics-suggested = في هذه الأمثلة { $precision } مما تجده صحيح، وتجد { $recall } مما هو موجود. وستكون أضعف في نصوص أخرى. الأمثلة: { $examples }، نصوص أخرى: { $others }.
understand-topics-no-suggestion = لا كلمات تميّز هذه الأمثلة عن النصوص الأخرى ({ $others }). أضف أمثلة تقول الشيء نفسه بالكلمات نفسها.
understand-topics-take = اكتبها في النموذج
understand-topics-try = جرّب
understand-topics-look = انظر ما الذي سيتغير
understand-topics-wrong = لا يمكن تجربة هذا بعد
understand-topics-effect = ما الذي سيتغير
understand-topics-effect-of = ما الذي سيتغير في { $name }
understand-topics-now = الآن
understand-topics-then = بعد ذلك
understand-topics-in = تدخل
understand-topics-out = تخرج
understand-topics-gained = نصوص تدخل
understand-topics-lost = نصوص تخرج
understand-topics-kept = نصوص تذكره
understand-topics-same = النصوص نفسها تذكره كما كان.
understand-topics-changed = موضوعات يتغير فيها شيء
understand-topics-wide = سيُعثر عليه في كل شيء تقريبًا
understand-topics-wide-text = سيذكره أكثر من ستة نصوص من كل عشرة، فلا يقول شيئًا عن النص. احذف أكثر الكلمات شيوعًا.
understand-topics-rule-at = عند الحرف { $column }: { $what }
understand-topics-rule-at-piece = عند الحرف { $column }، «{ $piece }»: { $what }
understand-topics-rule-empty = القاعدة فارغة. اكتب كلمة واحدة على الأقل.
understand-topics-rule-too-long = القاعدة أطول مما ينبغي. قسّمها على أجزاء الموضوع.
understand-topics-rule-too-many-terms = الكلمات أكثر مما ينبغي. قسّم القاعدة على أجزاء الموضوع.
understand-topics-rule-too-deep = أقواس متداخلة أكثر مما ينبغي. احذف بعضها.
understand-topics-rule-phrase-too-long = العبارة أطول مما ينبغي. اختصرها أو ضع AND بين نصفيها.
understand-topics-rule-open-quote = العبارة بلا نهاية. أضف علامة اقتباس.
understand-topics-rule-hollow = لا شيء بداخلها. اكتب كلمة أو احذف العلامات.
understand-topics-rule-open-bracket = القوس غير مغلق. أضف ).
understand-topics-rule-stray-bracket = لم يُفتح قوس ليغلقه هذا. احذفه أو أضف (.
understand-topics-rule-missing-term = تنقص كلمة بجانب المعامل. أضف كلمة أو احذف المعامل.
understand-topics-rule-missing-operator = ضع فاصلة أو AND أو NEAR بين هذه.
understand-topics-rule-only-not = تجد NOT وحدها كل شيء تقريبًا. قل أولًا ما المطلوب.
understand-topics-rule-near-of-and = تقيس NEAR المسافة بين كلمات. أخرج منها AND وNOT.
understand-topics-rule-bad-distance = اكتب المسافة عدد كلمات من 1 إلى 50، مثل NEAR/6.
understand-topics-rule-short-prefix = يجب أن يسبق النجمة حرفان على الأقل.
understand-topics-rule-stray-mark = تأتي النجمة في آخر الكلمة وعلامة المساواة في أولها، ولا تجتمعان.
understand-topics-rule-no-letters = لا حرف فيها. اكتب كلمة أو احذفها.
understand-topics-added = أُضيف الموضوع. تُعاد قراءة النصوص الأقدم
understand-topics-edited = حُفظ الموضوع. تُعاد قراءة النصوص الأقدم
understand-topics-mentioned = الردود التي تذكره ويحق لك قراءتها: { $count }
understand-topics-no-rules = ليست له قاعدة خاصة: يجمع أجزاءه.
understand-topics-other-languages = باللغات الأخرى
understand-topics-about = عن الموضوع
understand-topics-key = المفتاح في SQL والملفات
understand-topics-parts = الأجزاء
understand-topics-no-parts = لا أجزاء له.
understand-topics-new-part = جزء جديد
understand-topics-change = تغيير
understand-topics-split = تقسيم
understand-topics-merge = دمج
understand-topics-delete = حذف
understand-topics-hand = هل يجد النصوص الصحيحة؟
understand-topics-hand-lede = قل عن بعض النصوص هل هي عن الموضوع. عندها ترى كم مما وُجد صحيح، وكم مما هو موجود قد وُجد.
understand-topics-precision = وُجد وهو صحيح (الدقة)
understand-topics-precision-of = { $hits } من { $of } نصًا وُجدت وحكم عليها الأعضاء هي عنه.
understand-topics-precision-none = لم يُحكم بعد على نص مما يجده.
understand-topics-recall = موجود وقد وُجد (الاستدعاء)
understand-topics-recall-of = { $hits } من { $of } نصًا محكومًا بأنه عنه قد وُجدت.
understand-topics-recall-none = لم يُحكم على أي نص بأنه عنه بعد.
understand-topics-judged-number = نصوص محكوم عليها: { $count }.
understand-topics-hand-bias = النصوص المعروضة التي لم توجد قريبة من الموضوع، فالاستدعاء هنا عن هذه النصوص لا عن كل النصوص.
understand-topics-ask = هل هذه عنه؟
understand-topics-ask-none = لا مزيد من النصوص للحكم عليها.
understand-topics-is = هو عنه
understand-topics-is-not = ليس عنه
understand-topics-is-found = تجده القواعد
understand-topics-is-missed = لا تجده القواعد
understand-topics-judged-last = آخر الأحكام
understand-topics-judged = حُفظ حكمك
understand-topics-merge-title = دمج { $topic } في موضوع آخر
understand-topics-merge-lede = يأخذ الموضوع الآخر كلماته وأجزاءه ويزول هذا. ولا تعود أحكام الأعضاء عنه إلا بالتراجع عن الدمج.
understand-topics-merge-none = لا موضوع آخر يمكن الدمج فيه.
understand-topics-into = في
understand-topics-was-merged = دُمج الموضوعان. تُعاد قراءة النصوص الأقدم
understand-topics-delete-title = حذف { $topic }
understand-topics-delete-lede = لن تذكره النصوص بعد ذلك. يمكن التراجع من السجل.
understand-topics-delete-parts = أجزاء ترتفع مستوى وتبقى: { $count }
understand-topics-was-deleted = حُذف الموضوع. تُعاد قراءة النصوص الأقدم
understand-topics-split-title = تقسيم { $topic }
understand-topics-split-lede = علّم الكلمات التي يأخذها الموضوع الجديد. قسّم إن كانت الأقوال عن أمرين يصلحهما شخصان.
understand-topics-split-goes = ما سيجده الموضوع الجديد
understand-topics-goes = كلمات تذهب إلى الموضوع الجديد
understand-topics-place = مكانه
understand-topics-place-part = جزءًا من { $topic }
understand-topics-place-beside = إلى جانب { $topic }
understand-topics-was-split = قُسّم الموضوع. تُعاد قراءة النصوص الأقدم
understand-topics-history = السجل
understand-topics-history-lede = ما الذي تغيّر ومتى ومن غيّره. يمكن التراجع عن آخر مئة تغيير، كلٌّ بعد النظر في أثره.
understand-topics-history-none = لم يتغير شيء بعد
understand-topics-history-none-text = أضف مجموعة بدء أو موضوعًا خاصًا؛ يُحفظ هنا كل تغيير.
understand-topics-what = التغيير
understand-topics-who = بواسطة
understand-topics-version = النسخة { $version }
understand-topics-touched = موضوعات: { $count }
understand-topics-deed-set = أُضيفت مجموعة: { $subject }
understand-topics-deed-added = أُضيف: { $subject }
understand-topics-deed-edited = عُدّل: { $subject }
understand-topics-deed-merged = دُمج في آخر: { $subject }
understand-topics-deed-split = قُسّم: { $subject }
understand-topics-deed-deleted = حُذف: { $subject }
understand-topics-deed-back = تُراجع عن التغيير: { $subject }
understand-topics-deed-other = تغيّر: { $subject }
understand-topics-back = تراجع
understand-topics-back-title = التراجع عن التغيير { $version }
understand-topics-since = موضوعات تغيّرت مجددًا بعده، وتُفقد تلك التغييرات أيضًا: { $count }
understand-topics-taken-back = تُراجع عن التغيير. تُعاد قراءة النصوص الأقدم
error-topics-changed = غيّر شخص آخر الموضوعات في هذه الأثناء. انظر مرة أخرى ثم احفظ من جديد.
error-topic-too-deep = عمق الموضوعات { $max } مستويات على الأكثر. اختر مكانًا أعلى.
error-topic-bad-name = الاسم { $max } حرفًا على الأكثر.
error-topic-bad-rule = لا يمكن قراءة القاعدة ابتداءً من الحرف { $column }. اختصرها أو قسّمها.
error-topic-bad-parent = اختر موضوعًا موجودًا لا يقع تحت هذا.
error-topic-bad-owner = اختر عضوًا في مساحة العمل هذه.
error-topic-bad-target = لا يُدمج الموضوع في نفسه أو في أحد أجزائه.
error-topic-nothing-chosen = علّم كلمة واحدة على الأقل للموضوع الجديد.
error-topic-few-examples = أدخل { $min } أمثلة على الأقل.
error-bad-topic-label = قل هل النص عن الموضوع أم لا.
audit-topics-change = غيّر الموضوعات
audit-topics-label = قال هل النص عن موضوع

## المحاور
understand-themes = المحاور
understand-themes-lede = ما يتحدث عنه العملاء بكلماتهم ولا يشمله أي موضوع بعد.
understand-themes-see = ما لا يشمله أي موضوع
understand-themes-uncovered = خارج الموضوعات
understand-themes-all = كل المحاور
understand-themes-all-again = العودة إلى المحاور
understand-themes-looked =
    { $count ->
        [zero] لم يُفحص أي نص.
        [one] فُحص نص واحد، بما في ذلك الفترة السابقة.
        [two] فُحص نصان، بما في ذلك الفترة السابقة.
        [few] فُحصت { $count } نصوص، بما في ذلك الفترة السابقة.
        [many] فُحص { $count } نصًا، بما في ذلك الفترة السابقة.
       *[other] فُحص { $count } نص، بما في ذلك الفترة السابقة.
    }
understand-themes-sample = فُحص { $count } من أصل { $all } من النصوص، اختيرت عشوائيًا، بما في ذلك الفترة السابقة. أعداد الأشخاص هي أعداد هذه العينة.
understand-themes-people = كتبوا عنه
understand-themes-of = { $share } من { $total } ممن كتبوا
understand-themes-change = مقارنة بما سبق
understand-themes-from-to = من { $before } إلى { $now }
understand-themes-feeling = شعورهم
understand-themes-words = بكلمات مثل
understand-themes-topic = يشمله
understand-themes-make = اجعله موضوعًا
understand-themes-not = ليس محورًا
understand-themes-aside =
    { $count ->
        [zero] لم يُنحَّ أي محور
        [one] مُنحّى جانبًا: محور واحد
        [two] مُنحّى جانبًا: محوران
        [few] مُنحّاة جانبًا: { $count } محاور
        [many] مُنحّاة جانبًا: { $count } محورًا
       *[other] مُنحّاة جانبًا: { $count } محور
    }
understand-themes-aside-note = تبقى بعيدة إلى أن يكتب عنها عدد أكبر بوضوح.
understand-themes-take-back = استرجاع
understand-themes-aside-done = نُحّي المحور جانبًا
understand-themes-back-done = عاد المحور
understand-themes-back-again = نُحّي جانبًا حين كتب عنه { $was }؛ والآن { $now }.
understand-themes-how = كيف تُكتشف المحاور
understand-themes-how-text = كلمات متتالية أو متقاربة تأتي معًا أكثر مما تأتي بالمصادفة، في كل لغة على حدة. يُجمع ما يخص النصوص نفسها ويُسمى بما كتبه العملاء أكثر من غيره. النصوص ذات الكلمات شبه المتطابقة تُحسب نصًا واحدًا عند البحث عن المحاور، وكل منها على حدة عند عدّ الأشخاص. الزيادة والتراجع يُقارنان بأيام الأسبوع نفسها من قبل، ويُصحَّحان لكل محاور الصفحة. لا يصبح محورًا أي شيء يدل على هوية أحد.
understand-themes-no-surveys-title = لا نصوص للقراءة
understand-themes-no-surveys-text = لا يوجد استبيان يُسمح لك بقراءة نصوصه. لا يُبحث عن محاور في الاستبيانات التي وعدت بعدم كشف الهوية.
understand-themes-to-results = إلى الاستبيانات
understand-themes-covered-title = موضوعاتك تشمل ما يكتبه الناس
understand-themes-covered-text = كل محور في هذه الفترة ينتمي إلى موضوع.
understand-themes-none-left-title = لا جديد
understand-themes-none-left-text = ما لا يشمله أي موضوع نُحّي جانبًا، ولا يكتب عنه عدد أكبر من ذي قبل.
understand-themes-none-title = لا محاور بعد
understand-themes-none-text = يجب أن يقول خمسة أشخاص على الأقل الشيء نفسه تقريبًا. اختر فترة أطول أو أزل عامل تصفية.
understand-themes-verdict-clear-fall = تراجع واضح
understand-themes-verdict-clear-rise = زيادة واضحة
understand-themes-verdict-likely-fall = تراجع مرجّح
understand-themes-verdict-likely-rise = زيادة مرجّحة
understand-themes-verdict-no-real-change = لا تغيّر حقيقي
understand-themes-verdict-cant-tell = لا يمكن الجزم بعد
understand-themes-verdict-too-few = أقل من أن يُقارن
understand-copies = النسخ
understand-copies-all = كل النصوص
understand-copies-several = ما تكرر فقط
understand-copies-alike =
    { $count ->
        [zero] لا نصوص مماثلة
        [one] نص مماثل واحد
        [two] نصان مماثلان
        [few] { $count } نصوص مماثلة
        [many] { $count } نصًا مماثلًا
       *[other] { $count } نص مماثل
    }
understand-copies-flood =
    { $originals ->
        [zero] { $copies } من أحدث { $texts } من النصوص نسخ مكررة. وهي محسوبة في كل الأرقام.
        [one] { $copies } من أحدث { $texts } من النصوص نسخ من نص واحد. وهي محسوبة في كل الأرقام.
        [two] { $copies } من أحدث { $texts } من النصوص نسخ من نصين. وهي محسوبة في كل الأرقام.
        [few] { $copies } من أحدث { $texts } من النصوص نسخ من { $originals } نصوص. وهي محسوبة في كل الأرقام.
        [many] { $copies } من أحدث { $texts } من النصوص نسخ من { $originals } نصًا. وهي محسوبة في كل الأرقام.
       *[other] { $copies } من أحدث { $texts } من النصوص نسخ من { $originals } نص. وهي محسوبة في كل الأرقام.
    }
understand-copies-see = عرضها
understand-copies-like = كل النصوص؛ المعروض الآن هو ما جاء بكلمات شبه متطابقة
audit-theme-aside = نحّى محورًا جانبًا
audit-theme-back = استرجع محورًا
## A language model beside the quotes
understand-assistant = النموذج اللغوي
understand-assistant-lede = يستطيع نموذج لغوي أن يلخّص ما كتبه العملاء ويترجمه. لا يحتاج إليه شيء في نبض، ويبقى متوقفًا حتى تشغّلوه.
understand-assistant-link = نموذج لغوي للملخصات والترجمات
understand-assistant-switch = في مساحة العمل هذه
understand-assistant-is-on = يعمل
understand-assistant-is-off = متوقف
understand-assistant-absent = لم يعيّن مشغّل هذا الخادم أي نموذج لغوي، فلا يمكن إرسال شيء إلى أي مكان. يلزم لذلك وضع هذه الأسطر في الملف nabz.toml في مجلد البيانات ثم إعادة التشغيل:
understand-assistant-host = وجهة الاقتباسات
understand-assistant-model = النموذج
understand-assistant-allowed = شغّله
understand-assistant-on-text = يستطيع الأعضاء الذين يحق لهم قراءة نص أن يطلبوا تلخيصه وترجمته. كل طلب ضغطة زر واحدة.
understand-assistant-off-text = لا يُرسل شيء. وبعد التشغيل يستطيع الأعضاء إرسال اقتباسات محجوبة البيانات إلى { $host }.
understand-assistant-moved = شُغّل للمضيف { $was }، لكن الطلبات تذهب الآن إلى { $host }. لا يُرسل شيء حتى تشغّلوه من جديد.
understand-assistant-refused = وافقتم على { $was }، لكن الاقتباسات ستذهب الآن إلى { $host }. لم يُشغَّل شيء: انظروا إلى الوجهة وقرّروا من جديد.
understand-assistant-gone = وافقتم على { $was }، لكن هذا الخادم لم يعد يحدّد أي نموذج لغوي. لم يُشغَّل شيء.
understand-assistant-switch-on = تشغيل
understand-assistant-switch-off = إيقاف
understand-assistant-on-flash = شُغّل النموذج اللغوي
understand-assistant-off-flash = أُوقف النموذج اللغوي وحُذفت إجاباته
understand-assistant-uses = فيمَ يُستعمل
understand-assistant-use-summary = الملخصات: بضع جمل فوق اقتباسات موضوع، وفوق أسباب درجة.
understand-assistant-use-translation = الترجمات: تحت اقتباس بلغة غير لغتكم. يبقى النص الأصلي دائمًا.
understand-assistant-use-press = يحمل كلاهما اسم النموذج. ولا يُنشأ أيّ منهما لمجرد عرض صفحة، ولا يأتي أي رقم من النموذج.
understand-assistant-leaves = ما الذي يغادر هذا الخادم
understand-assistant-leaves-texts = اقتباسات الصفحة، { $count } على الأكثر، أو الاقتباس المراد ترجمته؛ واسم الموضوع أو السبب؛ ولغة الإجابة.
understand-assistant-masked = قبل ذلك تُحجب عناوين البريد الإلكتروني وأرقام الهاتف والبطاقات والحسابات والهويات والروابط والعناوين البريدية والأسماء بقدر ما يمكن التعرّف عليها، وكذلك الأسماء التي خزّنتموها لهؤلاء العملاء.
understand-assistant-mask-limits = لا يعثر أي حجب على كل شيء: ما يرويه شخص عن نفسه بكلمات عادية يبقى مقروءًا.
understand-assistant-stays = ما الذي يبقى هنا
understand-assistant-stays-text = الدرجات وجهات الاتصال والسمات وكل ما كتبه المجيبون عن الاستبيانات المجهولة.
understand-assistant-kept = تُحفظ الإجابات في قاعدة بياناتكم 30 يومًا على الأكثر، وتُحذف عند الإيقاف. ولا يُعرض ملخص إلا ما دامت اقتباساته كما هي.
understand-assistant-summary = باختصار
understand-assistant-mark = بقلم نموذج لغوي
understand-assistant-offer =
    { $quotes ->
        [one] يمكن لنموذج لغوي أن يلخّص اقتباسًا واحدًا في هذه الصفحة.
        [two] يمكن لنموذج لغوي أن يلخّص اقتباسين في هذه الصفحة.
        [few] يمكن لنموذج لغوي أن يلخّص { $quotes } اقتباسات في هذه الصفحة.
       *[other] يمكن لنموذج لغوي أن يلخّص { $quotes } اقتباسًا في هذه الصفحة.
    }
understand-assistant-outdated = تغيّرت الاقتباسات منذ آخر تلخيص لها.
understand-assistant-summarise = تلخيص
understand-assistant-again = تلخيص من جديد
understand-assistant-goes = تذهب الاقتباسات إلى { $host } بعد حجب البيانات الشخصية.
understand-assistant-made =
    { $quotes ->
        [one] كتبه النموذج اللغوي { $model } من اقتباس واحد،
        [two] كتبه النموذج اللغوي { $model } من اقتباسين،
        [few] كتبه النموذج اللغوي { $model } من { $quotes } اقتباسات،
       *[other] كتبه النموذج اللغوي { $model } من { $quotes } اقتباسًا،
    }
understand-assistant-may-be-wrong = قد يكون خاطئًا؛ ما كتبه العملاء هو الاقتباسات أدناه.
understand-assistant-waits = النموذج اللغوي يكتب. قد يستغرق ذلك دقيقة.
understand-assistant-translate = ترجمة
understand-assistant-translated = ترجمة النموذج اللغوي { $model }؛ قد تكون خاطئة
understand-assistant-trouble-off = النموذج اللغوي متوقف. لم يُرسل شيء.
understand-assistant-trouble-busy = النموذج اللغوي يجيب عضوًا آخر في مساحة العمل هذه. حاولوا بعد لحظات.
understand-assistant-trouble-nothing = لا يوجد ما يُلخَّص.
understand-assistant-trouble-timeout = لم يُجب النموذج اللغوي في الوقت المحدد. حاولوا لاحقًا.
understand-assistant-trouble-unreachable = يتعذّر الوصول إلى النموذج اللغوي. إن استمر ذلك فأبلغوا مشغّل الخادم.
understand-assistant-trouble-status = رفض النموذج اللغوي الطلب. إن استمر ذلك فأبلغوا مشغّل الخادم.
understand-assistant-trouble-unusable = تعذّر استعمال إجابة النموذج اللغوي. حاولوا من جديد.
understand-assistant-asked = أُرسل الطلب إلى { $model } على { $host }.
understand-assistant-status = وكان ردّه بالحالة { $status }.
audit-assistant-on = شغّل النموذج اللغوي
audit-assistant-off = أوقف النموذج اللغوي

## Insights
understand-insights = الرؤى
understand-insights-lede = ما الذي تغيّر، ولماذا، ومن ينبغي أن يهتم به. يعيد نبض النظر كل بضع دقائق كلما جدّ جديد.
understand-insights-all =
    { $count ->
        [zero] لا رؤى
        [one] عرض الرؤية الوحيدة
        [two] عرض الرؤيتين
        [few] عرض { $count } رؤى
        [many] عرض { $count } رؤية
       *[other] عرض { $count } رؤية
    }
understand-insights-kind-moved = تغيّر في الدرجة
understand-insights-kind-cause = سبب مكتشف
understand-insights-kind-emerging = يُذكر أكثر
understand-insights-kind-unanswered = عملاء ينتظرون
understand-insights-kind-silent = صمت
understand-insights-state-open = مفتوحة
understand-insights-state-dismissed = موضوعة جانبًا
understand-insights-state-gone = زالت
understand-insights-by-kind = النوع
understand-insights-by-survey = الاستبيان
understand-insights-by-owner = المسؤول
understand-insights-nobody = لا أحد
understand-insights-none-open = لا رؤى مفتوحة
understand-insights-none-open-text = تظهر الرؤية عندما تتغيّر درجة بوضوح، أو يظهر سبب في ما يكتبه العملاء، أو يبرز موضوع، أو تنتظر شكاوى، أو تصمت نقطة تواصل. البيانات القديمة المستوردة ليست خبرًا جديدًا.
understand-insights-none-dismissed = لا شيء موضوع جانبًا
understand-insights-none-dismissed-text = ما تضعه جانبًا ينتظر هنا حتى يتغيّر بوضوح.
understand-insights-none-gone = لم يزل شيء
understand-insights-none-gone-text = تُحفظ هنا الرؤى التي لم تعد موجودة.
understand-insights-nothing-title = لا شيء يُقال بعد
understand-insights-nothing-text = يُقال هنا ما تغيّر ولماذا حالما تصل الإجابات: تغيّر الدرجة ابتداءً من عشر إجابات في فترتين، والسبب ابتداءً من بضع عشرات من النصوص.
understand-insight-sure-clear = واضح
understand-insight-sure-likely = مرجّح
understand-insight-sure-cannot_tell = لا يمكن الجزم بعد
understand-insight-people =
    { $count ->
        [zero] لا يخص أي عميل
        [one] يخص عميلًا واحدًا
        [two] يخص عميلين
        [few] يخص { $count } عملاء
        [many] يخص { $count } عميلًا
       *[other] يخص { $count } عميل
    }
understand-insight-people-silent =
    { $count ->
        [zero] لا إجابات ناقصة
        [one] نحو إجابة واحدة ناقصة
        [two] نحو إجابتين ناقصتين
        [few] نحو { $count } إجابات ناقصة
        [many] نحو { $count } إجابة ناقصة
       *[other] نحو { $count } إجابة ناقصة
    }
understand-insight-place = معظمه من { $attribute } «{ $place }»: { $before } سابقًا، { $after } الآن، أي { $points } من { $by }.
understand-insight-place-part = جزء كبير منه يأتي من { $attribute } «{ $place }»: { $before } سابقًا و{ $after } الآن، أي { $points } من { $by }.
understand-insight-mix = { $points } من { $by } سببها من أجاب: تغيّر التوزيع بحسب { $attribute }.
understand-insight-cause = «{ $cause }» يكلّف { $cost }
understand-insight-cause-at = «{ $cause }» يكلّف { $cost } ({ $place })
understand-insight-cause-about = { $topic }: «{ $cause }» يكلّف { $cost }
understand-insight-cause-about-at = { $topic }: «{ $cause }» يكلّف { $cost } ({ $place })
understand-insight-cause-why =
    { $count ->
        [zero] لا يذكره أحد؛ { $low }، { $times }.
        [one] يذكره عميل واحد؛ منهم { $low } أعطوا درجة منخفضة، أي { $times } ضعف غيرهم من التركيبة نفسها.
        [two] يذكره عميلان؛ منهم { $low } أعطوا درجة منخفضة، أي { $times } ضعف غيرهم من التركيبة نفسها.
        [few] يذكره { $count } عملاء؛ منهم { $low } أعطوا درجة منخفضة، أي { $times } ضعف غيرهم من التركيبة نفسها.
        [many] يذكره { $count } عميلًا؛ منهم { $low } أعطوا درجة منخفضة، أي { $times } ضعف غيرهم من التركيبة نفسها.
       *[other] يذكره { $count } عميل؛ منهم { $low } أعطوا درجة منخفضة، أي { $times } ضعف غيرهم من التركيبة نفسها.
    }
understand-insight-cause-there = وهناك وحده يكلّف { $cost }.
understand-insight-cause-words = بكلماتهم: { $words }.
understand-insight-emerging = مزيد من العملاء يتحدثون عن { $topic } في «{ $survey }»
understand-insight-emerging-why =
    { $count ->
        [zero] لا أحد في الأسابيع الأربعة الأخيرة؛ والمعتاد نحو { $expected }.
        [one] عميل واحد في الأسابيع الأربعة الأخيرة؛ والمعتاد نحو { $expected }.
        [two] عميلان في الأسابيع الأربعة الأخيرة؛ والمعتاد نحو { $expected }.
        [few] { $count } عملاء في الأسابيع الأربعة الأخيرة؛ والمعتاد نحو { $expected }.
        [many] { $count } عميلًا في الأسابيع الأربعة الأخيرة؛ والمعتاد نحو { $expected }.
       *[other] { $count } عميل في الأسابيع الأربعة الأخيرة؛ والمعتاد نحو { $expected }.
    }
understand-insight-emerging-feel = { $share } ممن قُرئ شعورهم غير راضين عنه.
understand-insight-overdue =
    { $count ->
        [zero] لا شكاوى متأخرة
        [one] شكوى واحدة تنتظر أطول مما وُعد به
        [two] شكويان تنتظران أطول مما وُعد به
        [few] { $count } شكاوى تنتظر أطول مما وُعد به
        [many] { $count } شكوى تنتظر أطول مما وُعد به
       *[other] { $count } شكوى تنتظر أطول مما وُعد به
    }
understand-insight-loose =
    { $count ->
        [zero] لا شكاوى بلا مسؤول
        [one] شكوى واحدة بلا مسؤول
        [two] شكويان بلا مسؤول
        [few] { $count } شكاوى بلا مسؤول
        [many] { $count } شكوى بلا مسؤول
       *[other] { $count } شكوى بلا مسؤول
    }
understand-insight-unanswered-why =
    { $days ->
        [zero] من { $all } شكوى اليوم أُجيب عن { $share }؛ { $work } قيد العمل، { $overdue } متأخرة، { $loose } بلا مسؤول.
        [one] من { $all } شكوى في آخر يوم أُجيب عن { $share }؛ { $work } قيد العمل، { $overdue } متأخرة، { $loose } بلا مسؤول.
        [two] من { $all } شكوى في آخر يومين أُجيب عن { $share }؛ { $work } قيد العمل، { $overdue } متأخرة، { $loose } بلا مسؤول.
        [few] من { $all } شكوى في آخر { $days } أيام أُجيب عن { $share }؛ { $work } قيد العمل، { $overdue } متأخرة، { $loose } بلا مسؤول.
        [many] من { $all } شكوى في آخر { $days } يومًا أُجيب عن { $share }؛ { $work } قيد العمل، { $overdue } متأخرة، { $loose } بلا مسؤول.
       *[other] من { $all } شكوى في آخر { $days } يوم أُجيب عن { $share }؛ { $work } قيد العمل، { $overdue } متأخرة، { $loose } بلا مسؤول.
    }
understand-insight-silent =
    { $days ->
        [zero] لا إجابات في «{ $survey }» اليوم
        [one] لا إجابات في «{ $survey }» منذ يوم
        [two] لا إجابات في «{ $survey }» منذ يومين
        [few] لا إجابات في «{ $survey }» منذ { $days } أيام
        [many] لا إجابات في «{ $survey }» منذ { $days } يومًا
       *[other] لا إجابات في «{ $survey }» منذ { $days } يوم
    }
understand-insight-silent-at =
    { $days ->
        [zero] لم تأت إجابات من { $place } إلى «{ $survey }» اليوم
        [one] لم تأت إجابات من { $place } إلى «{ $survey }» منذ يوم
        [two] لم تأت إجابات من { $place } إلى «{ $survey }» منذ يومين
        [few] لم تأت إجابات من { $place } إلى «{ $survey }» منذ { $days } أيام
        [many] لم تأت إجابات من { $place } إلى «{ $survey }» منذ { $days } يومًا
       *[other] لم تأت إجابات من { $place } إلى «{ $survey }» منذ { $days } يوم
    }
understand-insight-silent-why =
    { $count ->
        [zero] بالوتيرة السابقة لم يكن ليأتي شيء.
        [one] بالوتيرة السابقة كانت ستأتي إجابة واحدة تقريبًا. ربما اختفى الرابط أو اللافتة أو الجهاز.
        [two] بالوتيرة السابقة كانت ستأتي إجابتان تقريبًا. ربما اختفى الرابط أو اللافتة أو الجهاز.
        [few] بالوتيرة السابقة كانت ستأتي نحو { $count } إجابات. ربما اختفى الرابط أو اللافتة أو الجهاز.
        [many] بالوتيرة السابقة كانت ستأتي نحو { $count } إجابة. ربما اختفى الرابط أو اللافتة أو الجهاز.
       *[other] بالوتيرة السابقة كانت ستأتي نحو { $count } إجابة. ربما اختفى الرابط أو اللافتة أو الجهاز.
    }
understand-insight-part-answered = أُجيب عنها
understand-insight-part-silent = أُغلقت دون جواب
understand-insight-part-in-work = قيد العمل
understand-insight-part-waiting = تنتظر مسؤولًا
understand-insight-part-overdue = متأخرة
understand-insight-parts-says = مآل الشكاوى
understand-insight-parts-head = الشكاوى
understand-insight-weeks = الأسبوع الأخير
understand-insight-week = الأسبوع من { $day }
understand-insight-trend-says = { $metric } أسبوعًا بأسبوع، مع مداه
understand-insight-share-says = نسبة النصوص التي تذكره، أسبوعًا بأسبوع
understand-insight-count-says = الإجابات أسبوعًا بأسبوع
understand-insight-ranked-says = كلفة الأسباب، بنقاط الدرجة
understand-insight-nobody = لم يتولّه أحد
understand-insight-dismiss = ضعها جانبًا
understand-insight-take-back = أعدها
understand-insight-dismissed = وُضعت جانبًا. تعود إن تغيّرت بوضوح.
understand-insight-back = الرؤية مفتوحة من جديد.
understand-insight-owned = حُفظ المسؤول.
understand-insight-open = فتح
understand-insight-behind = انظر ما وراءها
understand-insight-next-plan = خطّط لما يُفعل
understand-insight-next-goal = حدّد هدفًا
understand-insight-next-follow = افتح الخطة
understand-insight-next-answer = أجبهم
understand-insight-next-ask = تفقّد الرابط واللافتة
understand-insight-is-gone = لم يعد هذا موجودًا، وهو محفوظ للسجل.
understand-insight-is-dismissed = هذه موضوعة جانبًا حتى تتغيّر بوضوح.
understand-insight-days = { $now } مقابل { $before }
understand-insight-found = اكتُشفت
understand-insight-seen = آخر نظر
understand-insight-split = التغيّر مفصّلًا بحسب { $attribute }
understand-insight-by-rate = بدرجات مختلفة
understand-insight-by-mix = بكثرة العدد أو قلته
understand-insight-others = البقية
understand-insight-sum = المجموع
understand-insight-split-note = مجموع كل الأجزاء يساوي التغيّر تمامًا. والمجموعة التي تكبر لا تُنقص إلا إذا كانت درجتها دون المتوسط.
understand-insight-quotes = بكلمات العملاء
understand-insight-labels = ويقول آخرون:
understand-insight-owner-of = من يهتم بها
understand-five = هل هي جاهزة للعمل؟ خمسة اختبارات
understand-five-passed =
    { $count ->
        [zero] لم يُجتز أي اختبار
        [one] اجتيز اختبار واحد من خمسة
        [two] اجتيز اختباران من خمسة
        [few] اجتيزت { $count } من خمسة
        [many] اجتيز { $count } من خمسة
       *[other] اجتيز { $count } من خمسة
    }
understand-five-yes = (اجتيز)
understand-five-no = (ليس بعد)
understand-five-specific = محدّدة
understand-five-understandable = مفهومة
understand-five-prescriptive = تقول ما يُفعل
understand-five-measurable = قابلة للقياس
understand-five-valuable = ذات قيمة
understand-five-place = أين: { $place }
understand-five-no-place = لا يُعرف أين يحدث: قارن بين المجموعات
understand-five-cause = السبب مذكور بكلمات العملاء
understand-five-no-cause = السبب غير معروف: انظر ما يقوله العملاء
understand-five-evidence =
    { $count ->
        [zero] لا أدلة
        [one] الدليل: إشارة واحدة
        [two] الدليل: إشارتان
        [few] الدليل: { $count } إشارات
        [many] الدليل: { $count } إشارة
       *[other] الدليل: { $count } إشارة
    }
understand-five-sentence = تقولها جملة واحدة وصورة واحدة
understand-five-owner = المسؤول: { $owner }
understand-five-no-owner = لا مسؤول عنها: عيّن أحدًا
understand-five-plan = الخطة: { $plan }
understand-five-no-plan = لا توجد خطة: ضع واحدة
understand-five-empty-plan = لا تقول الخطة ما الذي يُفعل
understand-five-no-forecast = لا تقول الخطة ما الذي ينبغي أن تغيّره
understand-five-metric = تُقاس بـ { $metric }
understand-five-goal = الهدف: { $goal }
understand-five-no-goal = لا يوجد هدف: حدّد واحدًا
understand-five-worth = ما هو على المحك: من { $low } إلى { $high } { $currency } في السنة
understand-five-worth-source = مصدر الرقم: { $source }
understand-five-no-worth = لم تُذكر قيمتها: اذكرها
understand-five-no-stake = لا يمكن حساب قيمتها: لا يُعرف عميل معرّض للخسارة
understand-five-channels = كلفة التواصل مع الدعم مذكورة
understand-five-no-channels = لم تُذكر كلفتها في القنوات الأخرى: اذكر كلفة التواصل مع الدعم
