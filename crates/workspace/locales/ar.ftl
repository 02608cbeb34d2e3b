### Words of the workspace slice: doors, settings, Home.

## Log-in
login-title = تسجيل الدخول
login-submit = دخول
login-unclaimed = لا حساب لأحد هنا بعد. افتح الرابط الذي طبعه الخادم عند بدء تشغيله، فبه يُنشأ الحساب الأول.
login-stuck = ألا تستطيع الدخول؟
login-stuck-ask = اطلب من أحد مسؤولي النظام رابطًا يُستخدم مرة واحدة. لا حاجة إلى البريد.
login-stuck-command = ومن يدير الخادم يستطيع إنشاءه بهذا الأمر:
error-sign-in = البريد الإلكتروني وكلمة المرور لا يتطابقان. تحقق منهما أو اطلب رابطًا يُستخدم مرة واحدة.
choose-title = أي مساحة عمل؟
choose-lede = تعمل في أكثر من مساحة. اختر خلال خمس دقائق.

## Passwords
password-label = كلمة المرور
password-current = كلمة المرور الحالية
password-new = كلمة مرور جديدة
password-choose = اختر كلمة مرور
password-hint = عدد الأحرف على الأقل: { $min }. جملة قصيرة لا يعرفها سواك خيار جيد.
password-card = كلمة المرور
password-submit = تغيير كلمة المرور
password-ends-sessions = ستخرج من كل مكان آخر.
error-password-short = يلزم على الأقل هذا العدد من الأحرف: { $min }.
error-password-long = أقصى عدد للأحرف: { $max }.
error-password-common = هذه من أول ما يجرّبه الآخرون. اختر كلمات لا صلة بينها.
error-password-wrong = هذه ليست كلمة مرورك الحالية.

## Links that work once
dead-title = لم يعد هذا الرابط صالحًا
dead-text = استُخدم أو انتهت مدته أو سُحب. كل رابط يعمل مرة واحدة خلال سبعة أيام.
dead-home = إلى الرئيسية
dead-new = يستطيع أحد مسؤولي النظام إنشاء رابط جديد.
owner-title = أهلًا بك. أنت الأول هنا.
owner-lede = أنشئ حسابك وسمِّ مساحة العمل، وستكون مالكها.
owner-email-hint = لتسجيل الدخول. لن يُرسل إليه أي بريد.
owner-submit = إنشاء الحساب والبدء
person-name = اسمك
link-title = الدخول باسم { $name }
link-lede = { $workspace }
link-password-hint = اتركها فارغة كي لا يتغير شيء، وإلا فعدد الأحرف على الأقل: { $min }، ثم تخرج من كل مكان آخر.
link-submit = دخول
link-once = يعمل هذا الرابط مرة واحدة.
invite-title = الانضمام إلى { $workspace }
invite-lede = دُعيت بصفة: { $role }.
invite-submit = أنشئ حسابي

## Settings
settings-me = ملفك
settings-workspace = مساحة العمل
settings-members = الأعضاء
settings-teams = الفرق
settings-keys = مفاتيح API
settings-webhooks = خطافات الويب
settings-audit = سجل التدقيق
role-label = الدور

## Profile
profile-lede = ما يراه الآخرون منك، وكيف تدخل.
profile-who = أنت
profile-saved = حُفظ.
profile-password-changed = تغيّرت كلمة المرور وخرجت من كل مكان آخر.
profile-sessions-ended = خرجت من كل مكان آخر.
sessions-card = أماكن دخولك
sessions-note = تنتهي وحدها بعد ١٤ يومًا
sessions-here = هذا المتصفح
sessions-other = متصفح آخر
sessions-seen = آخر استخدام:
sessions-since = منذ
sessions-end = الخروج من كل مكان آخر

## Members
members-lede = من يعمل هنا وما الذي يُسمح له به.
members-card = الأعضاء
members-acts = إجراءات
members-acts-of = إجراءات { $name }
members-you = أنت
members-off = موقوف
members-by-link = برابط، بلا كلمة مرور بعد
members-link = إنشاء رابط لمرة واحدة
members-disable = إيقاف
members-enable = السماح من جديد
members-disabled = أُوقف وأُخرج من كل مكان.
members-enabled = يمكنه الدخول من جديد.
members-role-changed = تغيّر الدور، ويسري من تسجيل الدخول التالي؛ وقد أُخرج العضو الآن من كل مكان.
members-invite = دعوة شخص
members-invite-make = إنشاء دعوة
members-invite-email-hint = إذا كتبت عنوانًا فالرابط لصاحبه وحده.
members-roles-hint = كل دور يشمل ما قبله: الاطلاع، الرد على العملاء، إنشاء الاستبيانات، إدارة الأعضاء، الملكية.
members-invite-made = الدعوة جاهزة
members-link-for = رابط لمرة واحدة لأجل { $name }
members-link-once = أرسله بالطريقة التي تثق بها. لن يظهر إلا الآن، ويعمل مرة واحدة خلال سبعة أيام.
members-link-label = رابط لمرة واحدة
members-invites = دعوات مفتوحة
members-invited = المدعو
members-invite-until = تنتهي
members-invite-open = كل من لديه الرابط
members-invite-withdraw = سحب
members-invite-withdrawn = سُحبت الدعوة ولم يعد رابطها يعمل.

