"""Cases with the answers of statsmodels, pysyncon, scipy and numpy: `references.py [BASQUE_CSV]`.

Prints one JSON object a line: kind, name, input, expected (a number or a list for each name), and `within`, the largest
difference that counts as equal (1e-6 unless an answer of the other program is itself no more exact). The data are drawn from
a seed; of Card and Krueger (1994) only the published means are used. BASQUE_CSV is the file of Abadie and Gardeazabal's
data as the repository of pysyncon holds it; it is not part of this repository.
"""

import json
import sys

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats


def tell(kind, name, given, expected, within=1e-6):
    plain = lambda value: value.tolist() if isinstance(value, np.ndarray) else value
    expected = {key: plain(value) for key, value in expected.items()}
    print(json.dumps({"kind": kind, "name": name, "input": given, "expected": expected, "within": within}))


def panel(rng, treated, others, periods, start, gaps, weighed):
    """Unit, period, value, answers; `gaps` is the share of cells without answers."""
    rows = []
    weeks = rng.normal(size=periods)
    for unit in range(treated + others):
        level, noise = rng.normal(60, 8), 0.0
        for period in range(periods):
            noise = 0.5 * noise + rng.normal(0, 3)
            n = int(rng.integers(10, 300)) if weighed else 50
            effect = 2.5 if unit < treated and period >= start else 0.0
            if rng.random() >= gaps:
                rows.append((unit, period, level + weeks[period] + noise + effect, n, unit < treated))
    return pd.DataFrame(rows, columns=["unit", "period", "value", "n", "treated"])


def regression(data, start, weighed, columns):
    """Two-way fixed effects by dummies; clustered by unit."""
    units = pd.get_dummies(data.unit, prefix="u", dtype=float)
    weeks = pd.get_dummies(data.period, prefix="p", drop_first=True, dtype=float)
    x = pd.concat([columns, units, weeks], axis=1)
    weights = data.n if weighed else np.ones(len(data))
    return sm.WLS(data.value, x, weights=weights).fit(cov_type="cluster", cov_kwds={"groups": data.unit})


def differences(rng):
    for name, treated, others, periods, start, gaps, weighed in [
        ("8 and 12 units", 8, 12, 10, 6, 0.0, False),
        ("8 and 12 units with gaps", 8, 12, 10, 6, 0.2, False),
        ("6 and 20 units with gaps, by answers", 6, 20, 14, 9, 0.15, True),
        ("1 and 9 units", 1, 9, 8, 5, 0.0, False),
    ]:
        data = panel(rng, treated, others, periods, start, gaps, weighed)
        on = (data.treated & (data.period >= start)).astype(float)
        fit = regression(data, start, weighed, pd.DataFrame({"on": on}))
        steps = [period for period in range(periods) if period != start - 1]
        study = pd.DataFrame({f"e{at}": (data.treated & (data.period == at)).astype(float) for at in steps})
        event = regression(data, start, weighed, study)
        before = data[data.period < start].reset_index(drop=True)
        trend = regression(before, start, weighed, pd.DataFrame({"slope": before.treated * (before.period - start)}).astype(float))
        units = []
        for unit in range(treated + others):
            rows = {row.period: row for row in data[data.unit == unit].itertuples()}
            cells = [[rows[at].value, rows[at].n] if at in rows else None for at in range(periods)]
            units.append({"treated": unit < treated, "cells": cells})
        expected = {"value": fit.params["on"], "cr1": fit.bse["on"], "trend": trend.params["slope"]}
        expected["steps"] = [event.params[f"e{at}"] for at in steps]
        expected |= beyond_recovery(data, start, weighed, fit)
        if name == "8 and 12 units":
            expected |= welch_like(data, start, treated)
        tell("did", name, {"units": units, "start": start, "weighed": weighed}, expected)


def beyond_recovery(data, start, weighed, fit):
    """The effect less what is regained of how far the treated stood from the others before the start: levels by dummies of
    units and periods, and the weighted correlation of both halves of that time."""
    data = data.assign(weight=data.n if weighed else 1.0)
    before = data[data.period < start].reset_index(drop=True)
    brought = regression(before, start, weighed, pd.DataFrame(index=before.index)).params
    before["left"] = before.value - before.period.map(lambda period: brought.get(f"p_{period}", 0.0))
    mean = lambda rows: rows.groupby("unit").apply(lambda unit: np.average(unit.left, weights=unit.weight), include_groups=False)
    tells = lambda rows, cut: pd.DataFrame(
        {side: rows[kept].groupby("unit").weight.sum() for side, kept in [("a", rows.period < cut), ("b", rows.period >= cut)]}
    ).dropna().pipe(lambda sums: sums.a * sums.b / (sums.a + sums.b))
    half = start // 2
    halves = pd.DataFrame({"a": mean(before[before.period < half]), "b": mean(before[before.period >= half])}).dropna()
    (one, both), (_, other) = np.cov(halves.T, aweights=tells(before, half)[halves.index])
    level, weights = mean(before), tells(data, start)
    treated = data.groupby("unit").treated.first()
    side = lambda of: np.average(level[of.index], weights=of)
    gap = side(weights[treated[weights.index]]) - side(weights[~treated[weights.index]])
    return {"beyond": fit.params["on"] + (1 - max(both / np.sqrt(one * other), 0)) * gap}


