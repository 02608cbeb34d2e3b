// Bundled by `cargo xtask assets`; the settings stand in the page's <meta name="htmx-config">.
import "htmx.org/dist/htmx.min.js";
