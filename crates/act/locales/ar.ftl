### الحالات: شكاوى تنتظر الرد.

case-title = شكوى
case-list-title = الشكاوى
case-list-lede = تبقى كل شكوى هنا حتى يردّ أحد على العميل.
case-which = أي الشكاوى
case-which-loose = بلا مسؤول
case-which-mine = شكاواي
case-which-open = كل المفتوحة
case-which-answered = مُجاب عنها ولم تُغلق
case-loose-title = شكاوى بلا مسؤول
case-mine-title = شكاواي
case-late =
    { $count ->
        [zero] لا شيء متأخر
        [one] واحدة متأخرة
        [two] اثنتان متأخرتان
        [few] { $count } متأخرة
        [many] { $count } متأخرة
       *[other] { $count } متأخرة
    }
case-count =
    { $count ->
        [zero] لا شيء مفتوح
        [one] واحدة مفتوحة
        [two] اثنتان مفتوحتان
        [few] { $count } مفتوحة
        [many] { $count } مفتوحة
       *[other] { $count } مفتوحة
    }
case-all-loose =
    { $count ->
        [zero] عرض الشكاوى
        [one] عرض الشكوى
        [two] عرض الاثنتين
        [few] عرض كل { $count }
        [many] عرض كل { $count }
       *[other] عرض كل { $count }
    }
case-open-mine = عرض شكاواي
case-none-loose = لكل شكوى مسؤول.
case-empty-loose = لكل شكوى مسؤول
case-empty-mine = لا شيء ينتظرك
case-empty-open = لا توجد شكوى مفتوحة
case-empty-answered = لم يُرد على أي شكوى بعد
case-empty-text = عندما يعطي عميل درجة منخفضة أو يكتب كلمة غاضبة، يظهر ذلك هنا وفي الرئيسية فورًا.
case-empty-action = اسأل العملاء
case-no-words = بلا نص، درجة فقط
case-words-hidden = ما كُتب لا يُعرض لدورك.
case-said = ماذا قال العميل
case-response = الإجابة كاملة
case-note-label = ملاحظة للزملاء
case-note-hint = لا يراها العميل.
case-note-save = إضافة ملاحظة
case-state = المتابعة
case-answer = وضع علامة «تم الرد»
case-reopen = إعادة الفتح
case-answered = تم الرد
case-overdue = متأخرة
case-due = المهلة
case-why = سبب وجودها هنا
case-why-low-score = درجة منخفضة
case-why-angry = كلمات غاضبة
case-why-angry-word = العبارة «{ $word }»
case-owner = المسؤول
case-nobody = لم يُحدَّد بعد
case-assign-label = إسنادها إلى
case-assign = إسناد
case-flash-assigned = تغيّر المسؤول.
case-flash-answered = سُجّل أنه تم الرد.
case-flash-reopened = أُعيد فتح الشكوى.
case-flash-noted = أُضيفت الملاحظة.
error-not-an-agent = لا يستطيع هذا الشخص الرد على العملاء. اختر عضوًا بدور موظف على الأقل.
thing-case = شكوى

## What the audit log says
audit-case-assign = أسند شكوى
audit-case-answer = سجّل الرد على شكوى
audit-case-reopen = أعاد فتح شكوى

### Rules that open cases.

