### Understand: results, answers, what changed.

## Lists and pages
understand-lede = آنچه مشتریان می‌گویند، با بازه‌ای که شمار پاسخ‌ها اجازه می‌دهد.
understand-surveys = نظرسنجی‌ها با امتیازشان
understand-survey = نظرسنجی
understand-score = امتیاز
understand-last-30 = ۳۰ روز گذشته
understand-none-title = هنوز نظرسنجی‌ای نیست
understand-none-text = یک نظرسنجی بسازید یا پاسخ‌هایی را که دارید وارد کنید؛ امتیازها خودبه‌خود اینجا نمایش داده می‌شوند.
understand-none-text-viewer = همین که کسی نظرسنجی‌ای منتشر یا پاسخ‌هایی وارد کند، امتیازها اینجا نمایش داده می‌شوند.
understand-none-action = رفتن به بخش شنیدن
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
understand-share = اشتراک‌گذاری
understand-response = پاسخ
understand-responses = پاسخ‌ها
understand-contact = مشتری
understand-response-id = شناسه

## Filters
understand-filters = فیلترها
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
understand-add-filter = فیلتر
understand-pick = { $dimension }: کدام؟
understand-other-value = مقدار دیگر
understand-remove = برداشتن فیلتر { $label }: { $value }
understand-clear = پاک کردن همه
understand-flagged = پاسخ‌های نشان‌دار
understand-flagged-out = کنار گذاشته
understand-leave-out = پاسخ‌های نشان‌دار را کنار بگذارید
understand-count-again = پاسخ‌های نشان‌دار را دوباره بشمارید
understand-left-out =
    { $count ->
        [0] هیچ پاسخی در اینجا نشان‌دار نیست، پس چیزی کنار گذاشته نشده است.
        [one] { $count } پاسخ نشان‌دار کنار گذاشته شده است: { $why }.
       *[other] { $count } پاسخ نشان‌دار کنار گذاشته شده است: { $why }.
    }
understand-left-out-look = ببینید کدام‌ها
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
understand-channel-qr = کد QR
understand-channel-kiosk = کیوسک
understand-channel-api = API
understand-channel-import = ورود از فایل
understand-channel-review = سایت نقد و نظر
understand-channel-helpdesk = پشتیبانی

## Numbers
understand-key-numbers = عددهای اصلی
understand-metric-nps = NPS
understand-metric-csat = رضایت
understand-metric-ces = آسانی کار
understand-metric-rating = امتیاز
understand-finished = تکمیل‌شده
understand-finished-note = { $complete } از { $all }
understand-before = { $value } در دورهٔ پیشین
understand-moved = { $verdict }: { $by } نسبت به دورهٔ پیشین
understand-trend = { $metric } { $step }
understand-trend-says = { $metric } { $step }، با بازه‌ای که مقدار واقعی با اطمینان ۹۵٪ در آن است.
understand-by-day = روزانه
understand-by-week = هفتگی
understand-by-month = ماهانه
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
understand-split-by = تفکیک بر پایهٔ…
understand-split-order = پایین‌ترین در آغاز؛ گروه‌های کم‌پاسخ در پایان.
understand-split-most = { $shown } گروه پرپاسخ از { $all } گروه. پایین‌ترین در آغاز؛ گروه‌های کم‌پاسخ در پایان.
understand-choices-says =
    { $count ->
        [one] { $question }: { $count } نفر هر گزینه را چند بار انتخاب کرده است.
       *[other] { $question }: { $count } نفر هر گزینه را چند بار انتخاب کرده‌اند.
    }
understand-texts = تازه‌ترین گفته‌ها
understand-texts-all =
    { $count ->
        [one] { $count } متن
       *[other] همهٔ { $count } متن
    }
understand-as-of = تا ساعت
understand-refresh = تازه‌سازی

## Nothing to show
understand-new-title = هنوز پاسخی نیست
understand-new-text = پیوند یا کد QR را به اشتراک بگذارید. نخستین پاسخ تا دو ثانیه بعد اینجا دیده می‌شود.
understand-empty-title = پاسخی با این شرط‌ها نیست
understand-empty-text = در این دوره با این فیلترها کسی پاسخ نداده است.
understand-show-all = نشان دادن همه
understand-no-rows-title = پاسخی با این شرط‌ها نیست
understand-no-rows-text = برای دیدن بیشتر یک فیلتر را بردارید.

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
understand-explain-nps = سهم مروجان (۹ و ۱۰) منهای سهم منتقدان (۰ تا ۶)، بر حسب واحد از ۱۰۰− تا ۱۰۰. بی‌تفاوت‌ها (۷ و ۸) تنها در مجموع شمرده می‌شوند (رایکهلد، ۲۰۰۳). بازه از پراکندگی ۱+، ۰ و ۱− به دست می‌آید (راکس، ۲۰۱۶).
understand-explain-csat = سهم پاسخ‌ها در دو خانهٔ بالا: ۴ و ۵ از پنج، ۶ و ۷ از هفت. بازه همان بازهٔ ویلسون برای یک سهم است (۱۹۲۷).
understand-explain-ces = میانگین امتیازهای آسانی کار بر مقیاس پرسش. بازه با t استودنت به دست می‌آید.
understand-explain-rating = میانگین امتیازها بر مقیاس پرسش. بازه با t استودنت به دست می‌آید.
understand-explain-range = اگر همهٔ مشتریان پاسخ داده بودند، عدد در ۹۵ تا از ۱۰۰ چنین نظرسنجی‌ای در این بازه می‌بود. کمتر از ۳۰ پاسخ را گوشزد می‌کنیم: به بازه نگاه کنید، نه به نقطه.
understand-explain-finished = سهم پاسخ‌های کامل از همهٔ پاسخ‌هایی که آغاز شده‌اند. پرسش پاسخ‌داده‌شده شمرده می‌شود، حتی اگر نظرسنجی نیمه‌کاره رها شده باشد.
understand-explain-verdict = تغییر هنگامی آشکار است که به‌تصادف به‌سختی رخ دهد (نرخ کشف نادرست زیر ۵٪ در میان همهٔ تغییرهای صفحه) و ارزش اقدام داشته باشد: پنج واحد، یا یک‌بیستم مقیاس. «محتمل» یعنی زیر ۲۰٪.
understand-verdict-clear-fall = افت آشکار
understand-verdict-clear-rise = رشد آشکار
understand-verdict-likely-fall = افت محتمل
understand-verdict-likely-rise = رشد محتمل
understand-verdict-no-real-change = بدون تغییر واقعی
understand-verdict-cant-tell = هنوز نمی‌توان گفت
understand-verdict-too-few = پاسخ بسیار کم

## Anonymous surveys
understand-anonymous-title = پاسخ‌ها اینجا بی‌نام‌اند
understand-anonymous-text = تنها گروه‌های پنج‌نفره و بزرگ‌تر را می‌بینید، نه پاسخ تک‌تک افراد را، و عددها با هر پنج پاسخ تازه به‌روز می‌شوند. فیلترها و فهرست‌ها خاموش‌اند، چون ممکن است هویت کسی را آشکار کنند.
understand-anonymous-few-title = کمتر از پنج نفر به پایان رسانده‌اند
understand-anonymous-few-text = همین که پنج نفر تا پایان پاسخ دهند، نتایج دیده می‌شود.
understand-anonymous-fives = کامل، در گام‌های پنج‌تایی
understand-anonymous-bound = ۲۰٬۰۰۰ پاسخ کامل نخست
understand-anonymous-hidden = گروه‌های کمتر از پنج نفر، و گروه‌هایی که آن‌ها را آشکار می‌کردند، پنهان‌اند.
understand-anonymous-months = ماه‌هایی که کمتر از پنج پاسخ دارند کنار گذاشته شده‌اند.
understand-anonymous-groups = گروه‌های پنج‌نفره و بزرگ‌تر، پایین‌ترین در آغاز. برخی کنار گذاشته شده‌اند تا کسی با مقایسه شناخته نشود.
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
understand-finding-no-real-change = { $metric } «{ $survey }» ثابت مانده است
understand-finding-cant-tell = هنوز زود است که بگوییم { $metric } «{ $survey }» تغییر کرده یا نه
understand-finding-too-few = { $metric } «{ $survey }» تاکنون { $now } است
understand-finding-why =
    { $count ->
        [one] اکنون { $now }، پیش‌تر { $before }؛ { $count } پاسخ اکنون.
       *[other] اکنون { $now }، پیش‌تر { $before }؛ { $count } پاسخ اکنون.
    }
understand-finding-needed =
    { $count ->
        [one] نزدیک { $count } پاسخ دیگر، تغییری به اندازهٔ { $change } واحد یا بیشتر را نشان می‌دهد.
       *[other] نزدیک { $count } پاسخ دیگر، تغییری به اندازهٔ { $change } واحد یا بیشتر را نشان می‌دهد.
    }
understand-finding-pace =
    { $days ->
        [one] با روند کنونی نزدیک { $days } روز طول می‌کشد.
       *[other] با روند کنونی نزدیک { $days } روز طول می‌کشد.
    }
understand-finding-few =
    { $count ->
        [one] از { $count } پاسخ.
       *[other] از { $count } پاسخ.
    }
understand-finding-from = تغییر از { $least } پاسخ به بالا گفته می‌شود، هم در این دوره و هم در دورهٔ پیش از آن.
understand-finding-ask = از مشتریان بیشتری بپرسید
understand-now = اکنون
understand-then = پیش‌تر
understand-glance = چرخه در این هفته
understand-glance-answers =
    { $count ->
        [one] { $count } پاسخ
       *[other] { $count } پاسخ
    }
understand-glance-before = { $count } در هفتهٔ پیش

## Refusals
error-bad-filter = این فیلتر خوانده نمی‌شود. تاریخ مانند 2026-11-22 و امتیاز مانند 9 یا 0-6 نوشته می‌شود.
error-too-many-filters = هم‌زمان بیش از { $max } فیلتر نمی‌شود.
error-too-many-counts = این نظرسنجی بیش از { $max } شمارش روزانهٔ متفاوت دارد. آن را محدودتر کنید.
error-survey-anonymous = پاسخ‌های این نظرسنجی بی‌نام‌اند، پس فهرستی از آن‌ها نیست.
thing-response = این پاسخ

## Export of responses
understand-export = برون‌بری پاسخ‌ها
understand-export-lede = برای هر پاسخ‌نامه یک سطر و برای هر پرسش یک یا چند ستون.
understand-export-anonymous = در این نظرسنجی قول ناشناس‌ماندن داده شده است. در پرونده شناسه، مخاطب، کانال، ویژگی و ساعت نیست و تنها روز آمده است؛ پاسخ‌های نیمه‌کاره نمی‌آیند و پاسخ‌هایی که کمتر از پنج نفر در آن هم‌گروه‌اند خالی می‌مانند.
understand-export-filtered = فیلترهای صفحهٔ نتایج برای پرونده هم برقرارند.
understand-export-format = قالب
understand-export-labels-in = زبان برچسب‌ها
understand-export-labels = واژه به‌جای کلید
understand-export-labels-hint = در CSV، اکسل، JSON و Parquet پاسخ‌ها به واژه می‌آیند. پرونده‌های SPSS و Stata همیشه هر دو را دارند.
understand-export-personal = همراه با داده‌های شخصی در متن‌ها
understand-export-personal-hint = شماره‌های تلفن، نشانی‌ها، نام‌ها و مانند آن‌ها همان‌گونه که نوشته شده‌اند در پرونده می‌آیند. گزارش رویدادها ثبت می‌کند چه کسی آن‌ها را برداشته است.
understand-export-masked = به جای داده‌های شخصی در متن‌ها نوع آن‌ها می‌آید، مانند [تلفن].
understand-export-get = دریافت
understand-export-format-xlsx = اکسل (XLSX)
understand-export-format-xlsx-hint = در هر صفحه‌گسترده‌ای باز می‌شود؛ برگهٔ دوم ستون‌ها را توضیح می‌دهد.
understand-export-format-csv = CSV
understand-export-format-csv-hint = متن ساده، برای هر برنامه‌ای.
understand-export-format-sav = SPSS (SAV)
understand-export-format-sav-hint = با برچسب، برای R (haven)، پایتون، PSPP و Jamovi هم.
understand-export-format-dta = Stata (DTA)
understand-export-format-dta-hint = با برچسب، برای Stata 14 به بعد.
understand-export-format-parquet = Parquet
understand-export-format-parquet-hint = ستون‌های نوع‌دار، برای ابزارهای داده.
understand-export-format-json = JSON
understand-export-format-json-hint = برای برنامه‌ها.
understand-export-id = پاسخ‌نامه
understand-export-state = وضعیت
understand-export-started-at = آغاز
understand-export-completed-at = پایان
understand-export-day = روز
understand-export-channel = کانال
understand-export-touchpoint = نقطهٔ تماس
understand-export-contact-id = مخاطب
understand-export-language = زبان
understand-export-version = نسخهٔ نظرسنجی
understand-export-ending = پایان‌بندی
understand-export-seconds = ثانیه‌های صرف‌شده
understand-export-best = بهترین
understand-export-worst = بدترین
understand-export-own = پیشنهاد خود
understand-export-sheet-rows = پاسخ‌ها
understand-export-sheet-columns = ستون‌ها
understand-export-head-column = ستون
understand-export-head-label = برچسب
understand-export-head-code = مقدار
understand-export-head-meaning = معنا
error-sheet-too-long = در یک برگه بیش از { $max } پاسخ‌نامه جا نمی‌شود. CSV یا Parquet را برگزینید.
error-table-too-wide = ستون‌های این نظرسنجی از گنجایش این قالب ({ $max }) بیشتر است.
error-too-few-responses = در این نظرسنجی قول ناشناس‌ماندن داده شده است: وقتی دست‌کم { $min } نفر آن را به پایان ببرند پرونده‌ای خواهد بود.

