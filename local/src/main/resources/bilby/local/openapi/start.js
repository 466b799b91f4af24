SwaggerUIBundle({
  dom_id: '#contract',
  url: '/api/openapi.yaml',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  validatorUrl: null
});