## Teams
teams-lede = أعضاء يتشاركون العمل.
teams-empty = لا فرق بعد
teams-empty-text = يُسند إلى الفريق ما لا صاحب له بعينه، مثل كل شكاوى فرع واحد.
teams-new = فريق جديد
teams-make = إنشاء الفريق
teams-members = أعضاء الفريق
teams-nobody = لا أحد بعد
teams-comma = ،{" "}
teams-made = أُنشئ الفريق. اختر أعضاءه.
teams-saved = حُفظ.

## Workspace
workspace-lede = كيف تُحسب الأيام وبأي لغة يقرأ الناس.
workspace-name = اسم مساحة العمل
workspace-name-hint = اسم شركتك في الغالب.
workspace-first-language = اللغة الأولى
workspace-first-language-hint = تبدأ بها الاستبيانات الجديدة.
workspace-languages = لغات الاستبيانات
workspace-languages-hint = ما يُعرض عند إنشاء استبيان.
workspace-personal = البيانات الشخصية في النصوص
workspace-personal-hint = أرقام الهواتف والعناوين والأسماء وأرقام البطاقات والهويات في ما كتبه العملاء. يقرأ الآخرون مكانها ما تدل عليه، مثل [هاتف]. لا تظهر أبدًا في التقارير المشتركة ولا في شواهد الأسباب ولا في الاستبيانات المجهولة؛ وتظهر في الحالات لمن يجيب عنها.
workspace-personal-shown = تظهر في الصفحات لـ
workspace-personal-shown-hint = القوائم والإجابات المفردة والاقتباسات.
workspace-personal-exported = يمكن أن يصدّرها
workspace-personal-exported-hint = إن طلبوا ذلك؛ ويذكره سجل التدقيق.
workspace-personal-viewer = جميع الأعضاء
workspace-personal-agent = موظفو الخدمة ومن فوقهم
workspace-personal-manager = المديرون ومن فوقهم
workspace-personal-admin = مسؤولو النظام
workspace-personal-nobody = لا أحد
workspace-command = اسمها في سطر الأوامر:
workspace-assistant = النموذج اللغوي
workspace-assistant-text = متوقف ما لم يشغّله مدير: بعدها يمكن تلخيص الاقتباسات وترجمتها بعد حجب البيانات الشخصية.
workspace-assistant-open = ما الذي يغادر، وإلى أين
workspace-saved = حُفظ. تُحسب الأرقام بالطريقة الجديدة من الآن.
zone-label = المنطقة الزمنية
zone-hint = تبدأ الأيام والأسابيع والشهور عند منتصف الليل هناك.
zone-likely = مرجّحة
calendar-label = التقويم
calendar-hint = تُحسب به شهور الاتجاهات.
calendar-gregorian = ميلادي
calendar-persian = هجري شمسي

## API keys
keys-lede = للبرامج التي ترسل الإجابات أو تقرأ الأرقام.
keys-card = مفاتيح مستخدمة
keys-empty = لا مفاتيح بعد
keys-empty-text = يُظهر البرنامج مفتاحه مع كل طلب. أعطِ كل برنامج مفتاحه ليمكن إبطاله وحده.
keys-new = مفتاح جديد
keys-make = إنشاء المفتاح
keys-name-hint = أي برنامج يستخدمه.
keys-scope = يُسمح له بـ
keys-scope-responses = إرسال الإجابات
keys-scope-track = إرسال السلوك
keys-scope-read = قراءة الأرقام والإجابات
keys-scope-mail = إيصال الرسائل الواردة
keys-scope-all = كل شيء
keys-since = أُنشئ
keys-made = مفتاحك الجديد
keys-once = انسخه الآن: لا يُحفظ في أي مكان ولن يظهر ثانية.
keys-secret = مفتاح API
keys-use = أرسله مع كل طلب هكذا:
keys-docs = كل الاستدعاءات موصوفة في
keys-revoke = إبطال
keys-revoked = لم يعد المفتاح يفتح شيئًا.
keys-restored = عاد المفتاح إلى العمل.
keys-revoked-card = مفاتيح مبطلة
keys-revoked-at = أُبطل

