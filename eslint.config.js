import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Server-rendered `style=` stays dead under the content security policy, so none is written. */
const noInlineStyle = [
  'error',
  {
    selector: 'SvelteAttribute[key.name="style"]',
    message: 'No style= in markup: the policy refuses it. Use a class or an SVG attribute.',
  },
  {
    selector: 'SvelteStyleDirective',
    message: 'No style: in markup: the policy refuses it. Use a class or an SVG attribute.',
  },
];

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'test-results/', 'playwright-report/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig,
      },
    },
    rules: {
      'no-restricted-syntax': noInlineStyle,
      // Addresses carry the language and the theme; they are made by one function, not by `resolve`.
      'svelte/no-navigation-without-resolve': 'off',
      // State is replaced whole (`$state.raw`), never written into, so plain maps are right.
      'svelte/prefer-svelte-reactivity': 'off',
      // The only raw markup is the picture that the server draws itself.
      'svelte/no-at-html-tags': 'error',
    },
  },
);