def welch_like(data, start, treated):
    """The range of a panel without gaps, by its unit differences: CR2 is Welch's variance there; t with Bell and
    McCaffrey's degrees of freedom."""
    side = lambda rows: rows.groupby("unit").value.mean()
    change = side(data[data.period >= start]) - side(data[data.period < start])
    a, b = change[change.index < treated], change[change.index >= treated]
    m, n = len(a), len(b)
    error = np.sqrt(a.var(ddof=1) / m + b.var(ddof=1) / n)
    freedom = (1 / m + 1 / n) ** 2 / (1 / (m**2 * (m - 1)) + 1 / (n**2 * (n - 1)))
    half = stats.t.ppf(0.975, freedom) * error
    value = a.mean() - b.mean()
    return {"low": value - half, "high": value + half}


def card_and_krueger():
    """Full-time employment of a store before and after (Card and Krueger 1994, table 3, rows 1 and 2): two stores on each
    side that have the published means."""
    units = []
    for treated, before, after in [(True, 20.44, 21.03), (False, 23.33, 21.17)]:
        for apart in (-1.0, 1.0):
            units.append({"treated": treated, "cells": [[before + apart, 1], [after + 0.5 * apart, 1]]})
    tell("did", "Card and Krueger, 2.75", {"units": units, "start": 1, "weighed": False}, {"value": 2.75}, 1e-9)


def series(rng):
    for name, periods, start, season in [("24 periods", 24, 12, None), ("52 periods", 52, 26, 13), ("70 periods", 70, 36, None)]:
        noise = np.zeros(periods)
        for at in range(1, periods):
            noise[at] = 0.5 * noise[at - 1] + rng.normal()
        time = np.arange(periods)
        after = (time >= start).astype(float)
        values = 40 + 0.1 * time + 2 * after + noise
        x = [np.ones(periods), time, after]
        slope = start >= 30 and periods - start >= 30
        if slope:
            x.append(after * (time - start))
        if season:
            x += [np.cos(2 * np.pi * time / season), np.sin(2 * np.pi * time / season)]
        x = np.column_stack(x)
        contrast = np.zeros(x.shape[1])
        contrast[2] = 1
        if slope:
            contrast[3] = (periods - start - 1) / 2
        plain = sm.OLS(values, x).fit()
        newey = sm.OLS(values, x).fit(cov_type="HAC", cov_kwds={"maxlags": 3, "use_correction": True})
        carried = 0.45
        sigma = carried ** np.abs(time[:, None] - time[None, :])
        gls = sm.GLS(values, x, sigma=sigma).fit()
        error = np.sqrt(contrast @ newey.cov_params() @ contrast)
        given = {"values": values.tolist(), "start": start, "season": season, "lags": 3, "carried": carried}
        expected = {"ols": plain.params, "gls": gls.params, "value": contrast @ plain.params, "newey_west": error}
        tell("interrupted", name, given, expected)


def outcomes(rng, donors, before, after):
    common = np.cumsum(rng.normal(size=(before + after, 2)), axis=0)
    load = rng.uniform(0, 3, size=(2, donors))
    series = 50 + common @ load + rng.normal(0, 0.5, size=(before + after, donors))
    mix = rng.dirichlet(np.ones(3))
    own = series[:, :3] @ mix + rng.normal(0, 0.5, size=before + after)
    return own, series


def polished(target, donors, weights):
    """The exact optimum on the donors that the other program gives a weight, as its solver stops early: equality
    constrained least squares."""
    used = np.flatnonzero(weights > 1e-4)
    x = donors[:, used]
    system = np.block([[2 * x.T @ x, np.ones((len(used), 1))], [np.ones((1, len(used))), np.zeros((1, 1))]])
    solved = np.linalg.solve(system, np.append(2 * x.T @ target, 1.0))[:-1]
    full = np.zeros(donors.shape[1])
    full[used] = solved
    return full


