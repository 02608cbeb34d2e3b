### الأهداف والآثار والقيمة.

prove-lede = ما قيمة العمل: الأهداف، وما أحدثته التغييرات، وقيمة ذلك.
prove-anonymous = وُعد هنا بإخفاء الهوية: لا يظهر شيء عن أقل من خمسة أشخاص.
prove-flash-goal = حُدِّد الهدف.
prove-flash-closed = أُغلق الهدف.
prove-flash-reopened = فُتح الهدف من جديد.
prove-flash-measured = أُعيد القياس.
prove-flash-worth = حُفظ.

error-out-of-order = يجب أن تأتي النهاية بعد البداية.
error-goal-stands-still = يجب أن يختلف الهدف عن البداية.
error-anonymous-scope = وُعد في هذا الاستبيان بإخفاء الهوية: لا يكون الهدف إلا للجميع.
thing-goal = هذا الهدف
thing-effect = هذا الأثر

## Goals
goal-title = الأهداف
goal-new = هدف جديد
goal-new-lede = أي رقم، من أين إلى أين، ومتى.
goal-open = مفتوحة
goal-closed = مغلقة
goal-none = لا هدف بعد
goal-none-text = يقول الهدف أين ينبغي أن يكون رقم ما ومتى. ثم ترون كل أسبوع هل سيُبلغ.
goal-none-closed = لم يُغلق أي هدف.
goal-no-number = لا شيء يُقاس بعد
goal-no-number-text = يتبع الهدف سؤالًا ذا درجات في استبيان. أنشئوا استبيانًا أولًا.
goal-name = العنوان
goal-name-hint = ما الذي ينبغي أن يتحسن، بكلمات فريقكم.
goal-number = الرقم
goal-of = ما يُحسب
goal-of-number = الرقم المعتاد للسؤال
goal-of-top = نسبة الراضين جدًا (أعلى درجة)
goal-look = بعد اختيار آخر:
goal-for = لمن
goal-for-hint = بلا شرط يكون للجميع.
goal-for-all = الجميع
goal-present = هو الآن { $value }: { $answers ->
        [zero] لا إجابات
        [one] إجابة واحدة
        [two] إجابتان
        [few] { $answers } إجابات
        [many] { $answers } إجابة
       *[other] { $answers } إجابة
    } في { $days } يومًا.
goal-present-last = لم يجب أحد عن هذا في آخر ٩٠ يومًا. كان آخر مرة { $value }: { $answers ->
        [zero] لا إجابات
        [one] إجابة واحدة
        [two] إجابتان
        [few] { $answers } إجابات
        [many] { $answers } إجابة
       *[other] { $answers } إجابة
    } حتى { $day }.