rule-list-title = قواعد الشكاوى
rule-list-lede = تفتح أول قاعدة تنطبق، من الأعلى، حالةً وتحدد من يجيب ومتى.
rule-new = قاعدة جديدة
rule-on = مفعّلة
rule-off = متوقفة
rule-goes-to = تُسند إلى { $name }
rule-due-in = الرد خلال { $hours } ساعة عمل
rule-did = فُتحت { $opened } خلال ٧ أيام
rule-held = كانت ستُفتح { $held } حالة أخرى لولا بلوغ الحد اليومي. ضيّقوا القاعدة أو ارفعوا الحد.
rule-switch-on = تفعيل
rule-switch-off = إيقاف
rule-up = تقديم
rule-remove = حذف
rule-builtin = الدرجات المنخفضة والكلمات الغاضبة
rule-builtin-text = حيث لا تنطبق قاعدة: المنتقدون، أو الثلث الأدنى من المقاييس الأخرى، أو كلمة غاضبة.
rule-builtin-open = { $count } مفتوحة
rule-builtin-on = تفتح الدرجات المنخفضة والكلمات الغاضبة حالات تلقائيًا
rule-settings-title = ساعات العمل والعطل والمتأخرات
rule-settings-lede = تسير ساعة الحالة أثناء ساعات العمل فقط.
rule-settings-change = تغيير
rule-hours-set = تسير الساعة في ساعات عملكم.
rule-hours-always = تسير الساعة ليلًا ونهارًا: لم تُحدد ساعات عمل.
rule-steps = خطوات المتأخرات: { $count }.
rule-lede = ما الشرط، ومن يجيب عندئذ، ومتى.
rule-name = الاسم
rule-survey = الاستبيان
rule-survey-all = كل الاستبيانات
rule-survey-look = تُعرض أسئلته أدناه.
rule-when = تُفتح حالة عندما
rule-due-hours = مهلة الرد (ساعات عمل)
rule-due-hint = ٠٫٥ تعني نصف ساعة.
rule-team = الفريق
rule-team-hint = تُسند إلى من يتكلم لغة العميل ولديه أقل عمل.
rule-owner = أو دائمًا
rule-nobody = لا أحد
rule-playbook = ما العمل
rule-playbook-hint = خطوة في كل سطر. تظهر على كل حالة من هذه القاعدة.
rule-per-day = أقصى عدد حالات في اليوم
rule-per-day-hint = ما زاد عليه يُحصى ويظهر في قائمة القواعد.
rule-is-on = مفعّلة
rule-try = تجربة على الماضي
rule-tried = ما كانت ستفعله
rule-tried-count = خلال آخر { $days } يومًا كانت ستفتح { $count } حالة. أحدثها:
rule-tried-many = أي نحو { $per_day } في اليوم. هل يستطيع فريقكم الرد على هذا العدد؟
rule-meant = نعم، هذا العدد مقصود
rule-week = ساعات العمل
rule-week-hint = مثل 09:00-12:00, 13:00-17:00. فارغ: لا عمل في ذلك اليوم. الكل فارغ: تسير الساعة دائمًا.
rule-holidays = العطل
rule-holidays-hint = يوم في كل سطر، مثل 2026-12-25.
rule-late = عند تأخر الحالة
rule-late-hint = كل خطوة ترفع الأولوية وقد تُسند الحالة إلى شخص آخر.
rule-late-after = الخطوة { $step }: ساعات بعد الموعد
rule-late-to = الخطوة { $step }: تُسند إلى
rule-late-keeps = تبقى مع صاحبها
rule-flash-saved = حُفظت القاعدة.
rule-flash-on = فُعّلت القاعدة.
rule-flash-off = أُوقفت القاعدة.
rule-flash-removed = حُذفت القاعدة وبقيت حالاتها.
rule-flash-settings = حُفظت الساعات والخطوات.
case-priority = الأولوية
case-priority-0 = منخفضة
case-priority-1 = عادية
case-priority-2 = عالية
case-priority-3 = عاجلة
case-why-rule = القاعدة «{ $name }»
error-many-cases = ستفتح هذه القاعدة حالات كثيرة جدًا. أكدوا أن هذا مقصود أو ضيّقوها.
error-not-hours = اكتبوا الساعات مثل 09:00-17:00 وافصلوا بين الفترات بفاصلة.
error-not-a-day = السطر { $line } ليس يومًا. اكتبوه مثل 2026-12-25.
rule-day-0 = الاثنين
rule-day-1 = الثلاثاء
rule-day-2 = الأربعاء
rule-day-3 = الخميس
rule-day-4 = الجمعة
rule-day-5 = السبت
rule-day-6 = الأحد
### Messages: mail to customers and members, and what comes back.
messages-title = الرسائل
messages-lede = كل ما يُرسَل إلى العملاء والزملاء، كل رسالة لسبب واحد ومرة واحدة.
messages-no-server = لم يُضبط خادم بريد
messages-by-hand = لا يُرسَل شيء تلقائيًا. افتح الرسالة وأرسلها من برنامج بريدك، ثم سجّل أنها أُرسلت.
messages-configure = لإرسالها تلقائيًا اضبط هذا في nabz.toml:
messages-of-contact = رسائل عميل واحد
messages-of-all = عرض كل الرسائل
messages-which = أي الرسائل
messages-state-all = الكل
messages-state-queued = في الانتظار
messages-state-sending = قيد الإرسال
messages-state-sent = أُرسلت
messages-state-failed = لم تصل
messages-state-held_without_consent = محتجزة: لا موافقة
messages-state-suppressed = عنوان محظور
messages-empty = لا رسائل بعد
messages-empty-text = عندما يُرَدّ على عميل أو يُخبَر بما أُنجز، تظهر الرسالة هنا قبل إرسالها.
messages-empty-action = عرض الشكاوى
message-message = الرسالة
message-kind = الغرض
message-kind-case_reply = رد على شكوى
message-kind-case_survey = هل أفادك ذلك؟
message-kind-told = قلتم، ففعلنا
message-kind-notice = إشعار إلى زميل
message-when = الوقت
message-by-hand = أُرسلت يدويًا
message-mark-sent = تسجيل أنها أُرسلت
message-again = المحاولة من جديد
message-text = النص
message-open-mail = فتح في برنامج بريدي
message-copy = نص للنسخ
message-copy-hint = لبرنامج بريدك أو لقناة أخرى.
message-state = عن هذه الرسالة
message-to = إلى
message-written = كُتبت
message-sent-at = أُرسلت
message-next = المحاولة التالية
message-attempts = المحاولات
message-why-no_consent = لم يوافق العميل على رسائل من هذا النوع، لذلك لا تُرسَل. إن وافق لاحقًا فحاول من جديد.
message-why-bounced = لا يُكتب إلى هذا العنوان: عادت رسالة سابقة أُرسلت إليه.
message-why-complained = أبلغ صاحب هذا العنوان عن رسالة بوصفها مزعجة، لذلك لن يُرسَل إليه شيء بعد الآن، ما عدا الرد على ما يكتبه إلينا بعد ذلك. يُرجى الرد بطريقة أخرى.
message-why-since = كتب إلينا صاحب العنوان بعد ذلك، لذلك يمكن إرسال هذا الرد. ولا يُرسَل إليه شيء غيره.
message-free = لم يعد هناك ما يمنعها. تُرسَل عند المحاولة من جديد.
message-blocked = محظور منذ
message-blocked-about = الرسالة التي أدت إلى ذلك
message-reported = وصلت الرسالة، وأبلغ صاحب العنوان عنها بوصفها مزعجة. لن تُرسَل مرة أخرى.
message-ours = هذا الكلام عن خادم بريدنا أو عن هذه الرسالة، لا عن العنوان، ولم يُحظَر العنوان. يُرجى عرضه على من يدير خادم البريد، ثم المحاولة من جديد.
message-lift = رفع الحظر
message-lift-warn-bounced = إن كان صندوق البريد لا يعمل بعد، فستعود الرسالة التالية ويُحظَر العنوان من جديد.
message-lift-warn-complained = لا ترفعوا الحظر إلا إذا كان صاحب العنوان يريد أن يُكتَب إليه من جديد. فمن يُكتَب إليه رغمًا عنه يبلّغ عن ذلك أيضًا، وعندئذٍ تضع خدمات البريد رسائلكم إلى الجميع بين الرسائل المزعجة. ولا تتغير موافقته على رسائل المتابعة.
message-lift-why = لماذا يجوز أن يُكتَب إلى هذا العنوان من جديد؟
message-lift-hint = مثلًا: طلبت ردًّا هاتفيًا في 12 مايو. يبقى هنا وفي سجل التدقيق مع اسمك.
message-lift-button = رفع الحظر
message-lift-manager = يمكن للمدير رفع الحظر مع ذكر السبب.
message-lifted = رُفع الحظر
message-error = ما قاله خادم البريد
message-case = إلى الشكوى
message-history = كل الرسائل إلى هذا العميل
message-agreed = وافقوا بعد ذلك
message-agreed-how = كيف قالوا ذلك؟
message-agreed-hint = مثلًا: هاتفيًا في 12 مايو. يبقى في سجل التدقيق مع اسمك.
message-agreed-note = سجّل ذلك وحاول من جديد
message-flash-queued = ستُعاد محاولة إرسال الرسالة.
message-flash-held = ما زال إرسال الرسالة غير مسموح.
message-flash-sent = سُجّل أنها أُرسلت.
message-flash-unsent = عادت الرسالة إلى الانتظار.
message-flash-unsent-failed = عادت الرسالة تُعدّ غير مُسلَّمة.
message-flash-lifted = رُفع الحظر. يمكن إعادة محاولة إرسال ما أُوقف.
error-message-is-under-way = هذه الرسالة في الطريق أو أُرسلت.
error-message-too-long = اكتب { $max } حرفًا على الأكثر.
error-bad-address = هذا ليس عنوان بريد إلكتروني.
error-no-mail = أرسل البريد نفسه في الطلب بصيغة message/rfc822.
thing-message = هذه الرسالة
thing-mail = هذا البريد
mails-title = البريد الوارد
mails-waiting =
    { $count ->
        [zero] { $count } رسالة واردة تنتظر
        [one] { $count } رسالة واردة تنتظر
        [two] { $count } رسالتان واردتان تنتظران
        [few] { $count } رسائل واردة تنتظر
        [many] { $count } رسالة واردة تنتظر
       *[other] { $count } رسالة واردة تنتظر
    }
