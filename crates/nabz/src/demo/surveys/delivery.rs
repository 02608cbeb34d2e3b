//! "Delivery": satisfaction and effort after food came to the door.

use kernel::survey::{Kind, Question, Survey};

use super::{agreement, asking, choice, four, question, satisfaction};

pub fn survey() -> Survey {
    Survey {
        intro: four([
            "Your food should have arrived. How was it?",
            "غذایتان باید رسیده باشد. چطور بود؟",
            "لا بد أن طعامكم قد وصل. كيف كان؟",
            "Din mat borde ha kommit fram. Hur var det?",
        ]),
        thanks: four([
            "Thank you. We hope to ring your bell again soon.",
            "سپاسگزاریم. امیدواریم به‌زودی دوباره زنگ درتان را بزنیم.",
            "شكرًا لكم. نأمل أن نطرق بابكم مجددًا قريبًا.",
            "Tack! Vi hoppas få ringa på hos dig snart igen.",
        ]),
        privacy: four([
            "Mizban Restaurants reads your answer and may write to you about it.",
            "رستوران‌های میزبان پاسخ شما را می‌خواند و شاید درباره‌اش برایتان بنویسد.",
            "تقرأ مطاعم ميزبان إجابتكم وقد تكتب إليكم بشأنها.",
            "Mizban Restaurants läser ditt svar och kan höra av sig om det.",
        ]),
        ..asking(
            four(["Delivery", "ارسال غذا", "التوصيل", "Hemkörning"]),
            vec![
                Question {
                    required: true,
                    ..satisfaction(
                        "csat",
                        [
                            "How satisfied were you with this delivery?",
                            "از این ارسال چقدر راضی بودید؟",
                            "ما مدى رضاكم عن هذا التوصيل؟",
                            "Hur nöjd var du med den här leveransen?",
                        ],
                    )
                },
                agreement(
                    "ces",
                    Kind::Ces,
                    [
                        "It was easy to get my food today.",
                        "امروز گرفتن غذایم آسان بود.",
                        "كان الحصول على طعامي اليوم سهلًا.",
                        "Det var enkelt att få min mat i dag.",
                    ],
                ),
                issues(),
                question(
                    "why",
                    Kind::Text,
                    [
                        "What should we keep, and what should we change?",
                        "چه چیزی را نگه داریم و چه چیزی را عوض کنیم؟",
                        "ما الذي نحافظ عليه، وما الذي نغيّره؟",
                        "Vad ska vi behålla och vad ska vi ändra på?",
                    ],
                ),
            ],
        )
    }
}

fn issues() -> Question {
    choice(
        "issues",
        Kind::Choices,
        ["Did anything go wrong?", "آیا مشکلی پیش آمد؟", "هل حدث أي خطأ؟", "Gick något fel?"],
        &[
            ("late", ["It came late", "دیر رسید", "وصل متأخرًا", "Maten kom sent"]),
            ("cold", ["The food was cold", "غذا سرد بود", "كان الطعام باردًا", "Maten var kall"]),
            (
                "wrong",
                [
                    "Something was missing or wrong",
                    "چیزی کم یا اشتباه بود",
                    "نقص شيء أو كان خاطئًا",
                    "Något saknades eller var fel",
                ],
            ),
            (
                "packing",
                [
                    "It had leaked or was squashed",
                    "بسته‌بندی نشتی داشت یا له شده بود",
                    "تسرّب الطعام أو انضغط",
                    "Det hade läckt eller klämts",
                ],
            ),
            ("driver", ["The driver's manner", "رفتار پیک", "تعامل السائق", "Budets bemötande"]),
        ],
    )
}
