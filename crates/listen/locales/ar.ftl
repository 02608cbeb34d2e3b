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
survey-results-of = النتائج: { $survey }
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
survey-where-touchpoint = نقطة التواصل
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
error-options-needed = يحتاج سؤال الاختيار إلى خيارين على الأقل: أضف ما ينقص منها.
error-no-file-type = لا يقبل الاستبيان بلا هوية إلا الصور (jpg وpng وwebp) والنصوص البسيطة (txt): اسمح بأحدها.
error-too-few-options = اختر { $min } على الأقل من خيارات «{ $question }»، أو لا تختر شيئًا إن لم يكن السؤال إلزاميًا.
error-bad-scale = يتصاعد المقياس بأعداد صحيحة وله من ٢ إلى { $max } درجة.
error-bad-key = استخدم الأحرف الصغيرة والأرقام و«_» فقط.
error-key-taken = سؤال آخر له هذا الاسم.
error-not-published = لم يُنشر الاستبيان قط.

## Imports
# Why an import refused a file, a mapping or a line; `error-` is how whole-file refusals are looked up.

import-unreadable = تعذرت قراءة الملف: { $reason }
import-empty-file = الملف فارغ.
import-bad-header = تعذرت قراءة السطر الأول الذي يحمل أسماء الأعمدة ({ $reason }).
import-unknown-format = هذا ليس جدولًا يمكن استيراده (وُجد: { $found }). احفظه بصيغة CSV أو XLSX.
import-damaged-file = الملف تالف: { $reason }
import-zip-bomb = يتضخم الملف عند فكه أكثر بكثير من حجمه (الحد: { $limit }). لم يُفتح.
import-file-too-large = الملف كبير جدًا: { $limit } بايت على الأكثر. قسّمه أو احفظه بصيغة CSV.
import-too-many-rows = صفوف الملف كثيرة جدًا: { $limit } على الأكثر. قسّمه أو حدّد عمود المعرّف.
import-too-many-columns = الأعمدة كثيرة جدًا: { $limit } على الأكثر.
import-unknown-sheet = لا توجد ورقة باسم «{ $sheet }». الأوراق هي: { $names }.
import-bad-map = «{ $text }» ليس على الصورة COLUMN=ROLE أو COLUMN=ROLE:option=value.
import-unknown-column = لا يوجد عمود باسم «{ $column }». الأقرب: { $nearest }.
import-unknown-role = لا يوجد دور باسم «{ $role }». الأدوار: { $roles }.
import-unknown-option-name = ليس للدور { $role } خيار باسم «{ $option }». خياراته: { $options }.
import-bad-option-value = لا يصلح «{ $value }» للخيار { $option }.
import-mapped-twice = رُبط العمود «{ $column }» مرتين.
import-role-twice = عمود واحد فقط يمكن أن يكون { $role }، لكن كلًا من «{ $first }» و«{ $second }» كذلك.
import-key-twice = سيصبح كل من «{ $first }» و«{ $second }» باسم «{ $key }». سمِّ أحدهما باسم آخر.
import-too-many-questions = في الاستبيان { $limit } سؤالًا على الأكثر. تجاهل بعض الأعمدة.
import-too-many-attributes = للرد { $limit } سمة على الأكثر. تجاهل بعض الأعمدة.
import-question-differs = في الاستبيان سؤال «{ $question }» من قبل بوصفه { $kind } لا { $wanted }. اربط العمود بطريقة أخرى أو أعط السؤال مفتاحًا آخر.
import-unknown-time-format = لم تُعرف طريقة كتابة الأوقات في هذا العمود، مثل «{ $value }». اذكرها: format=%d/%m/%Y %H:%M.
import-ragged = في السطر { $found } خلية وفي سطر الأسماء { $expected }.
import-unclosed-quote = فُتحت علامة اقتباس ولم تُغلق.
import-row-too-long = السطر أطول من { $limit } بايت.
import-too-long = النص أطول من { $limit } حرفًا.
import-nul = في السطر حرف NUL فهو ليس نصًا.
import-bad-encoding = السطر ليس نصًا بترميز { $encoding }.
import-not-a-number = «{ $value }» ليس عددًا.
import-not-whole = «{ $value }» ليس عددًا صحيحًا.
import-out-of-range = «{ $value }» ليس بين { $from } و{ $to }.
import-bad-time = «{ $value }» ليس وقتًا بصيغة العمود.
import-missing-time = الوقت ناقص.
import-time-in-future = «{ $value }» يقع في المستقبل.
import-bad-email = «{ $value }» ليس عنوان بريد إلكتروني.
import-bad-language = «{ $value }» ليس لغة.
import-too-many-options = سيصبح للسؤال أكثر من { $limit } خيارًا مختلفًا.

error-unreadable = { import-unreadable }
error-empty-file = { import-empty-file }
error-bad-header = { import-bad-header }
error-unknown-format = { import-unknown-format }
error-damaged-file = { import-damaged-file }
error-zip-bomb = { import-zip-bomb }
error-file-too-large = { import-file-too-large }
error-too-many-rows = { import-too-many-rows }
error-too-many-columns = { import-too-many-columns }
error-unknown-sheet = { import-unknown-sheet }
error-bad-map = { import-bad-map }
error-unknown-column = { import-unknown-column }
error-unknown-role = { import-unknown-role }
error-unknown-option-name = { import-unknown-option-name }
error-bad-option-value = { import-bad-option-value }
error-mapped-twice = { import-mapped-twice }
error-role-twice = { import-role-twice }
error-key-twice = { import-key-twice }
error-too-many-questions = { import-too-many-questions }
error-too-many-attributes = { import-too-many-attributes }
error-question-differs = { import-question-differs }
error-unknown-time-format = { import-unknown-time-format }

# Why a column was taken for what it is; stands behind the role.
import-why-name-and-values = من اسمه وقيمه
import-why-emails = القيم عناوين بريد إلكتروني
import-why-distinct = { $count } قيمة لا تتكرر
import-why-time = القيم أوقات مكتوبة بالصيغة { $format }
import-why-time-ambiguous = القيم أوقات، لكن اليوم والشهر قد يتبادلان؛ اعتُبرت { $format }
import-why-time-several = أحد أعمدة الأوقات المتعددة، بالصيغة { $format }
import-why-scores = درجات من { $from } إلى { $to } والاسم يدل عليها
import-why-scores-no-name = تبدو القيم درجات من { $from } إلى { $to } لكن الاسم لا يدل عليها
import-why-scores-few = القيم أقل من أن تدل على المقياس؛ اعتُبر من { $from } إلى { $to }
import-why-battery = أحد { $count } أعمدة فيها درجات من { $from } إلى { $to }
import-why-battery-zero = أحد { $count } أعمدة فيها درجات من { $from } إلى { $to } حيث يعني ٠ «لا ينطبق»
import-why-zero = درجات من { $from } إلى { $to }؛ اعتُبر ٠ «لا ينطبق»
import-why-texts = نصوص من نحو { $count } كلمة
import-why-options = الاسم سؤال وله { $count } إجابة مختلفة
import-why-few-values = { $count } قيمة مختلفة
import-why-values = قيم من النوع { $kind }
import-why-blank = فارغ في الصفوف الأولى
import-why-too-many = هناك أكثر من { $count } سمة

# What a column can be.
import-role-id = معرّف الإجابة
import-role-time = وقت الإجابة
import-role-contact = معرّف العميل
import-role-email = بريد العميل
import-role-language = اللغة
import-role-channel = القناة
import-role-touchpoint = نقطة التواصل
import-role-nps = التوصية، من ٠ إلى ١٠ (NPS)
import-role-csat = الرضا (CSAT)
import-role-ces = الجهد (CES)
import-role-rating = تقييم
import-role-choice = خيار واحد
import-role-choices = عدة خيارات
import-role-text = نص
import-role-attribute = سمة
import-role-ignore = تجاهل