goal-present-none = لم يجب أحد، أو أجاب عدد قليل جدًا. حددوا البداية بأنفسكم.
goal-from = من
goal-from-hint = فارغ: حيث هو الآن، أو حيث كان آخر مرة.
goal-to = إلى
goal-to-hint = قيمة، أو +5 لخمس أكثر.
goal-convert = نسبة الراضين الذين يصبحون راضين جدًا
goal-convert-hint = يعطي { $second } الآن الدرجة الثانية. يحل هذا محل القيمة المستهدفة.
goal-convert-plain = يحل هذا محل القيمة المستهدفة.
goal-from-day = يبدأ في
goal-by-day = حتى
goal-owner = المسؤول
goal-nobody = لا أحد بعد
goal-gone = لم يعد هذا الرقم موجودًا
goal-gone-text = لم يعد الاستبيان أو السؤال الذي يتبعه الهدف موجودًا.
goal-from-to = من { $from } إلى { $to }
goal-now = الآن { $value }
goal-by = حتى { $day }
goal-bar = { $done } في المئة من الطريق؛ ينبغي أن يكون { $due }
goal-status-reached = تحقق
goal-status-on_track = على المسار
goal-status-behind = متأخر
goal-status-missed = لم يتحقق
goal-status-cannot_tell = لا يمكن القول بعد
goal-says-reached = هو عند { $to } أو أفضل. حافظوا عليه حتى { $day }.
goal-says-on_track = إن استمر هكذا فسيبلغ { $to } حتى { $day }.
goal-says-behind = إن استمر هكذا فلن يبلغ { $to } حتى { $day }.
goal-says-missed = لم يبلغ { $to } حتى { $day }.
goal-says-cannot_tell = ما يُعرف أقل من أن يقال هل سيبلغ { $to } حتى { $day }.
goal-today = الآن
goal-due = ينبغي أن يكون
goal-target = الهدف
goal-forecast = التوقع
goal-likely = في { $times } من كل ١٠٠ مسار يوافق ما شوهد يتحقق الهدف.
goal-pace-week = تحرك حتى الآن { $made } في الأسبوع؛ ويلزم من الآن { $needed } في الأسبوع.
goal-pace-month = تحرك حتى الآن { $made } في الشهر؛ ويلزم من الآن { $needed } في الشهر.
goal-trend = الطريق إليه
goal-plot-says = { $metric }، والطريق المستقيم إلى الهدف، وأين سيكون على الأرجح حتى { $by }.
goal-way = الطريق المستقيم إلى الهدف
goal-number-line = المقيس
goal-about = عن هذا الهدف
goal-way-from = بدأ من
goal-initiative = إلى المبادرة
goal-close = إغلاق الهدف
goal-reopen = فتح من جديد
goal-is-closed = هذا الهدف مغلق.

## Effects
effect-title = ما أحدثته التغييرات
effect-none = لم تبدأ أي مبادرة بعد
effect-none-text = حددوا لمبادرة يوم بداية ورقمًا ينبغي أن تحركه. ثم تُقاس تلقائيًا كل يوم.
effect-of = الأثر: { $title }
effect-initiative = إلى المبادرة
effect-measure = قِس الآن
effect-unmeasured = لم يُقَس بعد
effect-unmeasured-text = يُقاس تلقائيًا خلال دقيقة تقريبًا.
effect-no-start = ليس للمبادرة يوم بداية. حددوا متى يلاقي العملاء التغيير.
effect-not-begun = لا أحد ينفّذها. ما إن تصبح قيد التنفيذ أو منجزة حتى يُقاس أثرها.
effect-measured-at = قيس
effect-verdict-improved = تحسّن
effect-verdict-worsened = ساء
effect-verdict-none_detectable = لا أثر ملحوظ
effect-verdict-too_early = الوقت مبكر
effect-verdict-cannot_tell = لا يمكن القول
effect-says-improved = حرّك الرقم بمقدار { $by }؛ والأرجح جدًا { $range }.
effect-says-worsened = حرّك الرقم بمقدار { $by } في الاتجاه الخطأ؛ والأرجح جدًا { $range }.
effect-says-none = لا أثر ملحوظ. إن وُجد أثر فهو على الأرجح جدًا { $range }.
effect-says-early = الوقت مبكر: يمكن رؤية أثر بمقدار { $size } بعد نحو { $weeks ->
        [zero] { $weeks } أسبوع
        [one] أسبوع واحد
        [two] أسبوعين
        [few] { $weeks } أسابيع
        [many] { $weeks } أسبوعًا
       *[other] { $weeks } أسبوع
    }.
effect-says-early-until = بعد البداية تمر نحو { $weeks ->
        [zero] { $weeks } أسبوع
        [one] أسبوع واحد
        [two] أسبوعين
        [few] { $weeks } أسابيع
        [many] { $weeks } أسبوعًا
       *[other] { $weeks } أسبوع
    } حتى يمكن رؤية أثر بمقدار { $size }.
