"""Sentiment by other means on the same split: `text_peers.py TEXTS AFINN_SV`.

TEXTS has lines `part<TAB>language<TAB>label<TAB>text`, part `train` or `held`. Prints one JSON line a peer and language:
name, version, language, `labels` and `polarity` (neg or pos) of the held-out texts in order, texts per second.
"""

import json
import re
import sys
import time
from collections import defaultdict


def vader(texts):
    from importlib.metadata import version

    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    begun = time.perf_counter()
    scores = [analyzer.polarity_scores(text)["compound"] for text in texts]
    seconds = time.perf_counter() - begun
    # The thresholds that its authors recommend.
    labels = ["pos" if score >= 0.05 else "neg" if score <= -0.05 else "neu" for score in scores]
    polarity = ["pos" if score >= 0 else "neg" for score in scores]
    return "VADER", version("vaderSentiment"), labels, polarity, len(texts) / seconds


def afinn(path, texts):
    with open(path, encoding="utf-8") as file:
        lexicon = {word: int(value) for word, value in (line.rstrip("\n").rsplit("\t", 1) for line in file if "\t" in line)}
    # Phrases first, as the package afinn does.
    words = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, sorted(lexicon, key=len, reverse=True))) + r")(?!\w)")
    begun = time.perf_counter()
    scores = [sum(lexicon[word] for word in words.findall(text.lower())) for text in texts]
    seconds = time.perf_counter() - begun
    labels = ["pos" if score > 0 else "neg" if score < 0 else "neu" for score in scores]
    return "AFINN-sv", "165", labels, ["pos" if score >= 0 else "neg" for score in scores], len(texts) / seconds


def logistic(train, texts):
    import sklearn
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier
    from sklearn.pipeline import make_pipeline, make_union

    features = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True),
    )
    model = make_pipeline(features, OneVsRestClassifier(LogisticRegression(C=4, solver="liblinear", dual=True, tol=0.01)))
    model.fit([text for _, text in train], [label for label, _ in train])
    begun = time.perf_counter()
    chances = model.predict_proba(texts)
    seconds = time.perf_counter() - begun
    classes = list(model.classes_)
    negative, positive = classes.index("neg"), classes.index("pos")
    labels = [classes[row.argmax()] for row in chances]
    polarity = ["pos" if row[positive] >= row[negative] else "neg" for row in chances]
    return "TF-IDF + logistic regression, scikit-learn", sklearn.__version__, labels, polarity, len(texts) / seconds


def main():
    train, held = defaultdict(list), defaultdict(list)
    with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
        for line in file:
            part, language, label, text = line.rstrip("\n").split("\t", 3)
            (train if part == "train" else held)[language].append((label, text))
    for language in sorted(held):
        texts = [text for _, text in held[language]]
        peers = [lambda: logistic(train[language], texts)]
        if language == "en":
            peers.append(lambda: vader(texts))
        if language == "sv":
            peers.append(lambda: afinn(sys.argv[2], texts))
        for peer in peers:
            name, version, labels, polarity, speed = peer()
            found = {"name": name, "version": version, "language": language, "speed": speed}
            print(json.dumps(found | {"labels": labels, "polarity": polarity}), flush=True)


if __name__ == "__main__":
    main()
