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
tone-passives = خنثی‌ها
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
shell-crumbs = جای شما
shell-language = زبان
shell-theme = ظاهر
shell-account = { $name }، حساب شما
shell-profile = مشخصات شما
shell-logout = خروج
shell-demo = نمونه با داده‌های ساختگی. هر چه خواستید تغییر دهید.
theme-system = مطابق سیستم
theme-light = روشن
theme-dark = تیره
palette-open = جست‌وجو یا رفتن به
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
chart-value = نمره
chart-score = نمره
chart-range = بازه
chart-range-numbers = بازه به عدد
chart-answers = پاسخ‌ها
chart-share = سهم
chart-goal = هدف { $goal }
chart-few = پاسخ کم است، با احتیاط بخوانید
chart-empty = هنوز چیزی برای کشیدن نیست: هیچ پاسخی با این شرط‌ها نمی‌خواند.
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
error-too-large = حجم آن بیش از حد این صفحه است.
error-required = این باید پر شود.
error-bad-query = به این پرسش نمی‌توان پاسخ داد: { $message }
error-query-timeout = این پرسش بیش از { $seconds } ثانیه طول کشید و رها شد. آن را محدودتر کنید، مثلاً با زمان.
error-query-too-large = این پرسش بیش از حافظهٔ مجاز سرور می‌خواهد. آن را محدودتر کنید یا گروه‌های کمتری بسازید.
error-control-character = این متن نویسهٔ کنترلی دارد که نگه داشته نمی‌شود.
error-bad-form = فرم خوانده نشد. برگردید و دوباره بفرستید.
error-bad-json = بدنهٔ درخواست JSON درستی نیست (خط { $line }، ستون { $column }).
error-cross-site = این درخواست از سایت دیگری آمده بود و پذیرفته نشد.
thing-page = این صفحه
