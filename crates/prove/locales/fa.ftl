### هدف‌ها، اثرها و ارزش.

prove-lede = کارها چه ارزشی داشت: هدف‌ها، آنچه تغییرها به بار آورد، و ارزش آن.
prove-anonymous = اینجا ناشناسی وعده داده شده است: دربارهٔ کمتر از پنج نفر چیزی نشان داده نمی‌شود.
prove-flash-goal = هدف گذاشته شد.
prove-flash-closed = هدف بسته شد.
prove-flash-reopened = هدف دوباره باز است.
prove-flash-measured = از نو سنجیده شد.
prove-flash-worth = ذخیره شد.

error-out-of-order = پایان باید پس از آغاز باشد.
error-goal-stands-still = هدف باید با نقطهٔ آغاز فرق داشته باشد.
error-anonymous-scope = در این نظرسنجی ناشناسی وعده داده شده است: هدف فقط می‌تواند برای همه باشد.
thing-goal = این هدف
thing-effect = این اثر

## Goals
goal-title = هدف‌ها
goal-new = هدف تازه
goal-new-lede = کدام عدد، از کجا به کجا، و تا کی.
goal-open = باز
goal-closed = بسته
goal-none = هنوز هدفی نیست
goal-none-text = هدف می‌گوید کدام عدد تا کی باید کجا باشد. سپس هر هفته می‌بینید که آیا به آن خواهید رسید.
goal-none-closed = هیچ هدفی بسته نشده است.
goal-no-number = هنوز چیزی برای سنجیدن نیست
goal-no-number-text = هدف در پی پرسشی امتیازدار از یک نظرسنجی است. نخست نظرسنجی بسازید.
goal-name = عنوان
goal-name-hint = چه چیزی باید بهتر شود، به زبان تیم شما.
goal-number = عدد
goal-of = چه شمرده می‌شود
goal-of-number = عدد معمول پرسش
goal-of-top = سهم بسیار راضی‌ها (بالاترین امتیاز)
goal-look = پس از گزینش دیگر:
goal-for = برای چه کسانی
goal-for-hint = بدون شرط، برای همه است.
goal-for-all = همه
goal-present = اکنون { $value } است: { $answers ->
        [one] { $answers } پاسخ
       *[other] { $answers } پاسخ
    } در { $days } روز.
goal-present-last = در ۹۰ روز گذشته کسی به این پاسخ نداده است. واپسین بار { $value } بود: { $answers ->
        [one] { $answers } پاسخ
       *[other] { $answers } پاسخ
    } تا { $day }.
goal-present-none = کسی، یا شمار کافی، به این پاسخ نداده است. خودتان بگویید از کجا آغاز می‌شود.
goal-from = از
goal-from-hint = خالی: همان‌جا که اکنون هست یا واپسین بار بوده است.
goal-to = به
goal-to-hint = یک مقدار، یا +5 برای پنج واحد بیشتر.
goal-convert = درصدی از راضی‌ها که بسیار راضی شوند
goal-convert-hint = اکنون { $second } امتیاز دوم را می‌دهند. این جای هدف را می‌گیرد.
goal-convert-plain = این جای هدف را می‌گیرد.
goal-from-day = آغاز
goal-by-day = تا
goal-owner = مسئول
goal-nobody = هنوز هیچ‌کس
goal-gone = این عدد دیگر نیست
goal-gone-text = نظرسنجی یا پرسشی که هدف در پی آن است دیگر وجود ندارد.
goal-from-to = از { $from } به { $to }
goal-now = اکنون { $value }
goal-by = تا { $day }
goal-bar = { $done } درصد راه؛ باید { $due } باشد
goal-status-reached = رسیده
goal-status-on_track = در مسیر
goal-status-behind = عقب
goal-status-missed = نرسیده
goal-status-cannot_tell = هنوز نمی‌توان گفت
goal-says-reached = در { $to } یا بهتر از آن است. آن را تا { $day } نگه دارید.
goal-says-on_track = اگر همین‌گونه پیش برود، تا { $day } به { $to } می‌رسد.
goal-says-behind = اگر همین‌گونه پیش برود، تا { $day } به { $to } نمی‌رسد.
goal-says-missed = تا { $day } به { $to } نرسید.
goal-says-cannot_tell = برای گفتن اینکه تا { $day } به { $to } می‌رسد یا نه، داده کم است.
goal-today = اکنون
goal-due = باید باشد
goal-target = هدف
goal-forecast = پیش‌بینی
goal-likely = در { $times } مسیر از ۱۰۰ مسیری که با دیده‌ها می‌خواند، به هدف می‌رسد.
goal-pace-week = تاکنون هفته‌ای { $made } پیش رفته است؛ از این پس هفته‌ای { $needed } لازم است.
goal-pace-month = تاکنون ماهی { $made } پیش رفته است؛ از این پس ماهی { $needed } لازم است.
goal-trend = راهِ رسیدن
goal-plot-says = { $metric }، راه راست تا هدف، و جایی که احتمالاً تا { $by } خواهد بود.
goal-way = راه راست تا هدف
goal-number-line = سنجیده‌شده
goal-about = دربارهٔ این هدف
goal-way-from = آغاز از
goal-initiative = رفتن به ابتکار
goal-close = بستن هدف
goal-reopen = باز کردن دوباره
goal-is-closed = این هدف بسته است.