def mixtures(rng):
    from pysyncon import Synth

    for name, donors, before, after in [("8 donors", 8, 20, 6), ("15 donors", 15, 30, 10)]:
        own, others = outcomes(rng, donors, before, after)
        weights, _ = Synth.w_optimize(V_mat=np.eye(before), X0=others[:before], X1=own[:before])
        given = {"treated": own.tolist(), "donors": others.T.tolist(), "start": before}
        loss = lambda weights: float(((own[:before] - others[:before] @ weights) ** 2).sum())
        effect = lambda weights: float((own - others @ weights)[before:].mean())
        # SLSQP stops some 1e-4 off; beside it the exact optimum on its support, to 1e-6.
        tell("synthetic", f"{name}, pysyncon", given, {"weights": weights, "value": effect(weights), "loss": loss(weights)}, 5e-4)
        exact = polished(own[:before], others[:before], weights)
        if exact.min() >= 0:
            tell("synthetic", f"{name}, its support solved exactly", given, {"weights": exact, "value": effect(exact), "loss": loss(exact)})
        conformal(given, own, others, before)


def conformal(given, own, others, start):
    """The p value of an effect of 1 by moving blocks, by brute force over weights from pysyncon."""
    from pysyncon import Synth

    target = own.copy()
    target[start:] -= 1.0
    weights, _ = Synth.w_optimize(V_mat=np.eye(len(own)), X0=others, X1=target)
    gaps = np.abs(target - others @ weights)
    after = len(own) - start
    real = gaps[start:].sum()
    sums = [np.roll(gaps, -shift)[:after].sum() for shift in range(len(own))]
    p = float(np.mean([each >= real * (1 - 1e-9) for each in sums]))
    tell("conformal", "p of an effect of 1", given | {"effect": 1.0}, {"p": p})


def people(rng):
    arms = {}
    rows = []
    for name, count, lift in [("treated", 60, 0.5), ("others", 90, 0.0)]:
        x = rng.normal(size=count)
        y = 5 + 0.8 * x + lift + rng.normal(size=count)
        arms[name] = np.column_stack([y, x]).tolist()
        rows.append(pd.DataFrame({"y": y, "x": x, "on": float(name == "treated")}))
    data = pd.concat(rows)
    fit = sm.OLS(data.y, sm.add_constant(data[["on", "x"]])).fit()
    a, b = (np.array(arms[name])[:, 0] for name in ("treated", "others"))
    plain = stats.ttest_ind(a, b, equal_var=False)
    low, high = plain.confidence_interval(0.95)
    expected = {"value": fit.params["on"], "theta": fit.params["x"], "plain": a.mean() - b.mean(), "low": low, "high": high, "p": plain.pvalue}
    tell("cuped", "ANCOVA, and Welch without", arms, expected)


def basque(path):
    from pysyncon import Dataprep, Synth

    data = pd.read_csv(path)
    treated = "Basque Country (Pais Vasco)"
    donors = [name for name in data.regionname.unique() if name != treated]
    prepared = Dataprep(
        foo=data,
        predictors=["school.illit", "school.prim", "school.med", "school.high", "school.post.high", "invest"],
        predictors_op="mean",
        time_predictors_prior=range(1964, 1970),
        special_predictors=[("gdpcap", range(1960, 1970), "mean")]
        + [(f"sec.{sector}", range(1961, 1970, 2), "mean") for sector in ["agriculture", "energy", "industry", "construction", "services.venta", "services.nonventa"]]
        + [("popdens", [1969], "mean")],
        dependent="gdpcap",
        unit_variable="regionname",
        time_variable="year",
        treatment_identifier=treated,
        controls_identifier=donors,
        time_optimize_ssr=range(1960, 1970),
    )
    x0, x1 = prepared.make_covariate_mats()
    wide = data.pivot(index="year", columns="regionname", values="gdpcap")
    years = list(wide.index)
    given = {
        "treated": wide[treated].tolist(),
        "donors": [wide[name].tolist() for name in donors],
        "start": years.index(1970),
        "predictors": {
            "treated": x1.tolist(),
            "donors": [x0[name].tolist() for name in donors],
            "from": years.index(1960),
            "to": years.index(1970),
        },
    }
    published = [0.851 if name == "Cataluna" else 0.149 if name.startswith("Madrid") else 0.0 for name in donors]
    tell("predictors", "Basque country, as published", given, {"weights": published}, 6e-4)
    fit = Synth()
    fit.fit(dataprep=prepared, optim_method="Nelder-Mead", optim_initial="equal")
    weights = np.asarray(fit.W)
    gap = wide[treated].to_numpy() - wide[donors].to_numpy() @ weights
    expected = {"weights": weights, "loss": float(fit.loss_V), "value": float(gap[years.index(1970):].mean())}
    tell("predictors", "Basque country, pysyncon", given, expected, 1e-5)


def main():
    rng = np.random.default_rng(6)
    card_and_krueger()
    differences(rng)
    series(rng)
    mixtures(rng)
    people(rng)
    if len(sys.argv) > 1:
        basque(sys.argv[1])


main()
