/** The address of a script that is an entry of its own (`entries` in `vite.config.js`). */
declare module "entry:*" {
  const url: string;
  export default url;
}