## Report, cross-table, comparison, course, quality, shares
understand-tab-report = گزارش
understand-tab-crosstab = جدول متقاطع
understand-tab-compare = مقایسه
understand-tab-why = چرا
understand-why-title = چرا «{ $question }» این نتیجه را دارد
understand-why-low = { $low } پاسخ از { $read } پاسخ ({ $share }) پایین است، یعنی حداکثر { $to }. نتیجه { $score } است.
understand-why-sample = این‌ها تازه‌ترین‌ها از { $rows } پاسخ‌اند.
understand-why-no-cause = هیچ علتی فراتر از تصادف دیده نمی‌شود: آنچه ناراضی‌ها می‌گویند دیگران هم به همان اندازه می‌گویند، یا شمار کمی چیزی نوشته‌اند.
understand-why-costs-nps = { $points } واحد از NPS
understand-why-costs-percent = { $points } واحد درصد
understand-why-costs-mean = { $points } از میانگین
understand-why-unexplained = { $share } از پاسخ‌های پایینِ دارای متن هیچ‌یک از این علت‌ها را نام نمی‌برند.
understand-why-order = ترتیب آن‌ها بر پایهٔ این است که چقدر از تصادف متمایزند، نه این‌که چقدر از امتیاز می‌کاهند.
understand-why-echoes = کنار گذاشته شد، زیرا همان نمره را با واژه‌های دیگر می‌گوید: { $names }.
understand-why-repeated = { $count } پاسخ تکرار گفته‌های پیشین بود و دوباره شمرده نشد.
understand-why-risk = این { $times } برابرِ دیگران در همان جاهاست ({ $low } تا { $high }).
understand-why-share = { $mentions } نفر به آن اشاره کرده‌اند و { $low } نفر از آنان نمرهٔ پایین داده‌اند: { $share } از همهٔ پاسخ‌های پایینِ دارای متن.
understand-why-points-all = بهای آن، در کل
understand-why-points-there = بهای آن در آنجا
understand-why-response = همهٔ پاسخ
understand-why-words = واژه‌های پشت آن
understand-why-where = پاسخ‌های پایین کجا هستند
understand-why-place = کجا
understand-why-answers = پاسخ‌ها
understand-why-low-share = پایین
understand-why-times = برابرِ جاهای دیگر
understand-why-points = امتیاز
understand-why-ruled-out = آنچه علت نیست
understand-why-ruled-out-note = عدد کنار هر کدام می‌گوید چند نفر به آن اشاره کرده‌اند.
understand-why-not-tied = کسانی که این را می‌گویند به اندازهٔ دیگران نمرهٔ پایین می‌دهند.
understand-why-not-sure = کسانی که این را می‌گویند بیشتر نمرهٔ پایین می‌دهند، ولی ممکن است تصادف باشد.
understand-why-only-common = جایی گفته می‌شود که نمره‌ها پایین است، ولی راضی‌ها هم می‌گویند.
understand-why-goes-with = بدون علت { $cause } چیزی از آن نمی‌ماند.
understand-why-plan = آغاز یک ابتکار
understand-why-ask = گام بعد: بپرسید
understand-why-ask-text = { $share } از پاسخ‌های پایینِ دارای متن هنوز علتی ندارند و { $silent } نفر بی هیچ کلمه‌ای نمرهٔ پایین داده‌اند.
understand-why-ask-there = نخست اینجا بپرسید:
understand-why-ask-reasons = این دلیل‌ها را کنار پاسخ آزاد پیشنهاد کنید:
understand-why-ask-add = افزودن پرسش به نظرسنجی
understand-why-closed-title = این نوشته‌ها برای نقش شما نیست
understand-why-closed-text = علت‌ها در نوشته‌های افراد پیدا می‌شود. از مدیری که می‌تواند متن‌های این نظرسنجی را بخواند بپرسید.
understand-why-none-title = چیزی برای توضیح نیست
understand-why-none-text = برای یافتن علت، پرسشی با مقیاس و پاسخ‌هایی به آن لازم است. بازهٔ بلندتری برگزینید یا صافی‌ها را بردارید.
understand-why-explain = نخست گروه‌هایی از پاسخ‌ها جست‌وجو می‌شود که بیش از جاهای دیگر نمرهٔ پایین دارند. سپس نوشته‌های ناراضی‌ها با نوشته‌های دیگران در همان گروه‌ها سنجیده می‌شود تا چیزی که فقط در جای بد رایج است علت شمرده نشود. تنها آنچه با در نظر گرفتن همهٔ آزمون‌ها تصادفی نیست نشان داده می‌شود.
understand-why-explain-points = امتیاز یعنی اگر کسانی که علت را نام می‌برند مانند دیگران پیرامونشان پاسخ می‌دادند نتیجه چقدر بهتر می‌شد؛ علت‌هایی که با هم می‌آیند امتیاز را منصفانه تقسیم می‌کنند (شپلی).
understand-why-explain-limits = علت‌ها در نوشته‌های افراد پیدا می‌شود؛ آنچه هیچ‌کس نمی‌گوید پیدا نمی‌شود. داوری نهایی با آزمایش یا تغییری است که اثرش سنجیده شود.
understand-tab-course = مسیر پاسخ
understand-tab-quality = کیفیت
understand-words-hidden = نوشته‌های پاسخ‌دهندگان برای نقش شما نمایش داده نمی‌شود.
understand-personal-email = ایمیل
understand-personal-phone = تلفن
understand-personal-card = شمارهٔ کارت
understand-personal-iban = شمارهٔ حساب
understand-personal-national-id = کد ملی
understand-personal-link = پیوند
understand-personal-ip = نشانی IP
understand-personal-licence = شمارهٔ مدرک
understand-personal-name = نام
understand-personal-address = نشانی
understand-personal-masked = دادهٔ شخصیِ پنهان‌شده
understand-personal-note = داده‌های شخصی در این متن‌ها پنهان شده‌اند: واژه‌های درون کروشه می‌گویند آنجا چه بوده است. سرپرستان سامانه تعیین می‌کنند چه کسی آن‌ها را ببیند.
understand-report-answered = { $count } از { $all } نفر پاسخ دادند
understand-report-answered-some = { $count } نفر پاسخ دادند؛ از همهٔ { $all } نفر پرسیده نشد
understand-report-none = هیچ‌کس به این پرسش پاسخ نداد.
understand-report-floor = کمتر از پنج نفر به این پرسش پاسخ داده‌اند؛ برای همین نمایش داده نمی‌شود.
understand-report-votes =
    { $count ->
        [one] { $count } رأی به ایده‌های دیگران
       *[other] { $count } رأی به ایده‌های دیگران
    }
understand-report-personal = اطلاعات شخصی این‌جا فقط شمرده می‌شود و تنها در خود پاسخ دیده می‌شود.
understand-report-mean = میانگین
understand-report-median = میانه
understand-report-quartiles = نیمی از پاسخ‌ها میان { $low } و { $high } است.
understand-report-other = به بیان خودشان
understand-report-row = ردیف
understand-report-value = مقدار
understand-report-values-says =
    { $count ->
        [one] { $count } پاسخ در کجا قرار دارد.
       *[other] { $count } پاسخ در کجا قرار دارند.
    }
understand-report-places-says = میانگین جایگاه هر گزینه با بازهٔ آن؛ ۱ یعنی اول.
understand-report-borda-says = چند درصد هر گزینه را اول گذاشتند، و امتیاز بوردا: ۱۰۰ اگر همه آن را اول بگذارند و ۰ اگر همه آخر.
understand-report-first = در جای اول
understand-report-borda = امتیاز بوردا
understand-report-points-says = میانگین امتیاز هر گزینه با بازهٔ آن؛ بی‌امتیاز یعنی ۰.
understand-report-best-says = از هر ۱۰۰ نفر، چند بار هر گزینه بهترین خوانده شد منهای چند بار بدترین، با بازهٔ آن.
understand-report-best-counts = هر گزینه چند بار بهترین و چند بار بدترین خوانده شد.
understand-report-best = بهترین
understand-report-worst = بدترین
understand-report-bands-says = پاسخ‌های هر ردیف از پایین‌ترین تا بالاترین نمره، و میانگین آن‌ها با بازه.
understand-report-heat-says = سهم هر ستون از کسانی که به آن ردیف پاسخ دادند؛ تیره‌تر یعنی بیشتر.
understand-report-written-says = در هر ردیف چند نفر چیزی نوشتند.
understand-crosstab-row-side = ردیف‌ها
understand-crosstab-column-side = ستون‌ها
understand-crosstab-show = خانه‌ها نشان می‌دهند
understand-crosstab-rows = سهم از ردیف
understand-crosstab-columns = سهم از ستون
understand-crosstab-counts = شمار پاسخ‌ها
understand-crosstab-title = { $rows } به تفکیک { $columns }
understand-crosstab-says-rows = هر ردیف از «{ $rows }» چگونه میان «{ $columns }» پخش شده: سهم از ردیف و کنارش شمار.
understand-crosstab-says-columns = هر ستون از «{ $columns }» چگونه میان «{ $rows }» پخش شده: سهم از ستون و کنارش شمار.
understand-crosstab-says-counts = شمار پاسخ‌ها برای «{ $rows }» و «{ $columns }»، با سهم از ردیف.
understand-crosstab-none-title = دو چیز متفاوت انتخاب کنید
understand-crosstab-none-text = جدول متقاطع یک پرسش را در برابر پرسشی دیگر، یا در برابر جایی که پاسخ‌ها از آن آمده‌اند، می‌گذارد.
understand-crosstab-several = هر کس می‌توانست چند گزینه را برگزیند و در چند خانه شمرده می‌شود؛ برای همین آزمونی نیست.
understand-crosstab-thin = بسیاری از خانه‌ها کمتر از پنج پاسخ خواهند داشت و به آزمون نمی‌توان اعتماد کرد. گروه‌ها را یکی کنید یا منتظر پاسخ‌های بیشتر بمانید.
understand-crosstab-marks = خانه‌های نشان‌دار بیشتر یا کمتر از آنچه تصادف می‌آورد پاسخ دارند (باقی‌ماندهٔ تعدیل‌شده بیرون از ±۱٫۹۶).
understand-crosstab-more = بیش از انتظار
understand-crosstab-fewer = کمتر از انتظار
understand-crosstab-small = کمتر از پنج
understand-crosstab-most = تنها { $count } مقدار با بیشترین پاسخ نشان داده شده است.
understand-crosstab-detail = χ² = { $chi }، درجهٔ آزادی = { $freedom }، p { $p }، V کرامر = { $v }
understand-link-clear =
    { $count ->
        [one] پیوند روشن ({ $strength })، { $count } پاسخ.
       *[other] پیوند روشن ({ $strength })، { $count } پاسخ.
    }
understand-link-likely =
    { $count ->
        [one] پیوند محتمل ({ $strength })، { $count } پاسخ.
       *[other] پیوند محتمل ({ $strength })، { $count } پاسخ.
    }
understand-link-none =
    { $count ->
        [one] پیوند واقعی نیست ({ $strength })، { $count } پاسخ.
       *[other] پیوند واقعی نیست ({ $strength })، { $count } پاسخ.
    }
understand-link-cant-tell =
    { $count ->
        [one] از { $count } پاسخ هنوز نمی‌توان گفت.
       *[other] از { $count } پاسخ هنوز نمی‌توان گفت.
    }
