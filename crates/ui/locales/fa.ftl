brand = نبض
brand-line = شنیدن، فهمیدن، اقدام، اثبات.

common-save = ذخیره
common-cancel = انصراف
common-undo = برگرداندن
common-back = بازگشت
common-next = بعدی
common-add = افزودن
common-edit = ویرایش
common-close = بستن
common-copy = کپی
common-copied = کپی شد
common-all = همه
common-optional = (اختیاری)
common-name = نام
common-email = ایمیل
common-language = زبان
common-status = وضعیت
common-apply = اعمال

count-answers =
    { $count ->
        [one] { $count } پاسخ
       *[other] { $count } پاسخ
    }
count-surveys =
    { $count ->
        [one] { $count } نظرسنجی
       *[other] { $count } نظرسنجی
    }
count-people =
    { $count ->
        [one] { $count } نفر
       *[other] { $count } نفر
    }
range = { $low } تا { $high }
range-label = { $value }، بازهٔ { $low } تا { $high }
worth-rests = بر پایهٔ { $low } تا { $high } { $currency } در سال برای { $unit } در کل شرکت.
worth-share = { $share } از پاسخ‌ها را در بر می‌گیرد و به همان نسبت حساب شده است.
worth-unit-nps = یک واحد NPS
worth-unit-percent = یک واحد درصد
worth-unit-mean_1_5 = یک واحد از میانگین ۱ تا ۵
worth-unit-mean_1_7 = یک واحد از میانگین ۱ تا ۷
worth-unit-mean_0_10 = یک واحد از میانگین ۰ تا ۱۰
worth-why-unstated = کسی نگفته است یک واحد چه ارزشی دارد. با آن رقم، ارزش اینجا می‌آید.
worth-why-other-unit = ارزش هر واحد برای نوع دیگری از عدد گفته شده است؛ پس برای این یکی ارزشی ادعا نمی‌شود.
worth-why-no-share = معلوم نیست چه سهمی از پاسخ‌ها را در بر می‌گیرد؛ پس ارزشی ادعا نمی‌شود.
worth-less-cost = هزینهٔ { $cost } { $currency } کم شده است.

ago-now = همین حالا
ago-minutes =
    { $count ->
        [one] { $count } دقیقه پیش
       *[other] { $count } دقیقه پیش
    }
ago-hours =
    { $count ->
        [one] { $count } ساعت پیش
       *[other] { $count } ساعت پیش
    }
ago-days =
    { $count ->
        [one] { $count } روز پیش
       *[other] { $count } روز پیش
    }
in-minutes =
    { $count ->
        [one] تا { $count } دقیقهٔ دیگر
       *[other] تا { $count } دقیقهٔ دیگر
    }
in-hours =
    { $count ->
        [one] تا { $count } ساعت دیگر
       *[other] تا { $count } ساعت دیگر
    }
in-days =
    { $count ->
        [one] تا { $count } روز دیگر
       *[other] تا { $count } روز دیگر
    }

tone-detractors = منتقدان
tone-passives = بی‌تفاوت‌ها
tone-promoters = مروجان
tone-negative = ناراضی
tone-neutral = میانه
tone-positive = راضی

role-viewer = بیننده
role-agent = کارشناس
role-manager = مدیر
role-admin = سرپرست سامانه
role-owner = مالک

nav-home = خانه
nav-listen = شنیدن
nav-understand = فهمیدن
nav-act = اقدام
nav-prove = اثبات
nav-customers = مشتریان
nav-settings = تنظیمات
nav-more = بیشتر
nav-waiting =
    { $count ->
        [one] { $count } مورد منتظر شماست
       *[other] { $count } مورد منتظر شماست
    }
shell-skip = پرش به محتوا
shell-nav = اصلی
shell-crumbs = مسیر شما
shell-language = زبان
shell-theme = ظاهر
shell-account = { $name }، حساب شما
shell-profile = مشخصات شما
shell-logout = خروج
shell-demo = نسخهٔ نمایشی با داده‌های ساختگی. هر چه خواستید تغییر دهید.
theme-system = مطابق سیستم
theme-light = روشن
theme-dark = تیره
palette-open = جست‌وجو یا رفتن به صفحه
palette-hint = نام صفحه یا نظرسنجی را بنویسید
palette-list = صفحه‌ها
palette-recent = اخیر
palette-none = چیزی به این نام نیست.
pager-label = صفحه‌های فهرست
pager-previous = قبلی
pager-next = بعدی
filter-clear = برداشتن این فیلتر