effect-says-early-never = يصعب أن يُرى هنا أثر بمقدار { $size }: يتحرك الرقم كثيرًا بالمصادفة.
effect-says-cannot = لا يمكن قول شيء عن الأثر.
effect-why-nothing_before = لا إجابات من قبل البداية.
effect-why-nothing_after = لا إجابات من بعد البداية بعد.
effect-why-nobody_treated = لم يلاقِ التغييرَ أحد ممن أجابوا. تحققوا لمن المبادرة.
effect-why-everyone_treated = لاقى الجميع التغيير، فلا أحد يُقارَن به، والسلسلة أقصر من أن تكفي وحدها.
effect-why-one_unit = لاقى التغييرَ مكان واحد فقط، والأماكن الأخرى أقل من أن يُقارَن بها.
effect-why-definition_changed = طُرح السؤال بصيغة أخرى في وقت ما: لا يقيس ما قبل وما بعد الشيء نفسه.
effect-why-too_few_periods = شوهد وقت قصير؛ تلزم { $least } فترات على الأقل.
effect-why-too_few_units = الأماكن أقل من أن تُقارَن؛ يلزم { $least } على الأقل.
effect-why-too_many = هناك أكثر مما يمكن حسابه.
effect-why-too_few_answers = أقل من عشر إجابات من قبل البداية أو بعدها.
effect-why-not_parallel = كان الجانبان يفترقان قبل البداية أصلًا، فلا تصح المقارنة.
effect-why-poor_fit = لا تشبه المقارنة المكان قبل البداية.
effect-why-placebos_move = تُظهر مقارنات لم يحدث فيها شيء القدر نفسه، فقد يكون ذلك مصادفة.
effect-why-degenerate = في الأرقام فجوات أو أنها لا تتغير: لا يمكن تقدير شيء منها.
effect-why-no_number = الرقم الذي ينبغي أن تحركه المبادرة غائب أو لم يعد موجودًا.
effect-why-no_start = ليس للمبادرة يوم بداية.
effect-why-no_unit = لا تحمل أي إجابة السمة التي ينبغي مقارنة قيمها.
effect-why-anonymous = وُعد في هذا الاستبيان بإخفاء الهوية. لذلك لا يُحدَّد لمن التغيير إلا بالسمة المقارَنة.
effect-planned = المخطط: { $expected }.
effect-against-within = المخطط يقع ضمن المقيس.
effect-against-more = تحقق أكثر من المخطط.
effect-against-less = تحقق أقل من المخطط.
effect-design-did = قورنت أماكن لاقت التغيير بأماكن لم تلاقه، قبل البداية وبعدها.
effect-design-synthetic = قورن المكان الوحيد الذي لاقى التغيير بمزيج من أماكن سارت مثله من قبل.
effect-design-interrupted = قورن الرقم بما كان سيستمر عليه. وكل ما بدأ في ذلك الوقت محسوب أيضًا.
effect-design-experiment = قورن أشخاص اختيروا بالقرعة.
effect-design-none = لم يُقَس.
effect-alone = لاقى الجميع التغيير، فلا أحد يُقارَن به.
effect-picture = المقيس مقابل المقارنة
effect-plot-says = من لاقوا التغيير، ومن لم يلاقوه، والبداية في { $day }.
effect-start-line = البداية
effect-treated = لاقوا التغيير
effect-comparison = المقارنة
effect-from-day = من
effect-after = بعد
effect-answers = { $before } إجابة ممن لاقوا التغيير قبل البداية، و{ $after } بعدها.
effect-behind-before = الإجابات قبل
effect-behind-after = الإجابات بعد
effect-checks = ما اختُبر ضده
effect-checks-none = لم يمكن اختبار شيء بعد.
effect-check-parallel-good = سار الجانبان معًا قبل البداية.
effect-check-parallel-bad = كان الجانبان يفترقان قبل البداية أصلًا.
effect-check-fit-good = كانت المقارنة تشبه المكان قبل البداية.
effect-check-fit-bad = لم تكن المقارنة تشبه المكان قبل البداية.
effect-check-placebo-few = الأماكن أقل من أن تكفي لاختبار بالقرعة.
effect-check-placebo-good = لو أُعطي التغيير بالقرعة لرُئي هذا القدر { $share } مرات من ١٠٠ على الأكثر.
effect-check-placebo-bad = لو أُعطي التغيير بالقرعة لرُئي هذا القدر { $share } مرة من ١٠٠: لا يبرز.
effect-check-recovery = التغيير مقابل المقارنة { $whole }. منه { $left } فوق ما تعود به من تلقاء نفسها أماكن كانت منخفضة أو مرتفعة بالقدر نفسه، والمدى يشمل كليهما.
effect-check-starts = من { $tried } بدايات مصطنعة أظهرت { $alarms } أثرًا حيث لا أثر.
effect-check-without = بحذف أي مكان يكون التقدير { $range }.
effect-experts = للخبراء
effect-fact-units = لاقوا التغيير / المقارنة
effect-fact-window = أيام النافذة
effect-fact-p = p للأثر
effect-fact-parallel = p للاختبار قبل البداية
effect-fact-placebo = p بين العلاجات الوهمية
effect-fact-errors = المدى
effect-errors-clustered = بحسب المكان (CR2)
effect-errors-pooled = مجمَّع على الجانبين
effect-fact-cr1 = الخطأ المعياري المعتاد (CR1)
effect-fact-freedom = درجات الحرية
effect-fact-carried = الضجيج الذي يبقى
effect-fact-fit = الفجوة قبل البداية بالانحرافات المعيارية
effect-worth = ما قيمته
effect-history = قياسات سابقة
effect-when = متى