mails-lede = تذهب الردود مباشرة إلى شكواها. وما لا يخص شكوى ينتظر هنا حتى ينظر فيه أحد.
mails-which = أي بريد
mails-loose = في الانتظار
mails-all = الكل
mails-empty = لا بريد ينتظر
mails-empty-text = يصل البريد عبر الصندوق المذكور في nabz.toml ([mail] imap) أو عبر واجهة API.
mail-from = المرسل
mail-marks = ملاحظات
mail-no-subject = بلا موضوع
mail-nobody = مرسل غير معروف
mail-no-text = لا نص في هذا البريد.
mail-mark-done = تسجيل أنه نُظر فيه
mail-mark-undone = إعادته إلى الانتظار
mail-done = نُظر فيه
mail-foreign = من شخص آخر
mail-foreign-text = هذا البريد رد على إحدى رسائلنا، لكن مرسله ليس العميل الذي كتبنا إليه. لا تعدّه كلام العميل.
mail-auto = رد تلقائي
mail-held-own = إحدى رسائلنا نحن
mail-held-many = أكثر من اللازم في ساعة
mail-bounce-failed = لم تصل
mail-bounce-delayed = متأخرة
mail-bounce-complaint = بُلّغ عنها كرسالة مزعجة
mail-bounce-delivered = وصلت
mail-full = النص كاملًا مع الرسائل المقتبسة والتوقيع
mail-files = الملفات
mail-kilobytes = { $size } ك.ب
mail-refused = لم تُحفظ
mail-refused-text = هذه الملفات أكبر أو أكثر من المسموح. اطلب من المرسل طريقة أخرى.
mail-received = وصل
mail-status = الرمز
mail-about = الرسالة المعنية
mail-flash-done = سُجّل أنه نُظر فيه.
mail-flash-undone = عاد البريد إلى الانتظار.
mail-unsubscribe = لا أريد رسائل من هذا النوع:
mail-unsubscribe-link = لا أريد رسائل من هذا النوع
unsubscribe-title = ألا تريد رسائل أخرى؟
unsubscribe-text = لن نسألك مجددًا هل أفادك ما فعلناه ولن نخبرك بما أُنجز. وإن اشتكيت فستصلك الإجابة مع ذلك.
unsubscribe-button = إلغاء الاشتراك
unsubscribe-done = أُلغي اشتراكك
unsubscribe-done-text = لن تصلك رسائل من هذا النوع. وإن اشتكيت فستصلك الإجابة مع ذلك.
unsubscribe-unknown = هذا الرابط غير معروف
unsubscribe-unknown-text = يُرجى استعمال الرابط كما ورد في الرسالة تمامًا.
## What the audit log says
audit-consent-note = سجّل أن عميلًا وافق
audit-consent-api = سجّل موافقات عبر برنامج
audit-message-again = طلب إعادة محاولة إرسال رسالة
audit-message-sent = سجّل إرسال رسالة
audit-message-unsent = تراجع عن تسجيل إرسال رسالة
audit-address-lift = رفع حظر عنوان: { $reason }
audit-mail-done = نظر في بريد وارد
audit-mail-undone = أعاد بريدًا واردًا إلى الانتظار

### Answering, closing, queues, and what customers say of it.
case-which-team = الفريق
case-which-overdue = متأخرة
case-which-closed = مغلقة
case-empty-team = لا شيء ينتظر هذا الفريق
case-empty-overdue = لا توجد شكوى متأخرة
case-empty-closed = لم تُغلق أي شكوى بعد
case-stage-new = جديدة
case-stage-work = قيد المعالجة
case-stage-waits = بانتظار العميل
case-stage-back = عاد العميل
case-stage-closed = مغلقة
case-take = إسناد إليّ
case-timeline = التسلسل الزمني
case-newest-first = الأحدث أولاً
case-topic = عن
case-team = الفريق
case-replied = رد العميل
case-asked = سُئل هل أفاد ذلك
case-closed = أُغلقت
case-root-cause = السبب الجذري
case-action = ما الذي جرى
case-customer = العميل
case-outcome = النتيجة
case-outcome-solved = حُلّت
case-outcome-partly = حُلّت جزئياً
case-outcome-not_solved = لم تُحلّ
case-outcome-no_answer = تعذّر الوصول إلى العميل
case-helped-yes = نعم، أفاد
case-helped-partly = أفاد جزئياً
case-helped-no = لم يُفد
case-steps-done = { $done } من { $all }
case-steps-save = حفظ ما أُنجز
case-similar = ما الذي حلّ حالات مشابهة
case-others = المزيد من هذا العميل
case-initiatives = جزء من
case-keys = المفاتيح: ‎r‎ للرد، ‎a‎ للإسناد إليّ، ‎n‎ لملاحظة، ‎c‎ للإغلاق، ‎j‎ و‎k‎ للتالي والسابق.
case-score = الدرجة
case-filter-team = الفريق
case-filter-priority = الأولوية
case-filter-survey = الاستبيان
case-filter-rule = القاعدة
case-flash-unanswered = ما زال العميل ينتظر رداً.
case-flash-closed = أُغلقت الشكوى.
case-flash-closed-unasked = أُغلقت الشكوى. لم يُسأل العميل هل أفاده ذلك: لم يوافق على السؤال، أو لا تصله رسائل البريد.
case-flash-replied = الرد في الطريق.
case-flash-reply-by-hand = الرد ينتظر بين الرسائل. أرسلوه ببرنامج بريدكم ثم علّموه مُرسلاً.
case-flash-steps = حُفظت الخطوات.
case-flash-bulk = غُيّرت الشكاوى.
reply-title = الرد على العميل
reply-again = سبق الرد
reply-address = عنوان البريد الإلكتروني
reply-no-address = لا يُعرف عنوان لهذا العميل. اكتبوا عنواناً، أو ردّوا بطريقة أخرى وعلّموا الشكوى مُجاباً عنها.
reply-blocked = هذا العنوان محظور
reply-blocked-about = عرض الرسالة التي أدت إلى ذلك، أو رفع الحظر هناك
reply-language = اللغة
reply-subject-label = الموضوع
reply-subject = ردّكم على «{ $survey }»
reply-text = النص
reply-templates = القوالب
reply-send = إرسال الرد
reply-customer = العميل الكريم
reply-starter-sorry-name = اعتذار
reply-starter-sorry-subject = نعتذر عن تجربتكم
reply-starter-sorry-text =
    تحية طيبة، { $name }،

    نشكركم على إخبارنا بما حدث، ونعتذر عنه.

    أتابع الأمر بنفسي، وسأكتب إليكم حالما أعرف المزيد.

    { $owner }
