/** Version of cityward; a test holds it equal to package.json. Results are reproducible within one version. */
export const VERSION = '0.11.0'
