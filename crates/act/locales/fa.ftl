### پرونده‌ها: شکایت‌هایی که منتظر پاسخ‌اند.

case-title = شکایت
case-list-title = شکایت‌ها
case-list-lede = هر امتیاز پایین یا واژهٔ تند اینجا می‌ماند تا کسی به مشتری پاسخ دهد. مهلت پاسخ یک روز است.
case-which = کدام شکایت‌ها
case-which-loose = بی‌مسئول
case-which-mine = مال من
case-which-open = همهٔ بازها
case-which-answered = پاسخ‌داده‌شده
case-loose-title = شکایت‌های بی‌مسئول
case-mine-title = صف من
case-late =
    { $count ->
        [one] { $count } مورد دیر شده
       *[other] { $count } مورد دیر شده
    }
case-count =
    { $count ->
        [one] { $count } مورد باز
       *[other] { $count } مورد باز
    }
case-all-loose =
    { $count ->
        [one] دیدن شکایت
       *[other] دیدن هر { $count } مورد
    }
case-open-mine = باز کردن صف من
case-none-loose = همهٔ شکایت‌ها مسئول دارند.
case-empty-loose = همهٔ شکایت‌ها مسئول دارند
case-empty-mine = چیزی منتظر شما نیست
case-empty-open = هیچ شکایتی باز نیست
case-empty-answered = هنوز به شکایتی پاسخ داده نشده است
case-empty-text = وقتی مشتری امتیاز پایین بدهد یا واژهٔ تندی بنویسد، همان لحظه اینجا و در خانه دیده می‌شود.
case-empty-action = پرسیدن از مشتریان
case-no-words = بدون متن، فقط امتیاز
case-said = مشتری چه گفت
case-response = کل پاسخ
case-notes = یادداشت‌ها
case-note-label = یادداشت برای همکاران
case-note-hint = مشتری آن را نمی‌بیند.
case-note-save = افزودن یادداشت
case-no-notes = هنوز یادداشتی نیست.
case-state = وضعیت
case-answer = پاسخ داده شد
case-reopen = باز کردن دوباره
case-answered = پاسخ داده شد
case-overdue = دیر شده
case-waits = منتظر پاسخ
case-due = مهلت
case-why = چرا اینجاست
case-why-low-score = امتیاز پایین
case-why-angry-word = عبارت «{ $word }»
case-owner = مسئول
case-nobody = هنوز هیچ‌کس
case-assign-label = سپردن به
case-assign = سپردن
case-flash-assigned = مسئول تغییر کرد.
case-flash-answered = پاسخ‌داده‌شده ثبت شد.
case-flash-reopened = شکایت دوباره باز شد.
case-flash-noted = یادداشت افزوده شد.
error-not-an-agent = این فرد نمی‌تواند به مشتریان پاسخ دهد. عضوی را برگزینید که دست‌کم کارشناس باشد.
thing-case = شکایت

## What the audit log says
audit-case-assign = برای شکایت مسئول گذاشت
audit-case-answer = شکایت را پاسخ‌داده‌شده ثبت کرد
audit-case-reopen = شکایت را دوباره باز کرد
