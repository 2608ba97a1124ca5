"""Article → Facts: one module a kind. Annotators derive; whether a thing is a problem is a rule's business."""
