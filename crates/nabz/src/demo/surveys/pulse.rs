//! "Team pulse": what the restaurants' own people say, without their names.

use kernel::survey::{Kind, Question, Survey};

use super::{agreement, asking, four, question, scored};

pub fn survey() -> Survey {
    let enps = scored(
        "enps",
        Kind::Nps,
        [
            "How likely are you to recommend Mizban as a place to work?",
            "چقدر احتمال دارد میزبان را برای کار کردن پیشنهاد کنید؟",
            "ما مدى احتمال أن توصي بميزبان مكانًا للعمل؟",
            "Hur troligt är det att du rekommenderar Mizban som arbetsplats?",
        ],
        ["Not at all likely", "اصلاً احتمال ندارد", "غير محتمل إطلاقًا", "Inte alls troligt"],
        ["Extremely likely", "بسیار محتمل است", "محتمل جدًا", "Mycket troligt"],
    );
    let support = agreement(
        "support",
        Kind::Rating,
        [
            "When I need help on a shift, I get it.",
            "وقتی سر شیفت به کمک نیاز دارم، کمکم می‌کنند.",
            "حين أحتاج إلى مساعدة أثناء المناوبة، أجدها.",
            "När jag behöver hjälp under ett pass får jag den.",
        ],
    );
    let change = question(
        "change",
        Kind::Text,
        [
            "What one thing should we change first?",
            "اول از همه چه چیزی را عوض کنیم؟",
            "ما أول شيء ينبغي أن نغيّره؟",
            "Vilken enda sak borde vi ändra på först?",
        ],
    );
    Survey {
        anonymous: true,
        intro: four([
            "Three questions, once a month. Nobody can see who answered.",
            "سه پرسش، ماهی یک بار. هیچ‌کس نمی‌بیند چه کسی پاسخ داده است.",
            "ثلاثة أسئلة مرة في الشهر. لا أحد يرى من أجاب.",
            "Tre frågor en gång i månaden. Ingen ser vem som har svarat.",
        ]),
        thanks: four([
            "Thank you. We talk about the results at the next team meeting.",
            "سپاسگزاریم. در جلسهٔ بعدی گروه دربارهٔ نتیجه‌ها حرف می‌زنیم.",
            "شكرًا لك. سنتحدث عن النتائج في اجتماع الفريق القادم.",
            "Tack! Vi pratar om resultatet på nästa teammöte.",
        ]),
        privacy: four([
            "Your answers are anonymous; groups of fewer than five are never shown.",
            "پاسخ‌ها بی‌نام است و گروه‌های کمتر از پنج نفر هرگز نشان داده نمی‌شود.",
            "إجاباتك مجهولة الاسم، ولا تُعرض أبدًا مجموعات تقل عن خمسة أشخاص.",
            "Dina svar är anonyma; grupper med färre än fem visas aldrig.",
        ]),
        ..asking(
            four(["Team pulse", "نبض گروه", "نبض الفريق", "Teampulsen"]),
            vec![Question { required: true, ..enps }, support, change],
        )
    }
}