## Imports: pages
imports-title = عمليات الاستيراد
imports-lede = الإجابات الواردة من الملفات، وما صار إليه كل سطر.
imports-empty-title = لم يُستورد شيء بعد
imports-empty-text = الإجابات التي لديك من قبل بصيغة CSV أو XLSX تظهر في النتائج كغيرها. يُتعرَّف على معنى كل عمود ويُعرض قبل كتابة أي شيء.
imports-empty-viewer = يستطيع المدير استيراد الملف الأول.
import-new = استيراد الإجابات
import-new-lede = كل صف إجابة واحدة، والسطر الأول أسماء الأعمدة.
import-new-note = لا يُكتب شيء بعد: تعرض الصفحة التالية ما فُهم من كل عمود. الملف الذي لا يستورده أحد يُحذف بعد يوم.
import-file = الملف
import-file-hint = ملف CSV (أو مضغوطًا بـ gzip) أو XLSX، حتى { $megabytes } ميغابايت. للملفات الأكبر: nabz import responses.
import-survey = الاستبيان
import-survey-new = استبيان جديد
import-survey-name = اسم الاستبيان الجديد
import-survey-name-hint = فقط إن لم يُختر استبيان أعلاه.
import-look = عرض الملف
import-added = الإجابات المضافة
import-answers = إجابات الأسئلة في الملف
import-duplicates = موجودة من قبل
import-duplicates-note = إجابات جاء بها استيراد سابق
import-rejected = الأسطر المرفوضة
import-started = البدء
import-undo = تراجع
import-undo-of = التراجع عن استيراد { $file }
import-discard = إهمال
import-discard-of = إهمال { $file }
import-look-title = معنى الأعمدة
import-look-lede = { $file } للاستبيان { $survey }. غيّر ما لم يُفهم صحيحًا؛ لا يُكتب شيء قبل أن تبدأ.
import-undecided =
    { $count ->
        [zero] كل الأعمدة مفهومة يقينًا.
        [one] عمود واحد لم يُفهم يقينًا: ألقِ نظرة عليه.
        [two] عمودان لم يُفهما يقينًا: ألقِ نظرة عليهما.
        [few] { $count } أعمدة لم تُفهم يقينًا: ألقِ نظرة عليها.
        [many] { $count } عمودًا لم تُفهم يقينًا: ألقِ نظرة عليها.
       *[other] { $count } عمود لم تُفهم يقينًا: ألقِ نظرة عليها.
    }
import-columns = أعمدة الملف
import-column = العمود
import-role = معناه
import-role-of = معنى { $column }
import-options = الخيارات
import-option-scale = المقياس
import-option-na = قيم معناها «لا ينطبق»
import-option-format = صيغة الوقت
import-option-tz = المنطقة الزمنية
import-option-calendar = التقويم
import-option-question = مفتاح السؤال
import-option-separator = الفاصل بين الخيارات
import-option-name = اسم السمة
import-calendar-gregorian = ميلادي
import-calendar-persian = هجري شمسي
import-unsure = غير مؤكد
import-start = استيراد
import-look-again = عرض من جديد
import-of = استيراد { $file }
import-into = إلى الاستبيان { $survey }
import-running =
    { $count ->
        [zero] لم يُقرأ أي صف
        [one] قُرئ صف واحد
        [two] قُرئ صفان
        [few] قُرئت { $count } صفوف
        [many] قُرئ { $count } صفًا
       *[other] قُرئ { $count } صف
    }
import-refresh = تحديث
import-interrupted = انقطع قبل نهايته. ما أُضيف باقٍ؛ واستيراد الملف نفسه من جديد يضيف البقية ولا يكرر شيئًا.
import-failed = تعذّر إتمامه
import-undone = تم التراجع عنه: خرجت إجاباته من كل الأرقام، ويمكن استيراد الملف نفسه من جديد.
import-nothing-new = كل إجابات هذا الملف كانت موجودة. لم يُحسب شيء مرتين.
import-counts = ما صارت إليه الصفوف
import-dashboard = عرض النتائج
import-again = المحاولة من جديد
import-refused-lines = الأسطر المرفوضة
import-refused-note = صحّحها واستورد الملف من جديد: لا يُضاف غيرها.
import-line = السطر
import-reason = السبب
import-more-lines =
    { $count ->
        [zero] لا غيرها
        [one] وسطر آخر
        [two] وسطران آخران
        [few] و{ $count } أسطر أخرى
        [many] و{ $count } سطرًا آخر
       *[other] و{ $count } سطر آخر
    }
import-state-waiting = لم يبدأ
import-state-running = جارٍ
import-state-interrupted = منقطع
import-state-done = تم
import-state-failed = فشل
import-state-undone = تم التراجع
import-flash-gone = الملف المرفوع لم يعد موجودًا. اختره مرة أخرى من فضلك.
import-flash-undone = تم التراجع عن الاستيراد.
import-flash-discarded = أُهمل الملف.
thing-import = عملية الاستيراد هذه
error-bad-survey-name = يحتاج اسم الاستبيان إلى حرف أو رقم.
error-import-running = هذا الاستيراد ما زال جاريًا. انتظر حتى ينتهي.
error-import-stopped = تم التراجع عن هذا الاستيراد أو بدأ في مكان آخر أثناء عمله.
error-upload-gone = الملف المرفوع لم يعد موجودًا. اختره مرة أخرى.
error-upload-too-large = الملف أكبر من { $limit } ميغابايت. قسّمه أو استعمل الأمر nabz import responses.

## What the audit log says
audit-survey-create = أنشأ استبيانًا
audit-survey-edit = غيّر نصوص استبيان
audit-survey-extend = أضاف إلى استبيان ما احتاجه الاستيراد
audit-survey-publish = نشر استبيانًا
audit-survey-close = أغلق استبيانًا
audit-survey-reopen = أعاد فتح استبيان
audit-survey-question-add = أضاف سؤالًا
audit-survey-question-edit = غيّر سؤالًا
audit-survey-question-move = نقل سؤالًا
audit-survey-question-remove = أزال سؤالًا
audit-survey-question-restore = أعاد سؤالًا
audit-survey-question-copy = نسخ سؤالًا
audit-survey-page-edit = غيّر صفحة
audit-survey-block-edit = غيّر مجموعة
audit-survey-layout = نقل صفحات أو مجموعات
audit-survey-logic-edit = غيّر منطق سؤال
audit-survey-ending-edit = غيّر خاتمة
audit-survey-ending-remove = أزال خاتمة
audit-survey-quota-edit = غيّر حصة
audit-survey-quota-remove = أزال حصة
audit-survey-undo = تراجع عن آخر تغيير في استبيان
audit-survey-redo = أعاد تغييرًا تراجع عنه في استبيان
audit-survey-define = عرّف استبيانًا بملف أو برنامج
audit-import-upload = رفع ملفًا
audit-import-start = بدأ استيرادًا
audit-import-finish = أنهى استيرادًا
audit-import-fail = توقف استيراد قبل تمامه
audit-import-undo = سحب استيرادًا

## Pages of questions: kinds, refusals as respondents read them
respond-done = اكتمل { $percent }
respond-na = لا ينطبق عليّ
respond-other = { $option }: بكلماتك
respond-other-words = بكلماتك
respond-find = ابحث في القائمة
respond-found = النتائج: { $count }
respond-choose = اختر
respond-choose-exactly = اختر { $max }.
respond-choose-between = اختر من { $min } إلى { $max }.
respond-choose-least = اختر { $min } على الأقل.
respond-choose-most = اختر { $max } على الأكثر.
respond-rank-all = رتّبها كلها: ١ هو الأفضل.
respond-rank-exactly = رتّب { $max } منها: ١ هو الأفضل.
respond-rank-between = رتّب من { $min } إلى { $max }: ١ هو الأفضل.
respond-rank-least = رتّب { $min } على الأقل: ١ هو الأفضل.
respond-rank-most = رتّب { $max } على الأكثر: ١ هو الأفضل.
respond-up = إلى أعلى: { $option }
respond-down = إلى أسفل: { $option }
respond-sum = وزّع { $total } نقطة بينها.
respond-total = { $used } من { $total } نقطة
respond-count = { $used } من { $max } حرف
respond-number-exactly = العدد { $max }.
respond-number-between = عدد من { $min } إلى { $max }.
respond-number-least = عدد لا يقل عن { $min }.
respond-number-most = عدد لا يزيد على { $max }.
respond-chars-exactly = { $max } حرف.
respond-chars-between = من { $min } إلى { $max } حرف.
respond-chars-least = { $min } حرف على الأقل.
respond-chars-most = { $max } حرف على الأكثر.
respond-date-between = من { $from } إلى { $to }.
respond-date-from = ابتداءً من { $from }.
respond-date-until = حتى { $to }.
respond-file-types = { $types }
respond-file-types-size = { $types }؛ بحد أقصى { $megabytes } ميغابايت
respond-file-cleaned = { $types }؛ قبل الحفظ يُزال ما تقوله الصورة عن المكان والوقت والكاميرا.
respond-uploaded = تم الرفع: { $name }
respond-drop = أزل هذا الملف
respond-best = الأفضل
respond-worst = الأسوأ
respond-day = اليوم
respond-month = الشهر
respond-year = السنة
respond-agree = أوافق
respond-sign = اسمك بدل التوقيع
respond-drawn = توقيعك
respond-clear = مسح
respond-vote = اقتراحات الآخرين: ضع علامة على ما يعجبك.
respond-idea = اقتراحك
respond-later = احفظ وأكمل لاحقًا
respond-later-link = تم الحفظ. أكمل لاحقًا من هذا العنوان:
respond-notyet-title = هذا الاستبيان لم يُفتح بعد
respond-notyet-text = يرجى العودة لاحقًا.
respond-expired-title = لم يعد هذا الرابط صالحًا
respond-expired-text = استُخدم من قبل أو انتهت مدته.
respond-full-title = وصلنا ما يكفي من الإجابات
respond-full-text = شكرًا لاستعدادك للإجابة.
respond-screened-title = شكرًا لك
respond-screened-text = بقية الأسئلة موجهة إلى غيرك.
respond-password = كلمة مرور هذا الاستبيان
respond-password-hint = وصلتك مع الرابط.
respond-contact-name = الاسم
respond-contact-email = البريد الإلكتروني
respond-contact-phone = الهاتف
respond-contact-company = الشركة
respond-contact-street = الشارع والرقم
respond-contact-postcode = الرمز البريدي
respond-contact-city = المدينة
respond-contact-country = البلد
answer-required = يرجى الإجابة عن هذا.
answer-choose-one = يرجى الاختيار.
answer-row-missing = لا إجابة بعد عن «{ $row }».
answer-wrong-type =
    { $kind ->
        [nps] يرجى كتابة عدد.
        [csat] يرجى كتابة عدد.
        [ces] يرجى كتابة عدد.
        [psat] يرجى كتابة عدد.
        [rating] يرجى كتابة عدد.
        [slider] يرجى كتابة عدد.
        [number] يرجى كتابة عدد.
        [sum] يرجى كتابة عدد.
        [ranking] يرجى كتابة عدد.
       *[other] هذا لا يجيب عن السؤال.
    }