reply-starter-solved-name = تم تصحيح الأمر
reply-starter-solved-subject = لقد صحّحنا الأمر
reply-starter-solved-text =
    تحية طيبة، { $name }،

    كان ما أخبرتمونا به صحيحاً، وقد جرى تصحيحه.

    إن بقي شيء على غير ما يجب، فيكفي أن تردّوا على هذه الرسالة.

    { $owner }
reply-starter-ask-name = نحتاج إلى معرفة المزيد
reply-starter-ask-subject = سؤال عن ردّكم
reply-starter-ask-text =
    تحية طيبة، { $name }،

    نشكركم على ردّكم على «{ $survey }». لتصحيح الأمر أحتاج إلى معرفة المزيد: متى كان ذلك، وماذا حدث بالضبط؟

    يكفي أن تردّوا على هذه الرسالة.

    { $owner }
template-manage = تعديل القوالب
template-title = قوالب الردود
template-lede = نصوص تبدأ بها الردود. تأتي بضعة منها بكل لغة؛ وهذه قوالبكم.
template-name = الاسم
template-empty = لا قوالب خاصة بكم بعد
template-empty-text = ما تكتبونه كثيراً يُحفظ هنا ويظهر في كل حالة.
template-new = قالب جديد
template-change = تعديل القالب
template-remove = إزالة
template-full = بلغت القوالب حدّها الأقصى. أزيلوا أحدها أولاً.
template-places = يحل اسم العميل والاستبيان واسمكم محل {"{"}name{"}"} و{"{"}survey{"}"} و{"{"}owner{"}"}.
template-flash-saved = حُفظ القالب.
template-flash-removed = أُزيل القالب.
entry-out = رد على العميل
entry-survey = سؤال: هل أفاد ذلك؟
entry-in = بريد من
entry-note = ملاحظة
entry-said = أجاب العميل
entry-signal = اشتكى العميل مجدداً
entry-open = فتح
entry-somebody = شخص ما
entry-unassigned = أزال المسؤول
entry-assigned = المسؤول: { $detail }
entry-priority = الأولوية: { $detail }
entry-answered_elsewhere = أُجيب بطريقة أخرى
entry-unanswered = لم يُجب عنها بعد
entry-closed = أُغلقت: { $detail }
entry-closed_silently = أُغلقت بلا رد: { $detail }
entry-reopened = أُعيد فتحها
entry-escalated = تأخر: الخطوة { $detail }
entry-helped = يقول العميل: { $detail }
entry-step_done = أُنجز: { $detail }
close-title = الإغلاق
close-reason = لماذا لا يحصل العميل على رد؟
close-reason-hint = لم يردّ أحد على العميل بعد.
close-ask = سؤال العميل هل أفاد ذلك
close-ask-hint = لا يُرسل إلا إذا وافق العميل.
close-button = إغلاق
close-typed = ما كتبتموه
board-title = اللوحة
board-lede = الشكاوى المفتوحة بحسب صاحب الدور.
board-all = عرض الكل
board-none = لا شيء هنا.
due-title = المستحق
due-lede = عدد ما يجب الرد عليه هذا الشهر: { $count }.
due-today = اليوم
due-cut = هناك المزيد. تُعرض أول { $count }.
due-more = { $count } أخرى
bulk-chosen = مختارة
bulk-priority = تعيين الأولوية
bulk-initiative = ابدأ مبادرة
bulk-reason = سبب واحد للجميع
bulk-all = اختيار كل ما في هذه الصفحة
bulk-choose = اختيار هذه الشكوى
bulk-owner = اختاروا مسؤولاً
share-title = شكاوى آخر { $days } يوماً
share-cut = (آخر { $count })
share-answered = مُجاب عنها
share-in_work = قيد المعالجة
share-waiting = تنتظر مسؤولًا
share-overdue = متأخرة
share-silent = مغلقة بلا رد
helped-title = هل أفادكم ردّنا؟
helped-unknown = لم يعد هذا السؤال مفتوحاً
helped-unknown-text = يُرجى استخدام الرابط تماماً كما ورد في أحدث رسالة.
helped-thanks = شكراً لكم
helped-said-yes = يسعدنا أنه أفادكم.
helped-said-partly = شكراً لإخبارنا. سننظر فيما يمكن تحسينه.
helped-said-no = نأسف لذلك. أُعيد فتح شكواكم وسيُنظر فيها.
helped-mail-subject = هل أفادكم ردّنا؟
helped-mail-text = أخبرتمونا بمشكلة ورددنا عليها. هل أفادكم ذلك؟ تكفي نقرة واحدة:
helped-mail-thanks = مع الشكر، { $workspace }
notice-assigned-subject = أُسندت إليكم شكوى
notice-assigned-text = عميل ينتظر ردّكم:
notice-escalated-subject = شكوى متأخرة
notice-escalated-text = كان يجب الرد عليها. تعرض قائمتكم إن كان هناك المزيد:
notice-mentioned-subject = ذُكرتم في ملاحظة
notice-mentioned-text = ذكركم زميل في ملاحظة على شكوى:
notice-answered-subject = ردّ عميل عليكم
notice-answered-text = الرد موجود في الشكوى:
notice-foreign-subject = كتب شخص آخر في شكوى
notice-foreign-text = المرسل ليس العميل الذي كتبنا إليه. انظروا فيه قبل الرد:
notice-bounced-subject = لم يصل ردّ
notice-bounced-text = لم يُسلَّم البريد إلى العميل. جرّبوا طريقة أخرى:
notice-not-helped-subject = لم يُفد: أُعيد فتح شكوى
notice-not-helped-text = يقول العميل إن الرد لم يُفد:
notice-signal-subject = اشتكى عميل مجدداً
notice-signal-text = الشكوى الجديدة مذكورة في الشكوى المفتوحة:
error-case-is-closed = أغلق شخص آخر هذه الشكوى في أثناء ذلك. ما كتبتموه مذكور أدناه؛ أعيدوا فتح الشكوى لتغييرها.
error-owner-changed = غيّر شخص آخر المسؤول في أثناء ذلك، ولم يتغير شيء هنا. انظروا لدى مَن الشكوى الآن؛ واضغطوا مجدداً لإسنادها إلى مَن اخترتموه.
error-answer-stays = تلقّى العميل ردّاً برسالة، ولا يمكن التراجع عنها.
error-why-no-answer = اذكروا لماذا لا يحصل العميل على رد.
error-address-blocked = لا يُكتب إلى هذا العنوان: عادت رسالة سابقة أو لا يريد صاحبه رسائل. استخدموا عنوانًا آخر أو طريقة أخرى، أو اطلبوا رفع الحظر في صفحة الرسالة التي أدت إليه.
error-contact-said-no = لا يريد هذا العميل رسائل. ردّوا بطريقة أخرى وعلّموا الشكوى مُجاباً عنها.
error-nothing-chosen = اختاروا شكوى واحدة على الأقل.
error-choose-owner = اختاروا مَن تُسند إليه الشكاوى، أو لا أحد.
audit-case-reply = ردّ على عميل
audit-case-close = أغلق شكوى
audit-case-unanswer = تراجع عن تعليم شكوى مُجاباً عنها
audit-case-bulk = غيّر عدة شكاوى
audit-case-escalate = صعّد شكوى متأخرة خطوة
audit-case-helped = ذكر هل أفاد الرد
audit-template-save = حفظ قالب رد
audit-template-remove = أزال قالب رد
audit-cases-settings = غيّر إعدادات الشكاوى
audit-rule-save = حفظ قاعدة للشكاوى
audit-rule-on = فعّل قاعدة
audit-rule-off = أوقف قاعدة
audit-rule-move = غيّر ترتيب القواعد
audit-rule-remove = حذف قاعدة
audit-webhook-make = أضاف خطاف ويب
audit-webhook-change = غيّر خطاف ويب
audit-webhook-on = فعّل خطاف ويب
audit-webhook-off = أوقف خطاف ويب
audit-webhook-remove = حذف خطاف ويب
audit-webhook-restore = أعاد خطاف ويب
audit-webhook-secret = أنشأ سرًا جديدًا لخطاف ويب
audit-webhook-test = أرسل حدثًا تجريبيًا إلى خطاف ويب
audit-webhook-replay = طلب إعادة إرسال ما لم يصل عبر خطاف ويب

