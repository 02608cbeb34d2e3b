### پرونده‌ها: شکایت‌هایی که منتظر پاسخ‌اند.

case-title = شکایت
case-list-title = شکایت‌ها
case-list-lede = هر شکایت اینجا می‌ماند تا کسی به مشتری پاسخ دهد.
case-which = کدام شکایت‌ها
case-which-loose = بدون مسئول
case-which-mine = شکایت‌های من
case-which-open = همهٔ موارد باز
case-which-answered = پاسخ‌داده، بسته‌نشده
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
case-note-label = یادداشت برای همکاران
case-note-hint = مشتری آن را نمی‌بیند.
case-note-save = افزودن یادداشت
case-state = پیگیری
case-answer = ثبت «پاسخ داده شد»
case-reopen = باز کردن دوباره
case-answered = پاسخ داده شد
case-overdue = مهلت گذشته
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
### Messages: mail to customers and members, and what comes back.
messages-title = پیام‌ها
messages-lede = هر آنچه برای مشتریان و همکاران فرستاده می‌شود؛ هر کدام به یک دلیل و تنها یک بار.
messages-no-server = کارساز ایمیل تنظیم نشده است
messages-by-hand = هیچ پیامی خودبه‌خود فرستاده نمی‌شود. پیام را باز کنید، با برنامهٔ ایمیل خود بفرستید و سپس «فرستاده شد» را بزنید.
messages-configure = برای فرستادن خودکار، این را در nabz.toml بنویسید:
messages-of-contact = پیام‌های یک مشتری
messages-of-all = نمایش همهٔ پیام‌ها
messages-which = کدام پیام‌ها
messages-state-all = همه
messages-state-queued = در انتظار
messages-state-sending = در حال ارسال
messages-state-sent = فرستاده‌شده
messages-state-failed = نرسیده
messages-state-held_without_consent = نگه‌داشته: بدون رضایت
messages-state-suppressed = نشانی مسدود
messages-empty = هنوز پیامی نیست
messages-empty-text = هنگامی که به مشتری پاسخ داده یا گفته می‌شود چه کرده‌ایم، پیام پیش از ارسال این‌جا دیده می‌شود.
messages-empty-action = دیدن شکایت‌ها
message-message = پیام
message-kind = برای چه
message-kind-case_reply = پاسخ به شکایت
message-kind-case_survey = آیا کمک کرد؟
message-kind-told = شما گفتید، ما انجام دادیم
message-kind-notice = آگاهی به همکار
message-when = زمان
message-by-hand = دستی فرستاده شد
message-mark-sent = فرستاده شد
message-again = تلاش دوباره
message-text = متن
message-open-mail = باز کردن در برنامهٔ ایمیل من
message-copy = متن برای رونوشت
message-copy-hint = برای برنامهٔ ایمیل خودتان یا راهی دیگر.
message-state = دربارهٔ این پیام
message-to = گیرنده
message-written = نوشته‌شده
message-sent-at = فرستاده‌شده
message-next = تلاش بعدی
message-attempts = تلاش‌ها
message-why-held_without_consent = مشتری با پیام‌هایی از این گونه موافقت نکرده است، پس فرستاده نمی‌شود. اگر بعدتر موافقت کرد، دوباره تلاش کنید.
message-why-suppressed = به این نشانی نوشته نمی‌شود: پیامی پیش‌تر برگشت خورده یا صاحب آن پیامی نمی‌خواهد.
message-error = پاسخ کارساز ایمیل
message-case = رفتن به شکایت
message-history = همهٔ پیام‌ها به این مشتری
message-flash-queued = برای فرستادن پیام دوباره تلاش می‌شود.
message-flash-held = این پیام هنوز اجازهٔ ارسال ندارد.
message-flash-sent = ثبت شد که پیام فرستاده شده است.
message-flash-unsent = پیام دوباره در انتظار است.
error-message-is-under-way = این پیام در راه است یا فرستاده شده است.
error-message-too-long = حداکثر { $max } نویسه بنویسید.
error-bad-address = این نشانی ایمیل نیست.
error-no-mail = خود ایمیل را به‌صورت message/rfc822 در بدنه بفرستید.
thing-message = این پیام
thing-mail = این ایمیل
mails-title = ایمیل‌های رسیده
mails-waiting =
    { $count ->
        [one] { $count } ایمیل در انتظار
       *[other] { $count } ایمیل در انتظار
    }
