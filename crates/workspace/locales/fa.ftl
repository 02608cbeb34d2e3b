### Words of the workspace slice: doors, settings, Home.

## Log-in
login-title = ورود
login-submit = ورود
login-unclaimed = هنوز کسی در اینجا حساب ندارد. پیوندی را باز کنید که سرور هنگام شروع نشان داده است؛ نخستین حساب با آن ساخته می‌شود.
login-stuck = نمی‌توانید وارد شوید؟
login-stuck-ask = از سرپرست سامانه یک پیوند یک‌بارمصرف بخواهید. به ایمیل نیازی نیست.
login-stuck-command = کسی که سرور را اداره می‌کند با این فرمان یکی می‌سازد:
error-sign-in = ایمیل یا گذرواژه درست نیست. هر دو را بررسی کنید یا یک پیوند یک‌بارمصرف بخواهید.
choose-title = کدام فضای کاری؟
choose-lede = شما در بیش از یک فضای کاری هستید. تا پنج دقیقه انتخاب کنید.

## Passwords
password-label = گذرواژه
password-current = گذرواژهٔ کنونی
password-new = گذرواژهٔ تازه
password-choose = گذرواژه‌ای انتخاب کنید
password-hint = دست‌کم { $min } نویسه. جمله‌ای کوتاه که فقط خودتان می‌دانید مناسب است.
password-card = گذرواژه
password-submit = تغییر گذرواژه
password-ends-sessions = از همهٔ جاهای دیگر خارج می‌شوید.
error-password-short = دست‌کم { $min } نویسه لازم است.
error-password-long = حداکثر { $max } نویسه.
error-password-common = این از نخستین گذرواژه‌هایی است که دیگران امتحان می‌کنند. واژه‌هایی انتخاب کنید که به هم ربطی ندارند.
error-password-wrong = این گذرواژهٔ کنونی شما نیست.

## Links that work once
dead-title = این پیوند دیگر کار نمی‌کند
dead-text = یا به کار رفته، یا مهلتش گذشته، یا پس گرفته شده است. هر پیوند یک بار و تا هفت روز کار می‌کند.
dead-home = رفتن به خانه
dead-new = سرپرست سامانه می‌تواند پیوند تازه‌ای بسازد.
owner-title = خوش آمدید. شما اولین نفر هستید.
owner-lede = حساب خود را بسازید و نام فضای کاری را بگذارید. شما مالک آن می‌شوید.
owner-email-hint = برای ورود است. ایمیلی به آن فرستاده نمی‌شود.
owner-submit = حساب را بساز و آغاز کن
person-name = نام شما
link-title = ورود به نام { $name }
link-lede = { $workspace }
link-password-hint = برای آنکه چیزی عوض نشود خالی بگذارید. وگرنه دست‌کم { $min } نویسه؛ سپس از جاهای دیگر خارج می‌شوید.
link-submit = ورود
link-once = این پیوند یک بار کار می‌کند.
invite-title = پیوستن به { $workspace }
invite-lede = نقش شما در این دعوت: { $role }.
invite-submit = ساختن حساب من

## Settings
settings-me = مشخصات شما
settings-workspace = فضای کاری
settings-members = اعضا
settings-teams = تیم‌ها
settings-keys = کلیدهای API
settings-webhooks = وب‌هوک‌ها
settings-audit = گزارش رویدادها
role-label = نقش

## Profile
profile-lede = آنچه دیگران از شما می‌بینند و راه ورود شما.
profile-who = شما
profile-saved = ذخیره شد.
profile-password-changed = گذرواژه عوض شد و از جاهای دیگر خارج شدید.
profile-sessions-ended = از همهٔ جاهای دیگر خارج شدید.
sessions-card = جاهایی که وارد شده‌اید
sessions-note = پس از ۱۴ روز خودبه‌خود پایان می‌یابد
sessions-here = همین مرورگر
sessions-other = مرورگری دیگر
sessions-seen = آخرین استفاده:
sessions-since = از
sessions-end = خروج از همهٔ جاهای دیگر

## Members
members-lede = چه کسانی اینجا کار می‌کنند و چه اجازه‌ای دارند.
members-card = اعضا
members-acts = کارها
members-acts-of = کارها برای { $name }
members-you = شما
members-off = دسترسی بسته
members-by-link = ورود با پیوند، هنوز بدون گذرواژه
members-link = ساختن پیوند یک‌بارمصرف
members-disable = بستن دسترسی
members-enable = باز کردن دسترسی
members-disabled = دسترسی بسته شد و از همه‌جا خارج شد.
members-enabled = دوباره می‌تواند وارد شود.
members-role-changed = نقش عوض شد و از ورود بعدی اثر دارد؛ این عضو اکنون از همه‌جا خارج شده است.
members-invite = دعوت از کسی
members-invite-make = ساختن دعوت
members-invite-email-hint = با نشانی، پیوند تنها برای همان شخص است.
members-roles-hint = هر نقش همهٔ اجازه‌های نقش پیشین را دارد: دیدن، پاسخ به مشتری، ساختن نظرسنجی، ادارهٔ اعضا، مالکیت.
members-invite-made = دعوت آماده است
members-link-for = پیوند یک‌بارمصرف برای { $name }
members-link-once = از راهی که به آن اطمینان دارید بفرستید. تنها همین حالا نمایش داده می‌شود و یک بار، تا هفت روز، کار می‌کند.
members-link-label = پیوند یک‌بارمصرف
members-invites = دعوت‌های باز
members-invited = دعوت‌شده
members-invite-until = پایان
members-invite-open = هر که پیوند را دارد
members-invite-withdraw = پس گرفتن
members-invite-withdrawn = دعوت پس گرفته شد و پیوندش دیگر کار نمی‌کند.

