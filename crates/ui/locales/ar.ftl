brand = نبض
brand-line = نُصغي، نفهم، نتصرّف، نُثبت.

common-save = حفظ
common-cancel = إلغاء
common-undo = تراجع
common-back = رجوع
common-next = التالي
common-add = إضافة
common-edit = تعديل
common-close = إغلاق
common-copy = نسخ
common-copied = تم النسخ
common-all = الكل
common-optional = (اختياري)
common-name = الاسم
common-email = البريد الإلكتروني
common-language = اللغة
common-status = الحالة
common-apply = تطبيق

count-answers =
    { $count ->
        [zero] لا إجابات
        [one] إجابة واحدة
        [two] إجابتان
        [few] { $count } إجابات
        [many] { $count } إجابة
       *[other] { $count } إجابة
    }
count-surveys =
    { $count ->
        [zero] لا استبيانات
        [one] استبيان واحد
        [two] استبيانان
        [few] { $count } استبيانات
        [many] { $count } استبيانًا
       *[other] { $count } استبيان
    }
count-people =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
range = { $low } إلى { $high }
range-label = { $value }، المدى من { $low } إلى { $high }
worth-rests = يستند إلى { $low } حتى { $high } { $currency } في السنة مقابل { $unit } للشركة كلها.
worth-share = يشمل { $share } من الإجابات، ويُحسب بقدر هذه الحصة.
worth-unit-nps = نقطة NPS واحدة
worth-unit-percent = نقطة مئوية واحدة
worth-unit-mean_1_5 = نقطة واحدة من متوسط بين ١ و٥
worth-unit-mean_1_7 = نقطة واحدة من متوسط بين ١ و٧
worth-unit-mean_0_10 = نقطة واحدة من متوسط بين ٠ و١٠
worth-why-unstated = لم يذكر أحد ما قيمة النقطة. بهذا الرقم تظهر القيمة هنا.
worth-why-other-unit = ذُكرت قيمة النقطة لنوع آخر من الأرقام، لذا لا تُدَّعى قيمة لهذا الرقم.
worth-why-no-share = لا تُعرف حصة الإجابات التي يشملها ذلك، لذا لا تُدَّعى قيمة.
worth-less-cost = خُصمت التكلفة { $cost } { $currency }.

ago-now = الآن
ago-minutes =
    { $count ->
        [zero] الآن
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $count } دقائق
        [many] قبل { $count } دقيقة
       *[other] قبل { $count } دقيقة
    }
ago-hours =
    { $count ->
        [zero] الآن
        [one] قبل ساعة
        [two] قبل ساعتين
        [few] قبل { $count } ساعات
        [many] قبل { $count } ساعة
       *[other] قبل { $count } ساعة
    }
ago-days =
    { $count ->
        [zero] اليوم
        [one] قبل يوم
        [two] قبل يومين
        [few] قبل { $count } أيام
        [many] قبل { $count } يومًا
       *[other] قبل { $count } يوم
    }
in-minutes =
    { $count ->
        [zero] الآن
        [one] خلال دقيقة
        [two] خلال دقيقتين
        [few] خلال { $count } دقائق
        [many] خلال { $count } دقيقة
       *[other] خلال { $count } دقيقة
    }
in-hours =
    { $count ->
        [zero] الآن
        [one] خلال ساعة
        [two] خلال ساعتين
        [few] خلال { $count } ساعات
        [many] خلال { $count } ساعة
       *[other] خلال { $count } ساعة
    }
in-days =
    { $count ->
        [zero] اليوم
        [one] خلال يوم
        [two] خلال يومين
        [few] خلال { $count } أيام
        [many] خلال { $count } يومًا
       *[other] خلال { $count } يوم
    }

tone-detractors = المنتقدون
tone-passives = المحايدون
tone-promoters = المروّجون
tone-negative = غير راضين
tone-neutral = محايدون
tone-positive = راضون

role-viewer = مطّلع
role-agent = موظف خدمة
role-manager = مدير
role-admin = مسؤول النظام
role-owner = المالك

nav-home = الرئيسية
nav-listen = الإصغاء
nav-understand = الفهم
nav-act = التصرّف
nav-prove = الإثبات
nav-customers = العملاء
nav-settings = الإعدادات
nav-more = المزيد
nav-waiting =
    { $count ->
        [zero] لا شيء ينتظرك
        [one] أمر واحد ينتظرك
        [two] أمران ينتظرانك
        [few] { $count } أمور تنتظرك
        [many] { $count } أمرًا ينتظرك
       *[other] { $count } أمر ينتظرك
    }
shell-skip = تخطَّ إلى المحتوى
shell-nav = القائمة الرئيسية
shell-crumbs = موقعك الآن
shell-language = اللغة
shell-theme = المظهر
shell-account = { $name }، حسابك
shell-profile = ملفك الشخصي
shell-logout = تسجيل الخروج
shell-demo = نسخة تجريبية ببيانات مختلقة. غيّر ما تشاء.
theme-system = كما في النظام
theme-light = فاتح
theme-dark = داكن
palette-open = ابحث أو انتقل إلى صفحة
palette-hint = اكتب اسم صفحة أو استبيان
palette-list = الصفحات
palette-recent = حديث
palette-none = لا شيء بهذا الاسم.
pager-label = صفحات القائمة
pager-previous = السابق
pager-next = التالي
filter-clear = إزالة عامل التصفية هذا