mails-lede = پاسخ‌ها یکراست به شکایت خود می‌روند. آنچه به هیچ شکایتی تعلق ندارد این‌جا می‌ماند تا کسی به آن رسیدگی کند.
mails-which = کدام ایمیل‌ها
mails-loose = در انتظار
mails-all = همه
mails-empty = ایمیلی در انتظار نیست
mails-empty-text = ایمیل‌ها از صندوقی که در nabz.toml آمده ([mail] imap) یا از راه API می‌رسند.
mail-from = فرستنده
mail-marks = یادداشت‌ها
mail-no-subject = بدون موضوع
mail-nobody = فرستندهٔ ناشناس
mail-no-text = این ایمیل متنی ندارد.
mail-mark-done = رسیدگی شد
mail-mark-undone = برگرداندن به انتظار
mail-done = رسیدگی‌شده
mail-foreign = از شخصی دیگر
mail-foreign-text = این ایمیل پاسخ به یکی از پیام‌های ماست، ولی فرستنده‌اش همان مشتری نیست که به او نوشتیم. آن را سخن مشتری نگیرید.
mail-auto = پاسخ خودکار
mail-held-own = یکی از ایمیل‌های خودمان
mail-held-many = بیش از اندازه در یک ساعت
mail-bounce-failed = نرسیده
mail-bounce-delayed = با تأخیر
mail-bounce-complaint = گزارش هرزنامه
mail-bounce-delivered = رسیده
mail-full = همهٔ متن، با ایمیل‌های نقل‌شده و امضا
mail-files = پرونده‌ها
mail-kilobytes = { $size } کیلوبایت
mail-refused = نگه‌داری نشد
mail-refused-text = این پرونده‌ها بیش از اندازه بزرگ یا پرشمارند. از فرستنده راه دیگری بخواهید.
mail-received = دریافت‌شده
mail-status = کد
mail-about = پیامی که دربارهٔ آن است
mail-flash-done = ثبت شد که رسیدگی شده است.
mail-flash-undone = ایمیل دوباره در انتظار است.
mail-unsubscribe = دیگر پیامی از این گونه نمی‌خواهم:
mail-unsubscribe-link = دیگر پیامی از این گونه نمی‌خواهم
unsubscribe-title = دیگر پیامی نمی‌خواهید؟
unsubscribe-text = دیگر از شما نمی‌پرسیم که آیا کمکی شد و نمی‌گوییم چه کرده‌ایم. اگر شکایتی کنید، همچنان پاسخ می‌گیرید.
unsubscribe-button = لغو دریافت
unsubscribe-done = دریافت پیام‌ها لغو شد
unsubscribe-done-text = دیگر پیامی از این گونه نمی‌گیرید. اگر شکایتی کنید، همچنان پاسخ می‌گیرید.
unsubscribe-unknown = این پیوند شناخته نیست
unsubscribe-unknown-text = لطفاً پیوند را دقیقاً همان‌گونه که در پیام آمده است به کار ببرید.
## What the audit log says
audit-message-again = خواست پیامی دوباره فرستاده شود
audit-message-sent = ثبت کرد که پیامی فرستاده شده است
audit-message-unsent = ثبتِ فرستادن پیامی را پس گرفت
audit-mail-done = به ایمیلی رسیدگی کرد
audit-mail-undone = ایمیلی را به انتظار برگرداند