## Teams
teams-lede = اعضایی که با هم کار می‌کنند.
teams-empty = هنوز تیمی نیست
teams-empty-text = کاری را که مسئول مشخصی ندارد، مثل همهٔ شکایت‌های یک شعبه، می‌توان به یک تیم سپرد.
teams-new = تیم تازه
teams-make = ساختن تیم
teams-members = اعضای تیم
teams-nobody = هنوز کسی نیست
teams-comma = ،{" "}
teams-made = تیم ساخته شد. اعضایش را انتخاب کنید.
teams-saved = ذخیره شد.

## Workspace
workspace-lede = روزها چگونه شمرده می‌شوند و مردم به چه زبانی می‌خوانند.
workspace-name = نام فضای کاری
workspace-name-hint = بیشتر نام شرکت شماست.
workspace-first-language = زبان نخست
workspace-first-language-hint = نظرسنجی‌های تازه با آن آغاز می‌شوند.
workspace-languages = زبان‌های نظرسنجی
workspace-languages-hint = آنچه هنگام ساختن نظرسنجی پیشنهاد می‌شود.
workspace-personal = داده‌های شخصی در متن‌ها
workspace-personal-hint = شماره‌های تلفن، نشانی‌ها، نام‌ها، شماره‌های کارت و کدهای ملی در آنچه مشتریان نوشته‌اند. دیگران به جای آن‌ها نوعشان را می‌خوانند، مانند [تلفن]. گزارش‌های هم‌رسانی‌شده، شاهدهای علت‌ها و نظرسنجی‌های ناشناس هرگز آن‌ها را نشان نمی‌دهند؛ پرونده‌ها به کسانی که پاسخ می‌دهند نشان می‌دهند.
workspace-personal-shown = در صفحه‌ها نمایش داده شود به
workspace-personal-shown-hint = فهرست‌ها، پاسخ‌های تکی، نقل‌قول‌ها.
workspace-personal-exported = می‌توانند برون‌بری کنند
workspace-personal-exported-hint = اگر بخواهند؛ گزارش رویدادها آن را ثبت می‌کند.
workspace-personal-viewer = همهٔ اعضا
workspace-personal-agent = کارشناسان و بالاتر
workspace-personal-manager = مدیران و بالاتر
workspace-personal-admin = سرپرستان سامانه
workspace-personal-nobody = هیچ‌کس
workspace-command = در خط فرمان نامش این است:
workspace-assistant = مدل زبانی
workspace-assistant-text = تا سرپرستی روشنش نکند خاموش است؛ پس از آن می‌توان نقل‌قول‌ها را با دادهٔ شخصی پوشانده خلاصه و ترجمه کرد.
workspace-assistant-open = چه چیزی بیرون می‌رود و به کجا
workspace-saved = ذخیره شد. از این پس عددها به شیوهٔ تازه شمرده می‌شوند.
zone-label = منطقهٔ زمانی
zone-hint = روز و هفته و ماه در نیمه‌شب آنجا آغاز می‌شوند.
zone-likely = محتمل
calendar-label = تقویم
calendar-hint = ماه‌های روندها با آن شمرده می‌شوند.
calendar-gregorian = میلادی
calendar-persian = هجری خورشیدی

## API keys
keys-lede = برای برنامه‌هایی که پاسخ می‌فرستند یا عدد می‌خوانند.
keys-card = کلیدهای فعال
keys-empty = هنوز کلیدی نیست
keys-empty-text = هر برنامه کلید خود را با هر درخواست نشان می‌دهد. به هر برنامه کلیدی جدا بدهید تا بتوان یکی را به‌تنهایی باطل کرد.
keys-new = کلید تازه
keys-make = ساختن کلید
keys-name-hint = کدام برنامه آن را به کار می‌برد.
keys-scope = اجازه دارد
keys-scope-responses = فرستادن پاسخ‌ها
keys-scope-track = فرستادن رفتارها
keys-scope-read = خواندن عددها و پاسخ‌ها
keys-scope-mail = رساندن نامه‌های رسیده
keys-scope-all = همه‌چیز
keys-since = ساخته‌شده
keys-made = کلید تازهٔ شما
keys-once = همین حالا کپی کنید: جایی نگه داشته نمی‌شود و دیگر نمایش داده نخواهد شد.
keys-secret = کلید API
keys-use = با هر درخواست این را بفرستید:
keys-docs = شرح همهٔ فراخوانی‌ها اینجاست:
keys-revoke = باطل کردن
keys-revoked = کلید دیگر چیزی را باز نمی‌کند.
keys-restored = کلید دوباره کار می‌کند.
keys-revoked-card = کلیدهای باطل‌شده
keys-revoked-at = باطل‌شده

