## Surveys: the list
surveys-title = نظرسنجی‌ها
surveys-lede = چه می‌پرسید، کجا باز است و چطور پخشش کنید.
surveys-empty-title = هنوز نظرسنجی‌ای نیست
surveys-empty-text = با یک قالب آغاز کنید: نخستین پاسخ می‌تواند تا پنج دقیقهٔ دیگر برسد.
surveys-empty-viewer = مدیر می‌تواند نخستین را بسازد.
survey-new = نظرسنجی تازه
survey-import = درون‌ریزی پاسخ‌ها
survey-survey = نظرسنجی
survey-languages = زبان‌ها
survey-questions = پرسش‌ها
survey-question = پرسش
survey-changed = آخرین تغییر
survey-actions = کارها
survey-results = نتایج
survey-results-of = نتایج { $survey }
survey-share = پخش
survey-share-of = پخش { $survey }
survey-state-draft = پیش‌نویس
survey-state-open = باز
survey-state-closed = بسته

## Surveys: a new one
survey-new-lede = قالب‌ها متن کامل دارند و پس از آن هر واژه را می‌توانید عوض کنید.
survey-new-title-hint = اگر خالی بماند، عنوان قالب می‌آید. پاسخ‌دهندگان آن را می‌بینند.
survey-template = آغاز از
survey-template-nps = پیشنهاد به دیگران پس از مراجعه (NPS)
survey-template-nps-hint = احتمال پیشنهاد از ۰ تا ۱۰، و چرایی آن.
survey-template-csat = رضایت (CSAT)
survey-template-csat-hint = رضایت از ۱ تا ۵، آنچه به چشم آمد، و آنچه باید بهتر شود.
survey-template-ces = آسانی کار پس از پشتیبانی (CES)
survey-template-ces-hint = آسانی از ۱ تا ۷، اینکه حل شد یا نه، و آنچه کمک می‌کرد.
survey-template-feedback = بازخورد کوتاه
survey-template-feedback-hint = یک امتیاز و یک پرسش باز.
survey-template-empty = خالی
survey-template-empty-hint = از آغاز با پرسش‌های خودتان.
survey-create = ساختن نظرسنجی

## Surveys: the editor
survey-preview = پیش‌نمایش
survey-publish = انتشار
survey-publish-changes = انتشار تغییرها
survey-problems-title = هنوز نمی‌توان آن را منتشر کرد
survey-problems-text = هر خط به جایی می‌رسد که درستش می‌کند.
survey-question-count = { $count } پرسش
survey-required = پاسخ لازم است
survey-lacking = متن ندارد: { $languages }
survey-move-up = بالا بردن: { $question }
survey-move-down = پایین بردن: { $question }
survey-remove-question = برداشتن: { $question }
survey-no-questions-title = هنوز پرسشی نیست
survey-no-questions-text = پایین یک نوع برگزینید. هر نوع متن آماده دارد تا تنها آنچه از آنِ شماست عوض شود.
survey-add-question = افزودن پرسش
survey-kind = نوع
survey-kind-nps = پیشنهاد به دیگران (NPS)
survey-kind-nps-hint = احتمال پیشنهاد، از ۰ تا ۱۰.
survey-kind-csat = رضایت (CSAT)
survey-kind-csat-hint = میزان رضایت، معمولاً از ۱ تا ۵.
survey-kind-ces = آسانی کار (CES)
survey-kind-ces-hint = آسان بودن کار، معمولاً از ۱ تا ۷.
survey-kind-rating = امتیاز
survey-kind-rating-hint = نمره‌ای روی مقیاس خودتان.
survey-kind-choice = تک‌گزینه‌ای
survey-kind-choice-hint = یکی از چند گزینه.
survey-kind-choices = چندگزینه‌ای
survey-kind-choices-hint = هر تعداد گزینه.
survey-kind-text = متن
survey-kind-text-hint = واژه‌های خودشان: چرایی پشت امتیاز.
survey-version = نسخهٔ { $version }
survey-anonymous = بی‌نام
survey-has-changes = پاسخ‌دهندگان هنوز نسخهٔ منتشرشده را می‌بینند.
survey-key = نام در داده‌ها و API
survey-key-hint = حروف کوچک، رقم و «_». با انتشار نظرسنجی ثابت می‌شود.
survey-close = بستن نظرسنجی
survey-reopen = بازکردن دوباره
survey-edit-texts = متن‌ها و زبان‌ها
survey-complete = کامل
survey-words-done = { $done } از { $of } متن
survey-texts-lede = آنچه دور پرسش‌ها می‌آید، به همهٔ زبان‌های نظرسنجی.
survey-field-title = عنوان
survey-field-title-hint = به زبان نخست لازم است.
survey-field-intro = مقدمه
survey-field-intro-hint = بالای پرسش نخست می‌آید.
survey-field-thanks = سپاس
survey-field-thanks-hint = در صفحهٔ پایانی می‌آید.
survey-field-privacy = یادداشت حریم خصوصی
survey-field-privacy-hint = در همهٔ صفحه‌ها می‌آید. اگر خالی بماند، می‌گوییم چه کسی پاسخ‌ها را می‌خواند.
survey-languages-hint = متن زبانی که برمی‌دارید می‌ماند تا اگر برگشت، باشد.
survey-anonymity = بی‌نامی
survey-anonymous-label = پاسخ‌ها بی‌نام‌اند
survey-anonymous-hint = بدون مخاطب، بدون ویژگی در پیوند، زمان تنها به روز، و هیچ گروه زیر پنج نفر نشان داده نمی‌شود. پس از انتشار تغییر نمی‌کند.
survey-anonymous-fixed = از زمان انتشار ثابت است: به پاسخ‌دهندگان قول داده شده.
survey-question-title = پرسش
survey-question-title-hint = به زبان نخست لازم است؛ زبان‌های دیگر به آن برمی‌گردند.
survey-question-hint = راهنما
survey-question-hint-hint = نوشتهٔ کوچک زیر پرسش.
survey-question-low = واژهٔ سر پایین
survey-question-low-hint = معنای پایین‌ترین نمره.
survey-question-high = واژهٔ سر بالا
survey-question-high-hint = معنای بالاترین نمره.
survey-scale = مقیاس
survey-scale-from = از
survey-scale-to = تا
survey-options = گزینه‌ها
survey-options-hint = برای برداشتن گزینه همهٔ واژه‌هایش را پاک کنید. برای جابه‌جایی، جایگاه را عوض کنید.
survey-option-new = گزینهٔ تازه
survey-option-place = جایگاه
survey-required-label = باید پاسخ داده شود
survey-required-hint = بدون پاسخ، کسی به صفحهٔ بعد نمی‌رود.