## The book of what works
book-title = ما ينجح هنا
book-lede = كل مبادرة: ما خُطط له وما قيس.
book-all = السجل كله
book-initiative = المبادرة
book-verdict = النتيجة
book-planned = المخطط
book-measured = المقيس
book-since = منذ { $day }
book-unmeasured = لم يُقَس بعد
book-sum = { $measured ->
        [zero] لم تُقَس أي مبادرة
        [one] قيست مبادرة واحدة
        [two] قيست مبادرتان
        [few] قيست { $measured } مبادرات
        [many] قيست { $measured } مبادرة
       *[other] قيست { $measured } مبادرة
    } حتى النهاية؛ وحرّك منها { $worked } الرقم في الاتجاه الصحيح.
book-cut = تظهر آخر { $max } مبادرة بدأت.
similar-title = ما أحدثته مبادرات مشابهة
similar-moved = حرّكته بمقدار { $by } ({ $range }).

## Worth
worth-title = ما قيمته
worth-lede = اذكروا ما تعرفه شركتكم. ثم تحمل النتائج والآثار قيمتها، مع ظهور هذه الأرقام.
worth-stated = ذُكر { $stated } من { $kinds } أرقام.
worth-open = الأرقام
worth-currency = العملة
worth-currency-hint = كما تكتبونها: EUR أو kr أو تومان.
worth-kind-point = نقطة واحدة من الرقم في السنة
worth-kind-retained_customer = عميل يبقى
worth-kind-new_customer = عميل جديد
worth-kind-support_contact = تواصل مع الدعم
worth-hint-point = ما تجلبه نقطة إضافية للشركة كلها في السنة.
worth-hint-retained_customer = ما يجلبه عميل كان سيغادر.
worth-hint-new_customer = ما يجلبه عميل جديد في المجموع.
worth-hint-support_contact = ما تكلفه مكالمة أو رسالة لم تكن لازمة.
worth-unit = هذا الرقم مقابل
worth-unit-hint = لا تُحسب القيمة بالنقاط إلا لأرقام من هذا النوع.
worth-low = على الأقل
worth-high = على الأكثر
worth-source = مصدر الرقم
worth-by = { $name }
worth-not-stated = لم يُذكر
worth-no-effect = حيث لا يُرى أثر لا تُدَّعى قيمة.
audit-goal-set = حدّد هدفًا
audit-goal-close = أغلق هدفًا
audit-goal-reopen = أعاد فتح هدف
audit-effect-measure = طلب قياس الأثر
audit-worth-save = ذكر أرقام القيمة