## Audit log
audit-lede = چه کسی چه کرده است، تازه‌ترین‌ها در بالا. ردیف‌ها زنجیر شده‌اند تا دست‌کاری یا حذف دیده شود.
audit-when = زمان
audit-who = چه کسی
audit-what = چه کاری
audit-whom = موضوع
audit-number = شماره
audit-cli = خط فرمان
audit-clock = ساعت
audit-customer = مشتری
audit-insights = جست‌وجوی بینش‌ها
audit-empty = هنوز چیزی نیست
audit-empty-text = هر تغییری که اعضا بدهند اینجا ثبت می‌شود.
audit-verify = زنجیره با این فرمان بررسی می‌شود:
audit-member-sign-in = وارد شد
audit-member-join = با دعوت پیوست
audit-member-add = عضوی افزود
audit-member-link = پیوند یک‌بارمصرف ساخت
audit-member-invite = دعوتی ساخت
audit-member-invite-withdraw = دعوتی را پس گرفت
audit-member-disable = دسترسی عضوی را بست
audit-member-role =
    { $role ->
        [viewer] نقشی را به بیننده تغییر داد
        [agent] نقشی را به کارشناس تغییر داد
        [manager] نقشی را به مدیر تغییر داد
        [admin] نقشی را به سرپرست سامانه تغییر داد
        [owner] نقشی را به مالک تغییر داد
       *[other] نقشی را تغییر داد
    }
audit-member-enable = دسترسی عضوی را باز کرد
audit-member-profile = مشخصات را تغییر داد
audit-member-password = گذرواژه را عوض کرد
audit-member-end-sessions = از همهٔ جاهای دیگر خارج شد
audit-team-make = تیمی ساخت
audit-team-save = تیمی را تغییر داد
audit-key-make = کلید API ساخت
audit-key-revoke = کلید API را باطل کرد
audit-key-restore = کلید API را بازگرداند
audit-workspace-claim = نخستین مالک شد
audit-workspace-save = تنظیمات فضای کاری را تغییر داد

## Home
home-morning = صبح به‌خیر، { $name }.
home-afternoon = روز به‌خیر، { $name }.
home-evening = عصر به‌خیر، { $name }.
home-night = سلام، { $name }.
home-nothing = کاری منتظر شما نیست
home-waiting =
    { $count ->
        [one] یک مشتری منتظر پاسخ است.
       *[other] { $count } مشتری منتظر پاسخ‌اند.
    }
steps-title = یک دور کامل
steps-note = نزدیک سه دقیقه
steps-done = انجام شد
steps-make = نظرسنجی بسازید
steps-make-text = یک قالب، دو پرسش درست را به چهار زبان می‌پرسد. یا پاسخ‌هایی را که از پیش دارید وارد کنید.
steps-make-do = نظرسنجی تازه
steps-import = وارد کردن فایل
steps-ask-manager = این کار با مدیر است.
steps-survey = باز کردن نظرسنجی
steps-answer = خودتان پاسخ دهید
steps-answer-text = مثل یک مشتری آن را روی گوشی باز کنید. یک امتیاز پایین نشان می‌دهد بعد چه می‌شود.
steps-answer-do = باز کردن صفحهٔ نظرسنجی
steps-publish = انتشار نظرسنجی
steps-see = امتیاز و مشتریِ منتظر را ببینید
steps-see-text = امتیاز با بازه‌اش و پاسخ‌های پشت آن در داشبورد است؛ مشتری ناراضی همین‌جاست.
steps-see-do = دیدن عددها

## Refusals
error-email-taken = کسی در اینجا همین نشانی را دارد.
error-email-invalid = این نشانی ایمیلی مانند sara@example.com نیست.
error-name-too-long = حداکثر { $max } نویسه.
error-name-unreadable = نویسه‌های نادیدنی دارد. دوباره بنویسید.
error-not-offered = یکی را از فهرست انتخاب کنید.
error-owners-only = تنها مالک می‌تواند این کار را بکند.
error-last-owner = هر فضای کاری دست‌کم یک مالک می‌خواهد که بتواند وارد شود. نخست کسی دیگر را مالک کنید.
error-not-yourself = نمی‌توانید دسترسی خودتان را ببندید.
error-member-disabled = دسترسی این عضو بسته است. نخست آن را باز کنید.
error-members-full = هر فضای کاری حداکثر { $max } عضو می‌گیرد.
error-invites-full = { $max } دعوت باز است. نخست چندتا را پس بگیرید.
error-teams-full = هر فضای کاری حداکثر { $max } تیم می‌گیرد.
error-team-taken = تیم دیگری این نام را دارد.
error-keys-full = { $max } کلید در کار است. نخست یکی را باطل کنید.
thing-member = این عضو
thing-team = این تیم
thing-key = این کلید
thing-invite = این دعوت