## Surveys: sharing
survey-share-title = پخش نظرسنجی
survey-share-lede = یک پیوند همه‌جا کار می‌کند؛ صفحه به زبان گوشی‌ای است که بازش می‌کند.
survey-open-link = بازکردن نظرسنجی
survey-share-not-open = نظرسنجی باز نیست: هر که پیوند را باز کند، این را می‌بیند.
survey-share-go-open = بروید و بازش کنید
survey-link = پیوند همگانی
survey-link-hint = برای ایمیل، پیام و رسید.
survey-link-languages = به یک زبان
survey-link-in = پیوند به { $language }
survey-snippet = برای صفحهٔ وب
survey-snippet-hint = آن را جایی بگذارید که پیوند باید باشد.
survey-where = بگویید پاسخ از کجا می‌آید
survey-where-text = این‌ها را با «&» به پیوند بیفزایید. سپس نتایج را می‌توان بر پایهٔ آن‌ها جدا کرد.
survey-where-channel = کانال: email، sms، web، qr، kiosk
survey-where-touchpoint = نقطهٔ تماس
survey-where-attribute = هر ویژگی، تا بیست تا
survey-where-anonymous = ویژگی‌های پیوند نادیده گرفته می‌شوند: این نظرسنجی بی‌نام است.
survey-qr = کد QR
survey-qr-alt = کد QR که { $survey } را باز می‌کند
survey-qr-hint = سیاه روی سفید و در هر اندازه تیز: برای میز، صندوق و پوستر.
survey-qr-download = دریافت SVG

## Home
home-surveys-title = نظرسنجی‌های باز
home-surveys-none = اکنون کسی نمی‌تواند پاسخ دهد
home-surveys-none-text = هیچ نظرسنجی‌ای باز نیست. برای شنیدن، پیش‌نویسی را منتشر کنید.

## Said once after an act
listen-flash-saved = ذخیره شد.
listen-flash-published = منتشر شد. پیوند زیر از هم‌اکنون پاسخ می‌گیرد.
listen-flash-closed = نظرسنجی بسته شد. پاسخ‌هایش می‌مانند.
listen-flash-reopened = نظرسنجی دوباره باز است.
listen-flash-removed = پرسش برداشته شد. پاسخ‌هایی که گرفته می‌مانند.
listen-flash-restored = پرسش برگشت.

## What respondents read
respond-error-title = لطفاً بررسی کنید:
respond-preview = پیش‌نمایش: چیزی ذخیره نمی‌شود
respond-step = پرسش { $number } از { $total }
respond-minutes =
    { $count ->
        [one] حدود یک دقیقه
       *[other] حدود { $count } دقیقه
    }
