/** The entry of `embed.js`: makes `<auto-diff>` known to the page, once. */
import { AutoDiff } from "./auto-diff.js";

if (!customElements.get("auto-diff")) customElements.define("auto-diff", AutoDiff);