answer-out-of-range = بين { $from } و{ $to } من فضلك.
answer-not-whole = عدد صحيح من فضلك.
answer-too-small = { $from } على الأقل من فضلك.
answer-too-big = { $to } على الأكثر من فضلك.
answer-too-many-decimals = { $max } أرقام بعد الفاصلة على الأكثر من فضلك.
answer-too-long = أطول من اللازم: { $max } حرف على الأكثر.
answer-too-short = أكثر قليلًا من فضلك: { $min } حرف على الأقل.
answer-wrong-pattern = ليس هذا بالشكل المطلوب.
answer-unknown-option = يرجى الاختيار من القائمة.
answer-unknown-row = هذا السطر ليس من السؤال.
answer-too-few-options = يرجى اختيار { $min } على الأقل.
answer-too-many-options = يرجى اختيار { $max } على الأكثر.
answer-exclusive-option = إحدى هذه الإجابات تستبعد غيرها. أزل علامتها أو علامات غيرها.
answer-same-place = لاثنين منها الرتبة نفسها. أعطِ كلًّا رتبته.
answer-wrong-total = مجموع النقاط { $value }، ويجب أن يكون { $total }.
answer-same-best-worst = لا يكون الأفضل هو الأسوأ أيضًا.
answer-best-and-worst = يرجى اختيار الأفضل والأسوأ معًا.
answer-not-a-date = لا يوجد يوم كهذا. يرجى التحقق.
answer-not-a-time = يرجى كتابة وقت مثل ٠٩:٣٠.
answer-too-early = ليس قبل { $earliest } من فضلك.
answer-too-late = ليس بعد { $latest } من فضلك.
answer-not-an-email = يرجى كتابة بريد مثل name@example.com.
answer-not-a-phone = يرجى كتابة رقم هاتف، مع رمز البلد إن كان في الخارج.
answer-na-not-offered = يجب الإجابة عن هذا السؤال.
answer-not-asked = أُرسل ما لا تسأل عنه هذه الصفحة. يرجى التحقق والإرسال مجددًا.
answer-quota-full = وصل ما يكفي من الإجابات في هذه الأثناء. شكرًا!
error-row-missing = { answer-row-missing }
error-too-small = { answer-too-small }
error-too-big = { answer-too-big }
error-too-many-decimals = { answer-too-many-decimals }
error-too-short = { answer-too-short }
error-wrong-pattern = { answer-wrong-pattern }
error-unknown-row = { answer-unknown-row }
error-too-many-options = اختر { $max } على الأكثر من خيارات «{ $question }».
error-exclusive-option = { answer-exclusive-option }
error-same-place = { answer-same-place }
error-wrong-total = { answer-wrong-total }
error-same-best-worst = { answer-same-best-worst }
error-best-and-worst = { answer-best-and-worst }
error-not-a-date = { answer-not-a-date }
error-not-a-time = { answer-not-a-time }
error-too-early = { answer-too-early }
error-too-late = { answer-too-late }
error-not-an-email = { answer-not-an-email }
error-not-a-phone = { answer-not-a-phone }
error-not-asked = { answer-not-asked }
error-quota-full = { answer-quota-full }

# Checks of a survey's definition.
error-unknown-definition-format = هذا التعريف بصيغة أحدث. يقرأ هذا الإصدار حتى الصيغة { $max }.
error-language-twice = هذه اللغة مذكورة مرتين.
error-bad-limits = هذه الحدود لا تتوافق فيما بينها أو مع هذا النوع من الأسئلة.
error-bad-pattern = لا يمكن قراءة هذا النمط أو أنه طويل جدًا.
error-bad-date = اكتب تاريخًا مثل 2026-11-22.
error-unknown-file-type = لا يمكن قبول ملفات من هذا النوع.
error-bad-redirect = اكتب عنوانًا يبدأ بـ https:// ومضيف ثابت؛ لا تأتي الإجابات إلا بعده.
error-bad-colour = اكتب لونًا مثل ‎#1a5fb4.
error-unknown-line = لا يحتوي نموذج الاتصال على مثل هذا السطر.
error-option-needed = يحتاج هذا النوع من الأسئلة إلى الخيار «{ $value }».
error-row-needed = أضف سطرًا واحدًا على الأقل.
error-formula-needed = تحتاج القيمة المحسوبة إلى صيغة.
error-purpose-misplaced = الغرض للموافقة وحدها.
error-question-twice = هذا السؤال موجود في صفحة أخرى.
error-never-on-a-page = القيم المخفية والمحسوبة لا تُعرض أبدًا، فلا توضع في أي صفحة.
error-unknown-target = يؤدي هذا الطريق إلى شيء غير موجود في أي صفحة: «{ $value }».
error-leads-back = الطرق تؤدي إلى الأمام فقط، وهذا يعود إلى الخلف أو يدور.
error-unknown-ending = لا توجد نهاية باسم «{ $value }».
error-loop-kind = يتكرر القسم لخيارات سؤال متعدد الاختيار أو ترتيب أو توزيع نقاط لا يتكرر هو نفسه.
error-loop-not-earlier = يجب أن يأتي السؤال الذي يتكرر القسم من أجله قبله دائمًا.
error-survey-too-long = مع كل التكرارات يتجاوز هذا { $max } من الصفحات والأسئلة.
error-circular-value = تُحسب هذه القيمة من نفسها، ربما عبر قيم أخرى.
error-unknown-reference = لا يوجد شيء باسم «{ $value }» ليُملأ هنا. لكتابة قوس معقوف افتحه مرتين.
error-asked-later = «{ $value }» يُسأل لاحقًا أو قد يكون كذلك: يُعد هنا بلا إجابة.