respond-optional = می‌توانید خالی بگذارید.
respond-bait = این خانه را خالی بگذارید
respond-send = فرستادن
respond-privacy = { $name } پاسخ‌های شما را می‌خواند و برای بهتر شدن به کار می‌گیرد.
respond-privacy-anonymous = پاسخ‌های شما بی‌نام است: نه نامتان نگه داشته می‌شود و نه نشانی‌تان.
respond-thanks-title = سپاس از شما
respond-thanks-text = پاسخ‌هایتان رسید. می‌توانید این صفحه را ببندید.
respond-closed-title = این نظرسنجی بسته است
respond-closed-text = دیگر پاسخ نمی‌گیرد. سپاس که می‌خواستید به ما بگویید.
respond-unknown-title = اینجا نظرسنجی‌ای نیست
respond-unknown-text = نشانی را بررسی کنید یا کد را دوباره اسکن کنید.
respond-over-title = این پاسخ‌ها پیش‌تر رسیده‌اند
respond-over-text = مدت‌ها پیش آغاز کرده بودید و دیگر نمی‌توان اینجا عوضشان کرد. همان‌گونه که گذاشتید به شمار می‌آیند.

## Refusals
thing-survey = این نظرسنجی
thing-question = این پرسش
error-required = این باید پر شود.
error-choose-one = لطفاً یکی را برگزینید.
error-wrong-type =
    { $kind ->
        [nps] اینجا عددی درست از ۰ تا ۱۰ لازم است.
        [csat] اینجا عددی درست روی مقیاس لازم است.
        [ces] اینجا عددی درست روی مقیاس لازم است.
        [rating] اینجا عددی درست روی مقیاس لازم است.
        [choice] اینجا کلید یک گزینه لازم است.
        [choices] اینجا فهرستی از کلید گزینه‌ها لازم است.
        [text] اینجا متن لازم است.
        [string] اینجا متنی در گیومهٔ JSON لازم است.
        [object] اینجا یک شیء JSON لازم است.
        [number] اینجا عدد لازم است.
        [scalar] اینجا متن، عدد، true یا false لازم است.
       *[other] اینجا مقداری از نوع دیگر لازم است.
    }
error-out-of-range = { $value } میان { $from } و { $to } نیست.
error-not-whole = { $value } عدد درست نیست.
error-unknown-option = گزینهٔ «{ $value }» وجود ندارد.
error-too-long = این بیش از اندازه بلند است: حداکثر { $max } نویسه.
error-too-many = بیش از اندازه است: حداکثر { $max }.
error-unknown-field = فیلدی به نام «{ $value }» وجود ندارد.
error-unknown-question = نظرسنجی پرسشی به نام «{ $value }» ندارد.
error-unknown-channel = کانالی به نام «{ $value }» وجود ندارد: { $known }.
error-unknown-state = وضعیت complete یا partial است، نه «{ $value }».
error-bad-language = «{ $value }» برچسب زبان نیست، مانند fa یا en-GB.
error-bad-time = «{ $value }» زمان نیست، مانند 2026-11-22T09:30:00Z.
error-time-in-future = { $value } بیش از یک روز جلوتر است.
error-bad-attribute = نام ویژگی باید حرف یا رقم داشته باشد و حداکثر { $max } نویسه.
error-anonymous-survey = این نظرسنجی بی‌نام است: مخاطب نفرستید.
error-survey-closed = نظرسنجی «{ $survey }» باز نیست.
error-send-again = چیزی از صفحه کم بود. لطفاً یک بار دیگر بفرستید.
error-leave-empty = خانه‌ای پنهان پر شده بود، کاری که برنامه‌ها می‌کنند. لطفاً یک بار دیگر بفرستید.
error-too-many-pages = پاسخ‌های زیادی از اینجا می‌رسد. نوشته‌تان در همین صفحه مانده است: { $seconds } ثانیهٔ دیگر دوباره بفرستید.
error-no-language = دست‌کم یک زبان برگزینید.
error-no-question = نظرسنجی دست‌کم یک پرسش می‌خواهد.
error-words-missing = متن به زبان نخست ({ $language }) نیست.
error-too-few-options = پرسش گزینه‌ای دست‌کم دو گزینه می‌خواهد.
error-bad-scale = مقیاس با عددهای درست بالا می‌رود و ۲ تا { $max } نمره دارد.
error-bad-key = تنها حروف کوچک، رقم و «_» به کار ببرید.
error-key-taken = پرسش دیگری این نام را دارد.
error-not-published = این نظرسنجی هرگز منتشر نشده است.
