"""What if an enterprise, a node, a region or a link failed; and whose failure would hurt most."""
