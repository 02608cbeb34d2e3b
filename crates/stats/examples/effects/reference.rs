//! What Nabz says of a case that another program has answered as well.

use serde_json::{Value, json};
use stats::effects::{self, Cell, Panel, Unit, Weighing, cuped, did, interrupted, parallel, recovery, synthetic};

use crate::Anything;

pub fn answer(case: &Value) -> Anything<Value> {
    let input = &case["input"];
    match case["kind"].as_str() {
        Some("did") => differences(input),
        Some("interrupted") => series(input),
        Some("synthetic") => mixture(input),
        Some("predictors") => predictors(input),
        Some("conformal") => Ok(json!({"p": synthetic::p_of(&case_of(input)?, number(&input["effect"])?)})),
        Some("cuped") => people(input),
        other => Err(format!("no such kind: {other:?}").into()),
    }
}

fn differences(input: &Value) -> Anything<Value> {
    let weighing = if input["weighed"] == true { Weighing::Answers } else { Weighing::Units };
    let panel = Panel {
        units: array(&input["units"])?.iter().map(unit).collect::<Anything<_>>()?,
        start: index(&input["start"])?,
    };
    let found = said(did::did(&panel, weighing))?;
    let steps = said(parallel::event_study(&panel, weighing))?.steps;
    let steps: Vec<f64> = steps.iter().map(|(_, effect)| effect.value).collect();
    // With one period before the start there is no trend.
    let trend = parallel::parallel(&panel, weighing, 1).ok().map(|found| found.trend.value);
    let beyond = recovery::beyond_recovery(&found, &panel, &panel, weighing).ok();
    Ok(json!({
        "beyond": beyond.map(|beyond| beyond.value),
        "value": found.effect.value, "cr1": found.cr1, "steps": steps, "trend": trend,
        "low": found.effect.range.low, "high": found.effect.range.high,
    }))
}

fn unit(unit: &Value) -> Anything<Unit> {
    let cell = |cell: &Value| -> Anything<Option<Cell>> {
        if cell.is_null() { Ok(None) } else { Ok(Some(Cell { value: number(&cell[0])?, n: number(&cell[1])? })) }
    };
    let cells = array(&unit["cells"])?.iter().map(cell).collect::<Anything<_>>()?;
    Ok(Unit { treated: unit["treated"] == true, cells })
}

fn series(input: &Value) -> Anything<Value> {
    let season = input["season"].as_u64().map(|season| season as usize);
    let series = interrupted::Series { values: numbers(&input["values"])?, start: index(&input["start"])?, season };
    let newey = said(interrupted::by_newey_west(&series, index(&input["lags"])?))?;
    let error = (newey.range.high - newey.value) / stats::Z_95;
    let carried = number(&input["carried"])?;
    Ok(json!({
        "ols": said(interrupted::coefficients(&series, 0.0))?, "value": newey.value, "newey_west": error,
        "gls": said(interrupted::coefficients(&series, carried))?,
    }))
}

fn case_of(input: &Value) -> Anything<synthetic::Case> {
    let donors = array(&input["donors"])?.iter().map(numbers).collect::<Anything<_>>()?;
    Ok(synthetic::Case { treated: numbers(&input["treated"])?, donors, start: index(&input["start"])? })
}

fn mixture(input: &Value) -> Anything<Value> {
    let case = case_of(input)?;
    let found = said(synthetic::synthetic(&case))?;
    let space = said(synthetic::in_space(&case))?;
    let loss = found.rmspe.0.powi(2) * case.start as f64;
    Ok(json!({"weights": found.weights, "value": found.value, "loss": loss, "space": space.p, "ratio": space.own}))
}

fn predictors(input: &Value) -> Anything<Value> {
    let case = case_of(input)?;
    let known = &input["predictors"];
    let predictors = synthetic::Predictors {
        treated: numbers(&known["treated"])?,
        donors: array(&known["donors"])?.iter().map(numbers).collect::<Anything<_>>()?,
        fitted: index(&known["from"])?..index(&known["to"])?,
    };
    let found = said(synthetic::with_predictors(&case, &predictors))?;
    let fitted = &found.gaps[predictors.fitted.clone()];
    let loss = fitted.iter().map(|gap| gap * gap).sum::<f64>() / fitted.len() as f64;
    Ok(json!({"weights": found.weights, "value": found.value, "loss": loss}))
}

fn people(input: &Value) -> Anything<Value> {
    let arm = |name: &str| -> Anything<cuped::Arm> {
        let mut arm = cuped::Arm::default();
        for person in array(&input[name])? {
            arm.add(number(&person[0])?, number(&person[1])?);
        }
        Ok(arm)
    };
    let found = said(cuped::cuped(&arm("treated")?, &arm("others")?))?;
    Ok(json!({
        "value": found.effect.value, "theta": found.theta, "plain": found.plain.value,
        "low": found.plain.range.low, "high": found.plain.range.high, "p": found.plain.p,
    }))
}

fn said<T>(found: Result<T, effects::Why>) -> Anything<T> {
    found.map_err(|why| format!("{why:?}").into())
}

fn array(value: &Value) -> Anything<&Vec<Value>> {
    value.as_array().ok_or_else(|| "a list was expected".into())
}

fn numbers(value: &Value) -> Anything<Vec<f64>> {
    array(value)?.iter().map(number).collect()
}

fn number(value: &Value) -> Anything<f64> {
    value.as_f64().ok_or_else(|| format!("a number was expected, not {value}").into())
}

fn index(value: &Value) -> Anything<usize> {
    Ok(value.as_u64().ok_or("a whole number was expected")? as usize)
}