### Initiatives: what is fixed for many customers, and who is told.

initiative-title = المبادرات
initiative-one = مبادرة
initiative-lede = ما يزعج كثيرًا من العملاء يُصلَح مرة واحدة على يد شخص محدد حتى يوم محدد، ثم يُقاس أثره.
initiative-new = مبادرة جديدة
initiative-board = اللوحة
initiative-list = القائمة
initiative-timeline = الخط الزمني
initiative-review = اجتماع المراجعة
initiative-owners = المسؤولون
initiative-mine = مبادراتي
initiative-state-proposed = مقترحة
initiative-state-planned = مخطَّط لها
initiative-state-doing = قيد التنفيذ
initiative-state-done = منجزة
initiative-state-dropped = متروكة
initiative-empty = لا توجد مبادرة بعد
initiative-empty-text = ابدؤوا من نتيجة أو موضوع أو عدة شكاوى: تأتي الأدلة معها.
initiative-no-owner = بلا مسؤول
initiative-nobody = لا أحد
initiative-late = متأخر
initiative-tasks-count = { $done } من { $all } مهام
initiative-since = منذ { $day }
initiative-move-to = نقل إلى «{ $state }»
initiative-name = العنوان
initiative-name-hint = ما الذي سيتغير، في كلمات قليلة.
initiative-owner = المسؤول
initiative-team = الفريق
initiative-no-team = بلا فريق
initiative-team-hint = يُعرض الدرس على أعضائه.
initiative-tasks = المهام
initiative-task = المهمة
initiative-task-add = إضافة مهمة
initiative-task-check = أُنجزت: { $title }
initiative-task-remove = إزالة: { $title }
initiative-task-done = أُنجزت
initiative-tasks-none = لا مهام بعد.
initiative-due = موعد الإنجاز
initiative-ends = تُنجز بحلول
initiative-starts = يلمسه العملاء من
initiative-starts-hint = اليوم الذي يُقاس الأثر ابتداءً منه.
initiative-page-title = الصفحة العامة «قلتم فأنجزنا»
initiative-page-text = تسرد ما تغيّر لأن العملاء طلبوه. لا تُظهر إلا ما تكتبونه للعملاء، ولا تضم إلا المبادرات التي تختارونها.
initiative-page-open = فتح الصفحة العامة
initiative-page-on = تشغيل
initiative-page-off = إيقاف
initiative-page-is-off = الصفحة العامة متوقفة.
initiative-timeline-lede = ما الذي يجري ومتى، مع مواعيد مهامه.
initiative-when = متى
initiative-from-to = من { $from } إلى { $to }
initiative-undated = بلا تواريخ بعد
initiative-owners-lede = لكل موضوع ولكل نقطة تواصل شخص يعتني بها.
initiative-owners-whole = لكل موضوع ولكل نقطة تواصل مسؤول.
initiative-owner-me = أتولاه أنا
initiative-owner-give = تعيين مسؤول
initiative-owner-nobody = لا أحد
initiative-topics = المواضيع
initiative-touchpoints = نقاط التواصل
initiative-none-topic = لا مواضيع بعد.
initiative-none-touchpoint = لا تذكر أي إجابة نقطة تواصل بعد.
initiative-review-lede = جدول الأعمال مستمد من البيانات. تصبح قراراتكم مهامَّ، ويُحفظ المحضر.
initiative-agenda = جدول الأعمال
initiative-agenda-late = مهام متأخرة
initiative-agenda-measure = آثار حان قياسها
initiative-agenda-insights = نتائج بلا مبادرة
initiative-agenda-owners = مواضيع ونقاط تواصل بلا مسؤول
initiative-agenda-overdue = شكاوى متأخرة
initiative-agenda-overdue-open = عرض الشكاوى
initiative-agenda-none = لا شيء.
initiative-from-it = إنشاء مبادرة
initiative-minutes = المحضر
initiative-minutes-of = محضر { $day }
initiative-minutes-keep = حفظ المحضر
initiative-held-on = عُقد في
initiative-decisions = القرارات
initiative-decisions-hint = يصبح كل منها مهمة في مبادرة.
initiative-decision = القرار { $number }
initiative-meetings = اجتماعات سابقة
initiative-meetings-none = لم يُحفظ أي محضر بعد.
initiative-form-lede = اذكروا ما الخلل ولماذا، ومن يغيّر ماذا وحتى متى، وبأي مقدار ينبغي أن يتحسن.
initiative-problem = المشكلة
initiative-problem-hint = ما الذي يحدث للعملاء، وأين ومنذ متى.
initiative-topic = الموضوع
initiative-no-topic = بلا موضوع
initiative-topic-hint = كل من تحدث عنه ضمن النطاق يُحسب ممن أفضوا إليها.
initiative-whys = لماذا يحدث
initiative-whys-hint = اسألوا «لماذا؟» عن كل جواب حتى خمس مرات، إلى أن تصلوا إلى ما يمكنكم تغييره.
initiative-why = لماذا؟ ({ $depth })
initiative-why-below = ولماذا ذلك؟
initiative-why-beside = سبب آخر
initiative-why-drop = إزالة هذا وما تحته
initiative-why-add = اسألوا لماذا
initiative-scope = لمن، وما الذي ينبغي أن يتحسن
initiative-scope-when = لمن
initiative-scope-hint = العملاء والفروع ونقاط التواصل التي ستلمس التغيير؛ والجميع إن لم يُشترط شيء.
initiative-scope-all = الجميع
initiative-measure = ما الذي ينبغي أن يتحسن
initiative-no-measure = لم يُقرَّر بعد
initiative-measure-hint = درجة سؤال واحد في استبيان واحد.
initiative-unit = المقارنة حسب
initiative-no-unit = لا شيء
initiative-unit-hint = سمة مثل الفرع: يُقارن ما داخل النطاق بما سواه.
initiative-expected = التغير المتوقع
initiative-expected-hint = بوحدات الدرجة، مثل 5 نقاط NPS أو 0.3 نجمة.
initiative-expected-by = بحلول
initiative-plan = الخطة
initiative-plan-what = ما الذي سيُنجز
initiative-cost = الكلفة
initiative-cost-hint = بعملتكم.
initiative-risks = المخاطر
initiative-lesson = الدرس
initiative-lesson-hint = ما الذي سيفعله الزملاء على نحو مختلف من الآن فصاعدًا. يُطلب منهم تأكيد قراءته.
initiative-lesson-yours = هذا يخصكم. يُرجى التأكيد بعد القراءة.
initiative-lesson-read = لقد قرأته
initiative-lesson-read-by = قرأه
initiative-lesson-unread-by = لم يقرأه بعد
initiative-with-insight = مع نتيجتها
initiative-evidence = ما الذي أفضى إليها
initiative-evidence-none = لم يُربط شيء بعد. ابدؤوا من نتيجة أو موضوع أو شكاوى كي يمكن إبلاغ أولئك العملاء.
initiative-evidence-drop = ليس جزءًا منها
initiative-tell = قلتم فأنجزنا
initiative-tell-them = أبلغوهم
initiative-how-far = إلى أين وصلت
initiative-told = أُبلغوا
initiative-done = وضع علامة منجزة
initiative-done-from = يلمس العملاء التغيير من
initiative-done-from-hint = يُقاس الأثر من هذا اليوم.
initiative-drop = تركها
initiative-drop-why = لماذا؟
initiative-touches = يشمل
initiative-touches-more = هناك المزيد.
initiative-effect = الأثر
initiative-planned = المخطَّط
initiative-not-planned = لم يُذكر شيء
initiative-by = بحلول { $day }
initiative-measured = المقيس
initiative-not-measured = لم يُقس بعد
initiative-range = من { $low } إلى { $high }
initiative-effect-open = التوقع والأثر
initiative-worth = قيمتها
initiative-worth-figures = الأرقام
initiative-worth-unplanned = اذكر أي رقم يجب أن يتحرك وبكم لتظهر قيمته.
initiative-goals = الأهداف
initiative-goals-none = لا هدف بعد.
initiative-goal-new = تحديد هدف
initiative-history = السجل
initiative-verdict-improved = تحسّن
initiative-verdict-worsened = تراجع
initiative-verdict-none-detectable = لا أثر يمكن كشفه
initiative-verdict-too-early = ما زال الوقت مبكرًا
initiative-verdict-cannot-tell = لا يمكن الجزم
initiative-insight-moved = تغيرت درجة
initiative-insight-cause = عُثر على سبب
initiative-insight-emerging = موضوع آخذ في الظهور
initiative-insight-unanswered = شكاوى بلا رد
initiative-insight-silent = صمتت نقطة تواصل
initiative-tell-lede = يُبلَّغ العملاء الذين أفضوا إليها مرة واحدة وبلغتهم، إن وافقوا على ذلك.
initiative-tell-not-done = يُبلَّغ العملاء بعد إنجاز المبادرة.
initiative-tell-running = أُبلغ { $told } وينتظر { $waiting } دورهم.
initiative-tell-stop = إيقاف الإبلاغ
initiative-tell-look = تحديث العرض
initiative-words = ما الذي تغيّر، للعملاء
initiative-words-hint = جملة أو جملتان. تُضاف التحية والشكر بكل لغة.
initiative-words-look = الرسالة كاملة
initiative-is-public = إدراجها في الصفحة العامة
initiative-is-public-hint = يمكن لأي شخص قراءة هذه الكلمات هناك.
initiative-who = من الذي يُبلَّغ
initiative-who-all = العملاء الذين أفضوا إليها
initiative-who-ready = يمكن إبلاغهم الآن
initiative-who-told = أُبلغوا من قبل
initiative-who-waiting = ينتظرون دورهم
initiative-who-failed = لم تُرسَل رسالتهم
initiative-who-no-consent = لم يوافقوا
initiative-who-no-address = بلا عنوان
initiative-who-suppressed = عنوان لا يُراسَل
initiative-who-nameless = إجابات من عملاء مجهولين
initiative-who-hint = لا يُبلَّغ أحد مرتين. تُراجَع الموافقة والعنوان من جديد عند إرسال كل رسالة.
initiative-flash-made = أُنشئت المبادرة.
initiative-flash-saved = تم الحفظ.
initiative-flash-moved = نُقلت المبادرة.
initiative-flash-task-removed = أُزيلت المهمة.
initiative-flash-evidence = لم يعد يُحسب مما أفضى إلى هنا.
initiative-flash-lesson = شكرًا لقراءتكم.
initiative-flash-owner = تغيّر المسؤول.
initiative-flash-review = حُفظ المحضر.
initiative-flash-sending = يجري الآن إبلاغ العملاء.
initiative-flash-stopped = لن يُبلَّغ أحد بعد الآن.
initiative-flash-page-on = الصفحة العامة تعمل.
initiative-flash-page-off = الصفحة العامة متوقفة.
told-subject = قلتم فأنجزنا · { $workspace }
told-opening = تحية طيبة، لقد أخبرتمونا بهذا الأمر قبل مدة، وقد غيّرنا شيئًا:
told-closing = شكرًا لأنكم أخبرتمونا. { $workspace }
changes-title = قلتم فأنجزنا
changes-text = هذا ما تغيّر لأن العملاء أخبرونا به.
changes-since = منذ { $month }
changes-none = لا شيء مدرج هنا بعد.
changes-unknown = لا توجد صفحة كهذه
changes-unknown-text = ربما أُوقفت.
error-bad-day = هذا ليس تاريخًا. اكتبوه هكذا: 2026-12-25.
error-no-lesson = لا درس هنا لتقرؤوه.
error-initiative-not-done = لم تُنجز المبادرة بعد. ضعوا علامة الإنجاز أولًا.
error-initiative-changed = غيّر شخص ما هذه المبادرة منذ فتحتم النموذج، ولم يُحفظ شيء. ما كتبتموه باقٍ أدناه، وإن حفظتموه مجددًا حلّ محل ما كتبه.
initiative-changed-look = اطّلعوا على ما هو مكتوب الآن
thing-initiative = مبادرة
thing-insight = نتيجة
thing-task = مهمة
thing-review = محضر
thing-evidence = دليل
audit-initiative-make = أنشأ مبادرة
audit-initiative-change = عدّل مبادرة
audit-initiative-task = أضاف مهمة
audit-initiative-task-done = أنجز مهمة
audit-initiative-task-undone = أعاد فتح مهمة
audit-initiative-task-removed = أزال مهمة
audit-initiative-proposed = نقل مبادرة إلى «مقترحة»
audit-initiative-planned = نقل مبادرة إلى «مخطَّط لها»
audit-initiative-doing = نقل مبادرة إلى «قيد التنفيذ»
audit-initiative-done = وضع علامة منجزة على مبادرة
audit-initiative-dropped = ترك مبادرة
audit-initiative-evidence = أزال دليلًا من مبادرة
audit-initiative-lesson = قرأ درسًا
audit-initiative-review = حفظ محضر مراجعة
audit-initiative-words = كتب ما يُبلَّغ به العملاء
audit-initiative-told = أمر بإبلاغ العملاء
audit-initiative-stopped = أوقف إبلاغ العملاء
audit-initiative-page-on = شغّل الصفحة العامة
audit-initiative-page-off = أوقف الصفحة العامة
audit-touchpoint-owner = عيّن مسؤولًا لنقطة تواصل
initiative-tasks-late =
    { $count ->
        [one] مهمة متأخرة واحدة
       *[other] { $count } مهام متأخرة
    }