understand-link-too-few =
    { $count ->
        [one] بسیار کم: { $count } پاسخ.
       *[other] بسیار کم: { $count } پاسخ.
    }
understand-strength-negligible = ناچیز
understand-strength-weak = ضعیف
understand-strength-moderate = متوسط
understand-strength-strong = قوی
understand-compare-by = مقایسه کن
understand-compare-before = این دوره با دورهٔ پیش
understand-compare-a = این گروه
understand-compare-b = با
understand-compare-rest = همهٔ دیگران
understand-compare-title = { $a } در برابر { $b }
understand-compare-difference = تفاوت
understand-compare-verdict = داوری
understand-compare-none-title = چیزی برای مقایسه نیست
understand-compare-none-text = دوره‌ای را برگزینید که پیش از آن هم دوره‌ای باشد، یا گروهی که پاسخ داده است.
understand-weigh-title = وزن‌دهی
understand-weigh-text = اگر می‌دانید مشتریانتان چگونه پخش شده‌اند، می‌توان به پاسخ‌ها وزن داد تا هر گروه همان‌قدر که باید به شمار آید. وزن‌دهی از دقت می‌کاهد و صفحه می‌گوید چقدر.
understand-weigh-answered = از پاسخ‌دهندگان
understand-weigh-known = از همهٔ مشتریان
understand-weigh-of = سهم { $group } از همهٔ مشتریان
understand-weigh-remove = کنار گذاشتن { $dimension }
understand-weigh-do = وزن دادن به پاسخ‌ها
understand-weigh-add = وزن‌دهی بر پایهٔ
understand-weigh-plain = بی‌وزن
understand-weigh-weighted = با وزن
understand-weigh-cost = { $n } پاسخ به اندازهٔ { $effective } پاسخ بی‌وزن می‌گوید (اثر طرح { $effect }). وزن‌ها میان { $least } و { $most } است.
understand-weigh-off = سهم‌ها در محدودهٔ وزن‌ها برآورده نشد: تا { $off } واحد درصد فاصله دارند.
understand-weigh-empty = هیچ‌کس از «{ $group }» پاسخ نداده است و کسی نمی‌تواند به جای آن‌ها سخن بگوید. سهم آن را خالی بگذارید.
understand-weigh-bad = سهم «{ $group }» عددی بزرگ‌تر از صفر نیست.
understand-weigh-nobody = در این دوره کسی پاسخ نداده است.
understand-course-began = آغازشده
understand-course-time = زمان معمول
understand-course-minutes = دقیقه، میانهٔ کسانی که به پایان رساندند
understand-course-in-seconds = ثانیه، میانهٔ کسانی که به پایان رساندند
understand-course-quota = پس از پر شدن سهمیه رسیدند
understand-course-pages = تا کجا پیش رفتند
understand-course-page = صفحه
understand-course-reached = به این‌جا رسیدند
understand-course-left = این‌جا ماندند
understand-course-median = میانهٔ زمان
understand-course-seconds = { $seconds } ثانیه
understand-course-funnel-says =
    { $count ->
        [one] از { $count } پاسخ در صفحه‌های ما چند تا به هر صفحه رسید.
       *[other] از { $count } پاسخ در صفحه‌های ما چند تا به هر صفحه رسید.
    }
understand-course-note =
    { $count ->
        [one] صفحه‌ای که منطق از آن می‌گذرد، رسیده شمرده می‌شود. زمان‌ها میانهٔ { $count } پاسخ آخر است.
       *[other] صفحه‌ای که منطق از آن می‌گذرد، رسیده شمرده می‌شود. زمان‌ها میانهٔ { $count } پاسخ آخر است.
    }
understand-course-unknown = هیچ‌یک از این پاسخ‌ها از صفحه‌های ما نیامده، یا بخش‌ها درهم‌اند؛ پس ترتیبی از صفحه‌ها نیست.
understand-course-endings = پایان‌ها
understand-course-ending = پایان
understand-course-endings-says = هر پایان چند بار دیده شد.
understand-course-usual = پایان معمول
understand-course-full = سهمیه پر است: { $quota }
understand-course-versions = نسخه‌ها
understand-course-versions-says = به هر نسخه از نظرسنجی چند پاسخ رسید.
understand-bias-title = آیا کسانی که به پایان رساندند نمایندهٔ همه‌اند؟
understand-bias-text = کسانی که آغاز کردند با کسانی که به پایان رساندند، گروه به گروه سنجیده می‌شوند. کسانی که نظرسنجی را باز نکردند این‌جا شناخته نیستند.
understand-bias-nothing = چیزی برای جدا کردن گروه‌ها نیست، یا گروه‌ها کمتر از ده نفرند.
understand-bias-clear = { $dimension }: آشکارا نابرابر. { $most } بیشتر و { $least } کمتر از دیگران به پایان می‌رسانند؛ به پاسخ‌ها وزن دهید یا دوباره بپرسید.
understand-bias-likely = { $dimension }: شاید نابرابر. گویا { $most } بیشتر و { $least } کمتر به پایان می‌رسانند.
understand-bias-none = { $dimension }: میان کسانی که آغاز کردند و کسانی که به پایان رساندند تفاوت مهمی نیست.
understand-bias-cant-tell = { $dimension }: هنوز نمی‌توان گفت.
understand-bias-too-few = { $dimension }: پاسخ‌ها برای داوری بسیار کم‌اند.
understand-bias-chart-says = سهم کسانی که به پایان رساندند، برای هر مقدار { $dimension } با بازهٔ آن؛ خط‌چین یعنی همه.
understand-invited-title = آیا دعوت‌شدگان پاسخ دادند؟
understand-invited-text = همهٔ کسانی که پیوند شخصی دارند با کسانی که با آن پاسخ دادند سنجیده می‌شوند. پیوندهای همگانی کس مشخصی را دعوت نمی‌کنند، پس اینجا شمرده نمی‌شوند.
understand-invited-bounded = تنها ۵۰٬۰۰۰ دعوت آخر بررسی می‌شود.
understand-invited-asked = دعوت‌شدگان
understand-invited-answered = پاسخ دادند
understand-invited-clear = { $dimension }: آشکارا نابرابر. { $most } بیشتر و { $least } کمتر از دیگران پاسخ می‌دهند؛ به آنان یادآوری کنید یا به پاسخ‌ها وزن دهید.
understand-invited-likely = { $dimension }: شاید نابرابر. گویا { $most } بیشتر و { $least } کمتر پاسخ می‌دهند.
understand-invited-none = { $dimension }: میان دعوت‌شدگان و کسانی که پاسخ دادند تفاوت مهمی نیست.
understand-invited-cant-tell = { $dimension }: هنوز نمی‌توان گفت.
understand-invited-too-few = { $dimension }: دعوت‌ها برای داوری بسیار کم‌اند.
understand-invited-chart-says = سهم دعوت‌شدگانی که پاسخ دادند، برای هر مقدار { $dimension } با بازهٔ آن؛ خط‌چین یعنی همه.
understand-quality-looked =
    { $count ->
        [one] { $count } پاسخ کامل بررسی شد
       *[other] { $count } پاسخ کامل بررسی شد
    }
understand-quality-bounded = تنها ۵۰٬۰۰۰ پاسخ کامل آخر بررسی می‌شود.
understand-quality-share = { $share } از آن‌ها
understand-quality-flagged = پاسخ‌های درخور توجه
understand-quality-why = چرا
understand-quality-none-title = چیز درخور توجهی نیست
understand-quality-none-text = هیچ پاسخی یکنواخت، بسیار تند یا تکراری نبود.
understand-quality-none-some = هیچ‌یک از نشانه‌هایی که اینجا دیدنی است یافت نشد.
understand-quality-untold-title = هنوز چیزی برای داوری نیست
understand-quality-untold-text = نشانه‌ها در پاسخ‌های کامل با زمان، نوشته یا ماتریس بلند دیده می‌شوند. اینجا هنوز چنین پاسخی نیست.
understand-quality-all = نمایش همهٔ نشانه‌ها
understand-quality-more =
    { $count ->
        [one] { $count } پاسخ دیگر در فهرست نیست.
       *[other] { $count } پاسخ دیگر در فهرست نیست.
    }
understand-quality-how = این‌ها نشانه‌اند، نه مدرک، و تا زمانی که کنارشان نگذارید شمرده می‌شوند. یکنواخت: همهٔ ردیف‌های یک ماتریس (دست‌کم چهار) یکسان. بسیار تند: نصف زمان معمول هر صفحه یا کمتر (Leiner 2019). تکراری: همان پاسخ‌ها با همان نوشته.
understand-flag-straight = پاسخ یکسان در همهٔ ردیف‌ها
understand-flag-straight-untold = هیچ ماتریسی چهار ردیف یا بیشتر ندارد.
understand-flag-fast = بسیار تند
understand-flag-fast-untold = پاسخ‌های دارای زمان بسیار کم‌اند.
understand-flag-twice = تکراری
understand-flag-twice-untold = متنی به اندازهٔ کافی بلند نیست.
understand-shares = هم‌رسانی گزارش
understand-shares-lede = هر کس نشانی را داشته باشد می‌تواند پرسش‌های برگزیدهٔ شما را بدون حساب کاربری و بدون تغییر دادن چیزی بخواند. گروهی کمتر از پنج نفر نشان داده نمی‌شود.
understand-share-new = نشانی تازه
understand-share-name = برای چه کسی
understand-share-name-hint = تنها اعضا این را می‌بینند تا بدانید کدام نشانی را باید پس بگیرید.
understand-share-questions = پرسش‌ها
understand-share-verbatims = همراه با نوشته‌های پاسخ‌دهندگان
understand-share-verbatims-hint = نوشته‌ها ممکن است نام کسی را داشته باشند. ترتیب خاصی ندارند و زمان و نویسنده ندارند.
understand-share-until = آخرین روز
understand-share-until-hint = خالی: تا وقتی آن را پس بگیرید.
understand-share-make = ساختن نشانی
understand-share-made = نشانی ساخته شد
understand-share-made-text = اکنون آن را رونوشت کنید: تنها اثر انگشتی از آن نگه داشته می‌شود و دوباره نشان داده نمی‌شود.
understand-share-address = نشانی گزارش هم‌رسانی‌شده
understand-share-list = نشانی‌ها
understand-share-created = ساخته‌شده
understand-share-revoke = پس گرفتن
understand-share-revoked = نشانی پس گرفته شد.
understand-share-state-open = خواندنی
understand-share-state-over = به پایان رسیده
understand-share-state-revoked = پس‌گرفته
understand-share-holds =
    { $count ->
        [one] { $count } پرسش
       *[other] { $count } پرسش
    }
understand-share-with-words = همراه با نوشته‌ها
understand-share-none-title = هنوز با کسی هم‌رسانی نشده
understand-share-none-text = در بالا نشانی‌ای برای همکار یا کارفرمایی بسازید که حساب ندارد.
understand-share-floor = گروه‌های کمتر از پنج نفر، و آنچه آن‌ها را آشکار می‌کند، نشان داده نمی‌شود.
understand-verbatims-title = چه کسی نوشته‌ها را می‌خواند
understand-verbatims-role = دست‌کم
understand-verbatims-hint = برای نتایج، گزارش، پاسخ‌ها و برون‌بری این نظرسنجی برقرار است.
understand-verbatims-saved = ذخیره شد که چه کسی نوشته‌ها را می‌خواند.
error-share-needs-questions = دست‌کم یک پرسش را برگزینید.
error-share-name-too-long = حداکثر { $max } نویسه.
error-share-over = این روز گذشته است.
error-share-bad-role = چنین نقشی نیست.
error-too-many-shares = هر نظرسنجی حداکثر { $max } نشانی دارد.
thing-share = این گزارش هم‌رسانی‌شده
understand-kind-nps = پیشنهاد به دیگران (NPS)
understand-kind-csat = رضایت (CSAT)
understand-kind-ces = آسانی کار (CES)
understand-kind-rating = امتیاز
understand-kind-choice = تک‌گزینه‌ای
understand-kind-choices = چندگزینه‌ای
understand-kind-text = متن
understand-kind-psat = رضایت از محصول (PSAT)
understand-kind-slider = نوار لغزنده
understand-kind-dropdown = فهرست بازشو
understand-kind-yesno = بله یا خیر
understand-kind-image = انتخاب تصویر
understand-kind-ranking = رتبه‌بندی
understand-kind-matrix = جدول
understand-kind-sum = تقسیم امتیاز
understand-kind-bestworst = بهترین و بدترین
understand-kind-ideas = ایده‌ها
understand-kind-number = عدد
understand-kind-date = تاریخ
understand-kind-time = ساعت
understand-kind-email = رایانامه
understand-kind-phone = تلفن
understand-kind-contact = اطلاعات تماس
understand-kind-consent = رضایت‌نامه
understand-kind-file = پرونده
understand-kind-signature = امضا
understand-kind-statement = متن
understand-kind-hidden = مقدار پنهان
understand-kind-calculated = مقدار محاسبه‌شده
understand-count-responses =
    { $count ->
        [one] { $count } پاسخ
       *[other] { $count } پاسخ
    }

