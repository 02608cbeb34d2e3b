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

## Imports
# Why an import refused a file, a mapping or a line; `error-` is how whole-file refusals are looked up.

import-unreadable = فایل خوانده نمی‌شود: { $reason }
import-empty-file = فایل خالی است.
import-bad-header = سطر نخست که نام ستون‌هاست خوانده نمی‌شود ({ $reason }).
import-unknown-format = این فایل جدولی نیست که بتوان وارد کرد (یافته شد: { $found }). آن را با قالب CSV یا XLSX ذخیره کنید.
import-damaged-file = فایل آسیب دیده است: { $reason }
import-zip-bomb = فایل پس از بازشدن بسیار بزرگ‌تر از اندازه‌اش می‌شود (حد: { $limit }). باز نشد.
import-file-too-large = فایل بیش از اندازه بزرگ است: حداکثر { $limit } بایت. آن را تقسیم کنید یا با قالب CSV ذخیره کنید.
import-too-many-rows = تعداد ردیف‌های فایل زیاد است: حداکثر { $limit }. آن را تقسیم کنید یا ستون شناسه را مشخص کنید.
import-too-many-columns = تعداد ستون‌ها زیاد است: حداکثر { $limit }.
import-unknown-sheet = برگه‌ای به نام «{ $sheet }» نیست. برگه‌ها: { $names }.
import-bad-map = «{ $text }» به شکل COLUMN=ROLE یا COLUMN=ROLE:option=value نیست.
import-unknown-column = ستونی به نام «{ $column }» نیست. نزدیک‌ترین‌ها: { $nearest }.
import-unknown-role = نقشی به نام «{ $role }» نیست. نقش‌ها: { $roles }.
import-unknown-option-name = نقش { $role } گزینهٔ «{ $option }» ندارد. گزینه‌هایش: { $options }.
import-bad-option-value = «{ $value }» برای { $option } به کار نمی‌آید.
import-mapped-twice = ستون «{ $column }» دو بار نگاشت شده است.
import-role-twice = تنها یک ستون می‌تواند { $role } باشد، ولی هم «{ $first }» و هم «{ $second }» چنین‌اند.
import-key-twice = «{ $first }» و «{ $second }» هر دو «{ $key }» می‌شوند. نام یکی را عوض کنید.
import-too-many-questions = هر نظرسنجی حداکثر { $limit } پرسش دارد. برخی ستون‌ها را کنار بگذارید.
import-too-many-attributes = هر پاسخ حداکثر { $limit } ویژگی دارد. برخی ستون‌ها را کنار بگذارید.
import-question-differs = نظرسنجی از پیش پرسش «{ $question }» را به صورت { $kind } دارد، نه { $wanted }. ستون را جور دیگری نگاشت کنید یا کلید دیگری به پرسش بدهید.
import-unknown-time-format = شیوهٔ نوشتن زمان‌ها در این ستون شناخته نشد، مانند «{ $value }». آن را بگویید: format=%d/%m/%Y %H:%M.
import-ragged = این سطر { $found } خانه دارد، سطر نام‌ها { $expected }.
import-unclosed-quote = گیومه‌ای باز شده و بسته نشده است.
import-row-too-long = این سطر بلندتر از { $limit } بایت است.
import-too-long = متن بلندتر از { $limit } نویسه است.
import-nul = این سطر نویسهٔ NUL دارد و متن نیست.
import-bad-encoding = این سطر متنی با رمزگذاری { $encoding } نیست.
import-not-a-number = «{ $value }» عدد نیست.
import-not-whole = «{ $value }» عدد صحیح نیست.
import-out-of-range = «{ $value }» میان { $from } و { $to } نیست.
import-bad-time = «{ $value }» زمانی به قالب این ستون نیست.
import-missing-time = زمان نیامده است.
import-time-in-future = «{ $value }» در آینده است.
import-bad-email = «{ $value }» نشانی ایمیل نیست.
import-bad-language = «{ $value }» زبان نیست.
import-too-many-options = این پرسش بیش از { $limit } گزینهٔ متفاوت پیدا می‌کند.

error-unreadable = { import-unreadable }
error-empty-file = { import-empty-file }
error-bad-header = { import-bad-header }
error-unknown-format = { import-unknown-format }
error-damaged-file = { import-damaged-file }
error-zip-bomb = { import-zip-bomb }
error-file-too-large = { import-file-too-large }
error-too-many-rows = { import-too-many-rows }
error-too-many-columns = { import-too-many-columns }
error-unknown-sheet = { import-unknown-sheet }
error-bad-map = { import-bad-map }
error-unknown-column = { import-unknown-column }
error-unknown-role = { import-unknown-role }
error-unknown-option-name = { import-unknown-option-name }
error-bad-option-value = { import-bad-option-value }
error-mapped-twice = { import-mapped-twice }
error-role-twice = { import-role-twice }
error-key-twice = { import-key-twice }
error-too-many-questions = { import-too-many-questions }
error-too-many-attributes = { import-too-many-attributes }
error-question-differs = { import-question-differs }
error-unknown-time-format = { import-unknown-time-format }

