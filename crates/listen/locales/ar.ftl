## Surveys: the list
surveys-title = الاستبيانات
surveys-lede = ما تسأل عنه، وأين هو مفتوح، وكيف تشاركه.
surveys-empty-title = لا استبيانات بعد
surveys-empty-text = ابدأ من قالب: قد تصل أول إجابة خلال خمس دقائق.
surveys-empty-viewer = يمكن للمدير أن ينشئ أولها.
survey-new = استبيان جديد
survey-import = استيراد إجابات
survey-survey = الاستبيان
survey-languages = اللغات
survey-questions = الأسئلة
survey-question = السؤال
survey-changed = آخر تعديل
survey-actions = إجراءات
survey-results = النتائج
survey-results-of = نتائج { $survey }
survey-share = مشاركة
survey-share-of = مشاركة { $survey }
survey-state-draft = مسودة
survey-state-open = مفتوح
survey-state-closed = مغلق

## Surveys: a new one
survey-new-lede = القوالب مكتملة الصياغة، ويمكنك تغيير كل كلمة بعد ذلك.
survey-new-title-hint = إن تُرك فارغًا أُخذ عنوان القالب. يراه المجيبون.
survey-template = ابدأ من
survey-template-nps = التوصية بعد الزيارة (NPS)
survey-template-nps-hint = احتمال التوصية من ٠ إلى ١٠، والسبب.
survey-template-csat = الرضا (CSAT)
survey-template-csat-hint = الرضا من ١ إلى ٥، وما لفت الانتباه، وما ينبغي تحسينه.
survey-template-ces = الجهد بعد الدعم (CES)
survey-template-ces-hint = مدى السهولة من ١ إلى ٧، وهل حُلّت المشكلة، وما كان سيساعد.
survey-template-feedback = رأي سريع
survey-template-feedback-hint = تقييم واحد وسؤال مفتوح.
survey-template-empty = فارغ
survey-template-empty-hint = أسئلتك أنت من البداية.
survey-create = إنشاء الاستبيان

