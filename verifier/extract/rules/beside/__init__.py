"""Names set beside a quotation by the layout: signatures, block quotes, rows of tables, posts."""