### Answering, closing, queues, and what customers say of it.
case-which-team = تیم
case-which-overdue = مهلت گذشته
case-which-closed = بسته‌شده
case-empty-team = چیزی منتظر این تیم نیست
case-empty-overdue = مهلت هیچ شکایتی نگذشته است
case-empty-closed = هنوز شکایتی بسته نشده است
case-stage-new = تازه
case-stage-work = در دست رسیدگی
case-stage-waits = منتظر مشتری
case-stage-back = مشتری بازگشته
case-stage-closed = بسته
case-take = به من سپرده شود
case-timeline = روند رسیدگی
case-newest-first = تازه‌ترین در بالا
case-topic = دربارهٔ
case-team = تیم
case-replied = پاسخ مشتری
case-asked = پرسش از نتیجه
case-closed = بسته شد
case-root-cause = علت ریشه‌ای
case-action = چه کرده شد
case-customer = مشتری
case-outcome = نتیجه
case-outcome-solved = حل شد
case-outcome-partly = تا اندازه‌ای حل شد
case-outcome-not_solved = حل نشد
case-outcome-no_answer = دسترسی به مشتری ممکن نیست
case-helped-yes = کمک کرد
case-helped-partly = تا اندازه‌ای کمک کرد
case-helped-no = کمک نکرد
case-steps-done = { $done } از { $all }
case-steps-save = ثبت گام‌های انجام‌شده
case-similar = چنین مواردی چگونه حل شد
case-others = موارد دیگر این مشتری
case-initiatives = بخشی از
case-keys = کلیدها: r پاسخ، a سپردن به من، n یادداشت، c بستن، j و k بعدی و قبلی.
case-score = امتیاز
case-filter-team = تیم
case-filter-priority = اولویت
case-filter-survey = نظرسنجی
case-filter-rule = قاعده
case-flash-unanswered = مشتری همچنان منتظر پاسخ است.
case-flash-closed = شکایت بسته شد.
case-flash-replied = پاسخ در راه است.
case-flash-reply-by-hand = پاسخ در بخش پیام‌ها منتظر است. آن را با برنامهٔ ایمیل خود بفرستید و سپس «فرستاده شد» را بزنید.
case-flash-steps = گام‌ها ثبت شد.
case-flash-bulk = شکایت‌ها تغییر کرد.
reply-title = پاسخ به مشتری
reply-again = پیش‌تر پاسخ داده شده
reply-address = نشانی ایمیل
reply-no-address = نشانی این مشتری شناخته نیست. نشانی را بنویسید، یا از راهی دیگر پاسخ دهید و آن را ثبت کنید.
reply-language = زبان
reply-subject-label = موضوع
reply-subject = پاسخ شما به «{ $survey }»
reply-text = متن
reply-templates = الگوها
reply-send = فرستادن پاسخ
reply-customer = مشتری گرامی
reply-starter-sorry-name = پوزش
reply-starter-sorry-subject = پوزش بابت تجربهٔ شما
reply-starter-sorry-text =
    { $name }، سلام

    سپاسگزاریم که ما را از آنچه پیش آمد آگاه کردید. از این بابت پوزش می‌خواهیم.

    خودم موضوع را پیگیری می‌کنم و به‌محض روشن شدن آن، دوباره برایتان می‌نویسم.

    { $owner }
reply-starter-solved-name = برطرف شد
reply-starter-solved-subject = مشکل برطرف شد
reply-starter-solved-text =
    { $name }، سلام

    آنچه گفتید درست بود و برطرف شده است.

    اگر هنوز چیزی آن‌گونه که باید نیست، کافی است به همین ایمیل پاسخ دهید.

    { $owner }
reply-starter-ask-name = نیاز به آگاهی بیشتر
reply-starter-ask-subject = پرسشی دربارهٔ پاسخ شما
reply-starter-ask-text =
    { $name }، سلام

    از پاسخ شما به «{ $survey }» سپاسگزاریم. برای برطرف کردن مشکل باید کمی بیشتر بدانم: چه زمانی بود و دقیقاً چه پیش آمد؟

    کافی است به همین ایمیل پاسخ دهید.

    { $owner }