## Doors: access, personal links, uploads, ideas
respond-uninvited-title = هذا الاستبيان بدعوة
respond-uninvited-text = يُرجى استخدام الرابط الشخصي الذي أُرسل إليك.
error-wrong-password = كلمة المرور ليست هذه. تحقق منها وأعد المحاولة.
error-too-many-guesses = محاولات كثيرة. انتظر دقيقة ثم أعد المحاولة.
error-file-type = لا يُقبل هذا النوع من الملفات هنا. المقبول: { $types }.
error-file-too-big = هذا الملف كبير: الحد الأقصى { $limit } ميغابايت.
error-file-not-cleaned = تعذرت قراءة هذه الصورة، فلم يُزل ما تقوله عن المكان والكاميرا. يرجى إرسالها بصيغة JPEG أو PNG أو WebP أخرى.
error-bad-local-time = هذا ليس تاريخًا مع وقت.
error-closes-before-opens = سيُغلق قبل أن يُفتح.
error-not-a-limit = اكتب عددًا صحيحًا من 1 فما فوق، أو اتركه فارغًا.
error-bad-table = تعذّرت قراءة السطر { $line }. يحتاج كل سطر إلى أعمدة السطر الأول، مع لغة مثل fa ويوم مثل 2026-12-31.
error-na-not-offered = لا يقبل السؤال هذه الإجابة.
thing-file = هذا الملف
thing-idea = هذا الاقتراح
access-title = من يمكنه الإجابة
access-lede = متى يعمل الرابط ولمن ولكم شخصًا. تسري التغييرات فورًا ولا تنشر شيئًا.
access-opens = يُفتح
access-closes = يُغلق
access-zone = بتوقيت { $zone }.
access-mode = الروابط
access-mode-open = كل من لديه الرابط
access-mode-open-hint = وتعمل الروابط الشخصية أيضًا.
access-mode-personal = الروابط الشخصية فقط
access-mode-personal-hint = يجيب كل شخص مرة واحدة. ومن دون رابط كهذا يبقى الاستبيان مغلقًا.
access-password = كلمة المرور
access-password-hint = تُطلب قبل السؤال الأول. أرسلها منفصلة عن الرابط.
access-password-keep = توجد كلمة مرور. اتركها فارغة للإبقاء عليها.
access-password-none = بلا كلمة مرور بعد الآن
access-responses = الحد الأقصى للإجابات المكتملة
access-responses-hint = تُحتسب كل الإجابات التي جاءت عبر الرابط حتى الآن. فارغ: بلا حد.
links-title = الروابط الشخصية
links-lede = رابط لكل شخص، يُستخدم مرة واحدة.
links-counts = أُنشئ { $made } واستُخدم { $used }.
links-people = الأشخاص
links-people-hint = جدول أول سطر فيه أسماء الأعمدة، كما يُنسخ من جدول بيانات. للأعمدة email وid وlanguage وexpires_at معناها؛ وتصبح الأعمدة الأخرى سمات للإجابة. { $max } سطر كحد أقصى.
links-make = إنشاء الروابط
links-once = تأتي الروابط في ملف مرة واحدة: فهي لا تُحفظ بشكل مقروء.
ideas-title = الاقتراحات
ideas-lede = ما يقترحه المجيبون. يرى الآخرون ما تسمح به ويصوّتون له.
ideas-waiting = بانتظار القرار
ideas-shown = معروضة
ideas-hidden = مخفية
ideas-votes =
    { $count ->
        [zero] بلا أصوات
        [one] صوت واحد
        [two] صوتان
        [few] { $count } أصوات
        [many] { $count } صوتًا
       *[other] { $count } صوت
    }
ideas-show = عرضه على الآخرين
ideas-hide = إخفاء
ideas-wait = القرار لاحقًا
ideas-none = لا شيء هنا
ideas-none-text = تظهر الاقتراحات هنا عندما يكتبها المجيبون.
ideas-more = هناك المزيد؛ والأكثر أصواتًا أولًا.
listen-flash-access = حُفظ، ويسري من الآن.
listen-flash-idea = نُقل الاقتراح.
audit-survey-access = غيّر من يمكنه الإجابة عن استبيان
audit-survey-links = أنشأ روابط شخصية لاستبيان
audit-idea-turn = قرر بشأن اقتراح
audit-media-upload = رفع صورة أو فيلمًا أو صوتًا

## Surveys: templates, linter, review, versions, translations, themes, archive
survey-new-details = العنوان واللغات
template-group-loyalty = الولاء
template-group-service = الخدمة
template-group-visit = الزيارات والفعاليات
template-group-product = المنتجات والقنوات الرقمية
template-group-people = الموظفون
template-group-research = البحث
template-group-own = بلا قالب
template-questions =
    { $count ->
        [zero] لا أسئلة
        [one] سؤال واحد
        [two] سؤالان
        [few] { $count } أسئلة
        [many] { $count } سؤالًا
       *[other] { $count } سؤال
    }
template-minutes =
    { $minutes ->
        [zero] أقل من دقيقة
        [one] نحو دقيقة
        [two] نحو دقيقتين
        [few] نحو { $minutes } دقائق
        [many] نحو { $minutes } دقيقة
       *[other] نحو { $minutes } دقيقة
    }