chart-as-table = به‌صورت جدول
chart-period = دوره
chart-value = امتیاز
chart-score = امتیاز
chart-range = بازه
chart-range-numbers = بازه به عدد
chart-answers = پاسخ‌ها
chart-share = سهم
chart-goal = هدف { $goal }
chart-counts-thin = شمار تنها بالای بلندترین میلهٔ هر گروه آمده است؛ جدول همه را دارد.
chart-few = پاسخ کم؛ با احتیاط بخوانید
chart-empty = هنوز چیزی برای نمایش نیست: هیچ پاسخی با این شرط‌ها جور نیست.
chart-needs-assets = نمودارها به‌صورت جدول‌اند، چون این نسخه کتابخانهٔ نمودار ندارد؛ «cargo xtask assets» را ببینید.

respondent-privacy = حریم خصوصی

fault-title = انجام نشد
fault-403 = اجازهٔ دیدن اینجا را ندارید
fault-404 = اینجا چیزی نیست
fault-429 = کمی آهسته‌تر
fault-500 = خطا از ماست
fault-503 = یک لحظه صبر کنید
fault-507 = دیسک پر است
fault-ours = این خطا ثبت شد. دوباره امتحان کنید؛ اگر باز هم پیش آمد، شمارهٔ زیر را به ما بدهید.
fault-home = رفتن به خانه
fault-request = شمارهٔ درخواست
error-not-found = { $what } پیدا نشد. شاید حذف شده باشد یا نشانی اشتباه نوشته شده است.
error-forbidden = نقش شما اجازهٔ این کار را ندارد. سرپرست سامانه می‌تواند آن را تغییر دهد.
error-unauthorised = برای ادامه وارد شوید.
error-too-many-requests =
    { $seconds ->
        [one] درخواست‌ها زیاد است. { $seconds } ثانیهٔ دیگر دوباره امتحان کنید.
       *[other] درخواست‌ها زیاد است. { $seconds } ثانیهٔ دیگر دوباره امتحان کنید.
    }
error-disk-full = دیسک سرور پر است. چیزی ذخیره نشد؛ وقتی جا باز شد دوباره امتحان کنید.
error-unavailable = بخشی که لازم است پاسخ نمی‌دهد. چیزی ذخیره نشد؛ کمی بعد دوباره امتحان کنید.
error-internal = در سمت ما خطایی رخ داد.
error-method-not-allowed = این نشانی چنین درخواستی را نمی‌پذیرد.
error-too-large = حجم آن بیش از حد مجاز این صفحه است.
error-required = این بخش را پر کنید.
error-bad-query = نمی‌توان به این پرس‌وجو پاسخ داد: { $message }
error-query-timeout = این پرس‌وجو بیش از { $seconds } ثانیه طول کشید و متوقف شد. آن را محدودتر کنید، مثلاً با زمان.
error-query-too-large = این پرس‌وجو بیش از حافظهٔ مجاز سرور می‌خواهد. آن را محدودتر کنید یا گروه‌های کمتری بسازید.
error-control-character = این متن نویسهٔ کنترلی دارد و ذخیره نمی‌شود.
error-bad-form = فرم خوانده نشد. برگردید و دوباره بفرستید.
error-bad-json = بدنهٔ درخواست JSON درستی نیست (خط { $line }، ستون { $column }).
error-cross-site = این درخواست از سایت دیگری آمده بود و پذیرفته نشد.
thing-page = این صفحه

