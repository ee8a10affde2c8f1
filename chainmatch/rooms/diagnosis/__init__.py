"""Strength and gaps of a chain (强链 补链 延链): one page, nine lists, who could fill a gap."""
