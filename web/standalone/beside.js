/** Nothing stands beside the standalone file: its licences are inside. Stands in for `web/views/beside.js`. */

import { bytesOf } from "./inside.js";

const text = await bytesOf("page/licences.txt");

export const licences = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));

/** @type {string | null} */
export const whole = null;

export const embeddable = false;
