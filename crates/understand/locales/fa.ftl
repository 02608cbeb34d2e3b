### Understand: results, answers, what changed.

## Lists and pages
understand-lede = آنچه مشتریان می‌گویند، با بازه‌ای که شمار پاسخ‌ها اجازه می‌دهد.
understand-surveys = نظرسنجی‌ها با امتیازشان
understand-survey = نظرسنجی
understand-score = امتیاز
understand-last-30 = ۳۰ روز گذشته
understand-none-title = هنوز نظرسنجی‌ای نیست
understand-none-text = یک نظرسنجی بسازید یا پاسخ‌هایی را که دارید وارد کنید؛ امتیازها خودبه‌خود اینجا پدیدار می‌شوند.
understand-none-text-viewer = همین که کسی نظرسنجی‌ای منتشر یا پاسخ‌هایی وارد کند، امتیازها اینجا پدیدار می‌شوند.
understand-none-action = رفتن به شنیدن
understand-no-score = امتیازی نمی‌پرسد
understand-anonymous-open = بی‌نام: برای دیدن امتیاز بازش کنید
understand-more-surveys =
    { $count ->
        [one] { $count } نظرسنجی دیگر نشان داده نشده است: تنها آن‌هایی که تازه تغییر کرده‌اند دیده می‌شوند.
       *[other] { $count } نظرسنجی دیگر نشان داده نشده است: تنها آن‌هایی که تازه تغییر کرده‌اند دیده می‌شوند.
    }
understand-views = نماهای این نظرسنجی
understand-tab-results = نتایج
understand-tab-answers = پاسخ‌ها
understand-edit = ویرایش
understand-share = هم‌رسانی
understand-response = پاسخ‌نامه
understand-responses = پاسخ‌نامه‌ها
understand-contact = مشتری
understand-response-id = شناسه

## Filters
understand-filters = صافی‌ها
understand-period = دوره
understand-period-7d = ۷ روز گذشته
understand-period-30d = ۳۰ روز گذشته
understand-period-90d = ۹۰ روز گذشته
understand-period-365d = ۳۶۵ روز گذشته
understand-period-all = همهٔ زمان‌ها
understand-from = از
understand-to = تا
understand-days = { $first } تا { $last }
understand-days-from = از { $first }
understand-days-to = تا { $last }
understand-question = پرسش
understand-option = گزینه
understand-state = وضعیت
understand-state-complete = کامل
understand-state-partial = نیمه‌کاره رها شده
understand-add-filter = صافی
understand-pick = { $dimension }: کدام؟
understand-other-value = مقدار دیگر
understand-remove = برداشتن صافی { $label }: { $value }
understand-clear = پاک کردن همه
understand-no-value = نامعلوم
understand-flag-true = بله
understand-flag-false = نه
understand-dimension-channel = کانال
understand-dimension-language = زبان
understand-dimension-touchpoint = نقطهٔ تماس
understand-channel-link = پیوند
understand-channel-email = ایمیل
understand-channel-sms = پیامک
understand-channel-web = وب‌سایت
understand-channel-qr = رمزینهٔ QR
understand-channel-kiosk = کیوسک
understand-channel-api = API
understand-channel-import = ورود از فایل
understand-channel-review = سایت نظرها
understand-channel-helpdesk = میز کمک

## Numbers
understand-key-numbers = عددهای اصلی
understand-metric-nps = NPS
understand-metric-csat = رضایت
understand-metric-ces = تلاش
understand-metric-rating = رتبه
understand-finished = تا پایان رسیده
understand-finished-note = { $complete } از { $all }
understand-before = { $value } در دورهٔ پیشین
understand-moved = { $by } نسبت به دورهٔ پیشین: { $verdict }
understand-trend = { $metric } { $step }
understand-trend-says = { $metric } { $step }، با بازه‌ای که مقدار واقعی با اطمینان ۹۵٪ در آن است.
understand-by-day = به روز
understand-by-week = به هفته
understand-by-month = به ماه
understand-step = گام
understand-step-day = روز
understand-step-week = هفته
understand-step-month = ماه
understand-distribution-says =
    { $count ->
        [one] هر امتیاز چند بار داده شده است؛ روی هم { $count } پاسخ.
       *[other] هر امتیاز چند بار داده شده است؛ روی هم { $count } پاسخ.
    }
