//! The network: embeddings, layers of attention, and the head that tells labels apart. BERT (Devlin and others, 2018,
//! arXiv 1810.04805), RoBERTa (Liu and others, 2019, arXiv 1907.11692) and DistilBERT (Sanh and others, 2019, arXiv
//! 1910.01108) are one network whose weights have other names.

use candle_core::{Device, Result, Tensor};
use candle_nn::ops::softmax_last_dim;
use candle_nn::{Embedding, LayerNorm, Linear, Module as _, VarBuilder, embedding, linear};

use crate::shape::{Bend, Family, Shape};

/// Finds vectors for tokens and labels for vectors.
#[derive(Debug)]
pub struct Network {
    words: Embedding,
    positions: Tensor,
    /// That of the only type there is in one text.
    kind: Option<Tensor>,
    norm: LayerNorm,
    layers: Vec<Layer>,
    head: Head,
    first_position: usize,
    parameters: u64,
}

#[derive(Debug)]
struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    out: Linear,
    after_attention: LayerNorm,
    up: Linear,
    down: Linear,
    after: LayerNorm,
    heads: usize,
    bend: Bend,
}

/// From the vector of the first token to labels, over one more layer.
#[derive(Debug)]
struct Head {
    dense: Linear,
    /// DistilBERT takes ReLU, the others the hyperbolic tangent.
    relu: bool,
    out: Linear,
}

impl Network {
    /// # Errors
    /// The weight that is missing or has another shape.
    pub fn load(weights: &VarBuilder<'_>, shape: &Shape) -> Result<Self> {
        let body = weights.pp(match shape.family {
            Family::Bert => "bert",
            Family::Roberta => "roberta",
            Family::Distil => "distilbert",
        });
        let named = body.pp("embeddings");
        let types = (shape.types > 0)
            .then(|| embedding(shape.types, shape.width, named.pp("token_type_embeddings")))
            .transpose()?;
        let layers = (0..shape.layers).map(|at| Layer::load(&body, at, shape)).collect::<Result<Vec<_>>>()?;
        let mut network = Self {
            words: embedding(shape.vocabulary, shape.width, named.pp("word_embeddings"))?,
            positions: named.pp("position_embeddings").get((shape.positions, shape.width), "weight")?,
            kind: types.map(|types| types.embeddings().narrow(0, 0, 1)).transpose()?,
            norm: norm(&named.pp("LayerNorm"), shape)?,
            layers,
            head: Head::load(weights, &body, shape)?,
            first_position: shape.first_position,
            parameters: 0,
        };
        network.parameters = network.count();
        Ok(network)
    }

    /// The numbers behind the labels of one text, in the order of `id2label`. `tokens` must not be more than there are
    /// positions, nor name one beyond the vocabulary.
    ///
    /// # Errors
    /// What the library could not do.
    pub fn logits(&self, tokens: &[u32]) -> Result<Vec<f32>> {
        let states = self.states(tokens)?;
        self.head.forward(&states.narrow(0, 0, 1)?)?.squeeze(0)?.to_vec1()
    }

    /// A vector for each token, (tokens, width).
    fn states(&self, tokens: &[u32]) -> Result<Tensor> {
        let ids = Tensor::new(tokens, &Device::Cpu)?;
        let mut states = (self.words.forward(&ids)? + self.positions.narrow(0, self.first_position, tokens.len())?)?;
        if let Some(kind) = &self.kind {
            states = states.broadcast_add(kind)?;
        }
        states = self.norm.forward(&states)?;
        for layer in &self.layers {
            states = layer.forward(&states)?;
        }
        Ok(states)
    }

    pub fn parameters(&self) -> u64 {
        self.parameters
    }

    fn count(&self) -> u64 {
        let tensors = [self.words.embeddings(), &self.positions].into_iter().chain(self.kind.as_ref());
        let norms = std::iter::once(&self.norm)
            .chain(self.layers.iter().flat_map(|layer| [&layer.after_attention, &layer.after]))
            .flat_map(|norm| std::iter::once(norm.weight()).chain(norm.bias()));
        let linears = self
            .layers
            .iter()
            .flat_map(|layer| [&layer.query, &layer.key, &layer.value, &layer.out, &layer.up, &layer.down])
            .chain([&self.head.dense, &self.head.out])
            .flat_map(|linear| std::iter::once(linear.weight()).chain(linear.bias()));
        tensors.chain(norms).chain(linears).map(|tensor| tensor.elem_count() as u64).sum()
    }
}