## Conditions: the builder, and what a condition says
condition-join = این‌ها باید برقرار باشند
condition-all = همهٔ آن‌ها
condition-any = دست‌کم یکی از آن‌ها
condition-subject = دربارهٔ
condition-ask = آزمون
condition-value = مقدار
condition-choose = انتخاب کنید…
condition-add = افزودن شرط
condition-add-group = افزودن گروه
condition-group = گروه
condition-drop = حذف این سطر
condition-as-text = نوشتن به‌صورت متن
condition-as-lines = نمایش به‌صورت سطر
condition-text = شرط به‌صورت متن
condition-text-hint = برای نمونه: nps <= 6 && answered(why)
condition-look = تازه‌کردن گزینه‌ها
condition-none = بدون شرط: همیشه.
condition-involved = این شرط تودرتوتر از آن است که در سطرها جا شود. کار می‌کند و می‌توان متنش را تغییر داد.
condition-gone = { $of } (دیگر نیست)
condition-yes = بله
condition-no = خیر
condition-comma = { "، " }
condition-and = { $left } و { $right }
condition-or = { $left } یا { $right }
condition-not = نه این‌که { $what }
condition-is-eq = برابر است با
condition-is-ne = برابر نیست با
condition-is-le = حداکثر است
condition-is-lt = کمتر است از
condition-is-ge = دست‌کم است
condition-is-gt = بیشتر است از
condition-is-lt-date = پیش از
condition-is-le-date = تا
condition-is-gt-date = پس از
condition-is-ge-date = از
condition-is-answered = پاسخ داده شده
condition-is-not-answered = پاسخ داده نشده
condition-is-one-of = یکی است از
condition-is-not-one-of = هیچ‌یک نیست از
condition-is-has = دربردارد
condition-is-not-has = دربرندارد
condition-is-has-text = این واژه‌ها را دارد
condition-is-not-has-text = این واژه‌ها را ندارد
condition-is-starts-with = آغاز می‌شود با
condition-says-eq = { $of } برابر { $value } است
condition-says-ne = { $of } برابر { $value } نیست
condition-says-le = { $of } حداکثر { $value } است
condition-says-lt = { $of } کمتر از { $value } است
condition-says-ge = { $of } دست‌کم { $value } است
condition-says-gt = { $of } بیشتر از { $value } است
condition-says-lt-date = { $of } پیش از { $value } است
condition-says-le-date = { $of } تا { $value } است
condition-says-gt-date = { $of } پس از { $value } است
condition-says-ge-date = { $of } از { $value } به بعد است
condition-says-answered = به { $of } پاسخ داده شده
condition-says-not-answered = به { $of } پاسخ داده نشده
condition-says-one-of = { $of } یکی از { $value } است
condition-says-not-one-of = { $of } هیچ‌یک از { $value } نیست
condition-says-has = { $of } گزینهٔ { $value } را دارد
condition-says-not-has = { $of } گزینهٔ { $value } را ندارد
condition-says-has-text = در { $of } آمده است { $value }
condition-says-not-has-text = در { $of } نیامده است { $value }
condition-says-starts-with = { $of } با { $value } آغاز می‌شود
error-condition-syntax = در نویسهٔ { $at } انتظار «{ $found }» نمی‌رفت.
error-condition-unsupported = در نویسهٔ { $at } نمی‌توان «{ $found }» را این‌گونه به کار برد. برای نمونه بنویسید: { $instead }
error-condition-operand = این نمی‌تواند نام پرسش یا فیلدی باشد.
error-condition-value = این مقدار با آزمون جور نیست.
error-condition-too-deep = شرط‌ها حداکثر { $max } لایه تودرتو می‌شوند.
error-condition-too-big = برای یک شرط زیاد است: حداکثر { $max } بخش.
error-condition-text-too-long = متن در شرط حداکثر { $max } نویسه دارد.
error-condition-json = شرط خوانده نمی‌شود: { $message }
error-condition-unknown-operand = شرط دربارهٔ چیزی می‌پرسد که نیست.
error-condition-unknown-option = گزینهٔ «{ $value }» اینجا نیست.
error-condition-wrong-type = این را نمی‌توان اینجا پرسید: نوع مقدارها فرق دارد.
error-not-a-number = اینجا عددی لازم است.

## What a text says: feeling-*
feeling-pos = مثبت
feeling-neu = خنثی
feeling-neg = منفی
feeling-unclear = آمیخته یا نامشخص
feeling-unread = خوانده نشده
feeling-corrected = اصلاح‌شده به دست یکی از اعضا
feeling-corrected-by = نظر { $name } این است. برداشت خواننده: { $was }.
feeling-why = چرا
feeling-other-language = متن‌های این زبان ({ $language }) خوانده نمی‌شوند؛ سکوت بهتر از حدس است.
feeling-no-language = زبان متن مشخص نیست، پس حدسی زده نمی‌شود.
feeling-words = واژه‌های اثرگذار
feeling-no-words = هیچ واژه‌ای به‌تنهایی تعیین‌کننده نبود.
feeling-parts = بخش به بخش
feeling-likely = هنوز محتمل
feeling-score = امتیاز از ‎−۱ تا ۱
feeling-language = زبان
feeling-reader = نسخهٔ خواننده
feeling-transformer = یک ترنسفورمر به نام { $name } دربارهٔ کل متن داوری کرده است. این مدل دلیلی نمی‌آورد.
feeling-transformer-failed = ترنسفورمر از خواندن این متن بازماند، پس حدسی زده نمی‌شود. علت در گزارش کارساز آمده است.
feeling-words-linear = آنچه خوانندهٔ خود ما دیده است
feeling-parts-linear = بخش به بخش، به داوری خوانندهٔ خود ما
feeling-say = این متن چه می‌گوید؟
feeling-take-back = پس گرفتن اصلاح
feeling-how = متن‌ها چگونه و با چه دقتی خوانده می‌شوند

### What conditions can ask about.

subjects-attributes = ویژگی‌ها
subjects-came = پاسخ از کجا آمد
subject-language = زبان
subject-channel = کانال
subject-touchpoint = نقطهٔ تماس
subject-best = بهترین
subject-worst = بدترین
subject-own = به زبان خود
subjects-questions = پرسش‌ها
subjects-said = آنچه نوشته‌اند
subject-said-topic = موضوع
subject-said-intent = خواسته
subject-said-sentiment = احساس
subject-said-urgency = فوریت (۰ تا ۳)
intent-complaint = شکایت
intent-praise = تمجید
intent-question = پرسش
intent-request = درخواست
intent-bug = خرابی
intent-threat-to-leave = تهدید به ترک
intent-other = دیگر

### The evidence chain.

chain-link = زنجیرهٔ شواهد
