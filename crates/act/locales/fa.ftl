### پرونده‌ها: شکایت‌هایی که منتظر پاسخ‌اند.

case-title = شکایت
case-list-title = شکایت‌ها
case-list-lede = هر امتیاز پایین یا کلمهٔ تند اینجا می‌ماند تا کسی به مشتری پاسخ دهد. مهلت پاسخ یک روز است.
case-which = کدام شکایت‌ها
case-which-loose = بدون مسئول
case-which-mine = شکایت‌های من
case-which-open = همهٔ موارد باز
case-which-answered = پاسخ‌داده‌شده
case-loose-title = شکایت‌های بدون مسئول
case-mine-title = شکایت‌های من
case-late =
    { $count ->
        [one] مهلت { $count } مورد گذشته
       *[other] مهلت { $count } مورد گذشته
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
case-open-mine = دیدن شکایت‌های من
case-none-loose = همهٔ شکایت‌ها مسئول دارند.
case-empty-loose = همهٔ شکایت‌ها مسئول دارند
case-empty-mine = چیزی منتظر شما نیست
case-empty-open = هیچ شکایتی باز نیست
case-empty-answered = هنوز به شکایتی پاسخ داده نشده است
case-empty-text = وقتی مشتری امتیاز پایین بدهد یا کلمهٔ تندی بنویسد، همان لحظه اینجا و در خانه دیده می‌شود.
case-empty-action = پرسیدن از مشتریان
case-no-words = بدون متن، فقط امتیاز
case-words-hidden = آنچه نوشته شده به نقش شما نشان داده نمی‌شود.
case-said = مشتری چه گفت
case-response = متن کامل پاسخ
case-notes = یادداشت‌ها
case-note-label = یادداشت برای همکاران
case-note-hint = مشتری آن را نمی‌بیند.
case-note-save = افزودن یادداشت
case-no-notes = هنوز یادداشتی نیست.
case-state = پیگیری
case-answer = ثبت «پاسخ داده شد»
case-reopen = باز کردن دوباره
case-answered = پاسخ داده شد
case-overdue = مهلت گذشته
case-waits = منتظر پاسخ
case-due = مهلت
case-why = چرا اینجاست
case-why-low-score = امتیاز پایین
case-why-angry = واژه‌هایی خشمگین
case-why-angry-word = عبارت «{ $word }»
case-owner = مسئول
case-nobody = هنوز تعیین نشده
case-assign-label = سپردن به
case-assign = سپردن
case-flash-assigned = مسئول تغییر کرد.
case-flash-answered = ثبت شد که به مشتری پاسخ داده شده است.
case-flash-reopened = شکایت دوباره باز شد.
case-flash-noted = یادداشت افزوده شد.
error-not-an-agent = این فرد نمی‌تواند به مشتریان پاسخ دهد. عضوی را انتخاب کنید که دست‌کم کارشناس باشد.
thing-case = شکایت

## What the audit log says
audit-case-assign = برای شکایت مسئول گذاشت
audit-case-answer = شکایت را پاسخ‌داده‌شده ثبت کرد
audit-case-reopen = شکایت را دوباره باز کرد