initiative-more =
    { $count ->
        [one] وواحدة أخرى
       *[other] و{ $count } أخرى
    }
initiative-tasks-here =
    { $count ->
        [one] مهمة واحدة بموعد
       *[other] { $count } مهام بمواعيد
    }
initiative-undated-count =
    { $count ->
        [one] مبادرة واحدة بلا تاريخ.
       *[other] { $count } مبادرات بلا تواريخ.
    }
initiative-answers =
    { $count ->
        [one] إجابة واحدة
       *[other] { $count } إجابات
    }
initiative-owners-missing =
    { $count ->
        [one] واحد بلا مسؤول.
       *[other] { $count } بلا مسؤول.
    }
initiative-customers =
    { $count ->
        [one] عميل واحد
       *[other] { $count } عملاء
    }
initiative-with-cases =
    { $count ->
        [one] مع شكوى واحدة
       *[other] مع { $count } شكاوى
    }
initiative-with-signals =
    { $count ->
        [one] مع إجابة واحدة
       *[other] مع { $count } إجابات
    }
initiative-cases =
    { $count ->
        [one] شكوى واحدة
       *[other] { $count } شكاوى
    }
initiative-signals =
    { $count ->
        [one] إجابة واحدة
       *[other] { $count } إجابات
    }
initiative-told-count =
    { $count ->
        [one] عميل واحد
       *[other] { $count } عملاء
    }
