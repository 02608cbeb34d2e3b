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
message-why-held_without_consent = لم يوافق العميل على رسائل من هذا النوع، لذلك لا تُرسَل. إن وافق لاحقًا فحاول من جديد.
message-why-suppressed = لا يُكتب إلى هذا العنوان: عادت رسالة سابقة، أو أن صاحبه لا يريد رسائل.
message-error = ما قاله خادم البريد
message-case = إلى الشكوى
message-history = كل الرسائل إلى هذا العميل
message-flash-queued = ستُعاد محاولة إرسال الرسالة.
message-flash-held = ما زال إرسال الرسالة غير مسموح.
message-flash-sent = سُجّل أنها أُرسلت.
message-flash-unsent = عادت الرسالة إلى الانتظار.
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
audit-message-again = طلب إعادة محاولة إرسال رسالة
audit-message-sent = سجّل إرسال رسالة
audit-message-unsent = تراجع عن تسجيل إرسال رسالة
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
case-flash-replied = الرد في الطريق.
case-flash-reply-by-hand = الرد ينتظر بين الرسائل. أرسلوه ببرنامج بريدكم ثم علّموه مُرسلاً.
case-flash-steps = حُفظت الخطوات.
case-flash-bulk = غُيّرت الشكاوى.
reply-title = الرد على العميل
reply-again = سبق الرد
reply-address = عنوان البريد الإلكتروني
reply-no-address = لا يُعرف عنوان لهذا العميل. اكتبوا عنواناً، أو ردّوا بطريقة أخرى وعلّموا الشكوى مُجاباً عنها.
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
thing-template = قالب
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
bulk-reason = سبب واحد للجميع
bulk-all = اختيار كل ما في هذه الصفحة
bulk-choose = اختيار هذه الشكوى
share-title = شكاوى آخر { $days } يوماً
share-cut = (آخر { $count })
share-answered = مُجاب عنها
share-in_work = قيد المعالجة
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
error-case-is-closed = أغلق شخص آخر هذه الشكوى في أثناء ذلك. ما كتبتموه مذكور أدناه؛ أعيدوا فتح الشكوى لتغييرها.
error-why-no-answer = اذكروا لماذا لا يحصل العميل على رد.
error-address-blocked = لا يُكتب إلى هذا العنوان: عادت رسالة سابقة أو لا يريد صاحبه رسائل. استخدموا عنواناً آخر أو طريقة أخرى.
error-contact-said-no = لا يريد هذا العميل رسائل. ردّوا بطريقة أخرى وعلّموا الشكوى مُجاباً عنها.
error-nothing-chosen = اختاروا شكوى واحدة على الأقل.
audit-case-reply = ردّ على عميل
audit-case-close = أغلق شكوى
audit-case-unanswer = تراجع عن تعليم شكوى مُجاباً عنها
audit-case-bulk = غيّر عدة شكاوى
audit-case-escalate = صعّد شكوى متأخرة خطوة
audit-case-helped = ذكر هل أفاد الرد
audit-template-save = حفظ قالب رد
audit-template-remove = أزال قالب رد
