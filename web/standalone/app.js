/** The standalone file's page: the home page's own entry, with what is reached otherwise put in by `bundle.mjs`. */
import "../explorer/main.js";