initiative-waiting-count =
    { $count ->
        [one] واحد في الانتظار
       *[other] { $count } في الانتظار
    }
initiative-touches-count =
    { $count ->
        [one] عميل واحد في { $days } يومًا
       *[other] { $count } عملاء في { $days } يومًا
    }
initiative-words-people =
    { $count ->
        [one] يُبلَّغ عميل واحد بهذه اللغة.
       *[other] يُبلَّغ { $count } عملاء بهذه اللغة.
    }
initiative-tell-now =
    { $count ->
        [one] إبلاغ عميل واحد
       *[other] إبلاغ { $count } عملاء
    }
initiative-problem-people =
    { $count ->
        [one] يمس هذا عميلًا واحدًا.
       *[other] يمس هذا نحو { $count } عملاء.
    }
initiative-problem-cases =
    { $count ->
        [one] أفضت شكوى واحدة إلى هذا.
       *[other] أفضت { $count } شكاوى إلى هذا.
    }
error-bad-consent = أحد البنود ليس موافقة: { $reason }.

# Webhooks
webhooks-title = خطافات الويب
webhooks-lede = تُخبَر برامجكم حين تتغيّر شكوى أو مبادرة. كل طلب موقَّع، ويُعاد إرساله حتى يُقبَل.
webhooks-card = من يُخبَر
webhooks-empty = لا أحد يُخبَر بعد
webhooks-empty-text = أدخل عنوان البرنامج الذي يجب إخباره. ستحصل على سرّ يتحقق به البرنامج من أن الطلب آتٍ من هنا.
webhooks-standard = المحتوى وإعادة المحاولات والتواقيع موصوفة في docs/webhooks.md الخاص بنبض، وهي تتبع:
webhooks-full = لا يمكن أن تزيد على 20. أزل واحدًا لم تعد تحتاج إليه.
webhook-new = إخبار برنامج آخر
webhook-make = إضافة وإظهار السر
webhook-name-hint = للزملاء، مثل ما يفعله البرنامج.
webhook-url = العنوان
webhook-url-hint = تصل إليه الطلبات بطريقة POST وبصيغة JSON. يجب أن يكون على الإنترنت العام.
webhook-which = بماذا يُخبَر
webhook-which-all = كل الأحداث
webhook-which-all-hint = وأحداث الإصدارات اللاحقة أيضًا.
webhook-which-some = أحداث مختارة فقط
webhook-choose = اختيار الأحداث
webhook-about-cases = الشكاوى
webhook-about-initiatives = المبادرات
webhook-with-texts = مع النصوص
webhook-with-texts-hint = يُرسَل معها ما كتبه العملاء والأعضاء. تُحذف منه البيانات الشخصية بقدر ما يُتعرَّف عليها. بدون هذا تُرسَل المعرّفات والوقائع فقط.
webhook-events = الأحداث
webhook-event = الحدث
webhook-event-count =
    { $count ->
        [zero] لا أحداث
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
        [many] { $count } حدثًا
       *[other] { $count } حدث
    }