## Effects
effect-title = آنچه تغییرها به بار آورد
effect-none = هنوز ابتکاری آغاز نشده است
effect-none-text = برای ابتکار روز آغاز و عددی بگذارید که باید جابه‌جا کند. سپس هر روز خودبه‌خود سنجیده می‌شود.
effect-of = اثر: { $title }
effect-initiative = رفتن به ابتکار
effect-measure = اکنون بسنج
effect-unmeasured = هنوز سنجیده نشده
effect-unmeasured-text = تا حدود یک دقیقهٔ دیگر خودبه‌خود سنجیده می‌شود.
effect-no-start = ابتکار روز آغاز ندارد. بگویید مشتریان از کی با تغییر روبه‌رو می‌شوند.
effect-not-begun = کسی آن را انجام نمی‌دهد. همین که در دست انجام یا انجام‌شده باشد، اثرش سنجیده می‌شود.
effect-measured-at = سنجیده‌شده
effect-verdict-improved = بهتر شد
effect-verdict-worsened = بدتر شد
effect-verdict-none_detectable = اثری دیده نمی‌شود
effect-verdict-too_early = زود است
effect-verdict-cannot_tell = نمی‌توان گفت
effect-says-improved = عدد را { $by } جابه‌جا کرد؛ به احتمال بسیار { $range }.
effect-says-worsened = عدد را { $by } در جهت نادرست جابه‌جا کرد؛ به احتمال بسیار { $range }.
effect-says-none = اثری دیده نمی‌شود. اگر باشد، به احتمال بسیار { $range } است.
effect-says-early = زود است: حدود { $weeks ->
        [one] { $weeks } هفتهٔ
       *[other] { $weeks } هفتهٔ
    } دیگر می‌توان اثری به اندازهٔ { $size } را دید.
effect-says-early-until = پس از آغاز حدود { $weeks ->
        [one] { $weeks } هفته
       *[other] { $weeks } هفته
    } طول می‌کشد تا بتوان اثری به اندازهٔ { $size } را دید.