error-too-many-texts = هر درخواست حداکثر { $max } متن را می‌خواند.
error-no-topic-set = مجموعهٔ موضوعی به نام { $set } نیست. این‌ها هستند: { $sets }.
error-no-topic-sets = مجموعه‌های موضوع باید فهرستی از نام‌ها باشند.
error-too-many-sets = هر درخواست حداکثر { $max } مجموعهٔ موضوع را نام می‌برد.
error-too-many-topics = هر فضای کاری حداکثر { $max } موضوع دارد. نخست چند موضوع را حذف یا ادغام کنید.
error-not-a-text = اینجا یک متن میان گیومه لازم است.

## What texts say: understand-feelings-*, understand-reading-*, understand-reader-*, understand-agreement-*, understand-learn-*, understand-transformer-*
understand-dimension-sentiment = متن‌ها چه می‌گویند
understand-dimension-text_language = زبان متن
understand-language-en = انگلیسی
understand-language-fa = فارسی
understand-language-ar = عربی
understand-language-sv = سوئدی
understand-language-und = نامشخص
understand-all-texts = همهٔ متن‌ها
understand-feelings = متن‌ها چه می‌گویند
understand-feelings-head = متن‌ها چه می‌گویند
understand-feelings-says = متن‌ها چه می‌گویند: سهم هر یک از میان { $count } متن خوانده‌شده، با بازه‌ای که سهم واقعی با اطمینان ۹۵٪ در آن است.
understand-feelings-unread = متن‌های زبان‌هایی که خوانده نمی‌شوند: { $count }. این‌ها به حساب نیامده‌اند.
understand-feelings-trend = متن‌های منفی { $step }
understand-feelings-trend-says = سهم متن‌های منفی { $step }، با بازه‌ای که سهم واقعی با اطمینان ۹۵٪ در آن است.
understand-reading = متن‌ها با چه دقتی خوانده می‌شوند؟
understand-reading-lede = خواننده زبان و احساس هر متن را می‌یابد. اعضا آن را می‌سنجند: متنی را باز کنید و بگویید چه می‌گوید.
understand-agreement = هم‌نظری با اعضا
understand-agreement-share = هم‌نظری
understand-agreement-range = بین { $low } و { $high }
understand-agreement-of = خواننده در { $agreed } متن از { $judged } متنی که اعضا داوری کرده‌اند هم‌نظر است.
understand-agreement-few = هنوز داوری‌های کمی هست؛ بازه پهن است.
understand-confusion = گفتهٔ اعضا در سطرها، گفتهٔ خواننده در ستون‌ها
understand-by-hand = به دست اعضا
understand-agreement-bias = افراد بیشتر آنچه را نادرست می‌نماید اصلاح می‌کنند تا آنچه را درست می‌نماید تأیید؛ پس هم‌نظری واقعی احتمالاً بیشتر است.
understand-agreement-none-title = هنوز هیچ متنی به دست اعضا داوری نشده است
understand-agreement-none-text = در یک پاسخ یا داشبورد باز کنید که متن چه می‌گوید و بگویید واقعاً چه می‌گوید.
understand-reader-how = روش کار
understand-reader-what = خواننده واژه‌ها، پاره‌های واژه‌ها، نفی‌ها، شدت‌دهنده‌ها و شکلک‌ها را با وزن‌هایی می‌سنجد که از متن‌های دارای امتیاز معلوم آموخته است، و محتمل‌ترین را می‌گوید. یک متن همیشه یک پاسخ می‌گیرد.
understand-reader-unclear = گاهی چند برچسب هنوز محتمل است. آن‌گاه متن آمیخته یا نامشخص به حساب می‌آید: در نه متن از ده متن، برچسب درست میان آن‌هاست.
understand-reader-silent = دربارهٔ متن‌های زبان‌های دیگر، یا متن‌های بیش از حد کوتاه، حدسی زده نمی‌شود.
understand-reader-limits = کنایه، اشاره و شناخت کسب‌وکار شما از توان آن بیرون است. پیش از اقدام دربارهٔ یک نفر، خود متن را بخوانید.
understand-reader = خواننده
understand-reader-languages = زبان‌هایی که خوانده می‌شوند
understand-reader-where = محل خواندن متن‌ها
understand-reader-here = روی همین سرور؛ خواندن متن‌ها چیزی به جایی نمی‌فرستد
understand-reading-far = پیشرفت
understand-reading-done = همهٔ متن‌ها با همین نسخه خوانده شده‌اند.
understand-reading-progress = { $done } پاسخ از { $all } پاسخ بررسی شده است
understand-reading-stopped = متوقف شده است. متن‌های قدیمی‌تر گفتهٔ نسخهٔ پیشین را نگه می‌دارند.
understand-reading-meanwhile = می‌توانید به کار ادامه دهید. متن‌های قدیمی‌تر تا بازخوانی، گفتهٔ نسخهٔ پیشین را نگه می‌دارند.
understand-reading-go-on = ادامه
understand-reading-stop = توقف
understand-reading-again = بازخوانی همهٔ متن‌ها
understand-reading-stopped-flash = بازخوانی متوقف شد
understand-reading-goes-on-flash = متن‌ها بازخوانی می‌شوند
understand-label-saved = داوری شما ذخیره شد
error-bad-label = مثبت، خنثی، منفی یا نامشخص را انتخاب کنید.
audit-text-label = گفت یک متن چه می‌گوید
audit-export-personal = داده‌های شخصی را برون‌بری کرد
audit-insight-found = بینشی یافت
audit-insight-changed = دریافت که بینشی تغییر کرده است
audit-insight-gone = بینشی را دیگر نیافت
audit-insight-dismiss = بینشی را کنار گذاشت
audit-insight-back = بینشی را بازگرداند
audit-insight-owner = برای بینشی مسئول گذاشت
audit-share-make = نشانی گزارش هم‌رسانی‌شده‌ای ساخت
audit-share-revoke = نشانی گزارش هم‌رسانی‌شده‌ای را پس گرفت
audit-share-restore = نشانی گزارش هم‌رسانی‌شده‌ای را بازگرداند
audit-survey-verbatims = تعیین کرد چه کسانی نوشته‌ها را بخوانند
audit-texts-stop = بازخوانی متن‌ها را متوقف کرد
audit-texts-go-on = بازخوانی متن‌ها را ادامه داد
audit-texts-again = بازخوانی همهٔ متن‌ها را خواست
understand-agreement-learned = متن‌هایی که خواننده از آن‌ها آموخته است کنار گذاشته شده‌اند: { $count }.
understand-learn = یادگیری از پاسخ‌های خودتان
understand-learn-in-use = در حال استفاده
understand-learn-what = هر جا کنار یک نظر امتیازی باشد، امتیاز می‌گوید آن نظر چه می‌گوید. خواننده می‌تواند از این جفت‌ها، و از داوری‌های اعضا، واژه‌های کسب‌وکار شما را بیاموزد. چیزی از این سرور بیرون نمی‌رود و تا مدیر روشنش نکند خاموش می‌ماند.
understand-learn-how = آزمایش از چهار پنجم این نظرها می‌آموزد و سپس یک پنجمی را که ندیده است، پیش و پس از یادگیری می‌خواند. نظرسنجی‌هایی که قول ناشناس‌ماندن داده‌اند کنار گذاشته می‌شوند.
understand-learn-try = آزمایش کنید
understand-learn-again = یادگیری از نو
understand-learn-on = روشن کنید
understand-learn-back = بازگشت به خوانندهٔ اصلی
understand-learn-only-admins = مدیران می‌توانند این را آزمایش و روشن کنند.
understand-learn-progress = آزمایش در جریان است. می‌توانید به کار ادامه دهید.
understand-learn-few = نظرهای دارای امتیاز کم‌اند: { $held_out } نظر را می‌شد برای سنجش کنار گذاشت و دست‌کم { $fewest } نظر لازم است، یعنی حدود یک پنجم همه.
understand-learn-failed = آزمایش ناموفق بود. علت در گزارش سرور آمده است. دوباره آزمایش کنید.
understand-learn-better = { $points } واحد بهتر، روی { $texts } پاسخ خودتان. پیشنهاد می‌کنیم روشنش کنید.
understand-learn-kept = { $points } واحد بهتر، روی { $texts } پاسخ خودتان.
understand-learn-lopsided = { $points } واحد بیشتر درست، روی { $texts } پاسخ خودتان؛ اما یک احساس پرتکرار به زیان احساسی کم‌تکرار بهتر شده است. پیشنهاد می‌کنیم خاموش بماند.
understand-learn-same = روی { $texts } پاسخ خودتان تفاوت روشنی دیده نمی‌شود. پیشنهاد می‌کنیم خاموش بماند.
understand-learn-worse = { $points } واحد بدتر، روی { $texts } پاسخ خودتان. پیشنهاد می‌کنیم خاموش بماند.
understand-learn-gain = واحد درصدی که متن‌های بیشتری درست خوانده می‌شوند
understand-learn-changed = { $changed } متن به گونهٔ دیگری خوانده می‌شود: { $fixed } متن نادرست بود و درست می‌شود، { $broken } متن درست بود و نادرست می‌شود.
understand-learn-of = آموخته از { $taught } نظر، سنجیده روی { $texts } نظر دیگر.
understand-learn-by-hand = اعضا { $count } تا از همهٔ این‌ها را داوری کرده‌اند.
understand-learn-left = مانند خوانندهٔ اصلی می‌ماند
understand-learn-measures = پیش و پس، روی متن‌های کنار گذاشته‌شده، به درصد
understand-learn-measure = سنجه
understand-learn-before = پیش
understand-learn-after = پس
understand-learn-change = تغییر
understand-learn-accuracy = درست
understand-learn-f1 = میانگین احساس‌ها (macro-F1)
understand-learn-polarity = منفی و مثبت در سوی درست
understand-learn-covered = برچسب درست میان نام‌برده‌ها؛ باید نزدیک ۹۰ باشد
understand-learn-truth = درست یعنی همان که امتیاز کنار نظر، یا یکی از اعضا، می‌گوید. امتیاز گواه کاملی نیست: برخی در کلام می‌ستایند و سه امتیاز می‌دهند.
understand-learn-by-language = به تفکیک زبان
understand-learn-taught = آموخته از
understand-learn-measured = سنجیده روی
understand-learn-examples = متن‌هایی که به گونهٔ دیگری خوانده می‌شوند
understand-learn-text = متن
understand-learn-known = به گفتهٔ امتیاز
understand-learn-used = متن‌ها با آنچه از پاسخ‌های خودتان آموخته شده خوانده می‌شوند؛ { $name } آن را روشن کرده است
understand-learn-learned = زمان یادگیری:
understand-learn-unfit = از آن پس وزن‌های اصلی عوض شده‌اند و آموخته‌ها بر وزن‌های پیشین استوارند. تا یادگیری از نو، متن‌ها با خوانندهٔ اصلی خوانده می‌شوند.
understand-learn-withdrawn = درون‌ریزی‌ای که برخی از متن‌ها با آن آمده بودند از آن پس پس گرفته شده است. از نو یاد بگیرید تا دیگر به حساب نیایند.
understand-learn-asked-flash = آزمایش آغاز می‌شود
understand-learn-on-flash = روشن شد. متن‌ها بازخوانی می‌شوند
understand-learn-back-flash = خاموش شد. متن‌ها بازخوانی می‌شوند
error-nothing-learned = هنوز چیزی آزمایش نشده است که بتوان روشنش کرد. نخست آزمایش کنید.
understand-transformer = یک ترنسفورمر هم می‌خواند
understand-transformer-what = ترنسفورمری از پوشه‌ای روی همین سرور به جای خوانندهٔ اصلی دربارهٔ کل متن‌ها داوری می‌کند. جمله‌ها، بندها، موضوع‌ها و واژه‌های اثرگذار همچنان کار خوانندهٔ اصلی است، زیرا ترنسفورمر دلیل نمی‌آورد.
understand-transformer-set = احتمال‌های آن با متن‌های شما تنظیم نشده است: برچسب‌هایی نام برده می‌شوند که به گفتهٔ خود آن روی هم به نه‌دهم می‌رسند. این‌که اینجا چند بار درست می‌گوید، تنها از داوری اعضای شما پیداست.
understand-transformer-later = متن‌های تازه را بی‌درنگ داوری می‌کند؛ اگر متن‌های بسیاری با هم برسند، نخست خوانندهٔ اصلی آن‌ها را می‌خواند و ترنسفورمر در پس‌زمینه دنبال می‌کند.
understand-transformer-name = ترنسفورمر
understand-transformer-kind = گونه
understand-transformer-size = عددهای آموخته
understand-transformer-tokens = بلندترین متن، به پارهٔ واژه
understand-transformer-labels = برچسب‌های آن
understand-transformer-languages = زبان‌هایی که داوری می‌کند
understand-transformer-card = این رقم‌ها از خوانندهٔ اصلی است، نه از ترنسفورمر.
understand-transformer-learning = تا زمانی که ترنسفورمر دربارهٔ کل متن‌ها داوری می‌کند، آنچه اینجا آموخته می‌شود تنها جمله‌ها و بندها را تغییر می‌دهد.
understand-card = چه انتظاری می‌توان داشت
understand-card-lede = خوانندهٔ اصلی متن‌هایی را که هنگام ساختش کنار گذاشته شده‌اند چگونه داوری می‌کند، به درصد. روی متن‌های شما ممکن است بهتر یا بدتر باشد.
understand-card-texts = متن‌ها
audit-texts-learn-try = یادگیری از متن‌ها را آزمایش کرد
audit-texts-learn-on = آموخته‌های متن‌ها را روشن کرد
audit-texts-learn-back = به خوانندهٔ اصلی بازگشت