## Audit log
audit-lede = من فعل ماذا، والأحدث أولًا. الصفوف مترابطة كي يظهر كل تغيير أو حذف.
audit-when = متى
audit-who = من
audit-what = ماذا
audit-whom = على ماذا
audit-number = رقم
audit-cli = سطر الأوامر
audit-clock = الساعة
audit-customer = عميل
audit-insights = البحث عن الرؤى
audit-empty = لا شيء بعد
audit-empty-text = يُسجَّل هنا كل تغيير يجريه عضو.
audit-verify = تُفحص السلسلة بالأمر
audit-member-sign-in = سجّل الدخول
audit-member-join = انضم بدعوة
audit-member-add = أضاف عضوًا
audit-member-link = أنشأ رابطًا لمرة واحدة
audit-member-invite = أنشأ دعوة
audit-member-invite-withdraw = سحب دعوة
audit-member-disable = أوقف عضوًا
audit-member-role =
    { $role ->
        [viewer] غيّر دورًا إلى مطّلع
        [agent] غيّر دورًا إلى موظف خدمة
        [manager] غيّر دورًا إلى مدير
        [admin] غيّر دورًا إلى مسؤول النظام
        [owner] غيّر دورًا إلى مالك
       *[other] غيّر دورًا
    }
audit-member-enable = سمح لعضو من جديد
audit-member-profile = غيّر الملف
audit-member-password = غيّر كلمة المرور
audit-member-end-sessions = خرج من كل مكان آخر
audit-team-make = أنشأ فريقًا
audit-team-save = غيّر فريقًا
audit-key-make = أنشأ مفتاح API
audit-key-revoke = أبطل مفتاح API
audit-key-restore = أعاد مفتاح API
audit-workspace-claim = صار المالك الأول
audit-workspace-save = غيّر إعدادات مساحة العمل

## Home
home-morning = صباح الخير، { $name }.
home-afternoon = طاب يومك، { $name }.
home-evening = مساء الخير، { $name }.
home-night = مرحبًا، { $name }.
home-nothing = لا شيء ينتظرك
home-waiting =
    { $count ->
        [zero] لا ينتظر أي عميل ردًا.
        [one] ينتظر عميل واحد ردًا.
        [two] ينتظر عميلان ردًا.
        [few] ينتظر { $count } عملاء ردًا.
        [many] ينتظر { $count } عميلًا ردًا.
       *[other] ينتظر { $count } عميل ردًا.
    }
steps-title = جولة كاملة أولى
steps-note = نحو ثلاث دقائق
steps-done = تم
steps-make = أنشئ استبيانًا
steps-make-text = قالب جاهز يسأل السؤالين الصحيحين بأربع لغات. أو أحضر ما لديك من إجابات.
steps-make-do = استبيان جديد
steps-import = استيراد ملف
steps-ask-manager = يستطيع المدير فعل ذلك.
steps-survey = فتح الاستبيان
steps-answer = أجب عنه بنفسك
steps-answer-text = افتحه على هاتفك كما يفعل العميل. الدرجة المنخفضة تريك ما يحدث بعدها.
steps-answer-do = فتح صفحة الاستبيان
steps-publish = نشر الاستبيان
steps-see = اطّلع على الرقم ومن ينتظر
steps-see-text = الدرجة على اللوحة مع مداها والإجابات التي وراءها، والعميل غير الراضي هنا.
steps-see-do = عرض الأرقام

## Refusals
error-email-taken = لدى أحدهم هنا هذا العنوان.
error-email-invalid = ليس هذا عنوان بريد مثل sara@example.com.
error-name-too-long = أقصى عدد للأحرف: { $max }.
error-name-unreadable = فيه أحرف لا تُرى. اكتبه من جديد.
error-not-offered = اختر واحدًا من القائمة.
error-owners-only = لا يفعل ذلك إلا المالك.
error-last-owner = لا بد لمساحة العمل من مالك واحد على الأقل يستطيع الدخول. عيّن مالكًا آخر أولًا.
error-not-yourself = لا يمكنك إيقاف نفسك.
error-member-disabled = هذا العضو موقوف. اسمح له أولًا.
error-members-full = أقصى عدد للأعضاء في مساحة العمل: { $max }.
error-invites-full = عدد الدعوات المفتوحة بلغ حده: { $max }. اسحب بعضها أولًا.
error-teams-full = أقصى عدد للفرق في مساحة العمل: { $max }.
error-team-taken = لفريق آخر هذا الاسم.
error-keys-full = عدد المفاتيح المستخدمة بلغ حده: { $max }. أبطل واحدًا أولًا.
thing-member = هذا العضو
thing-team = هذا الفريق
thing-key = هذا المفتاح
thing-invite = هذه الدعوة
