### الحالات: شكاوى تنتظر الرد.

case-title = شكوى
case-list-title = الشكاوى
case-list-lede = كل درجة منخفضة أو كلمة غاضبة تبقى هنا حتى يرد أحد على العميل. مهلة الرد يوم واحد.
case-which = أي الشكاوى
case-which-loose = بلا مسؤول
case-which-mine = شكاواي
case-which-open = كل المفتوحة
case-which-answered = تم الرد عليها
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
case-notes = ملاحظات
case-note-label = ملاحظة للزملاء
case-note-hint = لا يراها العميل.
case-note-save = إضافة ملاحظة
case-no-notes = لا ملاحظات بعد.
case-state = المتابعة
case-answer = وضع علامة «تم الرد»
case-reopen = إعادة الفتح
case-answered = تم الرد
case-overdue = متأخرة
case-waits = تنتظر الرد
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