chart-as-table = على شكل جدول
chart-period = الفترة
chart-value = الدرجة
chart-score = الدرجة
chart-range = المدى
chart-range-numbers = المدى بالأرقام
chart-answers = الإجابات
chart-share = النسبة
chart-goal = الهدف { $goal }
chart-counts-thin = تظهر الأعداد فوق أعلى عمود من كل نوع، وفي الجدول جميعها.
chart-few = إجابات قليلة، اقرأها بحذر
chart-empty = لا شيء يُعرض بعد: ما من إجابات مطابقة.
chart-needs-assets = تظهر الرسوم جداولَ لأن هذه النسخة بلا مكتبة رسوم؛ انظر «cargo xtask assets».

respondent-privacy = الخصوصية

fault-title = لم ينجح ذلك
fault-403 = ليس لديك إذن لفتح هذا
fault-404 = لا شيء هنا
fault-429 = تمهّل قليلًا
fault-500 = الخطأ منّا
fault-503 = لحظة من فضلك
fault-507 = القرص ممتلئ
fault-ours = سُجّل الخطأ. حاول مرة أخرى، وأرسل لنا الرقم أدناه إن تكرّر.
fault-home = إلى الرئيسية
fault-request = رقم الطلب
error-not-found = تعذّر العثور على { $what }. ربما أُزيل أو أن العنوان مكتوب خطأً.
error-forbidden = دورك لا يسمح بذلك. يمكن لمسؤول النظام تغييره.
error-unauthorised = سجّل الدخول للمتابعة.
error-too-many-requests =
    { $seconds ->
        [zero] الطلبات كثيرة. حاول مرة أخرى الآن.
        [one] الطلبات كثيرة. حاول بعد ثانية.
        [two] الطلبات كثيرة. حاول بعد ثانيتين.
        [few] الطلبات كثيرة. حاول بعد { $seconds } ثوانٍ.
        [many] الطلبات كثيرة. حاول بعد { $seconds } ثانية.
       *[other] الطلبات كثيرة. حاول بعد { $seconds } ثانية.
    }
error-disk-full = قرص الخادم ممتلئ. لم يُحفظ شيء؛ حاول حين تتوفر مساحة.
error-unavailable = جزء لازم لا يستجيب. لم يُحفظ شيء؛ حاول بعد لحظات.
error-internal = حدث خطأ من جهتنا.
error-method-not-allowed = هذا العنوان لا يقبل هذا النوع من الطلبات.
error-too-large = الحجم أكبر مما تقبله هذه الصفحة.
error-required = يجب ملء هذا الحقل.
error-bad-query = لا يمكن الإجابة عن هذا السؤال: { $message }
error-query-timeout = استغرق السؤال أكثر من { $seconds } ثانية فأُوقف. ضيّق نطاقه، مثلًا بالزمن.
error-query-too-large = يحتاج السؤال إلى ذاكرة أكثر مما يُسمح به. ضيّق نطاقه أو قلّل المجموعات.
error-control-character = في هذا النص محرف تحكم لا يمكن حفظه.
error-bad-form = تعذّرت قراءة النموذج. ارجع وأرسله مرة أخرى.
error-bad-json = نص الطلب ليس JSON صالحًا (السطر { $line }، العمود { $column }).
error-cross-site = جاء هذا الطلب من موقع آخر، فرُفض.
thing-page = هذه الصفحة