## Surveys: the editor
survey-preview = معاينة
survey-publish = نشر
survey-publish-changes = نشر التغييرات
survey-problems-title = لا يمكن نشره بعد
survey-problems-text = كل سطر يقود إلى الموضع الذي يصلحه.
survey-question-count =
    { $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
survey-required = الإجابة مطلوبة
survey-lacking = نصوص ناقصة: { $languages }
survey-move-up = نقل إلى أعلى: { $question }
survey-move-down = نقل إلى أسفل: { $question }
survey-remove-question = إزالة: { $question }
survey-no-questions-title = لا أسئلة بعد
survey-no-questions-text = اختر نوعًا أدناه. يأتي كل نوع مصوغًا، فلا تغيّر إلا ما يخصك.
survey-add-question = إضافة سؤال
survey-kind = النوع
survey-kind-nps = التوصية (NPS)
survey-kind-nps-hint = احتمال التوصية، من ٠ إلى ١٠.
survey-kind-csat = الرضا (CSAT)
survey-kind-csat-hint = مدى الرضا، عادةً من ١ إلى ٥.
survey-kind-ces = الجهد (CES)
survey-kind-ces-hint = مدى سهولة الأمر، عادةً من ١ إلى ٧.
survey-kind-rating = تقييم
survey-kind-rating-hint = درجة على مقياس من اختيارك.
survey-kind-choice = اختيار واحد
survey-kind-choice-hint = خيار واحد من عدة خيارات.
survey-kind-choices = اختيارات متعددة
survey-kind-choices-hint = أي عدد من الخيارات.
survey-kind-text = نص
survey-kind-text-hint = كلماتهم هم: السبب وراء الدرجة.
survey-version = الإصدار { $version }
survey-anonymous = مجهول الهوية
survey-has-changes = ما زال المجيبون يرون الإصدار المنشور.
survey-key = الاسم في البيانات وواجهة API
survey-key-hint = أحرف صغيرة وأرقام و«_». يثبت عند نشر الاستبيان.
survey-close = إغلاق الاستبيان
survey-reopen = إعادة الفتح
survey-edit-texts = النصوص واللغات
survey-complete = مكتمل
survey-words-done = { $done } من { $of } نصًا
survey-texts-lede = ما يحيط بالأسئلة، بكل لغات الاستبيان.
survey-field-title = العنوان
survey-field-title-hint = مطلوب باللغة الأولى.
survey-field-intro = المقدمة
survey-field-intro-hint = تظهر فوق السؤال الأول.
survey-field-thanks = الشكر
survey-field-thanks-hint = يظهر في الصفحة الأخيرة.
survey-field-privacy = إشعار الخصوصية
survey-field-privacy-hint = يظهر في كل صفحة. إن تُرك فارغًا ذكرنا من يقرأ الإجابات.
survey-languages-hint = تُحفظ نصوص اللغة التي تزيلها لعلها تعود.
survey-anonymity = إخفاء الهوية
survey-anonymous-label = الإجابات مجهولة الهوية
survey-anonymous-hint = بلا جهة اتصال، ولا سمات في الرابط، والأوقات أيام فقط، ولا تُعرض مجموعة دون الخمسة. لا يتغير بعد النشر.
survey-anonymous-fixed = ثابت منذ نشر الاستبيان: وُعد به المجيبون.
survey-question-title = السؤال
survey-question-title-hint = مطلوب باللغة الأولى، وإليها ترجع اللغات الأخرى.
survey-question-hint = تلميح
survey-question-hint-hint = كلمات صغيرة تحت السؤال.
survey-question-low = كلمة الطرف الأدنى
survey-question-low-hint = معنى أدنى درجة.
survey-question-high = كلمة الطرف الأعلى
survey-question-high-hint = معنى أعلى درجة.
survey-scale = المقياس
survey-scale-from = من
survey-scale-to = إلى
survey-options = الخيارات
survey-options-hint = لإزالة خيار امسح كل كلماته. ولإعادة الترتيب غيّر موضعه.
survey-option-new = خيار جديد
survey-option-place = الموضع
survey-required-label = يجب الإجابة عنه
survey-required-hint = لا ينتقل أحد إلى الصفحة التالية دون إجابة.

## Surveys: sharing
survey-share-title = مشاركة الاستبيان
survey-share-lede = رابط واحد يصلح في كل مكان، وتظهر الصفحة بلغة الهاتف الذي يفتحها.
survey-open-link = فتح الاستبيان
survey-share-not-open = الاستبيان غير مفتوح: من يفتح الرابط يُخبَر بذلك.
survey-share-go-open = اذهب وافتحه
survey-link = الرابط العام
survey-link-hint = للرسائل والبريد والإيصالات.
survey-link-languages = بلغة واحدة
survey-link-in = الرابط بـ{ $language }
survey-snippet = لصفحة ويب
survey-snippet-hint = ألصقه حيث تريد أن يظهر الرابط.
survey-where = حدّد من أين تأتي الإجابة
survey-where-text = أضف هذه إلى الرابط موصولة بـ«&»، فيمكن تقسيم النتائج بحسبها.
survey-where-channel = القناة: email وsms وweb وqr وkiosk
survey-where-touchpoint = نقطة التماس
survey-where-attribute = أي سمة، حتى عشرين
survey-where-anonymous = تُهمل السمات في الرابط: هذا الاستبيان مجهول الهوية.
survey-qr = رمز QR
survey-qr-alt = رمز QR يفتح { $survey }
survey-qr-hint = أسود على أبيض، حادّ بأي حجم: للطاولات والصناديق والملصقات.
survey-qr-download = تنزيل SVG

## Home
home-surveys-title = الاستبيانات المفتوحة
home-surveys-none = لا يستطيع أحد الإجابة الآن
home-surveys-none-text = لا استبيان مفتوح. انشر مسودة لتسمع شيئًا.

## Said once after an act
listen-flash-saved = حُفظ.
listen-flash-published = نُشر. الرابط أدناه يستقبل الإجابات من الآن.
listen-flash-closed = أُغلق الاستبيان. إجاباته باقية.
listen-flash-reopened = الاستبيان مفتوح من جديد.
listen-flash-removed = أُزيل السؤال. الإجابات التي تلقاها باقية.
listen-flash-restored = عاد السؤال.

## What respondents read
respond-error-title = يرجى التحقق:
respond-preview = معاينة: لا يُحفظ شيء
respond-step = السؤال { $number } من { $total }
respond-minutes =
    { $count ->
        [zero] أقل من دقيقة
        [one] نحو دقيقة
        [two] نحو دقيقتين
        [few] نحو { $count } دقائق
        [many] نحو { $count } دقيقة
       *[other] نحو { $count } دقيقة
    }
respond-optional = يمكنك تركه فارغًا.
respond-bait = اترك هذا الحقل فارغًا
respond-send = إرسال
respond-privacy = تقرأ { $name } إجاباتك وتستخدمها لتحسين خدمتها.
respond-privacy-anonymous = إجاباتك مجهولة الهوية: لا يُحفظ اسمك ولا عنوانك.
respond-thanks-title = شكرًا لك
respond-thanks-text = وصلت إجاباتك. يمكنك إغلاق هذه الصفحة.
respond-closed-title = هذا الاستبيان مغلق
respond-closed-text = لم يعد يستقبل إجابات. شكرًا لرغبتك في إخبارنا.
respond-unknown-title = لا يوجد استبيان هنا
respond-unknown-text = تحقق من العنوان، أو امسح الرمز مرة أخرى.
respond-over-title = هذه الإجابات وصلت من قبل
respond-over-text = بدأت منذ زمن طويل، فلا يمكن تغييرها هنا بعد الآن. وهي محسوبة كما تركتها.

## Refusals
thing-survey = هذا الاستبيان
thing-question = هذا السؤال
error-required = يجب ملء هذا الحقل.
error-choose-one = يرجى اختيار واحد.
error-wrong-type =
    { $kind ->
        [nps] يلزم هنا عدد صحيح من ٠ إلى ١٠.
        [csat] يلزم هنا عدد صحيح على المقياس.
        [ces] يلزم هنا عدد صحيح على المقياس.
        [rating] يلزم هنا عدد صحيح على المقياس.
        [choice] يلزم هنا مفتاح خيار واحد.
        [choices] تلزم هنا قائمة بمفاتيح الخيارات.
        [text] يلزم هنا نص.
        [string] يلزم هنا نص بين علامتي اقتباس.
        [object] يلزم هنا كائن JSON.
        [number] يلزم هنا عدد.
        [scalar] يلزم هنا نص أو عدد أو true أو false.
       *[other] تلزم هنا قيمة من نوع آخر.
    }
error-out-of-range = { $value } ليس بين { $from } و{ $to }.
error-not-whole = { $value } ليس عددًا صحيحًا.
error-unknown-option = لا يوجد خيار «{ $value }».
error-too-long = هذا أطول من اللازم: { $max } حرفًا على الأكثر.
error-too-many = العدد أكبر من اللازم: { $max } على الأكثر.
error-unknown-field = لا يوجد حقل «{ $value }».
error-unknown-question = ليس في الاستبيان سؤال «{ $value }».
error-unknown-channel = لا توجد قناة «{ $value }»: { $known }.
error-unknown-state = الحالة complete أو partial، لا «{ $value }».
error-bad-language = «{ $value }» ليس رمز لغة مثل fa أو en-GB.
error-bad-time = «{ $value }» ليس وقتًا مثل 2026-11-22T09:30:00Z.
error-time-in-future = { $value } بعد أكثر من يوم من الآن.
error-bad-attribute = يحتاج اسم السمة إلى حرف أو رقم، و{ $max } حرفًا على الأكثر.
error-anonymous-survey = هذا الاستبيان مجهول الهوية: لا ترسل جهة اتصال.
error-survey-closed = الاستبيان «{ $survey }» غير مفتوح.
error-send-again = نقص شيء من الصفحة. يرجى إرسالها مرة أخرى.
error-leave-empty = مُلئ حقل مخفي كما تفعل البرامج. يرجى الإرسال مرة أخرى.
error-too-many-pages =
    { $seconds ->
        [zero] تصل إجابات كثيرة من هنا. كلماتك باقية في هذه الصفحة: أرسلها الآن مرة أخرى.
        [one] تصل إجابات كثيرة من هنا. كلماتك باقية في هذه الصفحة: أرسلها بعد ثانية.
        [two] تصل إجابات كثيرة من هنا. كلماتك باقية في هذه الصفحة: أرسلها بعد ثانيتين.
        [few] تصل إجابات كثيرة من هنا. كلماتك باقية في هذه الصفحة: أرسلها بعد { $seconds } ثوانٍ.
        [many] تصل إجابات كثيرة من هنا. كلماتك باقية في هذه الصفحة: أرسلها بعد { $seconds } ثانية.
       *[other] تصل إجابات كثيرة من هنا. كلماتك باقية في هذه الصفحة: أرسلها بعد { $seconds } ثانية.
    }
error-no-language = اختر لغة واحدة على الأقل.
error-no-question = يحتاج الاستبيان إلى سؤال واحد على الأقل.
error-words-missing = النص ناقص باللغة الأولى ({ $language }).
error-too-few-options = يحتاج سؤال الاختيار إلى خيارين على الأقل.
error-bad-scale = يتصاعد المقياس بأعداد صحيحة وله من ٢ إلى { $max } درجة.
error-bad-key = استخدم الأحرف الصغيرة والأرقام و«_» فقط.
error-key-taken = سؤال آخر له هذا الاسم.
error-not-published = لم يُنشر الاستبيان قط.