template-look = استعراض
template-look-of = استعراض: { $template }
template-use = استخدام هذا القالب
template-all = كل القوالب
template-conditional = لا يُسأل عنه الجميع
thing-template = هذا القالب
survey-template-relationship = العلاقة مع العميل (NPS)
survey-template-relationship-hint = مرة أو مرتين في السنة: التوصية، وأربعة جوانب، وما ينبغي تغييره.
survey-template-reasons = NPS مع الأسباب والأفكار
survey-template-reasons-hint = الدرجة، وسببها بصياغة تناسبها، وأفكار للتصويت.
survey-template-cancellation = الإلغاء
survey-template-cancellation-hint = لماذا يرحل العميل وما الذي كان سيبقيه.
survey-template-public-service = خدمة حكومية
survey-template-public-service-hint = بعد معاملة لدى جهة حكومية: السهولة والإنصاف والعوائق. بلا هوية.
survey-template-telecom = الاتصالات
survey-template-telecom-hint = التوصية، وكل خدمة لدى العميل، والفاتورة.
survey-template-restaurant = مطعم
survey-template-restaurant-hint = الطعام والخدمة ونظافة الطاولة والأرضية والأطباق ودورات المياه.
survey-template-retail = متجر
survey-template-retail-hint = هل وُجد المطلوب، والمساعدة، والترتيب، والانتظار عند الصندوق.
survey-template-hotel = الإقامة في فندق
survey-template-hotel-hint = التوصية، والإقامة من الوصول إلى الفطور، وما يحتاج إلى إصلاح.
survey-template-clinic = زيارة عيادة
survey-template-clinic-hint = الانتظار، والإصغاء، وفهم الخطوة التالية. بلا هوية.
survey-template-bank = فرع بنك
survey-template-bank-hint = المعاملة، وهل أُنجزت، والاستشارة والانتظار.
survey-template-event = فعالية
survey-template-event-hint = التوصية، وأجزاء الفعالية، وأفكار للمرة القادمة.
survey-template-course = تدريب أو دورة
survey-template-course-hint = الرضا والوتيرة وما سيفعله المشاركون بطريقة مختلفة.
survey-template-psat = المنتج (PSAT)
survey-template-psat-hint = الرضا عن منتج وأربعة جوانب منه.
survey-template-delivery = التوصيل
survey-template-delivery-hint = الموعد والسلامة وتعامل المندوب.
survey-template-website = موقع إلكتروني
survey-template-website-hint = لماذا جاؤوا، وهل تمكنوا، وما مدى السهولة.
survey-template-app = تطبيق
survey-template-app-hint = النجوم، والفائدة والسهولة (UMUX-Lite)، والمتاعب والرغبات.
survey-template-onboarding = الأسابيع الأولى
survey-template-onboarding-hint = سهولة البداية، ومدى التقدم، وما يحتاجه العميل بعد ذلك.
survey-template-pulse = نبض الموظفين (eNPS)
survey-template-pulse-hint = التوصية مكانًا للعمل وست عبارات. بلا هوية.
survey-template-review360 = ملاحظات 360 درجة
survey-template-review360-hint = ما يلاحظه الزملاء، وما ينبغي إبقاؤه أو تغييره. بلا هوية.
survey-template-research = أبحاث المنتج
survey-template-research-hint = الأهم والأقل أهمية، والترتيب، وتوزيع النقاط، والسعر الباهظ.
survey-template-screener = أسئلة فرز بحصص
survey-template-screener-hint = العمر والجنس والسكن والعمل، مع حصة لكل فئة.
surveys-archive = الاستبيانات المؤرشفة
surveys-archive-lede = مغلقة ولا تظهر في القوائم. وتبقى إجاباتها.
surveys-archive-empty = الأرشيف فارغ
surveys-archived = الأرشيف ({ $count })
survey-duplicate = نسخ
survey-copy-title = { $title } (نسخة)
survey-archive = أرشفة
survey-unarchive = إخراج من الأرشيف
survey-duplicate-of = نسخ { $survey }
survey-archive-of = أرشفة { $survey }
survey-unarchive-of = إخراج { $survey } من الأرشيف
survey-flash-duplicated = هذه هي النسخة: بلا إجابات ولها رابط خاص.
survey-flash-archived = أُرشف الاستبيان.
survey-flash-unarchived = عاد الاستبيان، وهو مغلق حتى تفتحه.
version-title = النسخ
version-lede = ما رآه المجيبون، وما تغيّر من نسخة إلى أخرى.
version-draft = المسودة
version-changes = ما تغيّر
version-from = من
version-to = إلى
version-compare = مقارنة
version-before = قبل
version-after = بعد
version-same = لا فرق بينهما.
version-cut = هناك تغييرات أكثر مما يُعرض هنا.
version-published = المنشورة
version-current = سارية
version-restore = إعادة كمسودة
version-restore-of = إعادة كمسودة: النسخة { $version }
version-restore-hint = تصبح النسخة السابقة مسودة. ولا يرى المجيبون تغييرًا حتى تنشرها.
version-none-title = لم يُنشر شيء بعد
version-none-text = مع كل نشر يُحفظ الاستبيان هنا كما كان.
version-flash-restored = أصبحت النسخة السابقة المسودة.
thing-version = هذه النسخة
version-question-added = سؤال جديد: { $subject }
version-question-removed = حُذف السؤال: { $subject }
version-language-added = أضيفت لغة: { $subject }
version-language-removed = حُذفت لغة: { $subject }
version-language-first = اللغة الأولى: { $subject }
version-anonymous-on = صارت الإجابات بلا هوية
version-anonymous-off = لم تعد الإجابات بلا هوية
version-order = ترتيب الأسئلة
version-layout = الصفحات أو الأقسام أو الانتقالات
version-quotas = الحصص
version-theme = المظهر
version-endings = الخواتيم
version-kind = نوع السؤال: { $subject }
version-required-on = صار إلزاميًا: { $subject }
version-required-off = صار اختياريًا: { $subject }
version-scale = المقياس: { $subject }
version-condition-added = صار يُسأل بشرط: { $subject }
version-condition-removed = صار يُسأل بلا شرط: { $subject }
version-condition = شرط آخر: { $subject }
version-option-added = خيار جديد: { $subject }
version-option-removed = حُذف خيار: { $subject }
version-option-order = ترتيب الخيارات: { $subject }
version-settings = إعدادات أخرى: { $subject }
version-words = النص بـ{ $language }: { $subject }
review-title = المراجعة قبل الإطلاق
review-lede = ما يمكن تحسينه، وما يقوله الزملاء، ومن وافق عليه.
review-whole = الاستبيان عمومًا
review-edit = تعديل
review-edit-of = تعديل: { $question }
review-comment = تعليق
review-comment-add = إضافة تعليق
review-comment-whole = تعليق على الاستبيان كله
review-comment-on = تعليق على: { $question }
review-settle = تمّ
review-unsettle = إعادة فتح
review-settled = عولج
review-none = لم يُطلب من أحد مراجعته بعد.
review-state-asked = بانتظار المراجعة
review-state-approved = موافق عليه
review-state-changes = تعديلات مطلوبة
review-asked-by = بطلب من { $member }
review-decided-by = قرار { $member }
review-stale = تغيّرت المسودة منذ طلب المراجعة.
review-approve = موافقة
review-want-changes = طلب تعديلات
review-note = ما الذي ينبغي أن ينظروا فيه؟
review-ask = طلب مراجعة
review-former-member = عضو سابق
review-flash-asked = طُلبت المراجعة. أرسل عنوان هذه الصفحة إلى زملائك.
review-flash-decided = سُجّل قرارك.
review-flash-commented = أضيف تعليقك.
error-no-review = لا مراجعة بانتظار القرار.
error-own-review = من يطلب المراجعة لا يقرر فيها. اطلب من مدير آخر.
error-review-stale = تغيّرت المسودة منذ طلب المراجعة. انظر فيها ثانية واطلب من جديد.
thing-comment = هذا التعليق
translation-title = الترجمات
translation-lede = كل النصوص بكل اللغات جنبًا إلى جنب.
translation-wordings = النصوص
translation-filter = أي نصوص
translation-only-missing = الناقص فقط
translation-range = { $first } إلى { $last } من { $count }
translation-whole-title = لا ينقص شيء
translation-whole-text = كل النصوص موجودة بهذه اللغات.
translation-first = اللغة الأولى: ترجع إليها اللغات الأخرى
translation-make-first = اجعلها الأولى
translation-remove = إزالة
translation-remove-of = إزالة { $language }
translation-add = إضافة { $language }
translation-other = لغة أخرى
translation-other-hint = رمزها، مثل tr أو pt-BR.
translation-add-other = إضافة لغة
translation-files = للمترجمين
translation-files-text = نزّل ملفًا واملأ أعمدته وأعده إلى هنا. الخلايا الفارغة لا تغيّر شيئًا.
translation-file = ملف (CSV أو JSON)
translation-import = استيراد
translation-report-title = قُرئ الملف
translation-report = المتغيّر: { $changed }. غير المتغيّر: { $same }.
translation-refused = المرفوض: { $count }
translation-line = السطر { $line }
translation-flash-languages = تغيّرت اللغات.
translation-part-title = السؤال
translation-part-hint = تلميح
translation-part-low = كلمة الطرف الأدنى
translation-part-high = كلمة الطرف الأعلى
translation-part-message = نص الإجابة غير الصحيحة
translation-part-alt = وصف الصورة
translation-part-rows = صف
translation-part-options = خيار
translation-part-second = المقياس الثاني
translation-part-ending-title = الخاتمة: العنوان
translation-part-ending-text = الخاتمة: النص
translation-part-survey-title = عنوان الاستبيان
translation-part-survey-intro = المقدمة
translation-part-survey-thanks = الشكر
translation-part-survey-privacy = إشعار الخصوصية
error-translation-file = ليس هذا ملف ترجمات CSV أو JSON بترميز UTF-8.
error-translation-columns = يحتاج الملف إلى العمود key وواحد على الأقل من: { $languages }.
error-unknown-wording = لا نص بهذا المفتاح في الاستبيان.
error-wording-twice = ورد هذا المفتاح مرتين؛ يُحتسب الأول.
error-unknown-language = لا يتضمن الاستبيان اللغة «{ $language }».
error-braces-differ = ما بين الأقواس المعقوفة يجب أن يطابق اللغة الأولى ({ $language }): { $names }
theme-title = المظهر
theme-lede = الألوان والخط والشعار كما يراها المجيبون.
theme-workspace-title = مظهر كل الاستبيانات
theme-workspace-lede = للاستبيانات التي ليس لها مظهر خاص.
theme-colours-hint = تُكتب الألوان مثل ‎#7a2331‎. وما يُترك فارغًا يبقى كالمعتاد.
theme-accent = اللون الأساسي
theme-accent-hint = الأزرار وما تمّ اختياره.
theme-background = الخلفية
theme-background-hint = خلف كل شيء.
theme-ink = النص
theme-ink-hint = الكلمات.
theme-font = الخط
theme-font-usual = كالمعتاد
theme-font-system = خط الجهاز
theme-font-serif = مذيّل
theme-font-rounded = مستدير
theme-font-mono = آلة كاتبة
theme-name = الاسم فوق الأسئلة
theme-name-hint = بدل اسم مساحة العمل.
theme-logo = الشعار
theme-logo-file = صورة
theme-logo-hint = PNG أو JPEG أو WebP أو GIF؛ حتى 1 ميغابايت.
theme-logo-send = إرسال
theme-no-logo = إزالة الشعار
theme-contrast = التباين
theme-sample = الألوان معًا: الكلمات والأزرار والعلامات على الخلفية
theme-pair-ink = النص على الخلفية
theme-pair-accent = اللون الأساسي على الخلفية
theme-contrast-good = { $contrast } إلى 1
theme-contrast-bad = { $contrast } إلى 1، يلزم { $least } على الأقل
theme-contrast-why = تُرفض الأزواج التي يتعذر على كثيرين قراءتها (WCAG 2.2: النص 4.5، الأزرار 3).
error-low-contrast = تباين { $front } على { $back } هو { $contrast }، ويلزم { $least } على الأقل ليُقرأ. غمّق أحدهما أو فتّح الآخر.
theme-pick = اختيار لون: { $what }
theme-variants = مظاهر الفروع والوحدات
theme-variants-hint = يمكن أن تظهر الإجابات من فرع أو صندوق أو منتج بمظهر آخر: ألوان وخط وشعار واسم أخرى.
theme-variant-add = إضافة مظهر
theme-variant-new = مظهر جديد
theme-variant-lede = للإجابات من مكان واحد. وما يُترك فارغًا يبقى كما في مظهر الجميع.
theme-variant-value = القيمة
theme-variant-value-hint = الفرع أو الوحدة أو نقطة التماس كما ترد في الرابط. لا فرق بين الأحرف الكبيرة والصغيرة.
theme-variant-attribute = السمة
theme-variant-attribute-hint = مثل branch. اتركها فارغة لنقطة التماس (tp). الاستبيانات بلا هوية لا تعرف إلا نقطة التماس.
theme-variant-touchpoint = نقطة التماس
theme-variant-address = الروابط التي تنتهي هكذا تأخذ هذا المظهر:
theme-flash-variant-removed = أُزيل المظهر
error-variant-taken = لهذا مظهر من قبل.
audit-survey-duplicate = نسخ استبيانًا
audit-survey-archive = أرشف استبيانًا
audit-survey-unarchive = أخرج استبيانًا من الأرشيف
audit-survey-version-restore = جعل نسخة سابقة مسودة
audit-survey-review-ask = طلب مراجعة
audit-survey-review-decide = قرر في مراجعة
audit-survey-comment = علّق على استبيان
audit-survey-comment-settle = عالج تعليقًا
audit-survey-translate = غيّر الترجمات
audit-survey-languages = غيّر لغات استبيان
audit-survey-theme = غيّر مظهر استبيان
audit-workspace-theme = غيّر مظهر كل الاستبيانات
lint-title = فحص الاستبيان
lint-lede = نصائح فحسب: لا شيء هنا يمنعك من النشر.
lint-warnings = تحذيرات
lint-advice = نصائح
lint-nothing = لا ملاحظات.
lint-severity-warning = تحذير
lint-severity-advice = نصيحة
lint-severity-note = ملاحظة
lint-count =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
lint-double-barrelled = يسأل عن أمرين معًا («{ $words }»)
lint-double-barrelled-why = من رضي عن أحدهما دون الآخر لا يستطيع الإجابة، ولن تعرف أيهما المقصود. اجعله سؤالين، أو اسأل عن أمر واحد.
lint-leading = يدفع نحو إجابة بعينها («{ $words }»)
lint-leading-why = يميل الناس إلى ما يوحي به السؤال، فتبدو النتيجة أفضل من الواقع. اسأل بحياد: كيف كان ذلك؟
lint-absolute = فيه لفظ مطلق («{ $words }»)
lint-absolute-why = قلّما يكون أمر كذلك دائمًا أو أبدًا، فيجيب المدقّق بلا. اذكر مدة أو نسبة بدلًا منه.
lint-jargon = فيه مصطلح مهني («{ $words }»)
lint-jargon-why = قد لا يعرفه المجيبون أو يفهمه كلٌّ على نحو مختلف. قله كما تقوله لجارك.
lint-no-not-applicable = إلزامي وليس فيه «لا ينطبق»
lint-no-not-applicable-why = من لم يمرّ بما تسأل عنه يضطر إلى اختلاق إجابة تُحتسب. أتح «لا ينطبق» أو اجعله اختياريًا.
lint-no-way-out = قد لا يجد أحدهم إجابته في القائمة
lint-no-way-out-why = الإجابة إلزامية ولا يوجد «شيء آخر» ولا «لا شيء من هذه». أضف أحدهما ما لم تكن القائمة كاملة.
lint-unbalanced = الخيارات تميل إلى جهة (الجيد { $good }، السيئ { $bad })
lint-unbalanced-why = كثرة الخيارات الجيدة تجمّل النتيجة، والعكس صحيح. اجعل عددها متساويًا وبألفاظ متقابلة.
lint-too-long = يستغرق نحو { $minutes } دقيقة
lint-too-long-why = بعد خمس دقائق يترك عدد أكبر قبل النهاية وتقل العناية بالإجابة. احذف ما لن تتصرف بناءً عليه، أو اسأل عن الأجزاء من تعنيهم فقط.
lint-wide-matrix = عريض على الهاتف: الأعمدة { $count } (الحد { $max })
lint-wide-matrix-why = يجيب أكثر الناس بالهاتف حيث تتفكك الجداول العريضة ويُجاب عنها عشوائيًا. قلّل الأعمدة أو اسأل كلًّا على حدة.
lint-long-matrix = صفوف كثيرة: { $count } (الحد { $max })
lint-long-matrix-why = بعد عدة صفوف يختار الناس العمود نفسه إلى الأسفل. أبقِ ما ستتصرف بناءً عليه أو قسّمها.
lint-long-list = قائمة طويلة: { $count } خيارًا (الحد { $max })
lint-long-list-why = على الهاتف يمرّر المرء ويختار ما في الأعلى. اختصرها أو جمّعها، أو اخلط ترتيبها، أو اجعلها قائمة منسدلة مع بحث.
lint-long-ranking = تصعب المفاضلة بين { $count } خيارات (الحد { $max })
lint-long-ranking-why = يستطيع الناس ترتيب نحو سبعة أشياء، وما في وسط القائمة الأطول عشوائي. اعرض أقل، أو اطلب الثلاثة الأولى فقط.
lint-long-title = سؤال طويل: { $count } حرفًا (الحد { $max })
lint-long-title-why = تُقرأ الأسئلة الطويلة سريعًا ويفوت آخرها. اسأل بجملة وضع الباقي في التلميح.
lint-not-on-page = ليس في أي صفحة
lint-not-on-page-why = لن يُسأل عنه أحد. ضعه في صفحة أو احذفه.
lint-unreachable-page = لا طريق يؤدي إلى الصفحة { $page }
lint-unreachable-page-why = صفحة قبلها تنتقل دائمًا إلى مكان آخر. اجعل لذلك الانتقال شرطًا أو احذف إحداهما.
lint-never-asked = شرطه لا يتحقق أبدًا
lint-never-asked-why = يطلب إجابات غير موجودة أو متعارضة أو تأتي لاحقًا. أصلح الشرط أو احذف السؤال.
lint-never-shown = الصفحة { $page } لا تظهر أبدًا
lint-never-shown-why = شرط الصفحة أو قسمها يطلب إجابات غير موجودة أو متعارضة أو تأتي لاحقًا.
lint-never-jumps = انتقال من الصفحة { $page } لا يحدث أبدًا
lint-never-jumps-why = شرطه لا يتحقق أبدًا. أصلحه أو احذفه.
lint-unused-ending = لا شيء يؤدي إلى الخاتمة { $ending }
lint-unused-ending-why = اجعل انتقالًا أو حصة تؤدي إليها، أو احذفها.
lint-quota-never = الحصة { $quota } لا تمتلئ أبدًا
lint-quota-never-why = شرطها يطلب إجابات لا يمكن لأحد تقديمها. راجع الخيارات المذكورة فيه.
lint-quota-zero = الحصة { $quota } بلا أماكن
lint-quota-zero-why = يُصرف كل من تنطبق عليه. حدّد لها عددًا، أو استبعدهم بانتقال.
lint-untranslated =
    { $count ->
        [zero] لا نصوص غير مترجمة
        [one] نص واحد غير مترجم
        [two] نصان غير مترجمين
        [few] { $count } نصوص غير مترجمة
        [many] { $count } نصًا غير مترجم
       *[other] { $count } نص غير مترجم
    }
