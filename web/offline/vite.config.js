/** How Vite makes the service worker: one classic script, which every browser takes, beside the pages. */
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    target: "es2022",
    emptyOutDir: false,
    rolldownOptions: {
      input: "offline/service-worker.js",
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
});
