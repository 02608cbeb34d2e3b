//! "After your visit": the guest's recommendation, why, and four ratings.

use kernel::survey::{Kind, Survey};

use super::{asking, choice, four, question, satisfaction, scored};

pub fn survey() -> Survey {
    Survey {
        intro: four([
            "Thank you for eating with us. It takes about a minute.",
            "سپاس که مهمان ما بودید. پاسخ دادن حدود یک دقیقه طول می‌کشد.",
            "شكرًا لأنكم كنتم ضيوفنا. لن يستغرق الأمر أكثر من دقيقة.",
            "Tack för att du åt hos oss. Det tar ungefär en minut.",
        ]),
        thanks: four([
            "Thank you. Your branch reads this today.",
            "سپاسگزاریم. شعبه‌ای که مهمانش بودید همین امروز پاسخ شما را می‌خواند.",
            "شكرًا لكم. سيقرأ فرعكم هذه الإجابة اليوم.",
            "Tack! Din restaurang läser det här redan i dag.",
        ]),
        privacy: four([
            "Mizban Restaurants reads your answer and may write to you about it.",
            "رستوران‌های میزبان پاسخ شما را می‌خواند و شاید درباره‌اش برایتان بنویسد.",
            "تقرأ مطاعم ميزبان إجابتكم وقد تكتب إليكم بشأنها.",
            "Mizban Restaurants läser ditt svar och kan höra av sig om det.",
        ]),
        ..asking(
            four(["After your visit", "پس از دیدار شما", "بعد زيارتكم", "Efter ditt besök"]),
            vec![
                recommendation(),
                question(
                    "why",
                    Kind::Text,
                    [
                        "What is the main reason for your score?",
                        "دلیل اصلی نمره‌تان چیست؟",
                        "ما السبب الرئيسي لتقييمكم؟",
                        "Vad är den främsta anledningen till ditt betyg?",
                    ],
                ),
                satisfaction("food", ["The food", "غذا", "الطعام", "Maten"]),
                satisfaction("service", ["The service", "برخورد و پذیرایی", "الخدمة", "Bemötandet"]),
                satisfaction("speed", ["The waiting time", "مدت انتظار", "مدة الانتظار", "Väntetiden"]),
                satisfaction("cleanliness", ["The cleanliness", "پاکیزگی", "النظافة", "Renligheten"]),
                stood_out(),
                question(
                    "comment",
                    Kind::Text,
                    [
                        "Is there anything else you would like us to know?",
                        "نکتهٔ دیگری هست که بخواهید بدانیم؟",
                        "هل هناك شيء آخر تودون أن نعرفه؟",
                        "Är det något mer du vill att vi ska veta?",
                    ],
                ),
            ],
        )
    }
}

fn recommendation() -> kernel::survey::Question {
    let title = [
        "How likely are you to recommend Mizban to a friend?",
        "چقدر احتمال دارد میزبان را به یک دوست پیشنهاد کنید؟",
        "ما مدى احتمال أن توصوا صديقًا بمطاعم ميزبان؟",
        "Hur troligt är det att du rekommenderar Mizban till en vän?",
    ];
    let low = ["Not at all likely", "اصلاً احتمال ندارد", "غير محتمل إطلاقًا", "Inte alls troligt"];
    let high = ["Extremely likely", "بسیار محتمل است", "محتمل جدًا", "Mycket troligt"];
    kernel::survey::Question { required: true, ..scored("nps", Kind::Nps, title, low, high) }
}

fn stood_out() -> kernel::survey::Question {
    choice(
        "stood_out",
        Kind::Choice,
        ["What stood out most?", "چه چیزی بیش از همه به چشمتان آمد؟", "ما أكثر ما لفت انتباهكم؟", "Vad stack ut mest?"],
        &[
            ("food", ["The food", "غذا", "الطعام", "Maten"]),
            ("staff", ["The staff", "کارکنان", "طاقم العمل", "Personalen"]),
            (
                "speed",
                [
                    "How fast or slow it was",
                    "سرعت یا کندی کار",
                    "السرعة أو البطء",
                    "Hur snabbt eller långsamt det gick",
                ],
            ),
            ("cleanliness", ["How clean it was", "وضعیت پاکیزگی", "مستوى النظافة", "Hur rent det var"]),
            ("atmosphere", ["The atmosphere", "حال‌وهوای رستوران", "الأجواء", "Stämningen"]),
            ("price", ["The price", "قیمت", "السعر", "Priset"]),
        ],
    )
}