lint-untranslated-why = يرى قراء هذه اللغة تلك النصوص باللغة الأولى. أكملها في «الترجمات».
lint-contrast-ink = النص صعب القراءة: { $front } على { $back } ({ $contrast }، الأدنى { $least })
lint-contrast-ink-why = لا يستطيع كثيرون قراءته، ولا أحد تحت الشمس. غمّق أحدهما أو فتّح الآخر.
lint-contrast-accent = الأزرار صعبة الرؤية: { $front } على { $back } ({ $contrast }، الأدنى { $least })
lint-contrast-accent-why = ما لا يُرى لا يُضغط. غمّق أحدهما أو فتّح الآخر.
lint-required-sensitive = يُلزم بأمر شخصي («{ $words }»)
lint-required-sensitive-why = يغادر الناس أو لا يصدقون بدل البوح. لا تجعله إلزاميًا، أو أتح «أفضّل عدم الإجابة»، ولا تسأل إلا لحاجة.
lint-required-contact = يُلزم ببيانات التواصل
lint-required-contact-why = كثيرون يجيبون لكنهم لا يريدون التعريف بأنفسهم. اجعله اختياريًا واذكر الغرض.
lint-no-ends = لم يُذكر معنى طرفي المقياس
lint-no-ends-why = في بعض البلدان 1 هو الأفضل وفي غيرها الأسوأ. اكتب كلمة عند كل طرف.
lint-many-texts = الأسئلة المفتوحة { $count } (الحد { $max })
lint-many-texts-why = الكتابة جهد، ولا سيما على الهاتف، فتبقى الأخيرة فارغة. أبقِ ما ستقرأ إجاباته.
lint-required-text = يُلزم بالكتابة
lint-required-text-why = من ليس لديه ما يقوله يكتب نقطة أو يغادر. اجعله اختياريًا.
lint-duplicate-options = خياران متطابقان: «{ $words }»
lint-duplicate-options-why = تتوزع الإجابات بينهما مصادفة. احذف أحدهما أو أعد صياغته.
lint-anonymous-contact = استبيان بلا هوية يسأل عن هوية المجيب
lint-anonymous-contact-why = يُنقض الوعد مع أول إجابة. احذف السؤال، أو اطلب بيانات التواصل في مكان منفصل.
lint-anonymous-file = لا تُقبل المستندات هنا لأن الاستبيان بلا هوية
lint-anonymous-file-why = يحمل ملف PDF أو ملف المكتب اسم كاتبه. ويُزال من الصور المكان والوقت والكاميرا قبل حفظها. اسمح بـ jpg وpng وwebp وtxt فقط لتقول الصفحة ما تنتظره.
lint-no-alt = صورة بلا كلمات لمن لا يراها
lint-no-alt-why = تعرض قارئات الشاشة والاتصالات البطيئة الكلمات بدل الصورة. اكتب تحت الصورة ما تُظهره ببضع كلمات.
lint-no-picture = ليس لـ«{ $words }» صورة
lint-no-picture-why = في الاختيار بالصور يسهل ألا يُلاحظ خيار بلا صورة. أضف صورة، أو استخدم خيارات مكتوبة.
lint-anonymous-person = استبيان بلا هوية يطلب ما يعرّف بالأشخاص («{ $words }»)
lint-anonymous-person-why = يُنقض الوعد مع أول إجابة. احذف السؤال.
lint-other-shuffled = يتغيّر موضع «شيء آخر» أو «لا شيء»
lint-other-shuffled-why = تُخلط الخيارات، ويبحث الناس عن هذين في النهاية. ثبّتهما.