webhook-event-case-opened = فُتحت شكوى
webhook-event-case-changed = غيّرت إجابة لاحقة الشكوى
webhook-event-case-withdrawn = سُحبت الشكوى
webhook-event-case-signal_added = أُضيفت إجابة أخرى إلى الشكوى
webhook-event-case-assigned = تغيّر مسؤول الشكوى
webhook-event-case-priority_changed = تغيّرت أولوية الشكوى
webhook-event-case-replied = رُدّ على العميل
webhook-event-case-answered = رُدّ على العميل بطريقة أخرى
webhook-event-case-unanswered = سُحب الرد
webhook-event-case-customer_wrote = كتب العميل من جديد
webhook-event-case-noted = كُتبت ملاحظة
webhook-event-case-step_changed = تغيّرت خطوة من دليل الخطوات
webhook-event-case-escalated = تأخرت الشكوى فصُعّدت
webhook-event-case-closed = أُغلقت الشكوى
webhook-event-case-helped = قال العميل هل أفاده ذلك
webhook-event-case-reopened = أُعيد فتح الشكوى
webhook-event-case-initiative_changed = انضمت الشكوى إلى مبادرة أو خرجت منها
webhook-event-initiative-created = أُنشئت مبادرة
webhook-event-initiative-changed = غُيّرت المبادرة
webhook-event-initiative-task_changed = تغيّرت مهمة من مبادرة
webhook-event-initiative-moved = تقدّمت المبادرة
webhook-event-initiative-done = أُنجزت المبادرة
webhook-event-initiative-dropped = تُركت المبادرة
webhook-event-test = حدث تجريبي
webhook-on = مفعّل
webhook-off = متوقف
webhook-off-gone = أجاب بأنه لم يعد موجودًا
webhook-off-gone-text = أجاب العنوان بالرمز 410 فأُوقف. ما ينتظر يُرسَل حين تفعّله من جديد.
webhook-off-failing = لم يقبل شيئًا خمسة أيام
webhook-off-failing-text = لم يقبل العنوان شيئًا خمسة أيام فأُوقف. ما ينتظر يُرسَل حين تفعّله من جديد.
webhook-failing = لا يقبل شيئًا الآن
webhook-failing-text = ما ينتظر تُعاد محاولته مرة بعد مرة. بلا نجاح منذ
webhook-switch-on = تفعيل
webhook-switch-off = إيقاف
webhook-test = إرسال حدث تجريبي
webhook-secret = السر
webhook-secret-made = السر الجديد
webhook-secret-once = انسخه الآن: لن يظهر مرة أخرى.
webhook-secret-text = به يتحقق البرنامج من التوقيع. يسري السر الجديد فورًا، ويبقى القديم يوقّع إلى جانبه 24 ساعة.
webhook-secret-old = السر القديم يوقّع حتى
webhook-secret-rotate = إنشاء سر جديد
webhook-settings = الإعدادات
webhook-remove = إزالة
webhook-deliveries = الإرسالات
webhook-state-all = الكل
webhook-state-waiting = في الانتظار
webhook-state-sending = قيد الإرسال
webhook-state-delivered = وصلت
webhook-state-dead = تُركت
webhook-attempts = المحاولات
webhook-next = المحاولة التالية
webhook-last = آخر محاولة
webhook-made = وقت الحدث
webhook-tried = وقت المحاولة
webhook-took = المدة
webhook-millis = { $count } مللي ثانية
webhook-answered = أجاب بالرمز { $status }
webhook-not-yet = لم تجرِ محاولة بعد
webhook-none = لا شيء هنا
webhook-none-text = حين يحدث شيء يُدرَج هنا كل طلب مع نتيجته. أرسل حدثًا تجريبيًا لترى واحدًا.
webhook-kept = تُحفظ الإرسالات الواصلة 7 أيام، والمتروكة 30 يومًا.
webhook-replay = المحاولة من جديد
webhook-replay-all =
    { $count ->
        [zero] لا إرسالات متروكة
        [one] إعادة محاولة إرسال متروك واحد
        [two] إعادة محاولة إرسالين متروكين
        [few] إعادة محاولة { $count } إرسالات متروكة
        [many] إعادة محاولة { $count } إرسالًا متروكًا
       *[other] إعادة محاولة { $count } إرسال متروك
    }
webhook-body = ما يُرسَل
webhook-answer = ما عاد
webhook-answer-note = بداية الجواب كما كتبها الطرف الآخر، وهي لا تقول شيئًا عن مساحة العمل هذه.
webhook-answer-none = لم يُحفظ شيء.
webhook-about = فتح ما يخصه الحدث
webhook-failure-timeout = لا جواب في الوقت المحدد
webhook-failure-connect = تعذّر الوصول إلى أحد هناك
webhook-failure-broken = انقطع الجواب
webhook-failure-secret = لا يمكن فتح السر على هذا الخادم: أنشئ سرًا جديدًا
webhook-failure-expired = انتظر أطول مما ينبغي
webhook-failure-malformed = هذا ليس عنوانًا
webhook-failure-scheme = http و https فقط
webhook-failure-userinfo = في العنوان اسم مستخدم أو كلمة مرور
webhook-failure-port = هذا المنفذ ليس لـ HTTP
webhook-failure-form = المضيف رقم بصيغة غير مألوفة
webhook-failure-private = العنوان يقود إلى شبكة خاصة
webhook-flash-saved = حُفظ.
webhook-flash-on = فُعّل.
webhook-flash-off = أُوقف.
webhook-flash-test = الحدث التجريبي في طريقه.
webhook-flash-replayed = تُعاد المحاولة.
webhook-flash-removed = أُزيل.
webhook-flash-restored = أُعيد.
thing-webhook = خطاف الويب هذا
thing-delivery = هذا الإرسال
error-webhook-malformed = هذا ليس عنوانًا. اكتبه كاملًا، مثل https://example.com/nabz.
error-webhook-scheme = يجب أن يبدأ العنوان بـ https:// أو http://.
error-webhook-userinfo = لا يجوز أن يحوي العنوان اسم مستخدم أو كلمة مرور: الطلبات موقّعة بدلًا من ذلك.
error-webhook-port = هذا المنفذ ليس لـ HTTP. استخدم 443 أو 80 أو منفذًا من 1024 فما فوق.
error-webhook-form = المضيف رقم بصيغة غير مألوفة. اكتب اسمًا، أو أربعة أرقام بينها نقاط.
error-webhook-private = يقود هذا العنوان إلى شبكة خاصة أو إلى هذا الجهاز، ولا يجوز أن تذهب الطلبات إليها. استخدم عنوانًا على الإنترنت العام، أو اطلب ممن يدير الخادم السماح بالشبكات الخاصة.
error-webhook-no-event = اختر حدثًا واحدًا على الأقل.
error-webhooks-full = لا يمكن أن تزيد على { $max }. أزل واحدًا أولًا.
error-webhook-is-off = إنه متوقف. فعّله أولًا.
error-webhook-not-dead = إنه قيد الإرسال أو وصل بالفعل.