## What texts are about
understand-tab-texts = متن‌ها
understand-about-title = مردم از چه می‌گویند
understand-about-topic = موضوع
understand-about-responses = پاسخ‌ها
understand-about-share = اشاره‌کنندگان
understand-about-feeling = احساس دربارهٔ آن
understand-about-neg = { $share } منفی
understand-about-pos = { $share } مثبت
understand-about-who-mention = { $metric } اشاره‌کنندگان
understand-about-others = دیگران: { $score }
understand-about-against = در برابر دیگران
understand-about-points = سهم از امتیاز
understand-about-points-note = آنچه از { $metric } می‌کاهد یا به آن می‌افزاید
understand-about-within = در موضوع بالاتر
understand-unfold = نمایش هر { $count } مورد
understand-about-aside = زیرموضوع‌های دیگر: { $count }
understand-about-trend = روند
understand-about-trend-title = چند بار به آن اشاره می‌شود
understand-about-trend-says = سهم کسانی از نویسندگان متن که به آن اشاره می‌کنند، { $step }، با بازه‌ای که سهم واقعی با اطمینان ۹۵٪ در آن است.
understand-about-feels-says = احساس { $count } پاسخی که متنشان خوانده شده است، با بازه‌ای که سهم واقعی با اطمینان ۹۵٪ در آن است. پاسخی که به یک اندازه خوب و بد می‌گوید خنثی است.
understand-about-spark = از { $first } تا { $last }
understand-about-owner = مسئول
understand-about-no-owner = بدون مسئول
understand-about-emerging = رو به افزایش
understand-about-fading = رو به کاهش
understand-about-emerge = بیش از پیش به آن اشاره می‌شود: { $topics }.
understand-about-fade = کمتر از پیش به آن اشاره می‌شود: { $topics }.
understand-about-costs = «{ $topic }» بیشترین هزینه را دارد: { $points } واحد از { $metric }. { $share } نویسندگان متن به آن اشاره می‌کنند و { $negative } آنان با احساس بد.
understand-about-brings = «{ $topic }» بیشترین سود را دارد: { $points } واحد به { $metric } می‌افزاید. { $share } نویسندگان متن به آن اشاره می‌کنند و { $negative } آنان با احساس بد.
understand-about-most = بیش از همه از «{ $topic }» می‌نویسند: { $share } نویسندگان متن به آن اشاره می‌کنند و { $negative } آنان با احساس بد.
understand-about-wrote = چیزی نوشته‌اند
understand-about-some = به موضوعی اشاره می‌کنند
understand-about-score = { $metric } نویسندگان متن
understand-about-without = بدون موضوع
understand-about-without-note = آن‌ها را بخوانید: شاید قاعده‌ای کم است
understand-about-of = { $n } از { $total } پاسخ دارای متن
understand-about-picture = چقدر و با چه احساسی
understand-about-picture-says = هرچه راست‌تر، اشاره‌های بیشتر؛ هرچه بالاتر، احساس بهتر؛ هرچه بزرگ‌تر، اشاره‌های بیشتر. موضوع‌های سطح نخست؛ جدول زیر همین اعداد را دارد.
understand-about-picture-says-points = هرچه راست‌تر، اشاره‌های بیشتر؛ هرچه بالاتر، احساس بهتر؛ هرچه بزرگ‌تر، اثر بیشتر بر امتیاز. موضوع‌های سطح نخست؛ جدول زیر همین اعداد را دارد.
understand-about-more-often = اشارهٔ بیشتر
understand-about-rules = موضوع‌ها و قاعده‌ها
understand-about-rule = قاعدهٔ آن
understand-about-rest = موضوع‌های دیگر با هم
understand-about-sum = همهٔ موضوع‌ها
understand-about-sums = { $metric } نویسندگان متن { $score } است. کسانی که به هیچ موضوعی اشاره نمی‌کنند { $baseline } می‌دهند؛ تفاوت، یعنی { $sum }، میان موضوع‌ها بخش شده است تا جمع سهم‌ها درست برابر آن باشد.
understand-about-left-out = موضوع‌هایی که اینجا نشان داده نمی‌شوند: { $count }.
understand-about-cut = تازه‌ترین ۲۰۰٬۰۰۰ پاسخ دارای متن شمرده شده‌اند.
understand-about-how = این اعداد چگونه به دست می‌آیند
understand-about-how-text = هر پاسخ برای هر موضوع یک بار شمرده می‌شود، هر چند بار هم که به آن یا به بخشی از آن اشاره شود. سهم هر موضوع از امتیاز، میانگین اثر آن در همهٔ ترتیب‌های کنارگذاشتن موضوع‌هاست (مقدار شپلی)؛ پس موضوع‌هایی که با هم می‌آیند بار را با هم می‌کشند. داوری‌ها برای همهٔ موضوع‌های صفحه تصحیح شده‌اند. افزایش و کاهش با همان روزهای هفته در گذشته سنجیده می‌شود. هیچ‌یک علت را ثابت نمی‌کند.
understand-about-segments = چه کسی از چه می‌گوید
understand-about-heat-says = سهمی از هر گروه ({ $dimension }) که به هر موضوع اشاره می‌کند. «بیشتر» و «کمتر» آن‌هایی را نشان می‌دهد که تصادفی نیستند: نرخ کشف نادرست زیر ۵٪ در همهٔ خانه‌ها. گروه‌های کمتر از ده نفر خالی می‌مانند.
understand-about-more = بیشتر
understand-about-fewer = کمتر
understand-about-differ = دو گروه در چه موضوع‌هایی متفاوت‌اند
understand-about-needed = حدود { $count } پاسخ دیگر لازم است
understand-about-verdict-clear-fall = آشکارا پایین‌تر
understand-about-verdict-clear-rise = آشکارا بالاتر
understand-about-verdict-likely-fall = احتمالاً پایین‌تر
understand-about-verdict-likely-rise = احتمالاً بالاتر
understand-about-verdict-no-real-change = بدون تفاوت واقعی
understand-about-verdict-cant-tell = هنوز نمی‌توان گفت
understand-about-verdict-too-few = پاسخ‌ها کم است
understand-about-share-verdict-clear-fall = آشکارا کمتر
understand-about-share-verdict-clear-rise = آشکارا بیشتر
understand-about-share-verdict-likely-fall = احتمالاً کمتر
understand-about-share-verdict-likely-rise = احتمالاً بیشتر
understand-about-share-verdict-no-real-change = بدون تفاوت واقعی
understand-about-share-verdict-cant-tell = هنوز نمی‌توان گفت
understand-about-share-verdict-too-few = پاسخ‌ها کم است
understand-about-no-topics-title = هنوز موضوعی نیست
understand-about-no-topics-text = موضوع‌ها می‌گویند متن‌ها دربارهٔ چیست. با مجموعهٔ آمادهٔ حوزهٔ خود آغاز کنید؛ سپس همهٔ متن‌ها، قدیمی‌ها هم، با آن خوانده می‌شوند.
understand-about-add-set = افزودن مجموعهٔ موضوع
understand-about-see-topics = دیدن موضوع‌ها
understand-about-no-texts-title = کسی چیزی ننوشته است
understand-about-no-texts-text = هیچ پاسخی در این دوره و با این پالایه‌ها متن ندارد. دورهٔ بلندتری برگزینید یا در نظرسنجی بپرسید «چرا؟».
understand-about-no-mentions-title = هیچ متنی به موضوعی اشاره نمی‌کند
understand-about-no-mentions-text = مردم نوشته‌اند، ولی هیچ‌یک از موضوع‌های شما به آن نمی‌خورد. شاید مجموعهٔ حوزهٔ شما بخورد؛ یا چند متن بخوانید و واژه‌ها را از آنجا بردارید. پس از هر تغییر کمی طول می‌کشد تا همهٔ متن‌ها دوباره خوانده شوند.
understand-about-discreet = نخستین { $count } نفری که به پایان رساندند و چیزی نوشتند شمرده شده‌اند. بخش‌های موضوع‌ها، امتیازها و تک‌تک متن‌ها اینجا نشان داده نمی‌شوند.
understand-about-read = خواندن متن‌ها
understand-about-read-lede = واژه‌هایی که از موضوع نام می‌برند و آن‌هایی که احساس را تعیین کرده‌اند نشانه‌گذاری شده‌اند. اگر خوانش نادرست است، بگویید متن چه می‌گوید.
understand-about-read-keys = کلیدها: j بعدی، k قبلی، ۱ تا ۴ می‌گوید متن چه می‌گوید.
understand-about-narrow = محدود کردن متن‌ها
understand-about-nth = متن { $n } از { $all }
understand-about-no-read-title = چنین متنی نیست
understand-about-no-read-text = هیچ متنی با همهٔ انتخاب‌ها جور نیست. پالایه‌ای را بردارید یا دورهٔ بلندتری برگزینید.
understand-about-nobody-title = کسی به آن اشاره نمی‌کند
understand-about-nobody-text = هیچ متنی در این دوره و با این پالایه‌ها به آن اشاره نمی‌کند. دورهٔ بلندتری برگزینید یا قاعدهٔ آن را ببینید.
understand-about-who = چه کسانی بیشتر به آن اشاره می‌کنند
understand-about-group = گروه
understand-about-everybody-else = دیگران
understand-about-times = چند برابر
understand-about-who-says = از { $count } گروه مقایسه‌شده، آن‌هایی که بیش از حد تصادف به آن اشاره می‌کنند: نرخ کشف نادرست زیر ۵٪.
understand-about-who-none = از { $count } گروه مقایسه‌شده، هیچ‌یک آشکارا بیش از دیگران به آن اشاره نمی‌کند.
understand-about-parts = بخش‌های آن
understand-about-quotes = چه نوشته‌اند
understand-intent = خواسته
understand-urgency = فوریت
understand-urgency-1 = به‌زودی ببینید
understand-urgency-2 = فوری
understand-urgency-3 = بسیار فوری
## Topics: understand-topics-*
understand-topics = موضوع‌ها
understand-topics-lede = آنچه مشتریان درباره‌اش حرف می‌زنند. قاعده‌ها با واژه‌های ساده می‌گویند کدام متن از چه نام می‌برد، و احساس مردم دربارهٔ آن در کنارش خوانده می‌شود.
understand-topics-topic = موضوع
understand-topics-tree = همهٔ موضوع‌ها
understand-topics-number = موضوع: { $count }
understand-topics-new = موضوع تازه
understand-topics-edit = ویرایش موضوع
understand-topics-owner = مسئول
understand-topics-owner-hint = کسی که می‌تواند خودِ کار را تغییر دهد، نه کسی که متن‌ها را می‌خواند.
understand-topics-nobody = هنوز مسئولی ندارد
understand-topics-source = از مجموعهٔ
understand-topics-own = از خودتان
understand-topics-hollow = چیزی نمی‌یابد: نه قاعده دارد نه زیرموضوع
understand-topics-below = زیرموضوع‌ها: { $count }
understand-topics-counted = پاسخ‌هایی شمرده می‌شوند که اجازهٔ خواندنشان را دارید؛ پاسخ‌های نظرسنجی‌های ناشناس کنار گذاشته شده‌اند. پاسخی که از دو بخش یک موضوع نام ببرد برای کل یک بار شمرده می‌شود.
understand-topics-none-title = هنوز موضوعی نیست
understand-topics-none-text = موضوع چیزی است که مردم درباره‌اش حرف می‌زنند، مانند صورت‌حساب یا زمان انتظار، همراه با واژه‌هایی که با آن‌ها شناخته می‌شود. با مجموعه‌ای آغاز کنید که به کار شما نزدیک‌تر است؛ چند مجموعه هم در کنار هم می‌گنجند.
understand-topics-none-viewer = موضوع چیزی است که مردم درباره‌اش حرف می‌زنند، مانند صورت‌حساب یا زمان انتظار. مدیران می‌توانند مجموعه‌ای آماده یا موضوع‌های خودتان را بیفزایند.
understand-topics-reading = متن‌ها چگونه خوانده می‌شوند
understand-topics-sets = مجموعه‌هایی برای آغاز
understand-topics-sets-lede = موضوع‌های آماده با قاعده‌هایی به انگلیسی، فارسی، عربی و سوئدی. پیش از افزودن، مجموعه را ببینید.
understand-topics-set = مجموعهٔ آغازین: { $name }
understand-topics-set-lede = آنچه در آن است، و اینکه در تازه‌ترین متن‌های شما چند بار یافته می‌شود. پس از افزودن، هر موضوع را می‌توان تغییر داد یا برداشت.
understand-topics-set-add = افزودن موضوع‌ها: { $count }
understand-topics-set-there = همهٔ موضوع‌های این مجموعه هست.
understand-topics-set-added = مجموعه افزوده شد. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
understand-topics-taken = افزوده شده
understand-topics-taken-part = بخشی: { $taken }
understand-topics-would = متن‌هایی که از آن نام می‌برند
understand-topics-of-texts = از میان تازه‌ترین متن‌هایی که اجازهٔ خواندنشان را دارید: { $count }
understand-topics-no-texts = هنوز متنی نیست که بتوان این را بر آن آزمود.
understand-topics-form-lede = نام‌ها برای مردم، قاعده‌ها برای متن‌ها. پیش از ذخیره بیازمایید: می‌بینید کدام متن‌ها می‌آیند و کدام‌ها می‌روند.
understand-topics-names = نام‌ها
understand-topics-where = جا و مسئول
understand-topics-parent = بخشی از
understand-topics-parent-hint = هر که از بخش نام ببرد از کل نام برده است.
understand-topics-top = هیچ‌کدام: در بالاترین سطح است
understand-topics-rules = قاعده‌ها
understand-topics-rules-lede = واژه‌هایی که موضوع در متن‌های هر زبان با آن‌ها شناخته می‌شود، با ویرگول از هم جدا. پسوندها خودبه‌خود یافته می‌شوند.
understand-topics-any = همهٔ زبان‌ها
understand-topics-any-hint = نام‌ها و عددهایی که همه‌جا یکسان‌اند.
understand-topics-how = قاعده را چگونه می‌نویسند
understand-topics-how-inflected = واژه با پسوندهایش
understand-topics-how-exact = تنها همین صورت
understand-topics-how-prefix = هر واژه‌ای که چنین آغاز شود
understand-topics-how-phrase = این واژه‌ها پشت سر هم
understand-topics-how-or = یکی از آن‌ها
understand-topics-how-and = هر دو در یک جمله
understand-topics-how-not = نخستین، در جمله‌هایی بی دومی
understand-topics-how-near = هر دو، با فاصلهٔ حداکثر شش واژه
understand-topics-suggest = پیشنهاد قاعده از نمونه‌ها
understand-topics-suggest-lede = متن‌هایی دربارهٔ این موضوع بدهید. واژه‌هایی پیشنهاد می‌شود که آن‌ها را از دیگر متن‌های شما جدا می‌کند؛ چیزی ذخیره نمی‌شود.
understand-topics-examples = نمونه‌ها، هر کدام در یک سطر
understand-topics-examples-hint = ده تا سی نمونه بس است.
understand-topics-examples-language = زبان آن‌ها
understand-topics-by-hand = متن‌هایی که اعضا دربارهٔ آن‌ها داوری کرده‌اند نیز به کار رود
understand-topics-suggest-do = پیشنهاد بده
understand-topics-suggested = در همین نمونه‌ها { $precision } از یافته‌ها درست است و { $recall } از آنچه هست یافته می‌شود. در متن‌های دیگر نتیجه ضعیف‌تر خواهد بود. نمونه‌ها: { $examples }، متن‌های دیگر: { $others }.
understand-topics-no-suggestion = هیچ واژه‌ای این نمونه‌ها را از متن‌های دیگر ({ $others }) جدا نمی‌کند. نمونه‌هایی بیفزایید که همان را با همان واژه‌ها می‌گویند.
understand-topics-take = نوشتن در فرم
understand-topics-try = بیازمایید
understand-topics-look = دیدن آنچه تغییر می‌کند
understand-topics-wrong = هنوز نمی‌توان آزمود
understand-topics-effect = آنچه تغییر می‌کند
understand-topics-effect-of = آنچه برای { $name } تغییر می‌کند
understand-topics-now = اکنون
understand-topics-then = پس از آن
understand-topics-in = می‌آیند
understand-topics-out = می‌روند
understand-topics-gained = متن‌هایی که می‌آیند
understand-topics-lost = متن‌هایی که می‌روند
understand-topics-kept = متن‌هایی که از آن نام می‌برند
understand-topics-same = همان متن‌های پیشین از آن نام می‌برند.
understand-topics-changed = موضوع‌هایی که چیزی در آن‌ها تغییر می‌کند
understand-topics-wide = تقریباً در همه‌چیز یافته می‌شود
understand-topics-wide-text = بیش از شش متن از هر ده متن از آن نام می‌برند، پس چیزی دربارهٔ یک متن نمی‌گوید. پرکاربردترین واژه‌ها را بردارید.
understand-topics-rule-at = در حرف { $column }: { $what }
understand-topics-rule-at-piece = در حرف { $column }، «{ $piece }»: { $what }
understand-topics-rule-empty = قاعده خالی است. دست‌کم یک واژه بنویسید.
understand-topics-rule-too-long = قاعده بیش از اندازه بلند است. آن را میان زیرموضوع‌ها بخش کنید.
understand-topics-rule-too-many-terms = واژه‌ها بیش از اندازه‌اند. قاعده را میان زیرموضوع‌ها بخش کنید.
understand-topics-rule-too-deep = پرانتزهای تودرتو بیش از اندازه‌اند. چند تا را بردارید.
understand-topics-rule-phrase-too-long = عبارت بیش از اندازه بلند است. کوتاهش کنید یا میان دو نیمه AND بگذارید.
understand-topics-rule-open-quote = عبارت پایان ندارد. گیومه‌ای بیفزایید.
understand-topics-rule-hollow = درون آن چیزی نیست. واژه‌ای بنویسید یا نشانه‌ها را بردارید.
understand-topics-rule-open-bracket = پرانتز بسته نشده است. ) بیفزایید.
understand-topics-rule-stray-bracket = پرانتزی باز نشده که این آن را ببندد. آن را بردارید یا ( بیفزایید.
understand-topics-rule-missing-term = کنار عملگر واژه‌ای کم است. واژه‌ای بیفزایید یا عملگر را بردارید.
understand-topics-rule-missing-operator = میان این‌ها ویرگول، AND یا NEAR بگذارید.
understand-topics-rule-only-not = NOT به‌تنهایی تقریباً همه‌چیز را می‌یابد. نخست بگویید چه می‌خواهید.
understand-topics-rule-near-of-and = NEAR میان واژه‌ها را می‌سنجد. AND و NOT را از آن بیرون ببرید.
understand-topics-rule-bad-distance = فاصله را با شمار واژه‌ها از ۱ تا ۵۰ بنویسید، مانند NEAR/6.
understand-topics-rule-short-prefix = پیش از ستاره دست‌کم دو حرف لازم است.
understand-topics-rule-stray-mark = ستاره در پایان واژه می‌آید و نشانهٔ مساوی در آغاز آن، هرگز هر دو با هم.
understand-topics-rule-no-letters = در آن حرفی نیست. واژه‌ای بنویسید یا برش دارید.
understand-topics-added = موضوع افزوده شد. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
understand-topics-edited = موضوع ذخیره شد. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
understand-topics-mentioned = پاسخ‌هایی که از آن نام می‌برند و اجازهٔ خواندنشان را دارید: { $count }
understand-topics-no-rules = قاعده‌ای از خود ندارد: زیرموضوع‌هایش را گرد می‌آورد.
understand-topics-other-languages = به زبان‌های دیگر
understand-topics-about = دربارهٔ این موضوع
understand-topics-key = کلید در SQL و پرونده‌ها
understand-topics-parts = زیرموضوع‌ها
understand-topics-no-parts = زیرموضوعی ندارد.
understand-topics-new-part = زیرموضوع تازه
understand-topics-change = تغییر
understand-topics-split = تقسیم
understand-topics-merge = ادغام
understand-topics-delete = حذف
understand-topics-hand = آیا متن‌های درست را می‌یابد؟
understand-topics-hand-lede = دربارهٔ چند متن بگویید که به این موضوع مربوط‌اند یا نه. آنگاه می‌بینید چه اندازه از یافته‌ها درست است و چه اندازه از آنچه هست یافته می‌شود.
understand-topics-precision = یافته و درست (دقت)
understand-topics-precision-of = { $hits } از { $of } متن یافته‌شده که اعضا داوری کردند دربارهٔ آن است.
understand-topics-precision-none = هنوز دربارهٔ متنی که می‌یابد داوری نشده است.
understand-topics-recall = موجود و یافته (بازیابی)
understand-topics-recall-of = { $hits } از { $of } متن داوری‌شده که دربارهٔ آن است یافته می‌شود.
understand-topics-recall-none = هنوز متنی به این موضوع مربوط دانسته نشده است.
understand-topics-judged-number = متن‌های داوری‌شده: { $count }.
understand-topics-hand-bias = متن‌های پیشنهادی که یافته نشده‌اند به موضوع نزدیک‌اند، پس سهم بازیابی تنها دربارهٔ همین متن‌هاست و نه همهٔ متن‌ها.
understand-topics-ask = آیا این‌ها دربارهٔ آن است؟
understand-topics-ask-none = متن دیگری برای داوری نیست.
understand-topics-is = دربارهٔ آن است
understand-topics-is-not = دربارهٔ آن نیست
understand-topics-is-found = قاعده‌ها آن را می‌یابند
understand-topics-is-missed = قاعده‌ها آن را نمی‌یابند
understand-topics-judged-last = تازه‌ترین داوری‌ها
understand-topics-judged = داوری شما ذخیره شد
understand-topics-merge-title = ادغام { $topic } در موضوعی دیگر
understand-topics-merge-lede = موضوع دیگر واژه‌ها و زیرموضوع‌هایش را می‌گیرد و این یکی می‌رود. داوری‌های اعضا دربارهٔ آن تنها با پس‌گرفتن ادغام باز می‌گردد.
understand-topics-merge-none = موضوع دیگری نیست که بتوان در آن ادغام کرد.
understand-topics-into = در
understand-topics-was-merged = موضوع‌ها ادغام شدند. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
understand-topics-delete-title = حذف { $topic }
understand-topics-delete-lede = دیگر متنی از آن نام نمی‌برد. می‌توانید این را از تاریخچه پس بگیرید.
understand-topics-delete-parts = زیرموضوع‌هایی که یک سطح بالا می‌روند و می‌مانند: { $count }
understand-topics-was-deleted = موضوع حذف شد. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
understand-topics-split-title = تقسیم { $topic }
understand-topics-split-lede = واژه‌هایی را نشان کنید که موضوع تازه می‌گیرد. هنگامی تقسیم کنید که گفته‌ها از دو چیز سخن می‌گویند که دو نفر باید درستشان کنند.
understand-topics-split-goes = آنچه موضوع تازه می‌یابد
understand-topics-goes = واژه‌هایی که به موضوع تازه می‌روند
understand-topics-place = جای آن
understand-topics-place-part = به‌عنوان زیرموضوع { $topic }
understand-topics-place-beside = در کنار { $topic }
understand-topics-was-split = موضوع تقسیم شد. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
understand-topics-history = تاریخچه
understand-topics-history-lede = چه چیزی، چه زمانی و به دست چه کسی تغییر کرده است. صد تغییر آخر را می‌توان پس گرفت، هر یک پس از دیدن پیامدش.
understand-topics-history-none = هنوز چیزی تغییر نکرده است
understand-topics-history-none-text = مجموعه‌ای آغازین یا موضوعی از خودتان بیفزایید؛ هر تغییر اینجا نگه داشته می‌شود.
understand-topics-what = تغییر
understand-topics-who = به دست
understand-topics-version = نسخهٔ { $version }
understand-topics-touched = موضوع: { $count }
understand-topics-deed-set = مجموعه افزوده شد: { $subject }
understand-topics-deed-added = افزوده شد: { $subject }
understand-topics-deed-edited = ویرایش شد: { $subject }
understand-topics-deed-merged = در موضوعی دیگر ادغام شد: { $subject }
understand-topics-deed-split = تقسیم شد: { $subject }
understand-topics-deed-deleted = حذف شد: { $subject }
understand-topics-deed-back = تغییر پس گرفته شد: { $subject }
understand-topics-deed-other = تغییر کرد: { $subject }
understand-topics-back = پس‌گرفتن
understand-topics-back-title = پس‌گرفتن تغییر { $version }
understand-topics-since = موضوع‌هایی که پس از آن باز تغییر کرده‌اند و آن تغییرها نیز از دست می‌رود: { $count }
understand-topics-taken-back = تغییر پس گرفته شد. متن‌های قدیمی‌تر دوباره خوانده می‌شوند
error-topics-changed = در این میان کس دیگری موضوع‌ها را تغییر داده است. یک بار دیگر نگاه کنید و دوباره ذخیره کنید.
error-topic-too-deep = موضوع‌ها حداکثر { $max } سطح عمق دارند. جایی بالاتر برگزینید.
error-topic-bad-name = نام حداکثر { $max } نویسه دارد.
error-topic-bad-rule = قاعده از حرف { $column } به بعد خوانده نمی‌شود. آن را کوتاه یا بخش کنید.
error-topic-bad-parent = موضوعی را برگزینید که هست و زیر این یکی نیست.
error-topic-bad-owner = یکی از اعضای این فضای کاری را برگزینید.
error-topic-bad-target = موضوع را نمی‌توان در خودش یا در زیرموضوعش ادغام کرد.
error-topic-nothing-chosen = دست‌کم یک واژه را برای موضوع تازه نشان کنید.
error-topic-few-examples = دست‌کم { $min } نمونه بدهید.
error-bad-topic-label = بگویید که متن دربارهٔ این موضوع هست یا نه.
audit-topics-change = موضوع‌ها را تغییر داد
audit-topics-label = گفت متنی دربارهٔ موضوعی هست یا نه

## مضمون‌ها
understand-themes = مضمون‌ها
understand-themes-lede = آنچه مشتریان به زبان خود می‌گویند و هنوز هیچ موضوعی آن را در بر نمی‌گیرد.
understand-themes-see = آنچه هیچ موضوعی در بر نمی‌گیرد
understand-themes-uncovered = بیرون از موضوع‌ها
understand-themes-all = همهٔ مضمون‌ها
understand-themes-all-again = بازگشت به مضمون‌ها
understand-themes-looked =
    { $count ->
        [one] { $count } متن بررسی شد، با دورهٔ پیش.
       *[other] { $count } متن بررسی شد، با دورهٔ پیش.
    }
understand-themes-sample = { $count } متن از { $all } متن که تصادفی برگزیده شده‌اند بررسی شد، با دورهٔ پیش. شمار افراد از همین نمونه است.
understand-themes-people = دربارهٔ آن نوشته‌اند
understand-themes-of = { $share } از { $total } نفری که نوشته‌اند
understand-themes-change = نسبت به پیش
understand-themes-from-to = از { $before } به { $now }
understand-themes-feeling = احساسشان
understand-themes-words = با واژه‌هایی مانند
understand-themes-topic = در موضوع
understand-themes-make = موضوع شود
understand-themes-not = مضمون نیست
understand-themes-aside =
    { $count ->
        [one] کنار گذاشته‌شده: { $count } مضمون
       *[other] کنار گذاشته‌شده: { $count } مضمون
    }
understand-themes-aside-note = تا زمانی که آشکارا افراد بیشتری دربارهٔ آن‌ها ننویسند، نشان داده نمی‌شوند.
understand-themes-take-back = بازگرداندن
understand-themes-aside-done = مضمون کنار گذاشته شد
understand-themes-back-done = مضمون بازگشت
understand-themes-back-again = هنگام کنار گذاشتن { $was } دربارهٔ آن نوشته بودند؛ اکنون { $now }.
understand-themes-how = مضمون‌ها چگونه یافت می‌شوند
understand-themes-how-text = واژه‌هایی پشت سر هم یا نزدیک به هم که بیش از تصادف با هم می‌آیند، در هر زبان جداگانه. آن‌هایی که از یک دسته متن‌اند گرد هم می‌آیند و نامشان همان است که مشتریان بیش از همه نوشته‌اند. متن‌هایی با واژه‌های تقریباً یکسان هنگام یافتن مضمون یکی به شمار می‌آیند و هنگام شمردن افراد هر یک جداگانه. افزایش و کاهش با همان روزهای هفته در دورهٔ پیش سنجیده و برای همهٔ مضمون‌های صفحه تصحیح می‌شود. هیچ‌چیزی که هویت کسی را بگوید مضمون نمی‌شود.
understand-themes-no-surveys-title = متنی برای خواندن نیست
understand-themes-no-surveys-text = نظرسنجی‌ای نیست که بتوانید متن‌هایش را بخوانید. در نظرسنجی‌های ناشناس مضمون جست‌وجو نمی‌شود.
understand-themes-to-results = به نظرسنجی‌ها
understand-themes-covered-title = موضوع‌های شما همه‌چیز را در بر می‌گیرند
understand-themes-covered-text = هر مضمونی از این دوره به موضوعی تعلق دارد.
understand-themes-none-left-title = چیز تازه‌ای نیست
understand-themes-none-left-text = آنچه بیرون از موضوع‌هاست کنار گذاشته شده و افراد بیشتری دربارهٔ آن ننوشته‌اند.
understand-themes-none-title = هنوز مضمونی نیست
understand-themes-none-text = دست‌کم پنج نفر باید چیزی همانند بگویند. دوره‌ای بلندتر برگزینید یا پالایه‌ای را بردارید.
understand-themes-verdict-clear-fall = کاهش آشکار
understand-themes-verdict-clear-rise = افزایش آشکار
understand-themes-verdict-likely-fall = کاهش محتمل
understand-themes-verdict-likely-rise = افزایش محتمل
understand-themes-verdict-no-real-change = بدون تغییر واقعی
understand-themes-verdict-cant-tell = هنوز نمی‌توان گفت
understand-themes-verdict-too-few = برای مقایسه کم است
understand-copies = رونوشت‌ها
understand-copies-all = همهٔ متن‌ها
understand-copies-several = تنها آنچه چند بار آمده
understand-copies-alike =
    { $count ->
        [one] { $count } متن همانند
       *[other] { $count } متن همانند
    }
understand-copies-flood =
    { $originals ->
        [one] { $copies } متن از { $texts } متن تازه رونوشت { $originals } متن‌اند. در همهٔ عددها شمرده می‌شوند.
       *[other] { $copies } متن از { $texts } متن تازه رونوشت { $originals } متن‌اند. در همهٔ عددها شمرده می‌شوند.
    }
understand-copies-see = دیدن آن‌ها
understand-copies-like = همهٔ متن‌ها؛ اکنون متن‌هایی با واژه‌های تقریباً یکسان نشان داده شده‌اند
audit-theme-aside = مضمونی را کنار گذاشت
audit-theme-back = مضمونی را بازگرداند
## A language model beside the quotes
understand-assistant = مدل زبانی
understand-assistant-lede = مدل زبانی می‌تواند نوشته‌های مشتریان را خلاصه و ترجمه کند. هیچ بخشی از نبض به آن نیاز ندارد و تا روشنش نکنید خاموش است.
understand-assistant-link = مدل زبانی برای خلاصه و ترجمه
understand-assistant-switch = در این فضای کاری
understand-assistant-is-on = روشن
understand-assistant-is-off = خاموش
understand-assistant-absent = گردانندهٔ این سرور مدل زبانی‌ای معرفی نکرده است؛ پس چیزی هم نمی‌تواند به جایی فرستاده شود. برای این کار، این سطرها در پروندهٔ nabz.toml در پوشهٔ داده‌ها و یک راه‌اندازی دوباره لازم است:
understand-assistant-host = مقصد نقل‌قول‌ها
understand-assistant-model = مدل
understand-assistant-allowed = روشن‌کننده
understand-assistant-on-text = اعضایی که اجازهٔ خواندن متنی را دارند می‌توانند خلاصه و ترجمهٔ آن را بخواهند. هر درخواست با یک بار زدن دکمه فرستاده می‌شود.
understand-assistant-off-text = چیزی فرستاده نمی‌شود. اگر روشن شود، اعضا می‌توانند نقل‌قول‌های پوشانده‌شده را به { $host } بفرستند.
understand-assistant-moved = برای { $was } روشن شده بود، ولی درخواست‌ها اکنون به { $host } می‌رود. تا دوباره روشنش نکنید چیزی فرستاده نمی‌شود.
understand-assistant-refused = شما با { $was } موافقت کردید، اما نقل‌قول‌ها اکنون به { $host } می‌روند. چیزی روشن نشد: مقصد را ببینید و دوباره تصمیم بگیرید.
understand-assistant-gone = شما با { $was } موافقت کردید، اما برای این سرور دیگر مدل زبانی تعیین نشده است. چیزی روشن نشد.
understand-assistant-switch-on = روشن کنید
understand-assistant-switch-off = خاموش کنید
understand-assistant-on-flash = مدل زبانی روشن شد
understand-assistant-off-flash = مدل زبانی خاموش شد و پاسخ‌هایش پاک شد
understand-assistant-uses = به چه کار می‌آید
understand-assistant-use-summary = خلاصه: چند جمله بالای نقل‌قول‌های یک موضوع و بالای علت‌های یک امتیاز.
understand-assistant-use-translation = ترجمه: زیر نقل‌قولی که به زبان شما نیست. متن اصلی همیشه می‌ماند.
understand-assistant-use-press = هر دو نام مدل را بر خود دارند. هیچ‌یک با دیدن صفحه ساخته نمی‌شود و هیچ عددی از مدل نمی‌آید.
understand-assistant-leaves = چه چیزی از این سرور بیرون می‌رود
understand-assistant-leaves-texts = نقل‌قول‌های صفحه، حداکثر { $count } تا، یا همان که باید ترجمه شود؛ نام موضوع یا علت؛ و زبان پاسخ.
understand-assistant-masked = پیش از آن، نشانی‌های ایمیل، شمارهٔ تلفن، کارت، حساب و شناسایی، پیوندها، نشانی‌های پستی و نام‌ها تا جایی که شناخته شوند پوشانده می‌شوند؛ نام‌هایی که از این مشتریان ذخیره کرده‌اید نیز.
understand-assistant-mask-limits = هیچ پوششی همه‌چیز را نمی‌یابد: آنچه کسی با واژه‌های ساده دربارهٔ خود می‌گوید خوانا می‌ماند.
understand-assistant-stays = چه چیزی همین‌جا می‌ماند
understand-assistant-stays-text = امتیازها، مخاطبان، ویژگی‌ها و همهٔ نوشته‌های پاسخ‌دهندگان نظرسنجی‌های بی‌نام.
understand-assistant-kept = پاسخ‌ها حداکثر ۳۰ روز در پایگاه دادهٔ شما می‌مانند و با خاموش‌کردن پاک می‌شوند. خلاصه تنها تا وقتی نشان داده می‌شود که نقل‌قول‌هایش همان باشند.
understand-assistant-summary = به‌اختصار
understand-assistant-mark = نوشتهٔ مدل زبانی
understand-assistant-offer = مدل زبانی می‌تواند { $quotes } نقل‌قول این صفحه را خلاصه کند.
understand-assistant-outdated = نقل‌قول‌ها از آخرین خلاصه تاکنون تغییر کرده‌اند.
understand-assistant-summarise = خلاصه کنید
understand-assistant-again = دوباره خلاصه کنید
understand-assistant-goes = نقل‌قول‌ها با دادهٔ شخصی پوشانده به { $host } می‌روند.
understand-assistant-made = نوشتهٔ مدل زبانی { $model } از روی { $quotes } نقل‌قول،
understand-assistant-may-be-wrong = ممکن است نادرست باشد؛ نوشتهٔ خود مشتریان نقل‌قول‌های زیر است.
understand-assistant-waits = مدل زبانی در حال نوشتن است. شاید یک دقیقه طول بکشد.
understand-assistant-translate = ترجمه
understand-assistant-translated = ترجمهٔ مدل زبانی { $model }؛ ممکن است نادرست باشد
understand-assistant-trouble-off = مدل زبانی خاموش است. چیزی فرستاده نشد.
understand-assistant-trouble-busy = مدل زبانی به عضو دیگری از این فضای کاری پاسخ می‌دهد. کمی بعد دوباره بکوشید.
understand-assistant-trouble-nothing = چیزی برای خلاصه‌کردن نیست.
understand-assistant-trouble-timeout = مدل زبانی به‌موقع پاسخ نداد. بعداً دوباره بکوشید.
understand-assistant-trouble-unreachable = مدل زبانی در دسترس نیست. اگر چنین ماند، به گردانندهٔ سرور بگویید.
understand-assistant-trouble-status = مدل زبانی درخواست را نپذیرفت. اگر چنین ماند، به گردانندهٔ سرور بگویید.
understand-assistant-trouble-unusable = پاسخ مدل زبانی قابل استفاده نبود. دوباره بکوشید.
understand-assistant-asked = درخواست به { $model } در { $host } رفت.
understand-assistant-status = پاسخ آن وضعیت { $status } بود.
audit-assistant-on = مدل زبانی را روشن کرد
audit-assistant-off = مدل زبانی را خاموش کرد

## Insights
understand-insights = بینش‌ها
understand-insights-lede = چه چیزی تغییر کرده، چرا، و چه کسی باید به آن رسیدگی کند. نبض هر چند دقیقه، هرگاه چیز تازه‌ای باشد، دوباره نگاه می‌کند.
understand-insights-all =
    { $count ->
        [one] دیدن تنها بینش
       *[other] دیدن هر { $count } بینش
    }
understand-insights-kind-moved = تغییر امتیاز
understand-insights-kind-cause = علت یافته‌شده
understand-insights-kind-emerging = بیشتر گفته می‌شود
understand-insights-kind-unanswered = مشتریان در انتظارند
understand-insights-kind-silent = خاموش شده
understand-insights-state-open = باز
understand-insights-state-dismissed = کنارگذاشته
understand-insights-state-gone = ازمیان‌رفته
understand-insights-by-kind = گونه
understand-insights-by-survey = نظرسنجی
understand-insights-by-owner = مسئول
understand-insights-nobody = هیچ‌کس
understand-insights-none-open = هیچ بینشی باز نیست
understand-insights-none-open-text = بینش هنگامی پدیدار می‌شود که امتیازی آشکارا تغییر کند، علتی در نوشته‌های مشتریان دیده شود، موضوعی بالا بگیرد، شکایت‌ها در انتظار بمانند یا نقطهٔ تماسی خاموش شود. دادهٔ قدیمی که وارد شود خبر تازه نیست.
understand-insights-none-dismissed = چیزی کنار گذاشته نشده است
understand-insights-none-dismissed-text = آنچه کنار بگذارید اینجا می‌ماند تا آشکارا تغییر کند.
understand-insights-none-gone = چیزی از میان نرفته است
understand-insights-none-gone-text = بینش‌هایی که دیگر یافت نمی‌شوند اینجا نگه داشته می‌شوند.
understand-insights-nothing-title = هنوز چیزی برای گفتن نیست
understand-insights-nothing-text = به‌محض رسیدن پاسخ‌ها اینجا گفته می‌شود که چه چیزی و چرا تغییر کرده است: تغییر امتیاز از ده پاسخ در دو دوره، و علت از چند ده متن به بالا.
understand-insight-sure-clear = آشکار
understand-insight-sure-likely = محتمل
understand-insight-sure-cannot_tell = هنوز نمی‌توان گفت
understand-insight-people =
    { $count ->
        [one] به { $count } مشتری مربوط است
       *[other] به { $count } مشتری مربوط است
    }
understand-insight-people-silent =
    { $count ->
        [one] نزدیک { $count } پاسخ نیامده است
       *[other] نزدیک { $count } پاسخ نیامده است
    }
understand-insight-place = بیشترِ آن از { $attribute } «{ $place }» است: پیش‌تر { $before }، اکنون { $after }؛ یعنی { $points } از { $by }.
understand-insight-place-part = بخش بزرگی از آن از { $attribute } «{ $place }» است: پیش‌تر { $before }، اکنون { $after }؛ یعنی { $points } از { $by }.
understand-insight-mix = { $points } از { $by } به ترکیب پاسخ‌دهندگان برمی‌گردد: ترکیب بر پایهٔ { $attribute } تغییر کرده است.
understand-insight-cause = «{ $cause }» به بهای { $cost } تمام می‌شود
understand-insight-cause-at = «{ $cause }» به بهای { $cost } تمام می‌شود ({ $place })
understand-insight-cause-about = { $topic }: «{ $cause }» به بهای { $cost } تمام می‌شود
understand-insight-cause-about-at = { $topic }: «{ $cause }» به بهای { $cost } تمام می‌شود ({ $place })
understand-insight-cause-why =
    { $count ->
        [one] { $count } مشتری آن را نام می‌برد؛ { $low } نفر از آنان امتیاز پایین داد، { $times } برابرِ دیگرانی با همان ترکیب.
       *[other] { $count } مشتری آن را نام می‌برند؛ { $low } نفر از آنان امتیاز پایین دادند، { $times } برابرِ دیگرانی با همان ترکیب.
    }
understand-insight-cause-there = تنها در همان‌جا بهای آن { $cost } است.
understand-insight-cause-words = به زبان خودشان: { $words }.
understand-insight-emerging = مشتریان بیشتری در «{ $survey }» از { $topic } می‌گویند
understand-insight-emerging-why =
    { $count ->
        [one] { $count } نفر در چهار هفتهٔ گذشته؛ معمولاً نزدیک { $expected } نفر.
       *[other] { $count } نفر در چهار هفتهٔ گذشته؛ معمولاً نزدیک { $expected } نفر.
    }
understand-insight-emerging-feel = { $share } از آنان که احساسشان خوانده شد، از آن ناخشنودند.
understand-insight-overdue =
    { $count ->
        [one] { $count } شکایت بیش از زمان وعده‌شده در انتظار است
       *[other] { $count } شکایت بیش از زمان وعده‌شده در انتظارند
    }
understand-insight-loose =
    { $count ->
        [one] { $count } شکایت مسئول ندارد
       *[other] { $count } شکایت مسئول ندارند
    }
understand-insight-unanswered-why =
    { $days ->
        [one] از { $all } شکایتِ روز گذشته { $share } پاسخ گرفته‌اند؛ { $work } در دست کار، { $overdue } دیرشده، { $loose } بی‌مسئول.
       *[other] از { $all } شکایتِ { $days } روز گذشته { $share } پاسخ گرفته‌اند؛ { $work } در دست کار، { $overdue } دیرشده، { $loose } بی‌مسئول.
    }
understand-insight-silent =
    { $days ->
        [one] «{ $survey }» { $days } روز است که پاسخی نداشته است
       *[other] «{ $survey }» { $days } روز است که پاسخی نداشته است
    }
understand-insight-silent-at =
    { $days ->
        [one] از { $place } { $days } روز است که پاسخی به «{ $survey }» نرسیده است
       *[other] از { $place } { $days } روز است که پاسخی به «{ $survey }» نرسیده است
    }
understand-insight-silent-why =
    { $count ->
        [one] با روند پیشین باید نزدیک { $count } پاسخ می‌رسید. شاید پیوند، تابلو یا دستگاه دیگر در دسترس نباشد.
       *[other] با روند پیشین باید نزدیک { $count } پاسخ می‌رسید. شاید پیوند، تابلو یا دستگاه دیگر در دسترس نباشد.
    }
understand-insight-part-answered = پاسخ‌داده
understand-insight-part-silent = بسته‌شدهٔ بی‌پاسخ
understand-insight-part-in-work = در دست کار
understand-insight-part-waiting = در انتظار مسئول
understand-insight-part-overdue = دیرشده
understand-insight-parts-says = سرنوشت شکایت‌ها
understand-insight-parts-head = شکایت‌ها
understand-insight-weeks = هفتهٔ گذشته
understand-insight-week = هفتهٔ از { $day }
understand-insight-trend-says = { $metric } هفته به هفته، با بازهٔ آن
understand-insight-share-says = سهم متن‌هایی که از آن می‌گویند، هفته به هفته
understand-insight-count-says = پاسخ‌ها هفته به هفته
understand-insight-ranked-says = بهای علت‌ها، به واحد امتیاز
understand-insight-nobody = هیچ‌کس مسئول آن نیست
understand-insight-dismiss = کنار گذاشتن
understand-insight-take-back = بازگرداندن
understand-insight-dismissed = کنار گذاشته شد. اگر آشکارا تغییر کند بازمی‌گردد.
understand-insight-back = بینش دوباره باز است.
understand-insight-owned = مسئول ذخیره شد.
understand-insight-open = باز کردن
understand-insight-behind = دیدن آنچه پشت آن است
understand-insight-next-plan = برنامه‌ریزی ابتکار
understand-insight-next-goal = تعیین هدف
understand-insight-next-follow = باز کردن برنامه
understand-insight-next-answer = پاسخ دادن به آنان
understand-insight-next-ask = بررسی پیوند و تابلو
understand-insight-is-gone = این دیگر یافت نمی‌شود و برای سابقه نگه داشته شده است.
understand-insight-is-dismissed = این کنار گذاشته شده است تا آشکارا تغییر کند.
understand-insight-days = { $now } در برابر { $before }
understand-insight-found = یافته‌شده
understand-insight-seen = آخرین نگاه
understand-insight-split = تغییر، به تفکیک { $attribute }
understand-insight-by-rate = با امتیازی دیگر
understand-insight-by-mix = با بیشتر یا کمتر بودن
understand-insight-others = دیگران
understand-insight-sum = روی هم
understand-insight-split-note = همهٔ بخش‌ها دقیقاً برابر کل تغییرند. گروهی که بزرگ‌تر می‌شود تنها اگر امتیازش کمتر از میانگین باشد از آن می‌کاهد.
understand-insight-quotes = به زبان مشتریان
understand-insight-labels = دیگران می‌گویند:
understand-insight-owner-of = چه کسی به آن رسیدگی می‌کند
understand-five = آیا آمادهٔ اقدام است؟ پنج آزمون
understand-five-passed =
    { $count ->
        [one] { $count } از پنج آزمون برآورده شده
       *[other] { $count } از پنج آزمون برآورده شده
    }
understand-five-yes = (برآورده)
understand-five-no = (هنوز نه)
understand-five-specific = مشخص
understand-five-understandable = فهمیدنی
understand-five-prescriptive = راهکار دارد
understand-five-measurable = سنجش‌پذیر
understand-five-valuable = ارزشمند
understand-five-place = کجا: { $place }
understand-five-no-place = جای آن معلوم نیست: گروه‌ها را مقایسه کنید
understand-five-cause = علت به زبان مشتریان گفته شده است
understand-five-no-cause = علت معلوم نیست: ببینید مشتریان چه می‌گویند
understand-five-evidence =
    { $count ->
        [one] گواه: { $count } نشانه
       *[other] گواه: { $count } نشانه
    }
understand-five-sentence = یک جمله و یک تصویر آن را می‌گویند
understand-five-owner = مسئول: { $owner }
understand-five-no-owner = کسی مسئول آن نیست: کسی را تعیین کنید
understand-five-plan = برنامه: { $plan }
understand-five-no-plan = برنامه‌ای نیست: یکی بسازید
understand-five-empty-plan = برنامه نمی‌گوید چه کاری انجام می‌شود
understand-five-no-forecast = برنامه نمی‌گوید چه چیزی را باید تغییر دهد
understand-five-metric = سنجیده با { $metric }
understand-five-goal = هدف: { $goal }
understand-five-no-goal = هدفی نیست: یکی تعیین کنید
understand-five-worth = آنچه در میان است: { $low } تا { $high } { $currency } در سال
understand-five-worth-source = این رقم از اینجاست: { $source }
understand-five-no-worth = ارزش آن گفته نشده است: بنویسید
understand-five-no-stake = ارزش آن را نمی‌توان حساب کرد: مشتریِ در خطری شناخته نشده است
understand-five-channels = هزینهٔ هر تماس با پشتیبانی گفته شده است
understand-five-no-channels = هزینهٔ آن در کانال‌های دیگر گفته نشده است: بنویسید هر تماس با پشتیبانی چه هزینه‌ای دارد