impl Layer {
    fn load(body: &VarBuilder<'_>, at: usize, shape: &Shape) -> Result<Self> {
        let (width, inner) = (shape.width, shape.inner);
        let is_distil = shape.family == Family::Distil;
        let own = body.pp(if is_distil { "transformer" } else { "encoder" }).pp("layer").pp(at);
        let square =
            |usual: &str, of_distil: &str| linear(width, width, own.pp(if is_distil { of_distil } else { usual }));
        let (after_attention, up, down, after) = if is_distil {
            ("sa_layer_norm", "ffn.lin1", "ffn.lin2", "output_layer_norm")
        } else {
            ("attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm")
        };
        Ok(Self {
            query: square("attention.self.query", "attention.q_lin")?,
            key: square("attention.self.key", "attention.k_lin")?,
            value: square("attention.self.value", "attention.v_lin")?,
            out: square("attention.output.dense", "attention.out_lin")?,
            after_attention: norm(&own.pp(after_attention), shape)?,
            up: linear(width, inner, own.pp(up))?,
            down: linear(inner, width, own.pp(down))?,
            after: norm(&own.pp(after), shape)?,
            heads: shape.heads,
            bend: shape.bend,
        })
    }

    fn forward(&self, states: &Tensor) -> Result<Tensor> {
        let states = self.after_attention.forward(&(self.attend(states)? + states)?)?;
        let bent = self.up.forward(&states)?;
        let bent = match self.bend {
            Bend::Gelu => bent.gelu_erf()?,
            Bend::GeluTanh => bent.gelu()?,
            Bend::Relu => bent.relu()?,
        };
        self.after.forward(&(self.down.forward(&bent)? + states)?)
    }

    /// Every token looks at all tokens.
    fn attend(&self, states: &Tensor) -> Result<Tensor> {
        let (tokens, width) = states.dims2()?;
        let of_head = width / self.heads;
        let heads = |linear: &Linear| {
            linear.forward(states)?.reshape((tokens, self.heads, of_head))?.transpose(0, 1)?.contiguous()
        };
        let query = (heads(&self.query)? / (of_head as f64).sqrt())?;
        let looks = softmax_last_dim(&query.matmul(&heads(&self.key)?.transpose(1, 2)?.contiguous()?)?)?;
        let seen = looks.matmul(&heads(&self.value)?)?;
        self.out.forward(&seen.transpose(0, 1)?.contiguous()?.reshape((tokens, width))?)
    }
}

impl Head {
    fn load(weights: &VarBuilder<'_>, body: &VarBuilder<'_>, shape: &Shape) -> Result<Self> {
        let (dense, out) = match shape.family {
            Family::Bert => (body.pp("pooler.dense"), weights.pp("classifier")),
            Family::Roberta => (weights.pp("classifier.dense"), weights.pp("classifier.out_proj")),
            Family::Distil => (weights.pp("pre_classifier"), weights.pp("classifier")),
        };
        Ok(Self {
            dense: linear(shape.width, shape.width, dense)?,
            relu: shape.family == Family::Distil,
            out: linear(shape.width, shape.labels.len(), out)?,
        })
    }

    fn forward(&self, first: &Tensor) -> Result<Tensor> {
        let dense = self.dense.forward(first)?;
        self.out.forward(&if self.relu { dense.relu()? } else { dense.tanh()? })
    }
}

/// Weights that were trained with TensorFlow call the two `gamma` and `beta`.
fn norm(weights: &VarBuilder<'_>, shape: &Shape) -> Result<LayerNorm> {
    let [weight, bias] = if weights.contains_tensor("gamma") { ["gamma", "beta"] } else { ["weight", "bias"] };
    Ok(LayerNorm::new(weights.get(shape.width, weight)?, weights.get(shape.width, bias)?, shape.epsilon))
}
