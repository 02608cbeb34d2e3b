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

### Rules that open cases.

rule-list-title = قاعده‌های رسیدگی
rule-list-lede = نخستین قاعده‌ای که برقرار باشد، از بالا، پرونده باز می‌کند و می‌گوید چه کسی و تا کی پاسخ دهد.
rule-new = قاعدهٔ تازه
rule-on = روشن
rule-off = خاموش
rule-goes-to = به { $name } می‌رسد
rule-due-in = پاسخ تا { $hours } ساعت کاری
rule-did = { $opened } پرونده در ۷ روز
rule-held = { $held } پروندهٔ دیگر هم باز می‌شد، اما سقف روزانه پر شده بود. قاعده را دقیق‌تر کنید یا سقف را بالا ببرید.
rule-switch-on = روشن کردن
rule-switch-off = خاموش کردن
rule-up = زودتر پرسیده شود
rule-remove = حذف
rule-builtin = امتیازهای پایین و واژه‌های خشمگین
rule-builtin-text = جایی که هیچ قاعده‌ای برقرار نیست: ناراضیان، یک‌سوم پایین مقیاس‌های دیگر، یا واژه‌ای خشمگین.
rule-builtin-open = { $count } باز
rule-builtin-on = امتیازهای پایین و واژه‌های خشمگین خودبه‌خود پرونده باز کنند
rule-settings-title = ساعت‌ها، تعطیلات و دیرکردها
rule-settings-lede = ساعت پرونده تنها در زمان کار می‌گذرد.
rule-settings-change = تغییر
rule-hours-set = ساعت در زمان کاری شما می‌گذرد.
rule-hours-always = ساعت شبانه‌روز می‌گذرد: زمان کار تعیین نشده است.
rule-steps = گام‌های دیرکرد: { $count }.
rule-lede = چه چیزی باید برقرار باشد، آنگاه چه کسی و تا کی پاسخ دهد.
rule-name = نام
rule-survey = پرسش‌نامه
rule-survey-all = همهٔ پرسش‌نامه‌ها
rule-survey-look = پرسش‌های آن در پایین پیشنهاد می‌شوند.
rule-when = پرونده باز شود وقتی
rule-due-hours = مهلت پاسخ (ساعت کاری)
rule-due-hint = ۰٫۵ یعنی نیم ساعت.
rule-team = تیم
rule-team-hint = به کسی می‌رسد که زبان مشتری را می‌داند و کار کمتری دارد.
rule-owner = یا همیشه
rule-nobody = هیچ‌کس
rule-playbook = چه باید کرد
rule-playbook-hint = هر گام در یک سطر. روی هر پروندهٔ این قاعده دیده می‌شود.
rule-per-day = بیشینهٔ پرونده در روز
rule-per-day-hint = بیش از آن شمرده و در فهرست قاعده‌ها نشان داده می‌شود.
rule-is-on = روشن
rule-try = آزمودن روی گذشته
rule-tried = چه می‌کرد
rule-tried-count = در { $days } روز گذشته { $count } پرونده باز می‌کرد. تازه‌ترین‌ها:
rule-tried-many = یعنی روزی نزدیک { $per_day } پرونده. آیا تیم شما از پس این تعداد برمی‌آید؟
rule-meant = بله، همین تعداد منظور است
rule-week = ساعت‌های کار
rule-week-hint = مانند 09:00-12:00, 13:00-17:00. خالی: آن روز کسی کار نمی‌کند. همه خالی: ساعت همیشه می‌گذرد.
rule-holidays = تعطیلات
rule-holidays-hint = هر روز در یک سطر، مانند 2026-12-25.
rule-late = وقتی پرونده دیر شود
rule-late-hint = هر گام اولویت را بالا می‌برد و می‌تواند پرونده را به کس دیگری بسپارد.
rule-late-after = گام { $step }: چند ساعت پس از موعد
rule-late-to = گام { $step }: به چه کسی برسد
rule-late-keeps = نزد صاحبش می‌ماند
rule-flash-saved = قاعده ذخیره شد.
rule-flash-on = قاعده روشن شد.
rule-flash-off = قاعده خاموش شد.
rule-flash-removed = قاعده حذف شد. پرونده‌هایش می‌مانند.
rule-flash-settings = ساعت‌ها و گام‌ها ذخیره شد.
case-priority = اولویت
case-priority-0 = کم
case-priority-1 = معمولی
case-priority-2 = زیاد
case-priority-3 = فوری
case-why-rule = قاعدهٔ «{ $name }»
error-many-cases = این قاعده پرونده‌های بسیار زیادی باز می‌کند. بگویید که همین منظور است، یا آن را دقیق‌تر کنید.
error-not-hours = ساعت‌ها را مانند 09:00-17:00 بنویسید، چند بازه با ویرگول.
error-not-a-day = سطر { $line } یک روز نیست. مانند 2026-12-25 بنویسید.
rule-day-0 = دوشنبه
rule-day-1 = سه‌شنبه
rule-day-2 = چهارشنبه
rule-day-3 = پنجشنبه
rule-day-4 = جمعه
rule-day-5 = شنبه
rule-day-6 = یکشنبه