## The survey editor: outline, questions, logic, trying out
survey-stale-title = غيّره شخص آخر في هذه الأثناء
survey-stale-text = ما كتبته لا يزال هنا ولم يُحفظ بعد. إذا حفظت الآن حلّ نصك محله.
survey-stale-layout = تغيّر ترتيب الصفحات فلم يُنقل شيء. انظر مرة أخرى ثم انقل.
survey-nav = صفحات هذا الاستبيان
survey-nav-texts = النصوص
survey-nav-translations = الترجمات
survey-nav-theme = المظهر
survey-nav-access = الوصول
survey-nav-review = المراجعة
survey-nav-versions = الإصدارات
survey-kinds-scores = التقييمات
survey-kinds-choices = الاختيارات
survey-kinds-words = الكلمات
survey-kinds-details = التفاصيل
survey-kinds-layout = التخطيط والمنطق
survey-kind-find = ابحث عن نوع
survey-kind-psat = الرضا عن المنتج (PSAT)
survey-kind-psat-hint = مدى الرضا عن منتج.
survey-kind-slider = شريط منزلق
survey-kind-slider-hint = رقم على مقياس طويل مثل 0 إلى 100.
survey-kind-dropdown = قائمة منسدلة
survey-kind-dropdown-hint = خيار من خيارات كثيرة مع بحث.
survey-kind-yesno = نعم أو لا
survey-kind-yesno-hint = خياران فقط.
survey-kind-image = اختيار صورة
survey-kind-image-hint = صورة من عدة صور.
survey-kind-ranking = ترتيب
survey-kind-ranking-hint = خيارات تُرتَّب.
survey-kind-matrix = مصفوفة
survey-kind-matrix-hint = السؤال نفسه عن عدة أشياء.
survey-kind-sum = توزيع نقاط
survey-kind-sum-hint = نقاط مجموعها ثابت.
survey-kind-bestworst = الأفضل والأسوأ
survey-kind-bestworst-hint = الأفضل والأسوأ في قائمة.
survey-kind-ideas = أفكار
survey-kind-ideas-hint = اقتراحات وتصويت لاقتراحات الآخرين.
survey-kind-number = رقم
survey-kind-number-hint = رقم ضمن حدود.
survey-kind-date = تاريخ
survey-kind-date-hint = يوم بتقويم المجيب.
survey-kind-time = وقت
survey-kind-time-hint = وقت من اليوم.
survey-kind-email = بريد إلكتروني
survey-kind-email-hint = عنوان بريد إلكتروني.
survey-kind-phone = هاتف
survey-kind-phone-hint = رقم هاتف.
survey-kind-contact = بيانات الاتصال
survey-kind-contact-hint = الاسم والبريد والعنوان حسب الحاجة.
survey-kind-consent = موافقة
survey-kind-consent-hint = مربع يؤشَّر للموافقة.
survey-kind-file = ملف
survey-kind-file-hint = صورة أو مستند يُرفق.
survey-kind-signature = توقيع
survey-kind-signature-hint = مرسوم أو مكتوب.
survey-kind-statement = نص
survey-kind-statement-hint = كلمات للقراءة بلا جواب.
survey-kind-hidden = قيمة مخفية
survey-kind-hidden-hint = تؤخذ من الرابط ولا تُعرض.
survey-kind-calculated = قيمة محسوبة
survey-kind-calculated-hint = تُحسب من أجوبة أخرى ولا تُعرض.
survey-add-lede = كل نوع يأتي بنص جاهز فلا تغيّر إلا ما يخصك.
survey-more-of = المزيد عن: { $question }
survey-more-of-page = المزيد عن الصفحة { $number }
survey-edit-question = تعديل السؤال
survey-edit-logic = العرض بشرط…
survey-try-here = جرّبه من هنا
survey-copy-question = تكرار
survey-add-here = إضافة سؤال بعده
survey-own-page = إلى صفحة خاصة
survey-break-before = بدء صفحة جديدة هنا
survey-move-to = نقل إلى
survey-move = نقل
survey-remove = إزالة
survey-has-quota = حصة
survey-only-where = فقط عندما
survey-redo = إعادة
survey-block-number = المجموعة { $number }
survey-block-each = مرة لكل: { $question }
survey-block-shuffled = بترتيب عشوائي
survey-block-up = نقل المجموعة إلى أعلى
survey-block-down = نقل المجموعة إلى أسفل
survey-block-dissolve = حل المجموعة مع إبقاء صفحاتها
survey-block-empty = لا شيء هنا بعد. انقل أسئلة إلى هنا.
survey-block-settings = إعدادات المجموعة
survey-block-lede = تُعرض المجموعة وتُكرَّر وتُخلط كوحدة.
survey-block-name = الاسم
survey-block-name-hint = لك أنت؛ لا يراه المجيب.
survey-block-loop = التكرار
survey-block-once = مرة واحدة
survey-block-loop-hint = مرة لكل خيار اختير في سؤال سابق. اكتب {"{"}item{"}"} حيث يجب أن يظهر اسمه.
survey-block-shuffle = خلط مع مجموعات أخرى
survey-block-shuffle-hint = تتبادل الأماكن مع المجموعات المخلوطة الأخرى.
survey-block-shuffle-questions = خلط أسئلة كل صفحة
survey-block-shuffle-questions-hint = لكل مجيب ترتيب ثابت.
survey-page-number = الصفحة { $number }
survey-page-logic = منطق الصفحة
survey-page-when = عرض هذه الصفحة فقط عندما
survey-page-up = نقل الصفحة إلى أعلى
survey-page-down = نقل الصفحة إلى أسفل
survey-page-join = دمج مع الصفحة السابقة
survey-page-split = بدء مجموعة جديدة هنا
survey-page-empty = لم يبق سؤال في هذه الصفحة لكن لها منطقًا.
survey-add-after-page = إضافة سؤال بعد الصفحة { $number }
survey-add-block = إضافة مجموعة
survey-parked = ليست في أي صفحة
survey-parked-text = لا يُسأل عنها أحد.
survey-unseen = مخفية ومحسوبة
survey-unseen-text = لا تُعرض أبدًا، وتظهر في النتائج والتصدير.
survey-ready = جاهز للنشر.
survey-changes = ما الذي سيتغير
survey-endings = النهايات
survey-endings-none = نهاية واحدة للجميع: الشكر.
survey-ending = نهاية
survey-ending-new = نهاية جديدة
survey-ending-lede = يمكن للصفحات والحصص أن تقود إلى هنا بدل الشكر المعتاد.
survey-ending-title = العنوان
survey-ending-text = النص
survey-ending-screened = لمن لم يكن مقصودًا
survey-ending-screened-hint = لا تُعد إجاباتهم مكتملة.
survey-ending-screens = مستبعد
survey-ending-redirects = تقود إلى مكان آخر
survey-ending-redirect = المتابعة إلى هذا العنوان
survey-ending-redirect-hint = https فقط. تُدرج الأجوبة بين الأقواس: https://example.com/?score={"{"}nps{"}"}
survey-quotas = الحصص
survey-quotas-none = بلا حد: يمكن للجميع الإجابة.
survey-quota = حصة
survey-quota-new = حصة جديدة
survey-quota-lede = عدد أقصى من الإجابات المكتملة التي يتحقق فيها هذا.
survey-quota-name = الاسم
survey-quota-limit = الحد الأقصى
survey-quota-when = عدّ الإجابات التي
survey-quota-ending = عند الامتلاء، المتابعة إلى
survey-quota-ending-usual = عبارتنا «اكتمل العدد»
survey-quota-ending-hint = يراه من يأتي متأخرًا.
survey-removed = أسئلة أُزيلت
survey-put-back = إعادة
survey-place-page = الصفحة { $number }، بعد «{ $what }»
survey-place-block = صفحة جديدة في آخر المجموعة «{ $what }»
survey-place-last = صفحة جديدة في النهاية
survey-target-question = السؤال «{ $what }»
survey-target-block = المجموعة «{ $what }»
survey-target-ending = النهاية «{ $what }»
survey-target-end = النهاية المعتادة
survey-jump-when = { $when }: إلى { $to }
survey-jump-always = ثم إلى { $to }
survey-jumps = إلى أين المتابعة
survey-jumps-hint = يُعتمد أول ما يتحقق، وإلا فالصفحة التالية.
survey-jump-number = الطريق { $number }
survey-jump-to = إلى
survey-jump-up = هذا أولًا
survey-jump-drop = إزالة هذا الطريق
survey-jump-add = إضافة طريق
survey-logic = المنطق
survey-logic-lede = كل ما يقرر من يُسأل عمّ.
survey-logic-none-title = يُسأل الجميع عن كل شيء
survey-logic-none-text = افتح قائمة سؤال واختر «العرض بشرط…» للبدء.
survey-question-logic-lede = بلا شرط يُسأل الجميع.
survey-rule-question = سؤال
survey-rule-block = مجموعة
survey-rule-page = صفحة
survey-rule-jump = طريق بعد صفحة
survey-rule-quota = حصة
survey-words = النصوص
survey-answers = الأجوبة
survey-rules = القواعد
survey-cells = كل صف يأخذ
survey-cells-choice = عمودًا واحدًا
survey-cells-choices = عدة أعمدة
survey-cells-rating = درجة
survey-cells-text = كلمات
survey-cells-dual = واحدًا من كل من مقياسين
survey-look = يُعرض كـ
survey-look-numbers = أرقام
survey-look-stars = نجوم
survey-look-smileys = وجوه
survey-look-hearts = قلوب
survey-look-thumbs = إبهام
survey-look-line = سطر واحد
survey-look-lines = عدة أسطر
survey-list-option = الخيارات
survey-list-column = الأعمدة
survey-list-row = الصفوف
survey-list-second = أعمدة المقياس الثاني
survey-label-of = نص السطر { $place } بـ{ $language }
survey-option-up = أعلى
survey-option-down = أسفل
survey-option-other = يطلب كلمات خاصة
survey-option-exclusive = يستبعد البقية
survey-option-pinned = يبقى في مكانه
survey-option-gone = إزالة
survey-option-picture = صورة
survey-option-picture-other = صورة أخرى
survey-option-picture-hint = PNG أو JPEG أو WebP أو GIF؛ حتى 1 ميغابايت لكل صورة. اكتب تحت كل صورة ما تُظهره: تقرؤه قارئات الشاشة بصوت عالٍ.
survey-option-unpictured = إزالة الصورة
survey-option-more = إضافة المزيد
survey-paste = لصق عدة خيارات
survey-paste-label = واحد في كل سطر
survey-paste-hint = اللغات الأخرى بعد «|» بترتيب لغات الاستبيان.
survey-lines = الأسطر
survey-line-name = الاسم
survey-line-email = البريد الإلكتروني
survey-line-phone = الهاتف
survey-line-company = الشركة
survey-line-street = الشارع
survey-line-postcode = الرمز البريدي
survey-line-city = المدينة
survey-line-country = البلد
survey-shuffled = بترتيب عشوائي
survey-shuffled-hint = لكل مجيب ترتيب ثابت. وما يبقى في مكانه لا يتحرك.
survey-formula = الصيغة
survey-formula-label = احسب
survey-formula-hint = مثلًا: (nps + csat * 2) / 3 أو nps > 8 ? "fan" : "other"
survey-purpose = يجوز مراسلتهم بشأن
survey-purpose-none = لا شيء من ذلك
survey-purpose-service = الرد على شكواهم
survey-purpose-follow_up = ما نتج عنها: هل أفادت، وما الذي تغيّر
survey-purpose-hint = من يؤشّر المربع يُسجَّل موافقًا إن كانت الإجابات من شخص معروف: عبر رابط شخصي أو الواجهة البرمجية أو ملف.
survey-na-label = إتاحة «لا ينطبق»
survey-na-hint = يُعد مجابًا ولا يترك جوابًا.
survey-limits-number = الحدود
survey-limits-characters = عدد الأحرف
survey-limits-options = كم
survey-limit-min = على الأقل
survey-limit-max = على الأكثر
survey-decimals = المنازل العشرية
survey-decimals-hint = 0: أعداد صحيحة فقط.
survey-earliest = أول يوم
survey-latest = آخر يوم
survey-total = المجموع
survey-pattern = النمط
survey-pattern-hint = تعبير نمطي يجب أن يطابقه الجواب كله.
survey-message = النص عند عدم المطابقة
survey-message-hint = إن تُرك فارغًا نقول نحن ما الخطأ.
survey-file-types = ملفات من هذه الأنواع
survey-megabytes = الحد الأقصى بالميغابايت
survey-media = صورة أو فيلم أو صوت
survey-media-file = اختر ملفًا
survey-media-id = معرّف ملف مرفوع
survey-media-shown = عرضه
survey-media-remove = إزالته
survey-media-alt = ماذا يُظهر
survey-media-alt-hint = لمن لا يراه.
survey-save-and-logic = حفظ وتحديد الشروط
survey-save-next = حفظ والسؤال التالي
survey-save-stay = حفظ والبقاء
survey-question-before = السؤال السابق
survey-question-after = السؤال التالي
survey-preview-saved = يعرض المحفوظ. يمكن ملؤه ولا يُرسل شيء.
survey-try = تجربة
survey-try-lede = كما يراه المجيبون. املأه وتابع: لا يُرسل شيء.
survey-try-again = من جديد
survey-device = الجهاز
survey-device-phone = هاتف
survey-device-desktop = حاسوب
survey-fired = ماذا فعل المنطق
survey-fired-none = لم يُختبر شرط حتى الآن.
survey-fired-page = الصفحة { $page } من { $of } بحسب الأجوبة
survey-fired-ends = ينتهي بـ«{ $what }»
survey-truth-yes = متحقق
survey-truth-no = غير متحقق
survey-truth-unknown = غير معروف بعد
survey-effect-shown = يُعرض
survey-effect-hidden = لا يُعرض
survey-effect-went = يقود إلى
survey-effect-stayed = يتابع كالمعتاد
survey-effect-full = مكتمل
survey-flash-undone = تم التراجع.
survey-flash-redone = أُعيد.
survey-flash-quota-removed = أُزيلت الحصة.
survey-flash-ending-removed = أُزيلت النهاية.
survey-deed-edit = آخر تغيير
survey-deed-question-add = إضافة سؤال
survey-deed-question-propose = إضافة السؤال المقترح
audit-survey-question-propose = أضاف سؤالًا اقترحته النتائج
survey-propose = السؤال عن الأسباب
survey-propose-lede = في النتائج درجات منخفضة بلا سبب. يسأل هذا السؤال من يعطي درجة منخفضة عن السبب.
survey-propose-what = ما سيُضاف
survey-propose-kind = النوع
survey-propose-who = يُسأل
survey-propose-who-text = من يجيب عن «{ $question }» بـ { $to } أو أقل فقط
survey-propose-where = المكان
survey-propose-where-text = في صفحة مستقلة بعد «{ $question }»
survey-propose-title = ما سبب الدرجة التي أعطيتها؟
survey-propose-hint = اختر كل ما ينطبق.
survey-propose-other = شيء آخر
survey-propose-add = إضافة إلى المسودة
survey-propose-draft = لا يراه المجيبون إلا عند نشر الاستبيان. ويمكن تغييره أو التراجع عنه حتى ذلك الحين.
survey-propose-gap = لم يُترجم بعد
survey-propose-gaps = الأسباب بكلمات العملاء. ترجم ما ينقص منها في كل لغة قبل النشر.
survey-propose-known = هذا السؤال موجود في المسودة.
survey-flash-proposed = السؤال في المسودة. راجع كلماته ثم انشر.
survey-deed-question-edit = تعديل سؤال
survey-deed-question-move = نقل سؤال
survey-deed-question-copy = تكرار سؤال
survey-deed-question-remove = إزالة سؤال
survey-deed-question-restore = إعادة سؤال
survey-deed-layout = تعديل الصفحات
survey-deed-logic-edit = تعديل شرط
survey-deed-page-edit = تعديل منطق صفحة
survey-deed-block-edit = تعديل مجموعة
survey-deed-quota-edit = تعديل حصة
survey-deed-quota-remove = إزالة حصة
survey-deed-ending-edit = تعديل نهاية
survey-deed-ending-remove = إزالة نهاية
thing-block = هذه المجموعة
thing-quota = هذه الحصة
thing-ending = هذه النهاية
error-nothing-to-undo = لا شيء للتراجع عنه أو إعادته.
error-limits-crossed = هذا أدنى من الحد الأدنى.
error-unknown-file = لا يوجد ملف كهذا.
survey-problem-count =
    { $count ->
        [zero] لا شيء لإصلاحه قبل النشر
        [one] أمر واحد للإصلاح قبل النشر
        [two] أمران للإصلاح قبل النشر
        [few] { $count } أمور للإصلاح قبل النشر
        [many] { $count } أمرًا للإصلاح قبل النشر
       *[other] { $count } أمر للإصلاح قبل النشر
    }

# Definitions by API and command line
error-bad-definition = التعريف لا يطابق صيغته (السطر { $line }، العمود { $column }): { $reason }