understand-read = گفته‌هایشان را بخوانید:
understand-split = { $metric } به تفکیک { $dimension }
understand-split-says = { $metric } با بازه‌اش برای هر مقدار { $dimension }.
understand-split-by = تفکیک
understand-split-order = پایین‌ترین در آغاز؛ گروه‌های کم‌پاسخ در پایان.
understand-split-most = { $shown } گروه پرپاسخ از { $all } گروه. پایین‌ترین در آغاز؛ گروه‌های کم‌پاسخ در پایان.
understand-choices-says =
    { $count ->
        [one] { $question }: { $count } نفر هر گزینه را چند بار برگزیده است.
       *[other] { $question }: { $count } نفر هر گزینه را چند بار برگزیده‌اند.
    }
understand-texts = تازه‌ترین گفته‌ها
understand-texts-all =
    { $count ->
        [one] { $count } متن
       *[other] همهٔ { $count } متن
    }
understand-as-of = تا ساعت
understand-refresh = تازه کردن

## Nothing to show
understand-new-title = هنوز پاسخی نیست
understand-new-text = پیوند یا رمزینهٔ QR را هم‌رسانی کنید. نخستین پاسخ در دو ثانیه اینجا دیده می‌شود.
understand-empty-title = پاسخی با این شرط‌ها نیست
understand-empty-text = در این دوره با این صافی‌ها کسی پاسخ نداده است.
understand-show-all = نشان دادن همه
understand-no-rows-title = پاسخی با این شرط‌ها نیست
understand-no-rows-text = برای دیدن بیشتر یک صافی را بردارید.

## Answers and responses
understand-newest-first = تازه‌ترین در آغاز
understand-when = کِی
understand-said = چه گفته‌اند
understand-answers-given = پاسخ‌ها
understand-nothing-answered = به هیچ پرسشی پاسخ داده نشده است.
understand-score-of = { $score } از { $of }
understand-where-from = از کجا آمده
understand-known-then = آنچه در آن لحظه می‌دانستیم

## How it is counted
understand-how = این عددها چگونه شمرده می‌شوند
understand-changes = تغییرها
understand-explain-nps = سهم مروجان (۹ و ۱۰) منهای سهم منتقدان (۰ تا ۶)، بر حسب واحد از ۱۰۰− تا ۱۰۰. خنثی‌ها (۷ و ۸) تنها در مجموع شمرده می‌شوند (رایکهلد، ۲۰۰۳). بازه از پراکندگی ۱+، ۰ و ۱− به دست می‌آید (راکس، ۲۰۱۶).
understand-explain-csat = سهم پاسخ‌ها در دو خانهٔ بالا: ۴ و ۵ از پنج، ۶ و ۷ از هفت. بازه همان بازهٔ ویلسون برای یک سهم است (۱۹۲۷).
understand-explain-ces = میانگین امتیازهای تلاش بر مقیاس پرسش. بازه با t استودنت به دست می‌آید.
understand-explain-rating = میانگین رتبه‌ها بر مقیاس پرسش. بازه با t استودنت به دست می‌آید.
understand-explain-range = اگر همهٔ مشتریان پاسخ داده بودند، عدد در ۹۵ تا از ۱۰۰ چنین نظرسنجی‌ای در این بازه می‌بود. کمتر از ۳۰ پاسخ را گوشزد می‌کنیم: به بازه نگاه کنید، نه به نقطه.
understand-explain-finished = پاسخ‌نامه‌های کامل از همهٔ آن‌هایی که آغاز شده‌اند. پرسش پاسخ‌داده‌شده شمرده می‌شود، حتی اگر نظرسنجی نیمه‌کاره رها شده باشد.
understand-explain-verdict = تغییر هنگامی آشکار است که به‌تصادف به‌سختی رخ دهد (نرخ کشف نادرست زیر ۵٪ در میان همهٔ تغییرهای صفحه) و ارزش اقدام داشته باشد: پنج واحد، یا یک‌بیستم مقیاس. «محتمل» یعنی زیر ۲۰٪.
understand-verdict-clear-fall = افت آشکار
understand-verdict-clear-rise = رشد آشکار
understand-verdict-likely-fall = افت محتمل
understand-verdict-likely-rise = رشد محتمل
understand-verdict-no-real-change = بی‌تغییر
understand-verdict-cant-tell = هنوز نمی‌توان گفت
understand-verdict-too-few = پاسخ بسیار کم