## Conditions: the builder, and what a condition says
condition-join = يجب أن يتحقق
condition-all = كلها
condition-any = واحد منها على الأقل
condition-subject = عن
condition-ask = الاختبار
condition-value = القيمة
condition-choose = اختر…
condition-add = إضافة شرط
condition-add-group = إضافة مجموعة
condition-group = مجموعة
condition-drop = إزالة هذا السطر
condition-as-text = كتابة كنص
condition-as-lines = عرض كأسطر
condition-text = الشرط كنص
condition-text-hint = مثلًا: nps <= 6 && answered(why)
condition-look = تحديث الخيارات
condition-none = بلا شرط: دائمًا.
condition-involved = هذا الشرط متداخل أعمق مما تعرضه الأسطر. إنه يعمل ويمكن تغييره كنص.
condition-gone = { $of } (لم يعد موجودًا)
condition-yes = نعم
condition-no = لا
condition-comma = { "، " }
condition-and = { $left } و{ $right }
condition-or = { $left } أو { $right }
condition-not = ليس: { $what }
condition-is-eq = يساوي
condition-is-ne = لا يساوي
condition-is-le = لا يزيد على
condition-is-lt = أقل من
condition-is-ge = لا يقل عن
condition-is-gt = أكبر من
condition-is-lt-date = قبل
condition-is-le-date = في أو قبل
condition-is-gt-date = بعد
condition-is-ge-date = في أو بعد
condition-is-answered = أُجيب عنه
condition-is-not-answered = لم يُجَب عنه
condition-is-one-of = واحد من
condition-is-not-one-of = ليس أيًّا من
condition-is-has = يتضمن
condition-is-not-has = لا يتضمن
condition-is-has-text = يحوي الكلمات
condition-is-not-has-text = لا يحوي الكلمات
condition-is-starts-with = يبدأ بـ
condition-says-eq = { $of } يساوي { $value }
condition-says-ne = { $of } لا يساوي { $value }
condition-says-le = { $of } لا يزيد على { $value }
condition-says-lt = { $of } أقل من { $value }
condition-says-ge = { $of } لا يقل عن { $value }
condition-says-gt = { $of } أكبر من { $value }
condition-says-lt-date = { $of } قبل { $value }
condition-says-le-date = { $of } في { $value } أو قبله
condition-says-gt-date = { $of } بعد { $value }
condition-says-ge-date = { $of } في { $value } أو بعده
condition-says-answered = أُجيب عن { $of }
condition-says-not-answered = لم يُجَب عن { $of }
condition-says-one-of = { $of } واحد من { $value }
condition-says-not-one-of = { $of } ليس أيًّا من { $value }
condition-says-has = { $of } يتضمن { $value }
condition-says-not-has = { $of } لا يتضمن { $value }
condition-says-has-text = { $of } يحوي { $value }
condition-says-not-has-text = { $of } لا يحوي { $value }
condition-says-starts-with = { $of } يبدأ بـ { $value }
error-condition-syntax = عند الحرف { $at } لم يكن «{ $found }» متوقعًا.
error-condition-unsupported = عند الحرف { $at } لا يمكن استعمال «{ $found }» هكذا. اكتب مثلًا: { $instead }
error-condition-operand = لا يصلح هذا اسمًا لسؤال أو حقل.
error-condition-value = لا تناسب هذه القيمة الاختبار.
error-condition-too-deep = تتداخل الشروط حتى { $max } مستوى على الأكثر.
error-condition-too-big = هذا كثير على شرط واحد: { $max } جزء على الأكثر.
error-condition-text-too-long = للنص داخل الشرط { $max } حرف على الأكثر.
error-condition-json = تعذرت قراءة الشرط: { $message }
error-condition-unknown-operand = يسأل الشرط عن شيء غير موجود.
error-condition-unknown-option = لا يوجد هنا خيار «{ $value }».
error-condition-wrong-type = لا يمكن اختبار هذا هنا: القيم من نوع آخر.
error-not-a-number = يلزم رقم هنا.

## What a text says: feeling-*
feeling-pos = إيجابي
feeling-neu = محايد
feeling-neg = سلبي
feeling-unclear = مختلط أو غير واضح
feeling-unread = لم يُقرأ
feeling-corrected = صحّحه أحد الأعضاء
feeling-corrected-by = هذا رأي { $name }. أما القارئ فقال: { $was }.
feeling-why = لماذا
feeling-other-language = لا تُقرأ النصوص بهذه اللغة ({ $language })؛ فالصمت خير من التخمين.
feeling-no-language = تعذّر تحديد اللغة، ولذلك لا يُخمَّن شيء.
feeling-words = الكلمات المؤثرة
feeling-no-words = لم تبرز كلمة بعينها.
feeling-parts = جزءًا جزءًا
feeling-likely = ما زال محتملًا
feeling-score = الدرجة من ‎−1 إلى 1
feeling-language = اللغة
feeling-reader = إصدار القارئ
feeling-transformer = حكم على النص كله نموذج محوِّل (ترانسفورمر) اسمه { $name }، وهو لا يذكر أسبابًا.
feeling-transformer-failed = تعذّر على النموذج المحوِّل قراءة هذا النص، فلا يُخمَّن شيء. السبب مذكور في سجل الخادم.
feeling-words-linear = ما رآه قارئنا نحن
feeling-parts-linear = جزءًا جزءًا، بحكم قارئنا نحن
feeling-say = ماذا يقول هذا النص؟
feeling-take-back = التراجع عن التصحيح
feeling-how = كيف تُقرأ النصوص وبأي دقة

### What conditions can ask about.

subjects-attributes = السمات
subjects-came = كيف وصلت الإجابة
subject-language = اللغة
subject-channel = القناة
subject-touchpoint = نقطة التماس
subject-best = الأفضل
subject-worst = الأسوأ
subject-own = بكلماته
subjects-questions = الأسئلة
subjects-said = ما كتبوه
subject-said-topic = الموضوع
subject-said-intent = المطلوب
subject-said-sentiment = الشعور
subject-said-urgency = الإلحاح (٠ إلى ٣)
intent-complaint = شكوى
intent-praise = ثناء
intent-question = سؤال
intent-request = طلب
intent-bug = عطل
intent-threat-to-leave = تهديد بالرحيل
intent-other = غير ذلك

### The evidence chain.

chain-link = سلسلة الأدلة
