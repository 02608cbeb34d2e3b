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
import-role-id = معرّف الرد
import-role-time = وقت الرد
import-role-contact = معرّف العميل
import-role-email = بريد العميل
import-role-language = اللغة
import-role-channel = القناة
import-role-touchpoint = نقطة الاتصال
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
imports-empty-text = الإجابات التي لديكم من قبل بصيغة CSV أو XLSX تظهر في النتائج كغيرها. يُتعرَّف على معنى كل عمود ويُعرض قبل كتابة أي شيء.
imports-empty-viewer = يستطيع المدير استيراد الملف الأول.
import-new = استيراد الإجابات
import-new-lede = كل صف استجابة واحدة، والسطر الأول أسماء الأعمدة.
import-new-note = لا يُكتب شيء بعد: تعرض الصفحة التالية ما فُهم من كل عمود. الملف الذي لا يستورده أحد يُحذف بعد يوم.
import-file = الملف
import-file-hint = ملف CSV (أو مضغوطًا بـ gzip) أو XLSX، حتى { $megabytes } ميغابايت. للملفات الأكبر: nabz import responses.
import-survey = الاستبيان
import-survey-new = استبيان جديد
import-survey-name = اسم الاستبيان الجديد
import-survey-name-hint = فقط إن لم يُختر استبيان أعلاه.
import-look = عرض الملف
import-added = الاستجابات المضافة
import-answers = الإجابات في الملف
import-duplicates = موجودة من قبل
import-duplicates-note = استجابات جاء بها استيراد سابق
import-rejected = الأسطر المرفوضة
import-started = البدء
import-undo = تراجع
import-undo-of = التراجع عن استيراد { $file }
import-discard = إهمال
import-discard-of = إهمال { $file }
import-look-title = معنى الأعمدة
import-look-lede = { $file } للاستبيان { $survey }. غيّروا ما لم يُفهم صحيحًا؛ لا يُكتب شيء قبل أن تبدؤوا.
import-undecided =
    { $count ->
        [zero] كل الأعمدة مفهومة يقينًا.
        [one] عمود واحد لم يُفهم يقينًا: ألقوا نظرة عليه.
        [two] عمودان لم يُفهما يقينًا: ألقوا نظرة عليهما.
        [few] { $count } أعمدة لم تُفهم يقينًا: ألقوا نظرة عليها.
        [many] { $count } عمودًا لم تُفهم يقينًا: ألقوا نظرة عليها.
       *[other] { $count } عمود لم تُفهم يقينًا: ألقوا نظرة عليها.
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
import-undone = تُرجع عنه: خرجت استجاباته من كل الأرقام، ويمكن استيراد الملف نفسه من جديد.
import-nothing-new = كل استجابات هذا الملف كانت موجودة. لم يُحسب شيء مرتين.
import-counts = ما صارت إليه الصفوف
import-dashboard = عرض النتائج
import-again = المحاولة من جديد
import-refused-lines = الأسطر المرفوضة
import-refused-note = صحّحوها واستوردوا الملف من جديد: لا يُضاف غيرها.
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
import-state-undone = تُرجع عنه
import-flash-gone = الملف المرفوع لم يعد موجودًا. اختاروه مرة أخرى من فضلكم.
import-flash-undone = تم التراجع عن الاستيراد.
import-flash-discarded = أُهمل الملف.
thing-import = عملية الاستيراد هذه
error-bad-survey-name = يحتاج اسم الاستبيان إلى حرف أو رقم.
error-import-running = هذا الاستيراد ما زال جاريًا. انتظروا حتى ينتهي.
error-import-stopped = تُرجع عن هذا الاستيراد أو بدأ في مكان آخر أثناء عمله.
error-upload-gone = الملف المرفوع لم يعد موجودًا. اختاروه مرة أخرى.
error-upload-too-large = الملف أكبر من { $limit } ميغابايت. قسّموه أو استعملوا الأمر nabz import responses.

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
audit-import-upload = رفع ملفًا
audit-import-start = بدأ استيرادًا
audit-import-finish = أنهى استيرادًا
audit-import-fail = توقف استيراد قبل تمامه
audit-import-undo = سحب استيرادًا
