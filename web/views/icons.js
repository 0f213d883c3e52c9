/** The page's few icons, drawn in the colour of the text round them. */
import { svg } from "lit";

/** @param {ReturnType<typeof svg>} shape */
const icon = (shape) =>
  svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const ICONS = {
  undo: icon(svg`<path d="M7.5 4L3.5 8l4 4M3.5 8H12a4.25 4.25 0 0 1 0 8.5H9"/>`),
  redo: icon(svg`<path d="M12.5 4l4 4-4 4M16.5 8H8a4.25 4.25 0 0 0 0 8.5h3"/>`),
  reset: icon(svg`<path d="M4 10a6 6 0 1 0 2-4.5M4 3.5v3.5h3.5"/>`),
  plus: icon(svg`<path d="M10 4.5v11M4.5 10h11"/>`),
  minus: icon(svg`<path d="M4.5 10h11"/>`),
  whole: icon(
    svg`<rect x="3" y="5" width="14" height="10" rx="1.5"/><path d="M6.5 10h7M8.5 8l-2 2 2 2M11.5 8l2 2-2 2"/>`,
  ),
  close: icon(svg`<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>`),
  left: icon(svg`<path d="M15.5 10h-11M9 5.5L4.5 10 9 14.5"/>`),
  right: icon(svg`<path d="M4.5 10h11M11 5.5l4.5 4.5-4.5 4.5"/>`),
  first: icon(svg`<path d="M5 5v10M15 5l-7 5 7 5z"/>`),
  back: icon(svg`<path d="M13.5 4.5L6 10l7.5 5.5z"/>`),
  play: icon(svg`<path d="M6 4l10 6-10 6z" fill="currentColor"/>`),
  pause: icon(svg`<path d="M7 4.5v11M13 4.5v11" stroke-width="2.5"/>`),
  forward: icon(svg`<path d="M6.5 4.5L14 10l-7.5 5.5z"/>`),
  last: icon(svg`<path d="M15 5v10M5 5l7 5-7 5z"/>`),
  sun: icon(
    svg`<circle cx="10" cy="10" r="3.25"/><path d="M10 2.5v1.75M10 15.75v1.75M2.5 10h1.75M15.75 10h1.75M4.7 4.7l1.25 1.25M14.05 14.05l1.25 1.25M4.7 15.3l1.25-1.25M14.05 5.95l1.25-1.25"/>`,
  ),
  moon: icon(svg`<path d="M16.5 11.8A6.75 6.75 0 1 1 8.2 3.5a5.4 5.4 0 0 0 8.3 8.3z"/>`),
  copy: icon(
    svg`<rect x="7" y="7" width="9.5" height="9.5" rx="1.75"/><path d="M13 7V5.25A1.75 1.75 0 0 0 11.25 3.5h-6A1.75 1.75 0 0 0 3.5 5.25v6A1.75 1.75 0 0 0 5.25 13H7"/>`,
  ),
  download: icon(svg`<path d="M10 3.5v9M6 9l4 4 4-4M4 16.5h12"/>`),
  link: icon(
    svg`<path d="M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.4-2.4a3.25 3.25 0 0 0-4.6-4.6L9.7 5.7M11.5 8.5a3.2 3.2 0 0 0-4.6 0l-2.4 2.4a3.25 3.25 0 0 0 4.6 4.6l1.2-1.2"/>`,
  ),
  embed: icon(svg`<path d="M7 6l-4 4 4 4M13 6l4 4-4 4"/>`),
  share: icon(svg`<path d="M10 12.5v-9M6.5 6.5L10 3l3.5 3.5M5 10v6.5h10V10"/>`),
  picture: icon(
    svg`<rect x="3" y="4" width="14" height="12" rx="1.5"/><path d="M3.5 14l4-4.5 3 3 2.5-2.5 3.5 4"/><circle cx="13" cy="7.5" r="1"/>`,
  ),
  present: icon(svg`<path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4"/>`),
  question: icon(svg`<circle cx="10" cy="10" r="7"/><path d="M8 8a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.8v.1"/>`),
  warn: icon(svg`<path d="M10 3.25L17.5 16.5h-15zM10 8.5v3.5M10 14.2v.1"/>`),
  search: icon(svg`<circle cx="9" cy="9" r="5"/><path d="M12.8 12.8l3.7 3.7"/>`),
  trash: icon(svg`<path d="M4 6h12M8 6V4h4v2M5.5 6l.75 10.5h7.5L14.5 6M8.5 9v4.5M11.5 9v4.5"/>`),
};