## Anonymous surveys
understand-anonymous-title = پاسخ‌ها اینجا بی‌نام‌اند
understand-anonymous-text = تنها گروه‌های پنج‌نفره و بزرگ‌تر را می‌بینید، هیچ پاسخ‌نامهٔ تکی را نمی‌بینید، و عددها با هر پنج پاسخ تازه جابه‌جا می‌شوند. صافی‌ها و فهرست‌ها خاموش‌اند، چون می‌توانند کسی را انگشت‌نما کنند.
understand-anonymous-few-title = کمتر از پنج نفر به پایان رسانده‌اند
understand-anonymous-few-text = همین که پنج نفر تا پایان پاسخ دهند، نتایج دیده می‌شود.
understand-anonymous-fives = کامل، در گام‌های پنج‌تایی
understand-anonymous-bound = ۲۰٬۰۰۰ پاسخ‌نامهٔ کامل نخست
understand-anonymous-hidden = گروه‌های کمتر از پنج نفر و آن‌هایی که لوشان می‌دادند پنهان‌اند.
understand-anonymous-months = ماه‌های با کمتر از پنج پاسخ کنار گذاشته شده‌اند.
understand-anonymous-groups = گروه‌های پنج‌نفره و بزرگ‌تر، پایین‌ترین در آغاز. برخی کنار گذاشته شده‌اند تا با سنجیدن نتوان کسی را شناخت.
understand-anonymous-texts = بی‌ترتیب، بی آنکه گفته شود کِی یا از چه کسی.

## Home
understand-against =
    { $days ->
        [one] روز گذشته در برابر پیش از آن
       *[other] { $days } روز گذشته در برابر پیش از آن
    }
understand-finding-clear-fall = { $metric } «{ $survey }» { $by } افت کرد
understand-finding-clear-rise = { $metric } «{ $survey }» { $by } رشد کرد
understand-finding-likely-fall = { $metric } «{ $survey }» به احتمال زیاد افت کرده است
understand-finding-likely-rise = { $metric } «{ $survey }» به احتمال زیاد رشد کرده است
understand-finding-no-real-change = { $metric } «{ $survey }» پابرجاست
understand-finding-cant-tell = { $metric } «{ $survey }»: هنوز زود است
understand-finding-why =
    { $count ->
        [one] اکنون { $now }، پیش‌تر { $before }؛ { $count } پاسخ اکنون.
       *[other] اکنون { $now }، پیش‌تر { $before }؛ { $count } پاسخ اکنون.
    }
understand-finding-needed =
    { $count ->
        [one] نزدیک { $count } پاسخ دیگر روشنش می‌کند.
       *[other] نزدیک { $count } پاسخ دیگر روشنش می‌کند.
    }
understand-now = اکنون
understand-then = پیش‌تر
understand-glance = چرخه در این هفته
understand-glance-answers =
    { $count ->
        [one] { $count } پاسخ‌نامه
       *[other] { $count } پاسخ‌نامه
    }
understand-glance-before = { $count } در هفتهٔ پیش

## Refusals
error-bad-filter = این صافی خوانده نمی‌شود. تاریخ مانند 2026-11-22 و امتیاز مانند 9 یا 0-6 نوشته می‌شود.
error-too-many-filters = هم‌زمان بیش از { $max } صافی نمی‌شود.
error-too-many-counts = این نظرسنجی بیش از { $max } شمارش روزانهٔ گوناگون دارد. آن را محدودتر کنید.
error-survey-anonymous = پاسخ‌های این نظرسنجی بی‌نام‌اند، پس فهرستی از آن‌ها نیست.
thing-response = این پاسخ‌نامه