# Why a column was taken for what it is; stands behind the role.
import-why-name-and-values = از روی نام و مقدارهایش
import-why-emails = مقدارها نشانی ایمیل‌اند
import-why-distinct = { $count } مقدار که هیچ دوتایی یکسان نیستند
import-why-time = مقدارها زمان‌اند، به شکل { $format }
import-why-time-ambiguous = مقدارها زمان‌اند، ولی شاید روز و ماه جابه‌جا باشند؛ { $format } فرض شد
import-why-time-several = یکی از چند ستون زمان، به شکل { $format }
import-why-scores = نمره از { $from } تا { $to } و نامش هم همین را می‌گوید
import-why-scores-no-name = مقدارها به نمره از { $from } تا { $to } می‌مانند، ولی نامش چنین نمی‌گوید
import-why-scores-few = مقدارها برای شناختن مقیاس کم‌اند؛ { $from } تا { $to } فرض شد
import-why-battery = یکی از { $count } ستون با نمره از { $from } تا { $to }
import-why-battery-zero = یکی از { $count } ستون با نمره از { $from } تا { $to } که ۰ در آن یعنی «نامربوط»
import-why-zero = نمره از { $from } تا { $to }؛ ۰ «نامربوط» فرض شد
import-why-texts = متن‌هایی با حدود { $count } واژه
import-why-options = نامش پرسش است و { $count } پاسخ متفاوت دارد
import-why-few-values = { $count } مقدار متفاوت
import-why-values = مقدارها از نوع { $kind }
import-why-blank = در ردیف‌های نخست خالی است
import-why-too-many = بیش از { $count } ویژگی هست

# What a column can be.
import-role-id = شناسهٔ پاسخ
import-role-time = زمان پاسخ
import-role-contact = شناسهٔ مشتری
import-role-email = ایمیل مشتری
import-role-language = زبان
import-role-channel = کانال
import-role-touchpoint = نقطهٔ تماس
import-role-nps = توصیه، ۰ تا ۱۰ (NPS)
import-role-csat = رضایت (CSAT)
import-role-ces = زحمت (CES)
import-role-rating = امتیاز
import-role-choice = یک گزینه
import-role-choices = چند گزینه
import-role-text = متن
import-role-attribute = ویژگی
import-role-ignore = کنار گذاشتن

## Imports: pages
imports-title = درون‌ریزی‌ها
imports-lede = پاسخ‌هایی که از فایل آمده‌اند و سرنوشت هر سطر.
imports-empty-title = هنوز چیزی درون‌ریزی نشده است
imports-empty-text = پاسخ‌هایی که از پیش در CSV یا XLSX دارید، مانند پاسخ‌های دیگر در نتیجه‌ها می‌آیند. معنای هر ستون شناخته و پیش از نوشتن نشان داده می‌شود.
imports-empty-viewer = مدیر می‌تواند نخستین فایل را درون‌ریزی کند.
import-new = درون‌ریزی پاسخ‌ها
import-new-lede = هر ردیف یک پاسخ است و سطر نخست نام ستون‌ها.
import-new-note = هنوز چیزی نوشته نمی‌شود: صفحهٔ بعد نشان می‌دهد هر ستون چه فرض شده است. فایلی که کسی درون‌ریزی نکند پس از یک روز پاک می‌شود.
import-file = فایل
import-file-hint = CSV (فشردهٔ gzip هم) یا XLSX، حداکثر { $megabytes } مگابایت. برای فایل‌های بزرگ‌تر: nabz import responses.
import-survey = نظرسنجی
import-survey-new = نظرسنجی تازه
import-survey-name = نام نظرسنجی تازه
import-survey-name-hint = تنها اگر بالاتر نظرسنجی‌ای برنگزیده‌اید.
import-look = دیدن فایل
import-added = پاسخ‌های افزوده
import-answers = جواب‌های فایل
import-duplicates = از پیش بوده
import-duplicates-note = پاسخ‌هایی که درون‌ریزی پیشین آورده بود
import-rejected = سطرهای ردشده
import-started = آغاز
import-undo = واگرد
import-undo-of = واگرد درون‌ریزی { $file }
import-discard = دور انداختن
import-discard-of = دور انداختن { $file }
import-look-title = ستون‌ها چه هستند
import-look-lede = { $file } برای نظرسنجی { $survey }. آنچه درست شناخته نشده را عوض کنید؛ تا آغاز نکنید چیزی نوشته نمی‌شود.
import-undecided =
    { $count ->
        [one] { $count } ستون با اطمینان شناخته نشد: نگاهی به آن بیندازید.
       *[other] { $count } ستون با اطمینان شناخته نشد: نگاهی به آن‌ها بیندازید.
    }
