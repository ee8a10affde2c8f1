"""How much one may ask for: settings of the installation."""