### Goals, effects and worth.

## The evidence chain: chain-*
chain-title = سلسلة الأدلة
chain-lede = مما قاله العملاء إلى ما أُنجز بشأنه وما تغيّر. كل خطوة تقود إلى صفحتها.
chain-path = خطوات السلسلة
chain-steps = خطوة بخطوة
chain-here = أنت هنا
chain-none = لا شيء
chain-at-least = { $count } على الأقل
chain-more =
    { $count ->
        [zero] لا مزيد
        [one] وعنصر آخر
        [two] وعنصران آخران
        [few] و{ $count } عناصر أخرى
        [many] و{ $count } عنصرًا آخر
       *[other] و{ $count } عنصر آخر
    }
chain-more-at-least =
    { $count ->
        [zero] وربما غيرها
        [one] وعنصر آخر على الأقل
        [two] وعنصران آخران على الأقل
        [few] و{ $count } عناصر أخرى على الأقل
        [many] و{ $count } عنصرًا آخر على الأقل
       *[other] و{ $count } عنصر آخر على الأقل
    }
chain-from-here = متابعة السلسلة من هنا
chain-from-here-of = متابعة السلسلة من هنا: { $name }
chain-kind-signal = الإجابات
chain-kind-topic = الموضوعات
chain-kind-insight = النتائج
chain-kind-case = الشكاوى
chain-kind-initiative = مبادرات التحسين
chain-kind-goal = الأهداف
chain-kind-effect = الآثار
chain-kind-message = الرسائل
chain-none-signal = لا توجد إجابة متصلة بهذا يُسمح لك برؤيتها.
chain-none-topic = لا يوجد موضوع متصل بهذا.
chain-none-insight = لا توجد نتيجة متصلة بهذا بعد.
chain-none-case = لا توجد شكوى متصلة بهذا.
chain-none-initiative = لم يُخطَّط بعد لحل دائم لهذا.
chain-none-goal = لم يُحدَّد هدف لهذا بعد.
chain-none-effect = لم يُقَس أي أثر بعد.
chain-none-message = لم يُبلَّغ أي عميل بعد.
chain-response-to = إجابة عن «{ $survey }»
chain-score = الدرجة { $score }
chain-case-about = شكوى بشأن «{ $survey }»
chain-case-waits = تنتظر ردًّا
chain-case-answered = رُدّ عليها
chain-case-closed = مغلقة
chain-insight-about = { $what }: { $about }
chain-insight-moved = تغيُّر في درجة
chain-insight-cause = سبب لدرجات منخفضة
chain-insight-emerging = موضوع آخذ في الظهور
chain-insight-unanswered = شكاوى بلا رد
chain-insight-silent = نقطة تواصل بلا إجابات
chain-insight-other = نتيجة
chain-people =
    { $count ->
        [zero] لا عملاء
        [one] عميل واحد
        [two] عميلان
        [few] { $count } عملاء
        [many] { $count } عميلًا
       *[other] { $count } عميل
    }
chain-state-proposed = مقترحة
chain-state-planned = مخطط لها
chain-state-doing = قيد التنفيذ
chain-state-done = منجزة
chain-state-dropped = متروكة
chain-goal = من { $from } إلى { $to } بحلول { $by }
chain-effect = { $value } (من { $low } إلى { $high })
chain-effect-improved = تحسّن الوضع
chain-effect-worsened = ساء الوضع
chain-effect-none = لا أثر يمكن رصده
chain-effect-early = من المبكر الحكم
chain-effect-unknown = لا يمكن الجزم
chain-message-name = رسائل إلى العملاء