import-columns = ستون‌های فایل
import-column = ستون
import-role = چیست
import-role-of = { $column } چیست
import-options = گزینه‌ها
import-option-scale = مقیاس
import-option-na = مقدارهایی که یعنی «نامربوط»
import-option-format = قالب زمان
import-option-tz = منطقهٔ زمانی
import-option-calendar = گاه‌شماری
import-option-question = کلید پرسش
import-option-separator = نشانهٔ میان گزینه‌ها
import-option-name = نام ویژگی
import-calendar-gregorian = میلادی
import-calendar-persian = هجری خورشیدی
import-unsure = نامطمئن
import-start = درون‌ریزی
import-look-again = نمایش دوباره
import-of = درون‌ریزی { $file }
import-into = به نظرسنجی { $survey }
import-running =
    { $count ->
        [one] { $count } ردیف خوانده شد
       *[other] { $count } ردیف خوانده شد
    }
import-refresh = تازه‌سازی
import-interrupted = پیش از پایان قطع شد. آنچه افزوده می‌ماند؛ با درون‌ریزی دوبارهٔ همان فایل، بقیه افزوده می‌شود و هیچ‌چیز دو بار نمی‌آید.
import-failed = به پایان نرسید
import-undone = واگردانده شد: پاسخ‌هایش از همهٔ عددها بیرون رفت و همان فایل را می‌توان از نو درون‌ریزی کرد.
import-nothing-new = همهٔ پاسخ‌های این فایل از پیش بودند. هیچ‌چیز دو بار شمرده نشد.
import-counts = سرنوشت ردیف‌ها
import-dashboard = دیدن نتیجه‌ها
import-again = تلاش دوباره
import-refused-lines = سطرهای ردشده
import-refused-note = درستشان کنید و فایل را دوباره درون‌ریزی کنید: تنها همان‌ها افزوده می‌شوند.
import-line = سطر
import-reason = دلیل
import-more-lines =
    { $count ->
        [one] و { $count } سطر دیگر
       *[other] و { $count } سطر دیگر
    }
import-state-waiting = آغازنشده
import-state-running = در حال انجام
import-state-interrupted = قطع‌شده
import-state-done = انجام‌شده
import-state-failed = ناموفق
import-state-undone = واگردانده
import-flash-gone = فایل بارگذاری‌شده دیگر نیست. لطفاً دوباره برگزینیدش.
import-flash-undone = درون‌ریزی واگردانده شد.
import-flash-discarded = فایل دور انداخته شد.
thing-import = این درون‌ریزی
error-bad-survey-name = نام نظرسنجی باید حرف یا رقم داشته باشد.
error-import-running = این درون‌ریزی هنوز در حال انجام است. تا پایانش صبر کنید.
error-import-stopped = این درون‌ریزی در میانه واگردانده شد یا جای دیگری آغاز شد.
error-upload-gone = فایل بارگذاری‌شده دیگر نیست. دوباره برگزینیدش.
error-upload-too-large = فایل از { $limit } مگابایت بزرگ‌تر است. بخش‌بخشش کنید یا از دستور nabz import responses بهره ببرید.

## What the audit log says
audit-survey-create = نظرسنجی ساخت
audit-survey-edit = متن‌های نظرسنجی را تغییر داد
audit-survey-extend = آنچه ورود داده لازم داشت به نظرسنجی افزود
audit-survey-publish = نظرسنجی را منتشر کرد
audit-survey-close = نظرسنجی را بست
audit-survey-reopen = نظرسنجی را دوباره باز کرد
audit-survey-question-add = پرسشی افزود
audit-survey-question-edit = پرسشی را تغییر داد
audit-survey-question-move = پرسشی را جابه‌جا کرد
audit-survey-question-remove = پرسشی را برداشت
audit-survey-question-restore = پرسشی را برگرداند
audit-import-upload = پرونده‌ای بار گذاشت
audit-import-start = ورود داده را آغاز کرد
audit-import-finish = ورود داده را به پایان برد
audit-import-fail = ورود داده نیمه‌کاره ماند
audit-import-undo = ورود داده را پس گرفت