template-manage = ویرایش الگوها
template-title = الگوهای پاسخ
template-lede = متن‌هایی که پاسخ‌ها با آن‌ها آغاز می‌شوند. چند الگو در هر زبان آماده است؛ این‌ها الگوهای خودتان است.
template-name = نام
template-empty = هنوز الگویی نساخته‌اید
template-empty-text = آنچه بارها می‌نویسید اینجا نگه داشته می‌شود و در هر پرونده در دسترس است.
template-new = الگوی تازه
template-change = ویرایش الگو
template-remove = حذف
template-full = شمار الگوها به بیشینه رسیده است. نخست یکی را حذف کنید.
template-places = به جای {"{"}name{"}"}، {"{"}survey{"}"} و {"{"}owner{"}"} نام مشتری، نظرسنجی و نام شما می‌آید.
template-flash-saved = الگو ذخیره شد.
template-flash-removed = الگو حذف شد.
thing-template = الگو
entry-out = پاسخ به مشتری
entry-survey = پرسش از نتیجه
entry-in = ایمیل از
entry-note = یادداشت
entry-said = مشتری پاسخ داد
entry-signal = مشتری دوباره شکایت کرد
entry-open = باز کردن
entry-somebody = کسی
entry-unassigned = مسئول را برداشت
entry-assigned = مسئول: { $detail }
entry-priority = اولویت: { $detail }
entry-answered_elsewhere = از راهی دیگر پاسخ داده شد
entry-unanswered = هنوز پاسخ داده نشده است
entry-closed = بسته شد: { $detail }
entry-closed_silently = بدون پاسخ بسته شد: { $detail }
entry-reopened = دوباره باز شد
entry-escalated = دیرکرد: گام { $detail }
entry-helped = مشتری می‌گوید: { $detail }
entry-step_done = انجام شد: { $detail }
close-title = بستن
close-reason = چرا به مشتری پاسخ داده نمی‌شود؟
close-reason-hint = هنوز کسی به مشتری پاسخ نداده است.
close-ask = از مشتری پرسیده شود که آیا کمک کرد
close-ask-hint = تنها در صورت رضایت مشتری فرستاده می‌شود.
close-button = بستن
close-typed = آنچه نوشتید
board-title = تختهٔ کار
board-lede = شکایت‌های باز، بر پایهٔ اینکه نوبت کیست.
board-all = دیدن همه
board-none = چیزی اینجا نیست.
due-title = مهلت‌ها
due-lede = { $count } مورد باید در این ماه پاسخ داده شود.
due-today = امروز
due-cut = موارد بیشتری هست. { $count } مورد نخست نشان داده شده است.
due-more = { $count } مورد دیگر
bulk-chosen = مورد برگزیده
bulk-priority = تعیین اولویت
bulk-reason = یک دلیل برای همه
bulk-all = برگزیدن همهٔ موارد این صفحه
bulk-choose = برگزیدن این شکایت
share-title = شکایت‌های { $days } روز گذشته
share-cut = ({ $count } مورد آخر)
share-answered = پاسخ‌داده‌شده
share-in_work = در دست رسیدگی
share-overdue = مهلت گذشته
share-silent = بسته‌شده بدون پاسخ
helped-title = آیا پاسخ ما کمک کرد؟
helped-unknown = این پرسش دیگر باز نیست
helped-unknown-text = لطفاً پیوند را دقیقاً همان‌گونه که در تازه‌ترین پیام آمده است به کار ببرید.
helped-thanks = سپاسگزاریم
helped-said-yes = خوشحالیم که کمک کرد.
helped-said-partly = سپاس که گفتید. می‌کوشیم بهتر شود.
helped-said-no = متأسفیم. شکایت شما دوباره باز شد و به آن رسیدگی می‌شود.
helped-mail-subject = آیا پاسخ ما کمک کرد؟
helped-mail-text = شما مشکلی را با ما در میان گذاشتید و ما پاسخ دادیم. آیا کمک کرد؟ یک کلیک کافی است:
helped-mail-thanks = با سپاس، { $workspace }
notice-assigned-subject = شکایتی به شما سپرده شد
notice-assigned-text = مشتری منتظر پاسخ شماست:
notice-escalated-subject = مهلت شکایتی گذشته است
notice-escalated-text = باید تاکنون پاسخ داده می‌شد. موارد دیگر را در فهرست خود می‌بینید:
notice-mentioned-subject = در یادداشتی از شما نام برده شد
notice-mentioned-text = همکاری در یادداشت یک شکایت از شما نام برده است:
notice-answered-subject = مشتری پاسخ داد
notice-answered-text = پاسخ در شکایت آمده است:
notice-foreign-subject = کسی دیگر در شکایتی نوشت
notice-foreign-text = فرستنده همان مشتری نیست که به او نوشتیم. پیش از پاسخ، آن را ببینید:
notice-bounced-subject = پاسخی نرسید
notice-bounced-text = ایمیل به مشتری نرسید. راه دیگری را بیازمایید:
notice-not-helped-subject = کمک نکرد: شکایتی دوباره باز شد
notice-not-helped-text = مشتری می‌گوید پاسخ کمکی نکرد:
error-case-is-closed = در این میان شخص دیگری این شکایت را بسته است. آنچه نوشتید در پایین آمده؛ برای تغییر، شکایت را دوباره باز کنید.
error-why-no-answer = بنویسید چرا به مشتری پاسخ داده نمی‌شود.
error-address-blocked = به این نشانی نوشته نمی‌شود: پیامی پیش‌تر برگشت خورده یا صاحب آن پیامی نمی‌خواهد. نشانی یا راه دیگری به کار ببرید.
error-contact-said-no = این مشتری ایمیل نمی‌خواهد. از راهی دیگر پاسخ دهید و آن را ثبت کنید.
error-nothing-chosen = دست‌کم یک شکایت را برگزینید.
audit-case-reply = به مشتری پاسخ داد
audit-case-close = شکایتی را بست
audit-case-unanswer = ثبتِ پاسخ به شکایت را پس گرفت
audit-case-bulk = چند شکایت را تغییر داد
audit-case-escalate = شکایتی دیرکرده را یک گام پیش برد
audit-case-helped = گفت که آیا کمک کرد
audit-template-save = الگوی پاسخی را ذخیره کرد
audit-template-remove = الگوی پاسخی را حذف کرد
