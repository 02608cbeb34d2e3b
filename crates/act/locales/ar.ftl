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