effect-says-early-never = اثری به اندازهٔ { $size } اینجا به‌سختی دیده خواهد شد: عدد بیش از اندازه به‌تصادف جابه‌جا می‌شود.
effect-says-cannot = دربارهٔ اثر چیزی نمی‌توان گفت.
effect-why-nothing_before = پاسخی از پیش از آغاز نیست.
effect-why-nothing_after = هنوز پاسخی از پس از آغاز نیست.
effect-why-nobody_treated = هیچ‌یک از پاسخ‌دهندگان با تغییر روبه‌رو نشده است. بررسی کنید که ابتکار برای چه کسانی است.
effect-why-everyone_treated = همه با تغییر روبه‌رو شدند؛ پس کسی برای مقایسه نیست، و دوره کوتاه‌تر از آن است که به‌تنهایی بس باشد.
effect-why-one_unit = تنها یک جا با تغییر روبه‌رو شد و جاهای دیگر برای مقایسه کم‌اند.
effect-why-definition_changed = پرسش در زمانی به شکل دیگری پرسیده شده است: پیش و پس یک چیز را نمی‌سنجند.
effect-why-too_few_periods = زمان کمی دیده شده است؛ دست‌کم { $least } دوره لازم است.
effect-why-too_few_units = جاها برای مقایسه کم‌اند؛ دست‌کم { $least } جا لازم است.
effect-why-too_many = بیش از آن است که حساب شود.
effect-why-too_few_answers = از پیش یا پس از آغاز کمتر از ده پاسخ هست.
effect-why-not_parallel = دو سو پیش از آغاز هم از یکدیگر دور می‌شدند؛ پس مقایسه درست نیست.
effect-why-poor_fit = مقایسه، پیش از آغاز به آن جا شبیه نیست.
effect-why-placebos_move = مقایسه‌هایی که در آن‌ها چیزی رخ نداده هم همین‌قدر نشان می‌دهند؛ پس شاید تصادف باشد.
effect-why-degenerate = عددها جای خالی دارند یا تغییر نمی‌کنند: از آن‌ها چیزی برآورد نمی‌شود.
effect-why-no_number = عددی که ابتکار باید جابه‌جا کند گفته نشده یا دیگر نیست.
effect-why-no_start = ابتکار روز آغاز ندارد.
effect-why-no_unit = هیچ پاسخی ویژگی‌ای را که مقدارهایش باید مقایسه شود ندارد.
effect-why-anonymous = در این نظرسنجی ناشناسی وعده داده شده است. پس تنها ویژگی مقایسه‌شده می‌تواند بگوید تغییر برای چه کسانی است.
effect-planned = برنامه: { $expected }.
effect-against-within = آنچه برنامه بود در بازهٔ سنجیده‌شده است.
effect-against-more = بیش از برنامه به دست آمد.
effect-against-less = کمتر از برنامه به دست آمد.
effect-design-did = جاهایی که با تغییر روبه‌رو شدند با جاهای دیگر، پیش و پس از آغاز، مقایسه شدند.
effect-design-synthetic = تنها جایی که با تغییر روبه‌رو شد با آمیزه‌ای از جاهایی که پیش‌تر مانند آن پیش می‌رفتند مقایسه شد.
effect-design-interrupted = عدد با روندی که ادامه می‌یافت مقایسه شد. هر چیز دیگری که در آن زمان آغاز شده نیز به حساب می‌آید.
effect-design-experiment = افرادی که به‌قرعه برگزیده شدند مقایسه شدند.
effect-design-none = سنجیده نشد.
effect-alone = همه با تغییر روبه‌رو شدند؛ پس کسی برای مقایسه نیست.
effect-picture = سنجیده‌شده در برابر مقایسه
effect-plot-says = آنان که با تغییر روبه‌رو شدند، آنان که نشدند، و آغاز در { $day }.
effect-start-line = آغاز
effect-treated = روبه‌رو با تغییر
effect-comparison = مقایسه
effect-from-day = از
effect-after = پس
effect-answers = { $before } پاسخ از آنان که با تغییر روبه‌رو شدند پیش از آغاز، و { $after } پس از آن.
effect-behind-before = پاسخ‌های پیش
effect-behind-after = پاسخ‌های پس
effect-checks = آنچه در برابرش آزموده شد
effect-checks-none = هنوز چیزی را نمی‌شد آزمود.
effect-check-parallel-good = دو سو پیش از آغاز همسان پیش می‌رفتند.
effect-check-parallel-bad = دو سو پیش از آغاز هم از یکدیگر دور می‌شدند.
effect-check-fit-good = مقایسه پیش از آغاز به آن جا شبیه بود.
effect-check-fit-bad = مقایسه پیش از آغاز به آن جا شبیه نبود.
effect-check-placebo-few = برای آزمونی به‌قرعه جاها کم‌اند.
effect-check-placebo-good = اگر تغییر به‌قرعه داده می‌شد، این اندازه حداکثر { $share } بار از ۱۰۰ دیده می‌شد.
effect-check-placebo-bad = اگر تغییر به‌قرعه داده می‌شد، این اندازه { $share } بار از ۱۰۰ دیده می‌شد: برجسته نیست.
effect-check-recovery = در برابر مقایسه تغییر { $whole } است. از آن، { $left } فراتر از چیزی است که جاهایی با همین اندازه پایین یا بالا خودبه‌خود برمی‌گردند؛ بازه هر دو را در بر دارد.
effect-check-starts = از { $tried } آغاز ساختگی، { $alarms } تا اثری نشان دادند که نبود.
effect-check-without = با کنار گذاشتن هر یک از جاها، برآورد { $range } است.
effect-experts = برای کارشناسان
effect-fact-units = روبه‌رو با تغییر / مقایسه
effect-fact-window = روزهای هر پنجره
effect-fact-p = p اثر
effect-fact-parallel = p آزمون پیش از آغاز
effect-fact-placebo = p در میان دارونماها
effect-fact-errors = بازه
effect-errors-clustered = بر پایهٔ جا (CR2)
effect-errors-pooled = یکجا برای دو سو
effect-fact-cr1 = خطای معیار معمول (CR1)
effect-fact-freedom = درجهٔ آزادی
effect-fact-carried = نوفه‌ای که می‌ماند
effect-fact-fit = فاصلهٔ پیش از آغاز، به انحراف معیار
effect-worth = چه ارزشی دارد
effect-history = سنجش‌های پیشین
effect-when = زمان

## The book of what works
book-title = چه چیزی اینجا کارگر است
book-lede = هر ابتکار: آنچه برنامه بود، و آنچه سنجیده شد.
book-all = همهٔ دفتر
book-initiative = ابتکار
book-verdict = نتیجه
book-planned = برنامه
book-measured = سنجیده
book-since = از { $day }
book-unmeasured = هنوز سنجیده نشده
book-sum = { $measured ->
        [one] { $measured } ابتکار
       *[other] { $measured } ابتکار
    } تا پایان سنجیده شد؛ { $worked } ابتکار عدد را در جهت درست جابه‌جا کرد.
book-cut = { $max } ابتکاری که آخر از همه آغاز شدند نشان داده می‌شود.
similar-title = آنچه ابتکارهای همانند به بار آوردند
similar-moved = آن را { $by } جابه‌جا کرد ({ $range }).

## Worth
worth-title = چه ارزشی دارد
worth-lede = آنچه شرکت شما می‌داند بنویسید. آنگاه یافته‌ها و اثرها ارزش خود را، با همین رقم‌ها در دید، همراه دارند.
worth-stated = { $stated } رقم از { $kinds } گفته شده است.
worth-open = رقم‌ها
worth-currency = یکای پول
worth-currency-hint = همان‌گونه که می‌نویسید: EUR، kr، تومان.
worth-kind-point = یک واحد از عدد، در سال
worth-kind-retained_customer = مشتری‌ای که می‌ماند
worth-kind-new_customer = مشتری تازه
worth-kind-support_contact = یک تماس با پشتیبانی
worth-hint-point = یک واحد بیشتر در کل شرکت، در یک سال چه می‌آورد.
worth-hint-retained_customer = مشتری‌ای که وگرنه می‌رفت چه می‌آورد.
worth-hint-new_customer = یک مشتری تازه در مجموع چه می‌آورد.
worth-hint-support_contact = تماس یا پیامی که لازم نبود چه هزینه‌ای دارد.
worth-unit = این رقم برای
worth-unit-hint = تنها عددهایی از همین نوع، بر پایهٔ واحد ارزش می‌گیرند.
worth-low = دست‌کم
worth-high = حداکثر
worth-source = رقم از کجاست
worth-by = { $name }
worth-not-stated = گفته نشده
worth-no-effect = جایی که اثری دیده نشود، ارزشی ادعا نمی‌شود.
audit-goal-set = هدفی گذاشت
audit-goal-close = هدفی را بست
audit-goal-reopen = هدفی را دوباره باز کرد
audit-effect-measure = خواست اثر سنجیده شود
audit-worth-save = رقم‌های ارزش را نوشت

### Goals, effects and worth.

## The evidence chain: chain-*
chain-title = زنجیرهٔ شواهد
chain-lede = از آنچه مشتریان گفته‌اند تا آنچه برایش انجام شده و آنچه تغییر کرده است. هر گام به صفحهٔ خودش می‌رسد.
chain-path = گام‌های زنجیره
chain-steps = گام به گام
chain-here = شما اینجا هستید
chain-none = هیچ
chain-at-least = دست‌کم { $count }
chain-more =
    { $count ->
        [one] { $count } مورد دیگر
       *[other] { $count } مورد دیگر
    }
chain-more-at-least =
    { $count ->
        [one] دست‌کم { $count } مورد دیگر
       *[other] دست‌کم { $count } مورد دیگر
    }
chain-from-here = دنبال کردن زنجیره از اینجا
chain-from-here-of = دنبال کردن زنجیره از اینجا: { $name }
chain-kind-signal = پاسخ‌ها
chain-kind-topic = موضوع‌ها
chain-kind-insight = یافته‌ها
chain-kind-case = شکایت‌ها
chain-kind-initiative = طرح‌های بهبود
chain-kind-goal = هدف‌ها
chain-kind-effect = اثرها
chain-kind-message = پیام‌ها
chain-none-signal = پاسخی که شما اجازهٔ دیدنش را داشته باشید به این مربوط نیست.
chain-none-topic = موضوعی به این مربوط نیست.
chain-none-insight = هنوز یافته‌ای به این مربوط نیست.
chain-none-case = شکایتی به این مربوط نیست.
chain-none-initiative = هنوز کسی برای این راه‌حلی پایدار برنامه‌ریزی نکرده است.
chain-none-goal = هنوز برای این هدفی تعیین نشده است.
chain-none-effect = هنوز اثری سنجیده نشده است.
chain-none-message = هنوز به هیچ مشتری‌ای خبر داده نشده است.
chain-response-to = پاسخ به «{ $survey }»
chain-score = امتیاز { $score }
chain-case-about = شکایت دربارهٔ «{ $survey }»
chain-case-waits = در انتظار پاسخ
chain-case-answered = پاسخ داده شده
chain-case-closed = بسته
chain-insight-about = { $what }: { $about }
chain-insight-moved = تغییر یک امتیاز
chain-insight-cause = علت امتیازهای پایین
chain-insight-emerging = موضوعی که تازه مطرح می‌شود
chain-insight-unanswered = شکایت‌های بی‌پاسخ
chain-insight-silent = نقطهٔ تماسی بدون پاسخ
chain-insight-other = یک یافته
chain-people =
    { $count ->
        [one] { $count } مشتری
       *[other] { $count } مشتری
    }
chain-state-proposed = پیشنهادشده
chain-state-planned = برنامه‌ریزی‌شده
chain-state-doing = در دست انجام
chain-state-done = انجام‌شده
chain-state-dropped = کنارگذاشته
chain-goal = از { $from } به { $to } تا { $by }
chain-effect = { $value } (از { $low } تا { $high })
chain-effect-improved = بهتر شده است
chain-effect-worsened = بدتر شده است
chain-effect-none = اثری دیده نمی‌شود
chain-effect-early = هنوز برای داوری زود است
chain-effect-unknown = نمی‌توان گفت
chain-message-name = پیام به مشتریان
